import type { Basis, Law } from '../core/basis.ts'
import type { Day } from '../core/day.ts'
import type { LedgerSpec } from '../core/ledger.ts'
import type { Severity } from '../core/outcome.ts'
import type { Example } from '../core/profile.ts'
import type {
  Cycle,
  Demanded,
  DenialSpec,
  Erratum,
  Group,
  Indicator,
  IndicatorSystem,
  Material,
  Milestone,
  SystemParameter,
  Unit,
  UnitCell,
  UnitKind,
} from '../core/system.ts'

/** A law of laws.yaml by edition and articles, or a text of its own. */
export type RawBasis = Pick<Basis, 'for' | 'verified' | 'source' | 'checked'> & {
  readonly law: string | null
  readonly edition: Day | null
  readonly article: string | readonly string[] | null
  readonly text: string | null
}

export type RawLaws = { readonly laws: readonly Law[] }

/** The files as validation leaves them: keys checked, defaults filled, references not yet followed. */
export type RawRule = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly severity: Severity
  readonly demanded: Demanded | null
  readonly basis: readonly RawBasis[]
  readonly erratum: string | null
  readonly for: readonly UnitKind[]
  readonly 'in-force': { readonly from: Day | null; readonly until: Day | null }
  readonly remedy: string | null
  readonly note: string
}

/** `titles` is empty where the name is the only title. */
export type RawMaterial = Material

/** `as` is null where the phrase applies as printed. */
export type RawCell = Omit<UnitCell, 'as'> & { readonly as: string | null }

export type RawIndicator = Pick<Indicator, 'id' | 'level1' | 'level2' | 'text' | 'exempts' | 'kin'> & {
  readonly units: RawCell
  readonly materials: readonly RawMaterial[]
  readonly rules: readonly RawRule[]
}

export type RawPackage = Pick<RawIndicator, 'text' | 'materials' | 'rules'>

/** One of the two is given: a rule (`28.review-limit`) or an indicator. */
export type RawOff = { readonly rule: string | null; readonly indicator: string | null; readonly why: string }

export type RawSystem = Pick<IndicatorSystem, 'id' | 'version' | 'name' | 'source'> & {
  readonly extends: string | null
  readonly off: readonly RawOff[]
  readonly cycle: Cycle
  readonly milestones: readonly Milestone[]
  readonly parameters: readonly SystemParameter[]
  readonly errata: readonly Erratum[]
  readonly package: RawPackage
}

export type RawUnits = { readonly units: readonly Unit[]; readonly groups: readonly Group[] }

export type RawLedgers = { readonly ledgers: readonly LedgerSpec[] }

/** With sentences that must hold and sentences that must not. */
export type RawDenial = DenialSpec & {
  readonly cases: { readonly holds: readonly string[]; readonly not: readonly string[] }
}

export type RawDenials = { readonly denials: readonly RawDenial[] }

export type RawTitles = { readonly titles: readonly Example[] }
