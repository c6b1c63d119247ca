import { cellName, type Place, type Spot } from './place.ts'
import type { Problem } from './problem.ts'

/** What a file is, by its bytes. `unknown` is told by name, never taken for valid. */
export const FORMATS = [
  'pdf',
  'docx',
  'xlsx',
  'csv',
  'txt',
  'jpg',
  'png',
  'tiff',
  'bmp',
  'webp',
  'gif',
  'heic',
  'doc',
  'wps',
  'xls',
  'et',
  'ppt',
  'pptx',
  'odt',
  'ods',
  'odp',
  'ofd',
  'rtf',
  'html',
  'mht',
  'zip',
  'rar',
  '7z',
  'audio',
  'video',
  'executable',
  'shortcut',
  'encrypted',
  'empty',
  'unknown',
] as const
export type Format = (typeof FORMATS)[number]

/** A cell as the file holds it. Dates are `YYYY-MM-DD` or `YYYY-MM-DD HH:mm`; a percent-formatted 0.95 is `95%`. */
export type Value = string | number | null

/** Rows and columns from 0, both ends included. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/**
 * `page`: where the table has run on to another page than it began on. `certainties` 0…1 are those of the values, where
 * they were recognised from an image; a blank of 0 shows something that nobody could read.
 */
export type Row = {
  readonly index: number
  readonly values: readonly Value[]
  readonly certainties?: readonly number[]
  readonly hidden?: true
  readonly page?: number
  /** Of a row that was made of one figure of a table: the column in which that stands. */
  readonly of?: number
}

/** A sheet of a workbook, or a table in a document. A merged value stands once, in its top left cell. */
export type Table = {
  readonly name: string
  /** Cells of a sheet have addresses (`G9`); those of a table in a document are 第2行第3列. */
  readonly kind: 'sheet' | 'grid'
  readonly page?: number
  /** As a passage's. */
  readonly leaf?: number
  readonly hidden?: true
  readonly rows: readonly Row[]
  readonly merges: readonly Merge[]
}

/**
 * A paragraph, or a line of a page. `certainty` 0…1 is below 1 only where the text was recognised from an image. `leaf`:
 * in a file whose pages are made by the programme that shows it, which stretch between page breaks this is; none in the
 * first. It is no page number.
 */
export type Passage = {
  readonly text: string
  readonly at: Spot
  readonly certainty?: number
  readonly leaf?: number
}

export type Extent = 'whole' | 'partly' | 'unread'

export const SEAL_KINDS = ['round', 'oval', 'square', 'half'] as const
/** `half` is cut off by the paper's edge (骑缝章). */
export type SealKind = (typeof SEAL_KINDS)[number]

/** In shares 0…1 of the width and height of the page as it is read, from the top left. */
export type PageBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/**
 * A red seal that was seen on a page. `sizeMm` is its longer side on the page's paper; a photograph or a scan that states
 * no paper size is taken for A4. `certainty` 0…1 says how sure it is that this is a seal, never whose or how real.
 */
export type SeenSeal = {
  readonly page: number
  /** All pages whose edges it was stamped across, where it is spread over several; `page` is the first. */
  readonly pages?: readonly number[]
  readonly kind: SealKind
  readonly box: PageBox
  readonly sizeMm: number
  readonly certainty: number
}

/** An electronic signature that a file holds. It is told, not checked: no trust is decided here. */
export type ElectronicSignature = {
  readonly form: string
  /** As the file states it, not as a certificate proves it. */
  readonly by?: string
  /** `YYYY-MM-DD HH:mm` by the signer's clock. */
  readonly at?: string
  /** Where its seal is shown, if it says so. */
  readonly page?: number
  /** Whether it covers all the file: what was added after signing is not covered. */
  readonly whole: boolean
}

/** What a reader got out of one file's bytes. Plain data: it is cached and sent between threads. */
export type Reading = {
  readonly extent: Extent
  readonly pages: number
  readonly pagesRead: number
  readonly passages: readonly Passage[]
  readonly tables: readonly Table[]
  /** Properties the file states of itself: `created`, `modified`, `author`, `width`, `height`, `taken`, … */
  readonly properties: Readonly<Record<string, string | number>>
  /** Absent or null: nobody looked at every page, or a page has no colour to tell a seal by; so none proves nothing. */
  readonly seals?: readonly SeenSeal[] | null
  readonly signatures?: readonly ElectronicSignature[]
  /** What the file holds but the reader could not take over, in plain Chinese. */
  readonly notes: readonly Note[]
}

export type Note = { readonly code: Problem['code']; readonly message: string; readonly at?: Spot }

/** One file of the unit's folder. `path` is relative to the folder, `/`, NFC. */
export type Evidence = Reading & {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly format: Format
}

export const isImage = ({ format }: Pick<Evidence, 'format'>): boolean =>
  ['jpg', 'png', 'tiff', 'bmp', 'webp', 'gif', 'heic'].includes(format)

export const isWorkbook = ({ format }: Pick<Evidence, 'format'>): boolean =>
  ['xlsx', 'xls', 'et', 'ods', 'csv'].includes(format)

/** Places a passage of a file. */
export function placeOf(evidence: Pick<Evidence, 'path'>, { at, text }: Passage): Place {
  return { file: evidence.path, ...at, quote: text }
}

/** Places a cell of a table; row and column from 0. */
export function cellPlace(file: string, table: Table, row: number, column: number, quote?: string): Place {
  return { file, ...cellSpot(file, table, row, column), ...(quote !== undefined && { quote }) }
}

// What systems export as a web page under a workbook's name is opened as a workbook, and its cells have addresses there.
const WORKBOOK = /\.(?:xlsx?|et)$/iu

function cellSpot(file: string, table: Table, row: number, column: number): Spot {
  if (table.kind === 'sheet' || WORKBOOK.test(file)) return { sheet: table.name, cell: cellName(row, column) }
  const page = table.rows.find(({ index }) => index === row)?.page ?? table.page
  return { ...(page && { page }), cell: `${table.name}第${row + 1}行第${column + 1}列` }
}
