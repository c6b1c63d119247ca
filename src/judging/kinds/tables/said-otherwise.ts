import type { Scope } from '../../../core/kind.ts'
import type { Document } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { genreEnding } from '../../../language/genres.ts'
import { paragraphsOf, sentencesOf } from '../../../language/paragraphs.ts'
import { bare, clipped, pairsIn } from '../../../language/text.ts'
import { wordLists } from '../../../language/words.ts'
import { isDraft, nameOf } from '../../papers/absent.ts'
import type { Flaw } from '../../tables/flaw.ts'
import type { Grid } from '../../tables/grid.ts'
import { papersBeside } from './papers.ts'

/** A sentence in which the office says of all its rows what one of them is not. */
export type Said = { readonly paper: string; readonly words: string; readonly at: Place }

const MOST = 3

/**
 * What the office's own accounts say of all of it (全部按期办结, 无一超期), though rows of the table are wrong in just that.
 * Rules and plans say what ought to be, and are not asked.
 */
export function saidOtherwise(wrong: readonly Flaw[], scope: Scope): Said[] {
  const grids = new Map<Grid, Flaw[]>()
  for (const flaw of wrong) grids.set(flaw.row.grid, [...(grids.get(flaw.row.grid) ?? []), flaw])
  const found = new Map<string, Said>()
  for (const [grid, flaws] of grids)
    for (const document of papersBeside(grid, scope).filter(isAccount)) {
      if (found.has(document.evidence.path)) continue
      const said = saidIn(document, flaws)
      if (said) found.set(document.evidence.path, said)
    }
  return [...found.values()].slice(0, MOST)
}

const ACCOUNTS: ReadonlySet<string> = new Set(['报告', '说明', '通报', '公告'])

/** By its title: a report, an account, a notice to the public. */
const isAccount = (document: Document): boolean =>
  ACCOUNTS.has(genreEnding(document.facts.title?.value ?? '') ?? '') && !isDraft(document)

function saidIn({ evidence, ...document }: Document, flaws: readonly Flaw[]): Said | undefined {
  const lists = wordLists('claims')
  const [all, demands] = [
    lists.get('universal') ?? [],
    [...(lists.get('demands') ?? []), ...(lists.get('partly') ?? [])],
  ]
  for (const { text, at } of paragraphsOf(evidence))
    for (const sentence of sentencesOf(text)) {
      if (!all.some((word) => sentence.includes(word)) || demands.some((word) => sentence.includes(word))) continue
      if (!flaws.some((flaw) => isOfIt(sentence, flaw))) continue
      const words = clipped(sentence.trim(), 60)
      return { paper: nameOf({ ...document, evidence }), words, at: { ...at, quote: words } }
    }
  return undefined
}

/** It speaks of the column that is wrong, or of terms where one was passed. */
function isOfIt(sentence: string, { check, column }: Flaw): boolean {
  const timely = wordLists('claims').get('timely') ?? []
  if (check === '期限') return timely.some((word) => sentence.includes(word))
  const general = wordLists('claims').get('general') ?? []
  const own = pairsIn(bare(column?.name ?? '')).filter((pair) => !general.includes(pair))
  const said = new Set(pairsIn(bare(sentence)))
  return own.some((pair) => said.has(pair))
}
