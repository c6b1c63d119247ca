import type { Fault } from '../core/problem.ts'
import { extended, type Values } from './extends.ts'
import type { Layer } from './extends-layers.ts'
import type { Kinds } from './load.ts'
import { faultAt, type Origins } from './origins.ts'
import { type Parsed, telling } from './parsed.ts'
import { isObject } from './values.ts'

/** What is wrong above may make what lies below it seem wrong too, so the uppermost layer is told first. */
export function outermost(layers: readonly Layer[], faults: readonly Fault[]): readonly Fault[] {
  const first = layers.find(({ files }) => faults.some(({ file }) => files.has(file)))
  return first && layers.length > 1 ? faults.filter(({ file }) => first.files.has(file)) : faults
}

/** The outermost layer over the one that it extends, and so on; a system that stands alone is as it is. */
export function layered(
  parsed: readonly Parsed[],
  kinds: Kinds,
  origins: Origins,
  faults: Fault[],
): { readonly values: Values; readonly lists: readonly object[] } {
  const [first, ...bases] = parsed
  if (!first || bases.length === 0)
    return {
      values: first?.values ?? {
        system: undefined,
        units: undefined,
        ledgers: undefined,
        denials: undefined,
        laws: undefined,
        titles: undefined,
        indicators: [],
      },
      lists: first?.lists ?? [],
    }
  const { tell } = telling(origins, faults)
  for (const { lists } of parsed) for (const list of lists) checkList(list, origins, faults)
  const values = parsed
    .map((layer) => layer.values)
    .reduceRight((base, own) => extended(base, own, kinds, origins, tell))
  const list = [...values.indicators]
  // The list itself stands in no file; its items do.
  origins.set(list, { file: 'system.yaml', at: { line: 1, column: 1 }, entries: new Map() })
  return { values, lists: [list] }
}

function checkList(list: object, origins: Origins, faults: Fault[]): void {
  if (!Array.isArray(list)) {
    faults.push(faultAt(origins, list, null, '内容应为列表'))
    return
  }
  for (const [index, item] of list.entries())
    if (!isObject(item) || Array.isArray(item))
      faults.push(faultAt(origins, list, index, `第${index + 1}项应为一组“键: 值”`))
}
