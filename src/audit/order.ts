import type { Calendar } from '../core/calendar.ts'
import type { Day } from '../core/day.ts'
import type { Evidence } from '../core/evidence.ts'
import type { Kind } from '../core/kind.ts'
import type { Problem } from '../core/problem.ts'
import type { Report } from '../core/report.ts'
import type { IndicatorSystem, Unit } from '../core/system.ts'
import type { UnitFile } from '../core/unit-file.ts'

export type Order = {
  readonly system: IndicatorSystem
  readonly unit: Unit
  readonly evidence: readonly Evidence[]
  /** What `digestOf` made of files before, by path; the others are read now. */
  readonly digestOf?: (path: string) => unknown
  /** What went wrong while the evidence was gathered. */
  readonly problems?: readonly Problem[]
  readonly unitFile?: UnitFile | null
  readonly asOf: Day
  readonly clock?: string
  readonly tool: Report['tool']
  /** Judge only these indicators (ids) or rules (`28.reviewed`); empty is all. */
  readonly only?: readonly string[]
  readonly kinds?: Readonly<Record<string, Kind>>
  readonly calendar?: Calendar
}
