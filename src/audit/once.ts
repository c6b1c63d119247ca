import type { Judged } from './judge.ts'

const isMissing = ({ message, finding }: Judged): boolean => message === 'missing' && finding.outcome === 'gap'

/**
 * A paper that is not there is one gap: the one of the rule that asks for the paper. What other rules of the indicator
 * would read in it waits until it is there.
 */
export function accusedOnce(all: readonly Judged[]): Judged[] {
  const judged = doubtedOnce(all)
  const accused = new Set(
    judged.filter((one) => one.finding.kind === 'documents' && isMissing(one)).map(({ finding }) => key(finding)),
  )
  return judged.map((one) => {
    const { finding } = one
    if (finding.kind === 'documents' || !isMissing(one) || !accused.has(key(finding))) return one
    const message = `${finding.expected}未见，已另列为缺口：本条待材料补齐后再核对`
    return { ...one, finding: { ...finding, outcome: 'exempt', message, remedy: '' } }
  })
}

const key = ({ indicator, expected }: Judged['finding']): string => `${indicator} ${expected}`

/** A declaration that the unit's own data contradict is one doubt, under the first rule of its indicator. */
function doubtedOnce(judged: readonly Judged[]): Judged[] {
  const doubted = new Set<string>()
  return judged.map((one) => {
    const { finding } = one
    if (one.message !== 'contradicted' || !doubted.has(finding.indicator)) {
      if (one.message === 'contradicted') doubted.add(finding.indicator)
      return one
    }
    const message = '不适用的声明与材料不一致（见本指标上一条）：核实后再审'
    return { ...one, finding: { ...finding, outcome: 'exempt', message, remedy: '' } }
  })
}
