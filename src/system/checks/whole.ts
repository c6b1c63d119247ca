import type { Cycle } from '../../core/system.ts'
import type { RawCell } from '../raw.ts'
import { entry, isObject, textOf } from '../values.ts'
import type { Check } from './check.ts'
import { checkDemands } from './demands.ts'
import { checkCell, soundRoster } from './roster.ts'
import { checkSystemFile } from './system.ts'
import { unlike } from './twice.ts'

export function checkWhole(check: Check, system: object, indicators: readonly object[] | null): void {
  const ids = indicators?.flatMap((indicator) => textOf(indicator, 'id') ?? [])
  checkSystemFile(check, system, ids ? [...ids, 'package'] : null)
  const demands = entry(system, 'package')
  if (isObject(demands)) checkDemands(check, 'package', demands, cycleOf(check, system))
}

export function cycleOf(check: Check, system: object | undefined): Cycle | null {
  const cycle = entry(system, 'cycle')
  return check.sound<Cycle>(cycle) ? cycle : null
}

export function checkIndicators(
  check: Check,
  indicators: readonly object[],
  units: object | undefined,
  cycle: Cycle | null,
): void {
  unlike(check, indicators, 'id')
  const roster = units && soundRoster(check, units)
  for (const indicator of indicators) {
    const cell = entry(indicator, 'units')
    if (roster && check.sound<RawCell>(cell)) checkCell(check, roster, cell)
    checkDemands(check, textOf(indicator, 'id') ?? '', indicator, cycle)
  }
}
