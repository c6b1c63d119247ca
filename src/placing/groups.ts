import type { Indicator } from '../core/system.ts'
import type { Subject } from './subject.ts'
import { solid } from './wording.ts'

/** The indicators of each 一级指标, by its name. */
export function groupsOf(indicators: readonly Indicator[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>()
  for (const { id, level1 } of indicators) {
    const name = solid(level1.replace(SERIAL, ''))
    if (name.length >= LONG) groups.set(name, [...(groups.get(name) ?? []), id])
  }
  return groups
}
const SERIAL = /^[一二三四五六七八九十]{1,3}、/u
const LONG = 6

/** An account that is called after a 一级指标 (行政权力制约监督科学有效落实情况的说明) is of its indicators and of no others. */
export const groupsNamed = ({ names }: Subject, groups: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> =>
  new Set(
    [...groups].flatMap(([group, ids]) => (names.some(({ heading }) => heading.matter.includes(group)) ? ids : [])),
  )
