import type { Scope } from '../../../core/kind.ts'
import { type Document, papersOf } from '../../../core/package.ts'
import { gap, unclear, type Verdict } from '../../../core/verdict.ts'
import { whose } from '../../../language/bodies.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { type Paragraph, paragraphsOf, sentencesOf } from '../../../language/paragraphs.ts'
import { bare, clipped } from '../../../language/text.ts'
import { nameOf } from '../../papers/absent.ts'
import { flawsIn } from '../../papers/flaws/flaws.ts'
import { isClearText } from '../../papers/papers.ts'
import { isRule } from './found.ts'

const pattern = (list: Parameters<typeof paperWord>[0], end = ''): RegExp =>
  new RegExp(`(?:${paperWord(list)})${end}`, 'u')
const [INNER, MAY_RULE, ONCE] = [pattern('innerBodies', '$'), pattern('mayRule', '$'), pattern('onceOnly')]
const [IN_EFFECT, OUTSIDERS, DUTIES] = [pattern('inEffect'), pattern('outsiders'), pattern('duties')]

/**
 * Rules for the public that an inner, branch or temporary body issued in its own name: in force from a day on, and asking
 * something of people outside. What it tells the office's own people is none.
 */
export function issuedWithin({ package: found }: Pick<Scope, 'package'>): Verdict<'own-name'>[] {
  const flaws = flawsIn(found)
  return papersOf(found).flatMap((document) => {
    const { issuer, title, number } = document.facts
    if (flaws.get(document.evidence.path)?.some(({ kind, sure }) => sure && (kind === 'foreign' || kind === 'draft')))
      return []
    if (issuer?.certainty !== 'certain' || !isInner(issuer.value, found)) return []
    const name = bare(title?.value ?? '')
    if (!title || !number || !isRule(name) || ONCE.test(name)) return []
    const rules = boundBy(document)
    const [first] = rules
    if (!first) return []
    const data = { paper: nameOf(document), issuer: issuer.value, words: clipped(first.sentence, 60) }
    const more = {
      subject: `${issuer.value} ${name}`,
      cites: [issuer.at, ...rules.map(({ sentence, at }) => ({ ...at, quote: clipped(sentence, 120) }))],
    }
    return [isClearText(document) ? gap('own-name', data, more) : unclear('own-name', data, more)]
  })
}

function isInner(issuer: string, { unit, roster = [] }: Scope['package']): boolean {
  const name = bare(issuer)
  if (!INNER.test(name) || MAY_RULE.test(name) || name === bare(unit.name)) return false
  const owner = whose(issuer, unit, roster)
  return owner === 'own' || owner === 'other'
}

type Bound = { readonly sentence: string; readonly at: Paragraph['at'] }

/** Sentences that bind outsiders, in a paper that says since when it holds. */
function boundBy({ evidence }: Document): readonly Bound[] {
  const all = paragraphsOf(evidence).flatMap(({ text, at }) => sentencesOf(text).map((sentence) => ({ sentence, at })))
  if (!all.some(({ sentence }) => IN_EFFECT.test(sentence))) return []
  return all.filter(({ sentence }) => OUTSIDERS.test(sentence) && DUTIES.test(sentence)).slice(0, 3)
}
