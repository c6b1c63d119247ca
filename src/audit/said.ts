import { basisLine } from '../core/basis.ts'
import { fill, type Kind, type Scope } from '../core/kind.ts'
import type { Package } from '../core/package.ts'
import type { Place } from '../core/place.ts'
import type { Finding } from '../core/report.ts'
import type { Indicator, Rule } from '../core/system.ts'
import type { Lack, Verdict } from '../core/verdict.ts'
import { indexOf } from '../judging/desk/scope-index.ts'
import { clipped } from '../language/text.ts'

/** The words that demand what is not there. */
export function demandOf({ demanded }: Rule, { materials = [] }: Lack): string | undefined {
  if (demanded === null || materials.length === 0) return undefined
  return typeof demanded === 'string' ? demanded : materials.flatMap((id) => demanded[id] ?? [])[0]
}

export function said(scope: Scope, verdict: Verdict, messages: Kind['messages']): Finding {
  const { rule, indicator } = scope
  const message = messages[verdict.message] ?? { says: verdict.message, fix: '' }
  const data = { name: rule.name, ...verdict.data }
  const demanded = verdict.lacks && demandOf(rule, verdict.lacks)
  // A rule of the package that is judged everywhere says where, as it finds.
  const subject = [rule.id.startsWith(`${indicator.id}.`) ? '' : indicator.id, verdict.subject]
    .filter(Boolean)
    .join(' ')
  return {
    id: subject ? `${rule.id}@${subject}` : rule.id,
    indicator: indicator.id,
    rule: rule.id,
    kind: rule.kind,
    outcome: verdict.outcome,
    severity: rule.severity,
    key: verdict.message,
    data,
    message: fill(message.says, data),
    remedy: rule.remedy && verdict.outcome === 'gap' ? rule.remedy : fill(message.fix, data),
    expected: verdict.expected,
    actual: verdict.actual,
    basis: basisOf(indicator, rule, demanded),
    erratum: '',
    cites: citesOf(verdict.cites, scope.package),
    ...(verdict.lacks && { lacks: verdict.lacks }),
    ...(demanded !== undefined && { demanded }),
  }
}

/** Each place once, in a file that there is: a part of a file is the file. */
function citesOf(cites: readonly Place[], found: Package): Place[] {
  const { documents } = indexOf(found)
  const places = new Map<string, Place>()
  for (const cite of cites) {
    const partOf = documents.get(cite.file)?.partOf
    const place = partOf === undefined ? cite : { ...cite, file: partOf }
    const key = JSON.stringify(place)
    if (!places.has(key)) places.set(key, place)
  }
  return [...places.values()]
}

/** The sentence of the plan, or the words of it that demand what is not there, then the law; what nobody has checked says so. */
export function basisOf(indicator: Indicator, rule: Rule, demanded?: string): string {
  const words = demanded ?? clipped(indicator.text, 60)
  const head = indicator.id === 'package' ? `方案“${words}”` : `指标${indicator.id}“${words}”`
  const laws = rule.basis.map(basisLine)
  return [head, ...laws, ...(rule.note ? [rule.note] : [])].join('；')
}

/** Two verdicts of one identity would be one line on the gap list; the later ones get a number, and a test forbids it. */
export function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>()
  return findings.map((one) => {
    const count = (seen.get(one.id) ?? 0) + 1
    seen.set(one.id, count)
    return count === 1 ? one : { ...one, id: `${one.id}#${count}` }
  })
}
