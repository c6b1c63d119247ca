import type { Format, Reading } from '../core/evidence.ts'
import type { Problem } from '../core/problem.ts'
import type { Source } from './folder/source.ts'

/** What became of one source. */
export type Got = {
  readonly source: Source
  readonly bytes: number
  readonly sha256: string
  readonly format: Format
  readonly macro: boolean
  readonly reading: Reading
  /** What was made of the reading, where it was asked for. */
  readonly digest?: Uint8Array
  /** It could not even be opened. */
  readonly refused?: Problem
}

export type Known = Pick<Got, 'format' | 'macro' | 'reading' | 'digest'>
