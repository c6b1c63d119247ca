import type { Law } from '../core/basis.ts'
import type { Fault } from '../core/problem.ts'
import type { Cycle, IndicatorSystem } from '../core/system.ts'
import { build, type Raw } from './build.ts'
import { type Check, checkOf } from './checks/check.ts'
import { checkDemands } from './checks/demands.ts'
import { checkDenials } from './checks/denials.ts'
import { checkLaws, lawsKnown } from './checks/laws.ts'
import { checkLedgers } from './checks/ledgers.ts'
import { checkCell, checkGroups, checkRoster, soundRoster } from './checks/roster.ts'
import { checkSystemFile } from './checks/system.ts'
import { checkTitles, checkTwice } from './checks/titles.ts'
import { unlike } from './checks/twice.ts'
import { decodedText } from './decoded.ts'
import { extended, type Values } from './extends.ts'
import type { Layer } from './extends-layers.ts'
import type { Tell } from './extends-off.ts'
import { isIndicators, TITLES } from './files.ts'
import { namesIn } from './names.ts'
import { faultAt, type Origins, placeName } from './origins.ts'
import { parse } from './parse.ts'
import type {
  RawCell,
  RawDenials,
  RawIndicator,
  RawLaws,
  RawLedgers,
  RawOff,
  RawSystem,
  RawTitles,
  RawUnits,
} from './raw.ts'
import { type FileSchemas, fileSchemas } from './schemas/files.ts'
import type { Kinds } from './schemas/indicators.ts'
import { parseTitles } from './titles.ts'
import { validator } from './validate.ts'
import { entry, isObject, textOf } from './values.ts'

export type Checked = { readonly system: IndicatorSystem | null; readonly faults: readonly Fault[] }

/** Parses, merges, validates and resolves the files; tells all that is wrong with any of them. */
export async function read(layers: readonly Layer[], kinds: Kinds): Promise<Checked> {
  const origins: Origins = new Map()
  const faults: Fault[] = []
  const tainted = new Set<object>()
  const parsed: Parsed[] = []
  for (const layer of layers) parsed.push(await parsedAll(layer, origins, faults))
  // What one layer leaves out, another one gives: half of them tells nothing about the whole.
  if (layers.length > 1 && faults.length > 0) return { system: null, faults }
  const { values, lists } = layered(parsed, kinds, origins, faults)
  await validateAll(
    [...named(values), ...lists.map((list) => ['indicators', list] as const)],
    kinds,
    origins,
    faults,
    tainted,
  )

  const { system, units, ledgers, denials, laws, titles, indicators } = values
  const known = lawsKnown(laws, (value): value is Law => isObject(value) && !tainted.has(value))
  const check = checkOf(kinds, namesIn(system, ledgers), known, origins, tainted, faults)
  if (laws) checkLaws(check, laws)
  if (ledgers) checkLedgers(check, ledgers)
  if (denials)
    checkDenials(
      check,
      denials,
      idsOf(parsed, indicators),
      [...(check.names.ledgers?.values() ?? [])].map(({ name }) => name),
    )
  if (titles) checkTitles(check, titles, idsOf(parsed, indicators))
  if (units) checkRoster(check, units)
  if (system) checkWhole(check, system, parsed.every(({ whole }) => whole) ? indicators : null)
  if (units) checkGroups(check, units, [system && entry(system, 'package'), ...indicators].filter(isObject))
  checkIndicators(check, indicators, units, cycleOf(check, system))

  const sound = faults.length === 0 ? rawOf(check, values) : null
  if (!sound) return { system: null, faults: outermost(layers, faults) }
  const built = build(kinds, sound)
  const of = parsed.slice(1).map((layer) => identityOf(layer.values.system))
  return { system: of.length === 0 ? built : { ...built, extension: { of, off: sound.system.off.map(offOf) } }, faults }
}

/** What is wrong above may make what lies below it seem wrong too, so the uppermost layer is told first. */
function outermost(layers: readonly Layer[], faults: readonly Fault[]): readonly Fault[] {
  const first = layers.find(({ files }) => faults.some(({ file }) => files.has(file)))
  return first && layers.length > 1 ? faults.filter(({ file }) => first.files.has(file)) : faults
}

/** `whole`: every indicator file could be read, so that an id that is not there is nowhere. */
type Parsed = { readonly values: Values; readonly lists: readonly object[]; readonly whole: boolean }

async function parsedAll({ label, files }: Layer, origins: Origins, faults: Fault[]): Promise<Parsed> {
  const fixed = new Map<string, object>()
  const lists: object[] = []
  let whole = true
  for (const [file, bytes] of files) {
    const name = file.slice(label.length)
    const value = await parsedFile(file, name, bytes, origins, faults)
    if (!isIndicators(name)) {
      if (value) fixed.set(name, value)
    } else if (value) lists.push(value)
    else whole = false
  }
  const indicators = lists.flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []))
  const [system, units, ledgers, denials, laws] = ['system', 'units', 'ledgers', 'denials', 'laws'].map((name) =>
    fixed.get(`${name}.yaml`),
  )
  const titles = fixed.get(TITLES)
  if (titles) checkTwice(telling(origins, faults), titles)
  return { values: { system, units, ledgers, denials, laws, titles, indicators }, lists, whole }
}

