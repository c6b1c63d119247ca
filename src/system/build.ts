import { createHash } from 'node:crypto'
import type { Law } from '../core/basis.ts'
import type { Example } from '../core/profile.ts'
import type { Cycle, Indicator, IndicatorSystem, Material, Rule } from '../core/system.ts'
import { basisOf, judgedIn, lawsByName } from './basis.ts'
import { type LedgerName, paramsOf } from './decode.ts'
import { examplesOf, learnt } from './examples.ts'
import type { RawDenial, RawIndicator, RawLedgers, RawMaterial, RawRule, RawSystem, RawUnits } from './raw.ts'
import type { Kinds } from './schemas/indicators.ts'

export type Raw = {
  readonly system: RawSystem
  readonly units: RawUnits
  readonly ledgers: RawLedgers
  readonly denials: readonly RawDenial[]
  readonly laws: readonly Law[]
  readonly titles: readonly Example[]
  readonly indicators: readonly RawIndicator[]
}

/** The rule set with every reference followed, from files without faults. */
export function build(
  kinds: Kinds,
  { system, units, ledgers, denials, laws, titles, indicators }: Raw,
): IndicatorSystem {
  const names = new Map(ledgers.ledgers.map(({ id, name }) => [id, name]))
  const ledgerName: LedgerName = (written) => names.get(written) ?? written
  const known = lawsByName(laws)
  const indicatorOf = (raw: RawIndicator): Indicator => ({
    id: raw.id,
    level1: raw.level1,
    level2: raw.level2,
    text: raw.text,
    units: { ...raw.units, as: raw.units.as ?? raw.units.printed },
    materials: withStatement(
      raw.materials.map((material) => materialOf(material, ledgerName)),
      raw.id !== 'package' && denials.length > 0,
    ),
    rules: raw.rules.map((rule) => ruleOf(kinds, raw.id, rule, ledgerName, known, system.cycle)),
    exempts: raw.exempts,
    kin: raw.kin,
  })
  const whole: RawIndicator = {
    ...system.package,
    id: 'package',
    level1: '整体要求',
    level2: '',
    units: { printed: '', cell: 'explicit', as: null, why: '' },
    exempts: [],
    kin: [],
  }
  const off = new Set(system.off.flatMap(({ indicator }) => indicator ?? []))
  const examples = examplesOf(titles, off)
  const built = {
    id: system.id,
    version: system.version,
    name: system.name,
    source: system.source,
    cycle: system.cycle,
    milestones: system.milestones,
    parameters: system.parameters,
    errata: system.errata,
    roster: { units: units.units, groups: units.groups },
    ledgers: ledgers.ledgers,
    denials: denials.map(({ cases: _, ...denial }) => denial),
    package: indicatorOf(whole),
    indicators: indicators.map(indicatorOf),
    ...(examples.length > 0 && { examples }),
  }
  const asking = built.indicators.filter(({ id }) => !off.has(id))
  const profiles = examples.length > 0 ? learnt(examples, asking, built.roster) : undefined
  return { ...built, ...(profiles && { profiles }), sha256: hashOf(built) }
}

const materialOf = (raw: RawMaterial, ledgerName: LedgerName): Material => ({
  ...raw,
  titles: raw.titles.length > 0 || raw.topic.length > 0 ? raw.titles : [raw.name],
  ledger: raw.ledger === null ? null : ledgerName(raw.ledger),
})

/** That there was nothing of it may be said of every indicator, whether it lists a statement or not. */
const withStatement = (materials: readonly Material[], isIndicator: boolean): readonly Material[] =>
  isIndicator && !materials.some(({ nature }) => nature === 'statement') ? [...materials, STATEMENT] : materials

const STATEMENT: Material = {
  id: 'nothing',
  name: '没有此类事项的情况说明',
  need: 'supporting',
  nature: 'statement',
  topic: [],
  genre: [],
  titles: ['没有此类事项的情况说明'],
  except: [],
  shows: [],
  ledger: null,
  issuers: [],
  formats: [],
  note: '',
}

function ruleOf(
  kinds: Kinds,
  indicator: string,
  raw: RawRule,
  ledgerName: LedgerName,
  laws: ReadonlyMap<string, Law>,
  cycle: Cycle,
): Rule {
  const judged = judgedIn(raw, cycle)
  return {
    id: `${indicator}.${raw.id}`,
    name: raw.name,
    kind: raw.kind,
    params: paramsOf(kinds[raw.kind]?.params ?? {}, raw, ledgerName),
    severity: raw.severity,
    demanded: raw.demanded,
    basis: raw.basis.map((basis) => basisOf(basis, laws, judged)),
    erratum: raw.erratum,
    for: raw.for,
    from: raw['in-force'].from,
    until: raw['in-force'].until,
    remedy: raw.remedy,
    note: raw.note,
  }
}

/**
 * Which file an indicator stands in, and in what order its keys, decides nothing; so neither changes the hash. Profiles
 * follow from the rest.
 */
function hashOf(built: Omit<IndicatorSystem, 'sha256'>): string {
  const indicators = built.indicators.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify({ ...built, indicators }, sorted))
    .digest('hex')
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
