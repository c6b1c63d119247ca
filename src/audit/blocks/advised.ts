import type { Block } from '../../core/block.ts'
import type { Finding } from '../../core/report.ts'
import { titled } from '../../language/prose.ts'
import { blockOf, type Desk, grouped, nameOf } from './about.ts'

/** What examiners like to see and the plan does not demand: one line an indicator. */
export const advised = (findings: readonly Finding[], desk: Desk): Block[] =>
  grouped(findings, ({ indicator }) => indicator).flatMap((same) => {
    const names = [...new Set(same.flatMap((one) => namesOf(one, desk)))]
    const [first] = same
    if (!first || names.length === 0) return []
    const what = `${nameOf(first.indicator)}　${names.join('、')}`
    return [
      blockOf(same, { id: `a:${first.indicator}`, class: 'advised', what, act: '有的话请补上，没有不必另做' }, desk),
    ]
  })

/** The papers by their names; of a ledger that only a rule would compute from, its name. */
function namesOf({ lacks, indicator, data }: Finding, { indicators }: Desk): string[] {
  if (lacks?.materials) {
    const materials = indicators.get(indicator)?.materials ?? []
    const period = String(data.period ?? '')
    const names = materials.filter(({ id }) => lacks.materials?.includes(id)).map(({ name }) => titled(name))
    if (lacks.parts) return [`${names.join('、')}写明${lacks.parts.join('、')}`]
    return names.length > 0 ? [`${names.join('或')}${/^（.*）$/u.test(period) ? period : ''}`] : []
  }
  return lacks?.ledger ? [titled(lacks.ledger)] : []
}
