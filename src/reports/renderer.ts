import type { Report } from '../core/report.ts'
import type { Since } from '../core/since.ts'

/** How wide the terminal is, and whether it takes colour. Renderers of files ignore both. */
export type Look = {
  readonly width: number
  readonly colour: boolean
  /** No caps on lists. */
  readonly all: boolean
  /** Against an earlier report of the same unit. */
  readonly since?: Since
}

export const PLAIN: Look = { width: 80, colour: false, all: false }

/** One output format: a report to bytes. It decides nothing, the exit code least of all. */
export type Renderer = {
  readonly name: string
  /** Without the dot; the first is the usual one. */
  readonly extensions: readonly string[]
  readonly binary: boolean
  render(report: Report, look: Look): Promise<string | Uint8Array>
}
