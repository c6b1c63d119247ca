import type { Scope } from '../core/kind.ts'
import type { Nothing } from '../core/package.ts'
import { exempt, met, type Verdict } from '../core/verdict.ts'
import { nothingIn, nothingOf, nothingStated } from '../judging/desk/nothing.ts'
import { fileName } from '../language/prose.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'

export const NOTHING_MESSAGES = {
  nothing: { says: '没有{matter}（见{file}：“{quote}”），“{name}”不适用', fix: '' },
  stated: { says: '{name}：{file}写明“{quote}”', fix: '' },
} as const

/** Verdicts on what is not there. */
const LACKS = new Set([
  'missing',
  'near-miss',
  'unsure-duty',
  'unread',
  'no-ledger',
  'few',
  'unsure',
  'year-unsure',
  'undated',
  'stale',
  'outside',
  'nothing-to-see',
  'ask-without',
])

/**
 * What is not there was not there to have: where the unit says, for the whole cycle, that there was none of the matter, a
 * lack is no lack. What is there is judged as ever.
 */
export function answered(verdict: Verdict, scope: Scope): Verdict {
  if (verdict.outcome === 'met' || verdict.outcome === 'exempt' || !LACKS.has(verdict.message)) return verdict
  // A paper that was handed in is looked at whatever there was of its matter.
  if (!scope.rule.id.startsWith(`${scope.indicator.id}.`)) return verdict
  // What the unit did in one year, and not in the next, is none of what there never was.
  if (verdict.lacks?.shown) return verdict
  const { ledger } = scope.rule.params
  const none = nothingOf(scope) ?? (typeof ledger === 'string' ? nothingIn(scope, ledger) : undefined)
  const { subject } = verdict
  if (none) return exempt('nothing', dataOf(none), { subject, cites: [none.at], actual: none.sentence })
  // A person's answer is not given by a statement.
  const stated = verdict.message !== 'ask-without' && asksStatement(scope) ? nothingStated(scope) : undefined
  return stated ? met('stated', dataOf(stated), { subject, cites: [stated.at], actual: stated.sentence }) : verdict
}

/** A demand that a statement meets. */
function asksStatement({ rule: { params, kind }, indicator }: Scope): boolean {
  const listed = [params.materials, params.statement].flatMap((one) => (Array.isArray(one) ? one : []))
  const statements = indicator.materials.filter(({ nature }) => nature === 'statement').map(({ id }) => id)
  if (kind === 'documents' && params.need !== 'any' && listed.length > 1) return false
  return listed.some((id) => statements.includes(id))
}

const dataOf = ({ of, file, sentence }: Nothing) => ({
  matter: of.name,
  file: `“${fileName(file)}”`,
  quote: clipped(visible(sentence), 60),
})
