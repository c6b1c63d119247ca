import type { Scope } from '../../../core/kind.ts'
import { type Document, papersOf } from '../../../core/package.ts'
import { gap, unclear, type Verdict } from '../../../core/verdict.ts'
import { type Breach, breaches } from '../../../language/breach-words.ts'
import { gramsFrom, mayHold, pairsOf } from '../../../language/grams.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { paragraphsOf, sentencesOf } from '../../../language/paragraphs.ts'
import { clipped, plain } from '../../../language/text.ts'
import { nameOf } from '../../papers/absent.ts'
import { flawsIn } from '../../papers/flaws/flaws.ts'
import { isClearText } from '../../papers/papers.ts'

/** What the unit's own papers order or admit in so many words, though the plan forbids it; one sentence of each paper tells. */
export function breached(scope: Pick<Scope, 'package'>, names: readonly string[]): Verdict<'breached'>[] {
  const flaws = flawsIn(scope.package)
  const isOwn = ({ evidence: { path } }: Document) =>
    !flaws.get(path)?.some(({ kind, sure }) => sure && (kind === 'foreign' || kind === 'draft'))
  return breaches()
    .filter(({ name }) => names.includes(name))
    .flatMap((breach) =>
      papersOf(scope.package)
        .filter(isOwn)
        .flatMap((document) => told(document, breach)),
    )
}

const LAW = new RegExp(`《[^《》]{2,40}${paperWord('normative')}》`, 'u')

function told(document: Document, breach: Breach): Verdict<'breached'>[] {
  const title = plain(document.facts.title?.value ?? fileName(document.evidence.path))
  if (!breach.papers.some((word) => title.includes(word))) return []
  if (breach.without.some((word) => title.includes(word))) return []
  if (!mayTell(document, breach)) return []
  const paragraphs = paragraphsOf(document.evidence)
  if (breach.grounded && (document.facts.cited.length > 0 || paragraphs.some(({ text }) => LAW.test(text)))) return []
  const said = paragraphs.flatMap(({ text, at }) =>
    sentencesOf(text).flatMap((sentence) => (says(sentence, breach) ? [{ sentence: sentence.trim(), at }] : [])),
  )
  if (said.length === 0) return []
  const words = said.slice(0, 2).map(({ sentence }) => clipped(sentence, 60))
  const data = { paper: nameOf(document), matter: breach.name, words: words.join('”“') }
  const more = {
    subject: `${breach.name} ${title}`,
    cites: said.map(({ sentence, at }) => ({ ...at, quote: clipped(sentence, 120) })),
    expected: `没有${breach.name}`,
    actual: `${said.length}处`,
  }
  return [isClearText(document) ? gap('breached', data, more) : unclear('breached', data, more)]
}

/** Of each group some word might stand in the text: by what is kept of it, without a look at it. */
function mayTell({ kept }: Document, { all }: Breach): boolean {
  if (!kept) return true
  const grams = gramsFrom(kept.grams)
  return all.every((group) => group.some((word) => mayHold(grams, pairsOf(word))))
}

function says(sentence: string, { all, except }: Breach): boolean {
  const own = sentence.replace(/《[^《》]*》/gu, '')
  return (
    all.every((group) => group.some((word) => own.includes(word))) && !except.some((word) => sentence.includes(word))
  )
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
