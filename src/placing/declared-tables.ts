import type { Evidence, Table } from '../core/evidence.ts'
import { cellPlace } from '../core/evidence.ts'
import type { Declaration } from '../core/package.ts'
import type { Place } from '../core/place.ts'
import { bare, clipped, plain } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { oneOf } from '../language/words.ts'
import { textOf } from '../records/cell.ts'
import { tokenOf } from './number-token.ts'
import type { Outline } from './outline.ts'

type Declares = Declaration['declares']
export type Listed = { readonly id: string; readonly declares: Declares; readonly reason: string; readonly at: Place }

const INDICATOR = oneOf('naming', 'indicators')
const HEAD = new RegExp(`^${oneOf('naming', 'thirdLevel')}?${INDICATOR}${oneOf('naming', 'numberHeads')}?$`, 'u')
const NUMBERS = new RegExp(
  `^${INDICATOR}?[\\d\\s、,，;；和及与至~～—–-]{1,80}$|^[一二三四五六七八九十百、和至]{1,40}$`,
  'u',
)
const NAMED = new RegExp(`^${INDICATOR}`, 'u')
const NOT_OURS = new RegExp(
  `${oneOf('naming', 'rowNotOurs')}|${oneOf('naming', 'lackingDuty')}.{0,12}${oneOf('naming', 'duties')}`,
  'u',
)
const NOTHING = new RegExp(oneOf('naming', 'rowNothing'), 'u')
const ROWS = 400

/** A row that names its indicators, as it stands in a table with a column of their numbers. */
export type NumberedRow = {
  readonly ids: readonly string[]
  /** Where the numbers stand. */
  readonly at: Place
  /** The other cells, column by column; empty ones are empty. */
  readonly others: readonly string[]
}

/** The rows of a table under a head that calls them 指标, 指标号; none where no column is called so. */
export function numberedRows(path: string, table: Table, outline: Outline): NumberedRow[] {
  const top = table.rows.findIndex(({ values }) => values.some((value) => HEAD.test(bare(textOf(value)))))
  const head = table.rows[top]
  if (!head) return []
  const at = head.values.findIndex((value) => HEAD.test(bare(textOf(value))))
  return table.rows.slice(top + 1, top + ROWS).flatMap(({ index, values }): NumberedRow[] => {
    const numbers = plain(textOf(values[at])).trim()
    if (!NUMBERS.test(numbers)) return []
    const token = tokenOf(`指标${numbers.replace(NAMED, '')}`, outline)
    if (token.says !== 'ids') return []
    const others = head.values.map((_, column) => (column === at ? '' : textOf(values[column]).trim()))
    return [{ ids: token.ids, at: cellPlace(path, table, index, at, numbers), others }]
  })
}

/** A statement's table of the indicators that it speaks of, one a row: 9、10、11 │ 双随机 │ 我镇无相关职能. */
export function declaredRows({ path, tables }: Evidence, outline: Outline): Listed[] {
  const found = new Map<string, Listed>()
  for (const { ids, at, others } of tables.flatMap((table) => numberedRows(path, table, outline))) {
    const said = others.findLast((text) => NOT_OURS.test(text) || NOTHING.test(text))
    if (!said) continue
    const declares: Declares = NOT_OURS.test(said) ? '不适用' : '零报告'
    for (const id of ids) if (!found.has(id)) found.set(id, { id, declares, reason: visible(clipped(said, 80)), at })
  }
  return [...found.values()]
}
