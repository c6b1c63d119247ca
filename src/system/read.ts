import type { Fault } from '../core/problem.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { build, type Raw } from './build.ts'
import { type Check, checkOf } from './checks/check.ts'
import { checkDemands } from './checks/demands.ts'
import { checkLedgers } from './checks/ledgers.ts'
import { checkCell, checkRoster, soundRoster } from './checks/roster.ts'
import { checkSystemFile } from './checks/system.ts'
import { unlike } from './checks/twice.ts'
import { isIndicators } from './files.ts'
import { namesIn } from './names.ts'
import type { Origins } from './origins.ts'
import { parse } from './parse.ts'
import type { RawCell, RawIndicator, RawLedgers, RawSystem, RawUnits } from './raw.ts'
import { indicatorsSchema, type Kinds } from './schemas/indicators.ts'
import { ledgersSchema } from './schemas/ledgers.ts'
import type { Schema } from './schemas/shape.ts'
import { systemSchema } from './schemas/system.ts'
import { unitsSchema } from './schemas/units.ts'
import { validator } from './validate.ts'
import { entry, isObject, textOf } from './values.ts'

export type Checked = { readonly system: IndicatorSystem | null; readonly faults: readonly Fault[] }

/** Parses, validates and resolves the files; tells all that is wrong with any of them. */
export async function read(files: ReadonlyMap<string, Buffer>, kinds: Kinds): Promise<Checked> {
  const origins: Origins = new Map()
  const faults: Fault[] = []
  const tainted = new Set<object>()
  const values = await parsedAll(files, kinds, origins, faults, tainted)
  const [system, units, ledgers] = ['system.yaml', 'units.yaml', 'ledgers.yaml'].map((name) => values.get(name))
  const lists = [...values].flatMap(([name, list]) => (isIndicators(name) ? [list] : []))
  const whole = [...files.keys()].every((name) => !isIndicators(name) || values.has(name))

  const check = checkOf(kinds, namesIn(system, ledgers), origins, tainted, faults)
  const indicators = lists.flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []))
  if (ledgers) checkLedgers(check, ledgers)
  if (units) checkRoster(check, units)
  if (system) checkWhole(check, system, whole ? indicators : null)
  checkIndicators(check, indicators, units)

  const sound = faults.length === 0 && rawOf(check, system, units, ledgers, indicators)
  return { system: sound ? build(kinds, sound) : null, faults }
}

async function parsedAll(
  files: ReadonlyMap<string, Buffer>,
  kinds: Kinds,
  origins: Origins,
  faults: Fault[],
  tainted: Set<object>,
): Promise<Map<string, object>> {
  const validate = await validator(origins)
  const schemas = schemasOf(kinds)
  const values = new Map<string, object>()
  for (const [file, bytes] of files) {
    const source = decodedText(bytes)
    if (source === undefined) {
      faults.push({ file, line: 1, column: 1, message: '文件不是 UTF-8 编码，请用 UTF-8 另存' })
      continue
    }
    const parsed = await parse(file, source, origins)
    faults.push(...parsed.faults)
    if (parsed.faults.length > 0) continue
    if (!isObject(parsed.value)) {
      faults.push({
        file,
        line: 1,
        column: 1,
        message: `文件没有内容，或者不是${isIndicators(file) ? '列表' : '一组“键: 值”'}`,
      })
      continue
    }
    const validation = validate(schemas(file), parsed.value)
    faults.push(...validation.faults)
    for (const holder of validation.tainted) tainted.add(holder)
    values.set(file, parsed.value)
  }
  return values
}

/** One object for each schema, whatever the number of files: the validator compiles each object anew. */
function schemasOf(kinds: Kinds): (file: string) => Schema {
  const [system, units, ledgers, indicators] = [
    systemSchema(kinds),
    unitsSchema(),
    ledgersSchema(),
    indicatorsSchema(kinds),
  ]
  return (file) => ({ 'system.yaml': system, 'units.yaml': units, 'ledgers.yaml': ledgers })[file] ?? indicators
}

export function decodedText(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function checkWhole(check: Check, system: object, indicators: readonly object[] | null): void {
  const ids = indicators?.flatMap((indicator) => textOf(indicator, 'id') ?? [])
  checkSystemFile(check, system, ids ? [...ids, 'package'] : null)
  const demands = entry(system, 'package')
  if (isObject(demands)) checkDemands(check, 'package', demands)
}

function checkIndicators(check: Check, indicators: readonly object[], units: object | undefined): void {
  unlike(check, indicators, 'id')
  const roster = units && soundRoster(check, units)
  for (const indicator of indicators) {
    const cell = entry(indicator, 'units')
    if (roster && check.sound<RawCell>(cell)) checkCell(check, roster, cell)
    checkDemands(check, textOf(indicator, 'id') ?? '', indicator)
  }
}

function rawOf(
  check: Check,
  system: object | undefined,
  units: object | undefined,
  ledgers: object | undefined,
  indicators: readonly object[],
): Raw | null {
  if (!check.sound<RawSystem>(system) || !check.sound<RawUnits>(units) || !check.sound<RawLedgers>(ledgers)) return null
  return { system, units, ledgers, indicators: indicators.filter((indicator) => check.sound<RawIndicator>(indicator)) }
}
