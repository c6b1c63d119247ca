import { exempt, gap, met, shown, unclear, type Verdict } from '../../../core/verdict.ts'
import { monthName, type Period, subjectOf } from '../../desk/years.ts'
import { doubtOf } from '../../papers/absent.ts'
import { sampled } from '../../rows/cases.ts'
import type { Counted } from './counting.ts'
import { boundName, type Frame, isAll, placesIn, reasonOf } from './frame.ts'

/** Whether a month lies between the first and the last that the ledger tells of. */
export type Kept = (month: Period) => boolean

/** One verdict a year, over the months that are past. */
export function ofMonths(
  frame: Frame,
  year: Period,
  months: readonly Period[],
  inPeriod: (period: Period) => Counted,
  kept: Kept,
): Verdict<'enough' | 'no-month' | 'months-many' | 'months-short' | 'months-open'> {
  const { scope, of, backs, most, unit } = frame
  const least = frame.least ?? (most === null ? 1 : 0)
  const counts = months.map((month) => ({ month, ...inPeriod(month) }))
  const names = (some: typeof counts) =>
    some.map(({ month, sure }) => `${monthName(month)}${sure.length}${unit}`).join('、')
  const about = {
    of,
    period: year.name,
    name: scope.rule.name,
    least: `${least}${unit}`,
    most: `${most ?? 0}${unit}`,
  }
  const bounds = boundName(least > 0 ? least : null, most, unit)
  const more = { subject: subjectOf(of, year), expected: `每月${bounds}` }
  if (counts.length === 0) return exempt('no-month', about, more)

  const places = (some: typeof counts) => some.flatMap(({ sure }) => placesIn(sure))
  const many = counts.filter(({ sure }) => most !== null && sure.length > most)
  if (many.length > 0)
    return gap(
      'months-many',
      { ...about, count: many.length, months: names(many) },
      { ...more, cites: places(many), actual: names(many) },
    )
  const open = [...new Set(counts.flatMap((one) => one.open))]
  const short = counts.filter(({ sure }) => sure.length < least)
  const rows = places(counts)
  const cites = [...backs, ...sampled(rows)]
  // What is not there has no row: the tables of that year are where to look.
  const own = backs.filter(({ file, sheet }) => rows.some((at) => at.file === file && at.sheet === sheet))
  const looked = own.length > 0 ? own : backs
  const over = counts.filter((one) => most !== null && one.sure.length + one.open.length > most)
  if (short.length === 0 && over.length === 0)
    return met(
      'enough',
      { ...about, count: `${counts.length}个月，每月均${bounds}`, note: '' },
      { ...more, cites, actual: `${counts.length}个月均符合` },
    )
  const lost = short.filter((one) => one.sure.length + one.open.length < least)
  if (lost.length > 0 && isAll(frame))
    return gap(
      'months-short',
      { ...about, count: lost.length, months: names(lost) },
      { ...more, cites: looked, actual: names(lost), lacks: { materials: frame.materials } },
    )
  // Who kept the ledger before that month and after it has to do so himself.
  const holes = lost.filter(({ month }) => kept(month))
  if (holes.length > 0 && isAll({ ...frame, scope: { ...scope, certain: true } }))
    return shown(
      gap(
        'months-short',
        { ...about, count: holes.length, months: names(holes) },
        { ...more, cites: looked, actual: names(holes), lacks: { materials: frame.materials } },
      ),
    )
  const reason = open.length > 0 ? `有${open.length}${unit}的日期等登记不能确定${reasonOf(frame)}` : doubtOf(scope)
  const found =
    short.length > 0
      ? `${short.length}个月不足${about.least}（${names(short)}），但`
      : `${names(over)}，加上不能确定的可能超过${about.most}：`
  return unclear(
    'months-open',
    { ...about, found, reason },
    { ...more, cites: [...backs, ...placesIn(open)], actual: names(short.length > 0 ? short : over) },
  )
}
