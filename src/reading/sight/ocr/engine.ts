import type { PageTable } from '../../formats/pdf/tables.ts'
import type { Box, Pixels, Turn } from '../render/pixels.ts'

/** A stretch of text on one row. `certainty` 0…1 is the recogniser's own mean. */
export type OcrLine = { readonly text: string; readonly certainty: number; readonly box: Box }

/** A table on a picture. Its places are points (1/72 inch) on the table laid level. */
export type OcrTable = Omit<PageTable, 'page'>

/**
 * What stands on a picture. Lines are in reading order, the rows of tables among them, their boxes on the picture turned
 * upright; `rotation` is the clockwise turn that made it upright, `skew` what is left, in degrees.
 */
export type OcrPage = {
  readonly lines: readonly OcrLine[]
  readonly tables: readonly OcrTable[]
  readonly rotation: Turn
  readonly skew: number
}

/** Pictures → text. `version` names the weights and the runtime: another one may read another text. */
export type OcrEngine = {
  readonly name: string
  readonly version: string
  /** `seals` lie over the text: there it is read a second time with the red taken out. */
  recognise(pixels: Pixels, seals?: readonly Box[]): Promise<OcrPage>
  close(): Promise<void>
}
