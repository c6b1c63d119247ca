import type { Answer, Declaration } from './package.ts'
import type { Parameter } from './system.ts'

/** One line of the unit's own mapping. `pattern` is a path, a folder, or a glob with `*`, `?` and `**`. */
export type Mapping = {
  readonly pattern: string
  readonly indicators: readonly string[]
  /** Id or name of a material; null leaves it to the titles. */
  readonly material: string | null
  readonly line: number
}

/** What a unit says of its own package, in `audit.yaml`. */
export type UnitFile = {
  readonly unit: string | null
  readonly files: readonly Mapping[]
  readonly declarations: readonly Declaration[]
  readonly answers: readonly Answer[]
  readonly parameters: readonly Parameter[]
}

/** The file's name, at the root of the unit's folder. */
export const UNIT_FILE = 'audit.yaml'

export const NO_UNIT_FILE: UnitFile = { unit: null, files: [], declarations: [], answers: [], parameters: [] }
