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
import { type Denial, denialOf } from './denials.ts'

/** What the unit's own papers order or admit in so many words, though the plan forbids it; one sentence of each paper tells. */
export function breached(
  scope: Pick<Scope, 'package'>,
  names: readonly string[],
  deniedIn: readonly string[] = [],
): Verdict<'breached'>[] {
  const flaws = flawsIn(scope.package)
  const isOwn = ({ evidence: { path } }: Document) =>
    !flaws.get(path)?.some(({ kind, sure }) => sure && (kind === 'foreign' || kind === 'draft'))
  // What a volume says one of the papers bound in it says: it is told of that paper, which comes after it.
  const all = new Map<string, Verdict<'breached'>>()
  for (const breach of breaches().filter(({ name }) => names.includes(name)))
    for (const document of papersOf(scope.package).filter(isOwn))
      for (const one of told(document, breach, (at) => denialOf(document, at, deniedIn, scope.package)))
        all.set([breach.name, document.partOf ?? document.evidence.path, one.cites[0]?.quote].join('\n'), one)
  return [...all.values()]
}

const LAW = new RegExp(`《[^《》]{2,40}${paperWord('normative')}》`, 'u')

function told(document: Document, breach: Breach, denied: (at: number) => Denial | undefined): Verdict<'breached'>[] {
  const title = plain(document.facts.title?.value ?? fileName(document.evidence.path))
  if (!breach.papers.some((word) => title.includes(word))) return []
  if (breach.without.some((word) => title.includes(word))) return []
  if (!mayTell(document, breach)) return []
  const paragraphs = paragraphsOf(document.evidence)
  if (breach.grounded && (document.facts.cited.length > 0 || paragraphs.some(({ text }) => LAW.test(text)))) return []
  if (paragraphs.some(({ text }) => breach.elsewhere.some((word) => text.includes(word)))) return []
  const said = paragraphs.flatMap(({ text, at }, index) =>
    sentencesOf(text).flatMap((sentence) => (says(sentence, breach) ? [{ sentence: sentence.trim(), at, index }] : [])),
  )
  const [first] = said
  if (!first) return []
  const denial = denied(first.index)
  const words = said.slice(0, 2).map(({ sentence }) => clipped(sentence, 60))
  const data = { paper: nameOf(document), matter: breach.name, words: words.join('”“'), also: denial?.says ?? '' }
  const more = {
    subject: `${breach.name} ${title}`,
    cites: [
      ...said.map(({ sentence, at }) => ({ ...at, quote: clipped(sentence, 120) })),
      ...(denial ? [denial.at] : []),
    ],
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
