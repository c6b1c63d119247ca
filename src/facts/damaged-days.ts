import { type Day, dayOf } from '../core/day.ts'

/**
 * The day of a signature line whose 年, 月 or 日 got lost on the way: 2023418, 2020年1223日, 916日 (of the year that is known
 * from elsewhere). Undefined where more than one day fits: 2021111 is 11 January or 1 November.
 */
export function damagedDay(text: string, year: number | undefined): Day | undefined {
  const dated = /^((?:19|20)\d{2})年?(\d{2,4})日?$/.exec(text)
  if (dated) return onlyDay(Number(dated[1]), dated[2]!)
  const yearless = /^(\d{2,4})日$/.exec(text)
  if (yearless && year !== undefined) return onlyDay(year, yearless[1]!)
  const short = /^(\d{1,2})月(\d{1,2})日$/.exec(text)
  return short && year !== undefined ? dayOf(year, Number(short[1]), Number(short[2])) : undefined
}

function onlyDay(year: number, digits: string): Day | undefined {
  const splits = [1, 2].map((length) => [digits.slice(0, length), digits.slice(length)] as const)
  const days = splits.flatMap(([month, day]) => dayOf(year, Number(month), Number(day)) ?? [])
  const plain = days.length > 1 ? splits.filter(([, day]) => !day.startsWith('0')) : []
  return days.length === 1
    ? days[0]
    : plain.length === 1
      ? dayOf(year, Number(plain[0]![0]), Number(plain[0]![1]))
      : undefined
}
