import { dayOf } from '../core/day.ts'
import { cellPlace, type Evidence } from '../core/evidence.ts'
import type { Denial } from '../core/fact.ts'
import { cellWord } from '../language/cell-words.ts'
import { bare, plain } from '../language/text.ts'

/** A year, or a part of one; the day of an act is none. */
const TIME =
  /^(20\d{2})年?度?(?:[上下]半年|全年|(?:第?[一二三四1-4]季度?)|\d{1,2}月(?:份)?|\d{1,2}(?:月)?[-—–~至]\d{1,2}月)?$/u
const NONE = new RegExp(`^(?:0|零)\\p{Script=Han}{0,2}$|^${cellWord('none')}$`, 'u')
const FEWEST = 2
const SHORTEST = 4

/**
 * Columns of a periodic table in which every stretch of time has none: 季度 │ 下达罚没指标(件) over 0, 0, 0 says as much as a
 * sentence. The first cell of each row is the time; what the rows are not of, a zero of one case, says nothing of the unit.
 */
export function zerosIn({ path, tables }: Evidence): Denial[] {
  return tables.flatMap((table) => {
    const rows = table.rows.flatMap((row) => {
      const year = TIME.exec(plain(String(row.values[0] ?? '')).trim())?.[1]
      return year === undefined ? [] : [{ row, year: Number(year) }]
    })
    const [first] = rows
    const head = first && table.rows[table.rows.indexOf(first.row) - 1]
    if (!head || rows.length < FEWEST) return []
    const years = rows.map(({ year }) => year)
    const [from, to] = [dayOf(Math.min(...years), 1, 1) ?? null, dayOf(Math.max(...years), 12, 31) ?? null]
    return head.values.flatMap((value, column): Denial[] => {
      const name = bare(String(value ?? ''))
      const isNone = rows.every(({ row }) => NONE.test(plain(String(row.values[column] ?? '')).trim()))
      if (column === 0 || name.length < SHORTEST || !isNone) return []
      const said = {
        sentence: `${plain(String(value))}:${plain(String(first.row.values[column]))}`,
        ours: true,
        heading: '',
      }
      const at = cellPlace(path, table, head.index, column, String(value))
      // As a clause of its own, and as a count of none.
      return [
        { ...said, clause: '', scope: name, from, to, at },
        { ...said, clause: '', scope: '', from, to, at },
      ]
    })
  })
}