async function parsedFile(
  file: string,
  name: string,
  bytes: Buffer,
  origins: Origins,
  faults: Fault[],
): Promise<object | undefined> {
  const source = decodedText(bytes)
  if (source === undefined) {
    faults.push({ file, line: 1, column: 1, message: '文件不是 UTF-8 编码，请用 UTF-8 另存' })
    return undefined
  }
  const parsed = name === TITLES ? parseTitles(file, source, origins) : await parse(file, source, origins)
  faults.push(...parsed.faults)
  if (parsed.faults.length > 0) return undefined
  if (isObject(parsed.value)) return parsed.value
  const message = `文件没有内容，或者不是${isIndicators(name) ? '列表' : '一组“键: 值”'}`
  faults.push({ file, line: 1, column: 1, message })
  return undefined
}

/** The outermost layer over the one that it extends, and so on; a system that stands alone is as it is. */
function layered(
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

const telling = (origins: Origins, faults: Fault[]): Pick<Check, 'tell' | 'place'> & { tell: Tell } => ({
  tell: (holder, at, message, part) => faults.push(faultAt(origins, holder, at, message, part)),
  place: (holder, at) => placeName(origins, holder, at),
})

function checkList(list: object, origins: Origins, faults: Fault[]): void {
  if (!Array.isArray(list)) {
    faults.push(faultAt(origins, list, null, '内容应为列表'))
    return
  }
  for (const [index, item] of list.entries())
    if (!isObject(item) || Array.isArray(item))
      faults.push(faultAt(origins, list, index, `第${index + 1}项应为一组“键: 值”`))
}

const named = (values: Values): (readonly [keyof FileSchemas, object])[] =>
  (['system', 'units', 'ledgers', 'denials', 'laws'] as const).flatMap((name) =>
    values[name] ? [[name, values[name]] as const] : [],
  )

async function validateAll(
  values: readonly (readonly [keyof FileSchemas, object])[],
  kinds: Kinds,
  origins: Origins,
  faults: Fault[],
  tainted: Set<object>,
): Promise<void> {
  const validate = await validator(origins)
  const schemas = schemasOf(kinds)
  for (const [name, value] of values) {
    const validation = validate(schemas[name], value)
    faults.push(...validation.faults)
    for (const holder of validation.tainted) tainted.add(holder)
  }
}

/** One object for each schema and these kinds: the validator compiles each object anew. */
function schemasOf(kinds: Kinds): FileSchemas {
  const made = known.get(kinds) ?? fileSchemas(kinds)
  known.set(kinds, made)
  return made
}

const known = new WeakMap<Kinds, FileSchemas>()

/** Null where a file of indicators could not be read: what is not known may be there. */
const idsOf = (parsed: readonly Parsed[], indicators: readonly object[]): string[] | null =>
  parsed.every(({ whole }) => whole) ? indicators.flatMap((indicator) => textOf(indicator, 'id') ?? []) : null

function checkWhole(check: Check, system: object, indicators: readonly object[] | null): void {
  const ids = indicators?.flatMap((indicator) => textOf(indicator, 'id') ?? [])
  checkSystemFile(check, system, ids ? [...ids, 'package'] : null)
  const demands = entry(system, 'package')
  if (isObject(demands)) checkDemands(check, 'package', demands, cycleOf(check, system))
}

function cycleOf(check: Check, system: object | undefined): Cycle | null {
  const cycle = entry(system, 'cycle')
  return check.sound<Cycle>(cycle) ? cycle : null
}

function checkIndicators(
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

function rawOf(check: Check, { system, units, ledgers, denials, laws, titles, indicators }: Values): Raw | null {
  if (!check.sound<RawSystem>(system) || !check.sound<RawUnits>(units) || !check.sound<RawLedgers>(ledgers)) return null
  const said = check.sound<RawDenials>(denials) ? denials.denials : []
  return {
    system,
    units,
    ledgers,
    denials: said,
    laws: check.sound<RawLaws>(laws) ? laws.laws : [],
    titles: check.sound<RawTitles>(titles) ? titles.titles : [],
    indicators: indicators.filter((indicator) => check.sound<RawIndicator>(indicator)),
  }
}

const identityOf = (system: object | undefined) => ({
  id: textOf(system, 'id') ?? '',
  version: textOf(system, 'version') ?? '',
})

const offOf = ({ rule, indicator, why }: RawOff) => ({ id: rule ?? indicator ?? '', why })
