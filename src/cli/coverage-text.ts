import type { IndicatorSystem } from '../core/system.ts'
import { padded, paddedLeft, widthOf } from '../reports/lines.ts'

/** How much of an indicator is judged, and by whom. */
export type Covered = {
  readonly id: string
  readonly materials: number
  readonly rules: readonly { readonly id: string; readonly kind: string; readonly decides: 'machine' | 'person' }[]
  readonly cases: number
}

/** How a kind comes to its outcome: by figures, by papers and their text, by the unit's word, or by a person. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  计算: ['rate', 'share', 'deadline', 'duration', 'order', 'count', 'total'],
  对照材料: ['documents', 'content'],
  书面说明: ['absence', 'rollup'],
}
const ASKED = '请人判断'
const WAY_NAMES = [...Object.keys(WAYS), ASKED]
const COLUMNS = ['指标', '规则', ...WAY_NAMES, '用例']
const NUMBER = 10

export const wayOf = ({ kind, decides }: Covered['rules'][number]): string =>
  decides === 'person' ? ASKED : (WAY_NAMES.find((way) => WAYS[way]?.includes(kind)) ?? '对照材料')

/** One line for each 一级指标 in the order of the plan, then the package as a whole. */
export function coverageText({ indicators }: IndicatorSystem, covered: readonly Covered[], whole: Covered): string {
  const levels = new Map(indicators.map(({ id, level1 }) => [id, level1]))
  const names = [...new Set(levels.values())]
  const groups = names.map((name) => ({ name, own: covered.filter(({ id }) => levels.get(id) === name) }))
  const lines = [...groups, { name: '整体要求', own: [whole] }, { name: '合计', own: [...covered, whole] }]
  const room = Math.max(...lines.map(({ name }) => widthOf(name)))
  const row = (name: string, cells: readonly (string | number)[]) =>
    padded(name, room) + cells.map((cell) => paddedLeft(String(cell), NUMBER)).join('')
  const bare = covered.filter(({ rules }) => rules.length === 0).map(({ id }) => id)
  return `${[
    row('一级指标', COLUMNS),
    ...lines.map(({ name, own }) => row(name, countsOf(own))),
    ...(bare.length > 0 ? [`还没有规则的指标：${bare.join('、')}`] : []),
  ].join('\n')}\n`
}

function countsOf(own: readonly Covered[]): number[] {
  const rules = own.flatMap((one) => one.rules)
  const ways = WAY_NAMES.map((way) => rules.filter((rule) => wayOf(rule) === way).length)
  return [own.length, rules.length, ...ways, own.reduce((sum, { cases }) => sum + cases, 0)]
}
