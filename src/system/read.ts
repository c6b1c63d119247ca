import type { Law } from '../core/basis.ts'
import type { Fault } from '../core/problem.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { build, type Raw } from './build.ts'
import { type Check, checkOf } from './checks/check.ts'
import { checkDenials } from './checks/denials.ts'
import { checkLaws, lawsKnown } from './checks/laws.ts'
import { checkLedgers } from './checks/ledgers.ts'
import { checkGroups, checkRoster } from './checks/roster.ts'
import { checkTitles } from './checks/titles.ts'
import { checkIndicators, checkWhole, cycleOf } from './checks/whole.ts'
import type { Values } from './extends.ts'
import type { Layer } from './extends-layers.ts'
import { layered, outermost } from './layered.ts'
import { namesIn } from './names.ts'
import type { Origins } from './origins.ts'
import { type Parsed, parsedAll } from './parsed.ts'
import type { RawDenials, RawIndicator, RawLaws, RawLedgers, RawOff, RawSystem, RawTitles, RawUnits } from './raw.ts'
import type { Kinds } from './schemas/indicators.ts'
import { named, validateAll } from './validated.ts'
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

/** Null where a file of indicators could not be read: what is not known may be there. */
const idsOf = (parsed: readonly Parsed[], indicators: readonly object[]): string[] | null =>
  parsed.every(({ whole }) => whole) ? indicators.flatMap((indicator) => textOf(indicator, 'id') ?? []) : null

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
