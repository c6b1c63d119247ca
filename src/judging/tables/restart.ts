import { type Day, dayOf, latest, yearOf } from '../../core/day.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { plain } from '../../language/text.ts'
import { daysIn } from '../../language/written-days.ts'
import { clausesOf } from '../../records/remark.ts'
import { dayInYear } from '../../records/table-year.ts'
import { cell } from './cells.ts'
import type { GridRow } from './grid.ts'

/** From which day the time is counted anew: 3月10日重新提交,办理时长自重新提交起算. `null`: it is, and no day is said. */
export function restartOf(remark: string, around: Day): Day | null | undefined {
  if (!holdsAny(plain(remark), rowWords().restarting)) return undefined
  const clauses = clausesOf(remark).filter((clause) => rowWords().restarting.some((word) => clause.includes(word)))
  if (clauses.length === 0) return undefined
  const days = clauses.flatMap((clause) => [
    ...daysIn(clause).map(({ day }) => day),
    ...[dayInYear(clause, yearOf(around)), dottedIn(clause, yearOf(around))].flatMap((day) => day ?? []),
  ])
  return latest(days.filter((day) => day >= around)) ?? null
}

/** What any cell of the row says of a day from which the time is counted anew; `null` where it names none. */
export function restartedOn(row: GridRow, around: Day): Day | null | undefined {
  const said = row.grid.columns.map((column) => restartOf(cell(row, column), around))
  return said.find((day) => day) ?? said.find((day) => day === null)
}

/** 从4.19起算: a month and a day within words, where the year is known. */
function dottedIn(clause: string, year: number): Day | undefined {
  const [, month, day] = /(?<![\d.])(1[0-2]|0?[1-9])\.(\d{1,2})(?![\d.])/u.exec(clause) ?? []
  return month === undefined ? undefined : dayOf(year, Number(month), Number(day))
}
