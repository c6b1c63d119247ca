import type { Row, Value } from '../core/evidence.ts'
import type { ColumnSpec } from '../core/ledger.ts'

export const isBlank = (value: Value | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && !beginsPlainly(value) && value.trim() === '')

/**
 * Whether a text begins with a common sign, and not with `but`. Nearly every cell does: no copy has to be made to see that
 * something is there.
 */
export function beginsPlainly(text: string, but = ''): boolean {
  const code = text.charCodeAt(0)
  return ((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff)) && code !== but.charCodeAt(0)
}

/** On test scans no day, figure or flag that was read more surely than this was wrong; a text is not another for one sign. */
const [SURE, SURE_TEXT] = [0.95, 0.9]

/** Whether a cell was recognised from an image, and not well enough to hold anybody to it. */
export const isDoubtful = ({ certainties }: Row, at: number, { type }: ColumnSpec): boolean =>
  (certainties?.[at] ?? 1) < (type === 'text' ? SURE_TEXT : SURE)

/** Whether something stands in a cell, read or not. */
export const isWritten = ({ values, certainties }: Row, at: number): boolean =>
  !isBlank(values[at]) || certainties?.[at] === 0
