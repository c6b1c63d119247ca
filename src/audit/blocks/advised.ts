import type { Block } from '../../core/block.ts'
import type { Finding } from '../../core/report.ts'
import { titled } from '../../language/prose.ts'
import { blockOf, type Desk, grouped, nameOf } from './about.ts'

/** What examiners like to see and the plan does not demand: one line an indicator. */
export const advised = (findings: readonly Finding[], desk: Desk): Block[] =>
  grouped(findings, ({ indicator }) => indicator).flatMap((same) => {
    const [first] = same
    const names = once(same.flatMap((one) => namesOf(one, desk)))
    if (!first || names.length === 0) return []
    const what = `${nameOf(first.indicator)}　${names.join('、')}`
    return [
      blockOf(same, { id: `a:${first.indicator}`, class: 'advised', what, act: '有的话请补上，没有不必另做' }, desk),
    ]
  })

/** Of papers any of which would do, none that another line names already: 《甲》 and not 《甲》或《乙》 as well. */
function once(names: readonly (readonly string[])[]): string[] {
  const single = new Set(names.flatMap((some) => (some.length === 1 ? some : [])))
  const others = names.filter((some) => some.length > 1 && !some.some((name) => single.has(name)))
  return [...new Set([...single, ...others.map((some) => some.join('或'))])]
}

/** The papers by their names; of a ledger that only a rule would compute from, its name. */
function namesOf({ lacks, indicator, data }: Finding, { indicators }: Desk): string[][] {
  if (!lacks?.materials) return lacks?.ledger ? [[titled(lacks.ledger)]] : []
  const materials = indicators.get(indicator)?.materials ?? []
  const names = materials.filter(({ id }) => lacks.materials?.includes(id)).map(({ name }) => titled(name))
  if (lacks.parts) return [[`${names.join('、')}写明${lacks.parts.join('、')}`]]
  const period = String(data.period ?? '')
  const last = names.at(-1)
  return last === undefined ? [] : [[...names.slice(0, -1), /^（.*）$/u.test(period) ? last + period : last]]
}
