import type { Indicator } from '../core/system.ts'
import type { Judged } from './judge.ts'

/**
 * One thing that is not there is told once: a paper under the rule that asks for it, a ledger under the gravest rule that
 * counts in it, a contradicted declaration under the first of its indicator. The other rules wait.
 */
export function toldOnce(judged: readonly Judged[], indicators: readonly Indicator[]): Judged[] {
  return ledgersOnce(accusedOnce(doubtedOnce(judged), indicators), indicators)
}

const isMissing = ({ message, finding }: Judged): boolean => message === 'missing' && finding.outcome === 'gap'

const waiting = (one: Judged, message: string): Judged => ({
  ...one,
  finding: { ...one.finding, outcome: 'exempt', message, remedy: '' },
})

function accusedOnce(judged: readonly Judged[], indicators: readonly Indicator[]): Judged[] {
  const accused = new Set(
    judged.filter((one) => one.finding.kind === 'documents' && isMissing(one)).map(({ finding }) => key(finding)),
  )
  return judged.map((one) => {
    const { finding } = one
    if (finding.kind === 'documents' || !isMissing(one)) return one
    const indicator = indicators.find(({ id }) => id === finding.indicator)
    const papers =
      indicator?.materials.filter(({ name }) => `《${name}》` === finding.expected).map(({ id }) => id) ?? []
    if (hasAnother(judged, indicator, papers))
      return waiting(one, `未报送${finding.expected}，已报送可以代替它的材料：本条不核对`)
    if (!accused.has(key(finding))) return one
    return waiting(one, `${finding.expected}未见，已另列为缺口：本条待材料补齐后再核对`)
  })
}

const key = ({ indicator, expected }: Judged['finding']): string => `${indicator} ${expected}`

function doubtedOnce(judged: readonly Judged[]): Judged[] {
  const doubted = new Set<string>()
  return judged.map((one) => {
    const { indicator } = one.finding
    if (one.message !== 'declaration-contradicted') return one
    if (!doubted.has(indicator)) {
      doubted.add(indicator)
      return one
    }
    return waiting(one, '不适用的声明与材料不一致（见本指标上一条）：核实后再审')
  })
}

const GRAVE = ['veto', 'required', 'advised'] as const

function ledgersOnce(judged: readonly Judged[], indicators: readonly Indicator[]): Judged[] {
  const absent = judged.filter(({ message }) => message === 'no-ledger')
  const first = new Map<string, Judged>()
  for (const severity of GRAVE)
    for (const one of absent)
      if (one.finding.severity === severity && !first.has(key(one.finding))) first.set(key(one.finding), one)

  return judged.map((one) => {
    if (one.message !== 'no-ledger') return one
    const { expected } = one.finding
    const indicator = indicators.find(({ id }) => id === one.finding.indicator)
    const papers = indicator?.materials.filter(({ ledger }) => `《${ledger}》` === expected).map(({ id }) => id) ?? []
    const asking = judged.filter(({ finding }) => finding.indicator === indicator?.id && finding.kind === 'documents')
    if (asking.some((other) => isMissing(other) && papers.some((id) => other.finding.id.endsWith(`@${id}`))))
      return waiting(one, `${expected}未见，已另列为缺口：本条待台账补齐后再核算`)
    if (hasAnother(judged, indicator, papers))
      return waiting(one, `未报送${expected}，已报送可以代替它的材料：本条不核算`)
    if (isExtra(one, indicator, papers)) return waiting(one, `未见补充材料${expected}，不影响结论：本条不核算`)
    return first.get(key(one.finding)) === one
      ? one
      : waiting(one, `${expected}未见，本指标已列为存疑：本条待台账补齐后再核算`)
  })
}

/** A rule that is content with any one of several papers found another. */
const hasAnother = (judged: readonly Judged[], indicator: Indicator | undefined, papers: readonly string[]): boolean =>
  judged.some(
    ({ finding }) =>
      finding.indicator === indicator?.id &&
      finding.kind === 'documents' &&
      finding.outcome === 'met' &&
      isEither(indicator, finding.rule, papers),
  )

/** A ledger that is only supporting is not asked for under advice; one that is nearly there is. */
function isExtra({ finding }: Judged, indicator: Indicator | undefined, papers: readonly string[]): boolean {
  const materials = indicator?.materials.filter(({ id }) => papers.includes(id)) ?? []
  const extra = materials.length > 0 && materials.every(({ need }) => need === 'supporting')
  return extra && finding.severity === 'advised' && finding.cites.length === 0
}

/** Whether the rule is content with any one of its papers, of which the ledger is one. */
function isEither(indicator: Indicator | undefined, id: string, papers: readonly string[]): boolean {
  const params = indicator?.rules.find((rule) => rule.id === id)?.params
  return (
    params?.need === 'any' && Array.isArray(params.materials) && papers.some((one) => isAmong(params.materials, one))
  )
}

const isAmong = (list: unknown, one: string): boolean => Array.isArray(list) && list.includes(one)
