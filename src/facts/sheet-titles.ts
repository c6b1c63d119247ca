import { cellPlace, type Evidence, type Row } from '../core/evidence.ts'
import type { Fact } from '../core/fact.ts'
import { bare } from '../language/text.ts'
import { type Line, lineOf, quoted } from './lines.ts'

const ROWS = 5

/** The row above a table's header that holds one text alone: 规范性文件台账(2022年). Visible sheets only. */
export function sheetTitle({ path, tables }: Pick<Evidence, 'path' | 'tables'>): Fact<string> | null {
  for (const table of tables.filter(({ hidden }) => !hidden))
    for (const row of table.rows.slice(0, ROWS)) {
      const filled = filledCells(row)
      if (filled.length > 1) break
      const [only] = filled
      const line = only && lineOf(String(only.value), cellPlace(path, table, row.index, only.column), 1)
      if (line && isTitle(line)) return { value: line.text, at: quoted(line), certainty: 'likely', why: '取自表格首行' }
    }
  return null
}

/**
 * The first and the last rows of each sheet that are no rows of its table: there a form says who fills it in, and when.
 * The table's own cells name other bodies and other days.
 */
export function marginsOf({ path, tables }: Pick<Evidence, 'path' | 'tables'>): Line[] {
  return tables
    .filter(({ hidden }) => !hidden)
    .flatMap((table) =>
      [...table.rows.slice(0, ROWS), ...table.rows.slice(Math.max(ROWS, table.rows.length - ROWS))].flatMap((row) =>
        marginal(row).flatMap(
          ({ value, column }) => lineOf(String(value), cellPlace(path, table, row.index, column), 1) ?? [],
        ),
      ),
    )
}

const LABELLED = /^\s*[^:]{0,6}(?:单位|日期|时间|人)(?:\([^()]{1,8}\))?\s*:/

function marginal(row: Row) {
  const filled = filledCells(row)
  return filled.length === 1 ? filled : filled.filter(({ value }) => LABELLED.test(String(value).normalize('NFKC')))
}

const filledCells = ({ values }: Row) =>
  values.flatMap((value, column) => (value === null || String(value).trim() === '' ? [] : [{ value, column }]))

const isTitle = ({ text }: Line): boolean =>
  text.length <= 80 &&
  /\p{Script=Han}{3,}/u.test(text) &&
  !/[。;!?]|^[^:]{1,8}:/.test(text) &&
  !/^(?:附件|附表|表)\d*$/.test(bare(text))
