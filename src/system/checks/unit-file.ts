import type { Fault } from '../../core/problem.ts'
import type { Indicator, IndicatorSystem } from '../../core/system.ts'
import { faultAt, type Origins } from '../origins.ts'
import { resolveUnit } from '../resolve-unit.ts'
import { entry, isObject, itemsOf, textOf } from '../values.ts'
import { hint, quoted } from '../words.ts'

/** Whatever the unit's own file names exists in the system. Entries with faults of their own are left alone. */
export function checkUnitFile(system: IndicatorSystem, file: object, origins: Origins): Fault[] {
  const faults: Fault[] = []
  const tell = (holder: object, at: string | number, message: string) =>
    faults.push(faultAt(origins, holder, at, message))
  const known = [...system.indicators, system.package]
  const check = (
    holder: object,
    at: string | number,
    what: string,
    word: string | undefined,
    names: readonly string[],
  ) => {
    if (word !== undefined && !names.includes(word))
      tell(holder, at, `指标体系中没有${what}${quoted(word)}${hint(word, names)}`)
  }
  const ids = known.map(({ id }) => id)
  const checkIds = (holder: object, at: string) => {
    const value = entry(holder, at)
    if (!Array.isArray(value)) check(holder, at, '指标', idOf(value), ids)
    else for (const [index, id] of value.entries()) check(value, index, '指标', idOf(id), ids)
  }

  const unit = textOf(file, 'unit')
  const found = unit === undefined ? null : resolveUnit(system, unit)
  if (unit !== undefined && found && 'nearest' in found)
    tell(
      file,
      'unit',
      `责任单位名单中没有${quoted(unit)}${found.nearest.length > 0 ? `，最接近的是：${found.nearest.join('、')}` : ''}`,
    )

  const files = entry(file, 'files')
  if (isObject(files) && !Array.isArray(files)) for (const pattern of Object.keys(files)) checkIds(files, pattern)
  for (const line of itemsOf(file, 'files')) {
    checkIds(line, 'indicators')
    const materials = materialsOf(known, entry(line, 'indicators'))
    if (materials) check(line, 'material', '材料', textOf(line, 'material'), materials)
  }
  for (const item of itemsOf(file, 'declarations')) checkIds(item, 'indicator')
  const rules = known.flatMap((indicator) => indicator.rules.map(({ id }) => id))
  for (const item of itemsOf(file, 'answers')) check(item, 'rule', '要求', textOf(item, 'rule'), rules)
  const parameters = system.parameters.map(({ id }) => id)
  for (const item of itemsOf(file, 'parameters')) check(item, 'id', '参数', textOf(item, 'id'), parameters)
  return faults
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : Number.isSafeInteger(value) ? String(value) : undefined

/** Ids and names of the materials that a line may mean; null where its indicators are not known. */
function materialsOf(known: readonly Indicator[], indicators: unknown): string[] | null {
  const ids = [indicators].flat().map(idOf)
  const meant = known.filter(({ id }) => ids.includes(id))
  return meant.length === 0 ? null : meant.flatMap(({ materials }) => materials.flatMap(({ id, name }) => [id, name]))
}
