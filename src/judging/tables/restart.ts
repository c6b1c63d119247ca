import { type Day, latest, yearOf } from '../../core/day.ts'
import { rowWords } from '../../language/row-words.ts'
import { daysIn } from '../../language/written-days.ts'
import { clausesOf } from '../../records/remark.ts'
import { dayInYear } from '../../records/table-year.ts'

/** From which day the time is counted anew: 3月10日重新提交,办理时长自重新提交起算. `null`: it is, and no day is said. */
export function restartOf(remark: string, around: Day): Day | null | undefined {
  const clauses = clausesOf(remark).filter((clause) => rowWords().restarting.some((word) => clause.includes(word)))
  if (clauses.length === 0) return undefined
  const days = clauses.flatMap((clause) => [
    ...daysIn(clause).map(({ day }) => day),
    ...[dayInYear(clause, yearOf(around))].flatMap((day) => day ?? []),
  ])
  return latest(days.filter((day) => day >= around)) ?? null
}
