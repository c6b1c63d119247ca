/** How a cell looks; cells of one look share it. */
export type Look = {
  /** Points. */
  readonly size: number
  readonly bold?: true
  /** Eight hex digits, opaque ones first. */
  readonly fill?: string
  readonly boxed?: true
  readonly across?: 'left' | 'center'
  readonly down?: 'top' | 'center'
  readonly wraps?: true
  readonly shrinks?: true
  /** May be written in though the sheet is guarded. */
  readonly open?: true
  readonly day?: true
  readonly link?: true
}

export type Cell = {
  /** Text is safe already; a day is the number of its serial. */
  readonly value: string | number
  readonly look?: Look | undefined
  readonly link?: string
}

export type Row = { readonly height?: number; readonly cells: readonly (Cell | undefined)[] }

/** Rows and columns from 1, as spreadsheets count. */
export type Box = readonly [top: number, left: number, bottom: number, right: number]

/** What may be chosen, or that it is a day, in one column over some rows. */
export type Choice = {
  readonly column: number
  readonly from: number
  readonly to: number
  readonly title: string
  readonly of?: readonly string[]
}

/** One sheet of a workbook. */
export type Page = {
  readonly name: string
  readonly hidden?: boolean
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[]
  readonly rows: readonly Row[]
  readonly joined?: readonly Box[]
  readonly choices?: readonly Choice[]
  /** Rows above this stay where they are. */
  readonly frozen?: number
  readonly filter?: Box
  /** Rows that every printed page begins with. */
  readonly repeated?: readonly [number, number]
  /** No password: it keeps cells from being written over by mistake, and from nobody. */
  readonly guarded?: boolean
  /** How many pages high at most; without it as many as it takes. */
  readonly high?: number
  /** Not for paper: just rows. */
  readonly bare?: true
}
