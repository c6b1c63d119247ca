import type { Answer, Declaration } from './package.ts'
import type { Parameter } from './system.ts'

/** Files that the unit itself assigns to indicators: a path, or a pattern with * and **. `line` is in audit.yaml. */
export type Mapping = {
  readonly pattern: string
  readonly indicators: readonly string[]
  readonly material: string | null
  readonly line: number
}

/** What a unit says of its own package in audit.yaml. */
export type UnitFile = {
  readonly unit: string | null
  readonly files: readonly Mapping[]
  readonly declarations: readonly Declaration[]
  readonly answers: readonly Answer[]
  readonly parameters: readonly Parameter[]
}

export const NO_UNIT_FILE: UnitFile = { unit: null, files: [], declarations: [], answers: [], parameters: [] }
