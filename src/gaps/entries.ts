import type { Severity } from '../core/outcome.ts'
import type { Place } from '../core/place.ts'
import type { Finding, Report } from '../core/report.ts'
import { clipped } from '../language/text.ts'

export type ItemClass = 'proved' | 'demanded' | 'question' | 'advised'
export type Point = { readonly words: string; readonly places: readonly Place[] }

/** One thing to do: one row of the list, however many findings say it. */
export type Item = {
  /** By content, so that it is the same in every run. */
  readonly id: string
  readonly class: ItemClass
  readonly severity: Severity
  readonly indicators: readonly string[]
  readonly what: string
  readonly points: readonly Point[]
  readonly places: readonly Place[]
  /** One short line. */
  readonly basis: string
  readonly act: string
  readonly findings: readonly string[]
}

/** What a unit has to act on or to be asked, in the order in which it is told. */
export function itemsOf({ findings }: Report): Item[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.outcome !== 'gap' && finding.outcome !== 'unclear') continue
    const key = keyOf(finding)
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  return [...groups].map(([id, group]) => itemOf(id, group)).sort((a, b) => rankOf(a) - rankOf(b))
}

/** Papers that are not there for one indicator are one thing to do. */
const keyOf = ({ id, kind, outcome, severity, indicator }: Finding): string =>
  kind === 'documents' && outcome === 'gap' ? `${indicator}.papers-${severity}` : id

function itemOf(id: string, group: readonly Finding[]): Item {
  const [first] = group as [Finding]
  const places = group.flatMap(({ cites }) => cites)
  return {
    id,
    class: classOf(first),
    severity: first.severity,
    indicators: [first.indicator],
    what: group.length > 1 ? `缺少${group.length}项材料` : first.message,
    points: group.length > 1 ? group.map(({ message, cites }) => ({ words: message, places: cites })) : [],
    places,
    basis: shortBasis(first),
    act: [...new Set(group.map(({ remedy }) => remedy))].filter(Boolean).join('；'),
    findings: group.map((finding) => finding.id),
  }
}

const classOf = ({ outcome, kind, severity }: Finding): ItemClass => {
  if (outcome === 'unclear') return 'question'
  if (severity === 'advised') return 'advised'
  return kind === 'documents' ? 'demanded' : 'proved'
}

/** The plan's sentence stands on the sheet of the demands; here the law, if there is one. */
function shortBasis({ basis, indicator }: Finding): string {
  const [head, law] = basis.split('；')
  const name = indicator === 'package' ? '方案' : `指标${indicator}`
  return law ? `${name}；${clipped(law, 40)}` : head ? name : ''
}

const CLASSES: readonly ItemClass[] = ['proved', 'demanded', 'advised', 'question']

/** Problems before questions, and a veto before all of its kind. */
const rankOf = ({ severity, class: own }: Item): number =>
  (own === 'question' ? 20 : 0) + (severity === 'veto' ? 0 : 10) + CLASSES.indexOf(own)
