import { basisWords } from '../core/basis.ts'
import { SEVERITY_NAMES } from '../core/outcome.ts'
import type { Indicator, IndicatorSystem, Nature, Roster } from '../core/system.ts'

const NATURE_NAMES: Readonly<Record<Nature, string>> = {
  institutional: '制度类（现行有效即可）',
  process: '过程类（须在创建周期内）',
  ledger: '台账',
  statement: '情况说明、零报告或承诺',
  photo: '照片',
  screenshot: '截图或链接',
}

const CELL_NAMES = { explicit: '原表写明', merged: '原表合并单元格，取首行', absent: '原表此栏为空' } as const

export function indicatorLines(system: IndicatorSystem, part: ((indicator: Indicator) => string) | undefined): string {
  let level = ''
  const lines = system.indicators.flatMap((indicator) => {
    const heading = `${indicator.level1} / ${indicator.level2}`
    const head = heading === level ? [] : ['', heading]
    level = heading
    return [...head, `  ${indicator.id.padEnd(4)}${part ? `[${part(indicator)}] ` : ''}${indicator.text}`]
  })
  return `${[`${system.name} ${system.version} 共 ${system.indicators.length} 项`, ...lines].join('\n')}\n`
}

export function indicatorText(indicator: Indicator, { errata }: IndicatorSystem): string {
  const { units, materials, rules } = indicator
  const slips = errata.filter(({ indicators }) => indicators.includes(indicator.id))
  const lines = [
    indicator.id === 'package' ? '整包要求' : `指标 ${indicator.id}  ${indicator.level1} / ${indicator.level2}`,
    indicator.text,
    '',
    `责任单位：${units.printed || '（空）'}（${CELL_NAMES[units.cell]}）`,
    ...(units.as !== units.printed ? [`  按“${units.as}”执行：${units.why}`] : []),
    ...indicator.exempts.map(({ kind, why }) => `  ${kind === 'town' ? '镇' : '区级部门'}不作要求：${why}`),
    '',
    `佐证材料（${materials.length}）`,
    ...materials.map(
      ({ name, need, nature, ledger, titles }) =>
        `  ${need === 'required' ? '必备' : '补充'}  ${name}  ${NATURE_NAMES[nature]}${ledger ? `，按表头识别“${ledger}”` : ''}${titles.length > 1 ? `；题名如：${titles.join('、')}` : ''}`,
    ),
    '',
    `审核规则（${rules.length}）`,
    ...rules.map(({ id, name, kind, severity, basis }) => {
      const laws = basis.map(basisWords).join('；')
      return `  ${id}  ${name}  ${kind}  ${SEVERITY_NAMES[severity]}${laws ? `  依据：${laws}` : ''}`
    }),
    ...(rules.length === 0 ? ['  尚未编写规则，审核时请人工核对'] : []),
    ...slips.flatMap(({ printed, applied, why }) => ['', `勘误：印发文本“${printed}”；按“${applied}”执行。${why}`]),
  ]
  return `${lines.join('\n')}\n`
}

export function unitLines({ units, groups }: Roster): string {
  const kinds = { town: '镇', department: '部门' } as const
  return `${[
    ...units.map(
      ({ name, kind, aliases }) =>
        `${kinds[kind]}  ${name}${aliases.length > 0 ? `（又称：${aliases.join('、')}）` : ''}`,
    ),
    '',
    ...groups.map(
      ({ name, members, note }) =>
        `类别  ${name}${members.length > 0 ? `：${members.map(({ unit }) => unit).join('、')}` : ''}${note ? `  ${note}` : ''}`,
    ),
  ].join('\n')}\n`
}
