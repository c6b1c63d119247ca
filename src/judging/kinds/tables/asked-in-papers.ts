import type { Scope } from '../../../core/kind.ts'
import { type Document, papersOf } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { paragraphsOf, sentencesOf, unnumbered } from '../../../language/paragraphs.ts'
import { rowWords } from '../../../language/row-words.ts'
import { holdsAny } from '../../../language/spotter.ts'
import { clipped, plain } from '../../../language/text.ts'
import { nameOf } from '../../papers/absent.ts'
import { foreign } from '../../papers/flaws/foreign.ts'
import { isNamedSo } from '../../tables/about.ts'
import { beyondIn, isOlder, itemsIn, piecesOf } from '../../tables/beyond-kept.ts'
import { isOfUse, isThat } from '../../tables/gone.ts'
import type { Gone } from '../../tables/gone-names.ts'
import type { Grid } from '../../tables/grid.ts'
import { goneBeside } from './gone-beside.ts'
import type { Ask } from './params.ts'

/** A line of a guide that asks for what the office itself said is gone, or does not keep. */
export type AskedInPaper = { readonly paper: string; readonly words: string; readonly at: Place; readonly by: Place }

/** Guides list in sentences, too, what is to be handed in: their tables are looked at as tables. */
export function askedInPapers(ask: Ask, scope: Scope): AskedInPaper[] {
  if (ask['gone-in'].length === 0) return []
  const guides = papersOf(scope.package).filter((one) => isGuide(one, ask, scope))
  if (guides.length === 0) return []
  const [gone, kept] = goneBeside(scope, ask['gone-in'])
  return guides.flatMap((guide) => askedIn(guide, gone, kept))
}

function isGuide(document: Document, ask: Ask, { package: found }: Scope): boolean {
  const about = { words: ask.about, except: ask.except }
  const title = document.facts.title?.value ?? ''
  const file = document.evidence.path.split('/').at(-1) ?? ''
  return (
    [title, file].some((name) => isNamedSo(name, about)) &&
    [title, file].every((name) => !ask.except.some((word) => name.includes(word))) &&
    document.facts.drafts.length === 0 &&
    !foreign(document, found)
  )
}

function askedIn(guide: Document, gone: readonly Gone[], kept: readonly Grid[]): AskedInPaper[] {
  const { evidence, facts } = guide
  const name = [facts.title?.value ?? '', evidence.path.split('/').at(-1) ?? '']
  const day = facts.issued?.value
  return paragraphsOf(evidence).flatMap(({ text, at, certain }) => {
    if (!certain || text.includes(CELLS)) return []
    for (const sentence of sentencesOf(text)) {
      const pieces = piecesOf(unnumbered(plain(sentence))).filter((piece) => isAsked(piece, sentence))
      const found = pieces.map((piece) => {
        const items = itemsIn(piece)
        const one = gone.find(
          (each) =>
            isThat(items, each, kept) &&
            isOfUse([...name, text], each) &&
            !(day !== undefined && each.since !== undefined && day < each.since),
        )
        if (one) return { says: `而${one.says}`, by: one.at }
        const beyond = beyondIn(piece, false, kept)
        return beyond && !isOlder(day, beyond.list) ? { says: beyond.says, by: beyond.at } : undefined
      })
      const first = found.findIndex((one) => one !== undefined)
      const told = found[first]
      const piece = pieces[first]
      if (told && piece)
        return [
          {
            paper: nameOf(guide),
            words: `“${clipped(piece, 40)}”，${told.says}`,
            at: { ...at, quote: clipped(sentence, 60) },
            by: told.by,
          },
        ]
    }
    return []
  })
}

const CELLS = '\t'

/** 不再要求提交村委会出具的居住证明 asks for nothing. */
const isAsked = (piece: string, sentence: string): boolean => {
  const { wanted, waiving, instead } = rowWords()
  return (
    itemsIn(piece).some((item) => wanted.some((word) => item.endsWith(word))) &&
    !holdsAny(sentence, waiving) &&
    !holdsAny(sentence, instead)
  )
}
