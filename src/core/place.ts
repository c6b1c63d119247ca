/** Where in a file: a page, or a sheet and perhaps a cell. Counted from 1, as people count. */
export type Spot = { readonly page?: number; readonly sheet?: string; readonly cell?: string }

/** A spot in a named file of the unit's folder, with the words that stand there. `file` is relative, `/`, NFC. */
export type Place = Spot & { readonly file: string; readonly quote?: string }

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** Row and column from 0, as Excel writes them: (0, 0) → A1. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** 第3页, 2022!G9, or nothing for a whole file. */
export function spotName({ page, sheet, cell }: Spot): string {
  if (sheet !== undefined) return cell ? `${sheet}!${cell}` : sheet
  if (page !== undefined) return cell ? `第${page}页 ${cell}` : `第${page}页`
  return cell ?? ''
}
