import { type Day, dayOf } from '../core/day.ts'
import { daysIn } from './written-days.ts'

export type Stretch = { readonly from: Day | null; readonly to: Day | null }

const SINCE = /(20\d{2})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?(?:以来|起至今|至今|起)/u
const YEARS = /(20\d{2})(?:年度?)?\s*(?:[-—–~至到]+)\s*(20\d{2})年?/u
/** 2020年、2021年和2022年: years one by one. */
const LISTED = /(?<!\d)20\d{2}(?:年度?)?(?:\s*[、和及]+\s*20\d{2}(?!\d)(?:年度?)?)+/u
const YEAR = /(20\d{2})年度?/u
const THIS = /今年以来|本年度?|今年/u

const BEFORE =
  /^(?:在)?(?:此前|在此之前|此之前|之前|以前|先前|[^,]{0,12}(?:承接|划转|赋权|成立|组建|设立)(?:之?前|以前))/u

/** 此前没有处罚案件: what is said of the time before something else, which a sentence names first. */
export const isOfBefore = (clause: string): boolean => BEFORE.test(clause.trim())

/** The time that a sentence or title speaks of: 2020年1月1日至2022年7月20日, 2020年以来, 2020—2022年, 2021年度; else undefined. */
export function periodIn(text: string, issued: Day | null): Stretch | undefined {
  const days = daysIn(text)
  for (const [index, one] of days.entries()) {
    const next = days[index + 1]
    if (next && /^\s*(?:[-—–~]+|至|到)\s*$/u.test(text.slice(one.end, next.start)))
      return { from: one.day, to: next.day }
  }
  const since = SINCE.exec(text)
  if (since) return { from: dayOf(Number(since[1]), Number(since[2] ?? 1), Number(since[3] ?? 1)) ?? null, to: null }
  const years = YEARS.exec(text)
  if (years && years[1]! <= years[2]!)
    return { from: dayOf(Number(years[1]), 1, 1) ?? null, to: dayOf(Number(years[2]), 12, 31) ?? null }
  const listed = LISTED.exec(text)
  if (listed) return listedIn(listed[0])
  const year = days.length === 0 ? YEAR.exec(text)?.[1] : undefined
  if (year) return { from: dayOf(Number(year), 1, 1) ?? null, to: dayOf(Number(year), 12, 31) ?? null }
  if (THIS.test(text) && issued) return { from: dayOf(Number(issued.slice(0, 4)), 1, 1) ?? null, to: issued }
  return undefined
}

/** From the first of them as far as they follow one another: 2020年、2022年 leaves out the year between. */
function listedIn(text: string): Stretch {
  const years = [...text.matchAll(/20\d{2}/gu)].map(([year]) => Number(year))
  const [first = 0] = years
  let last = first
  while (years.includes(last + 1)) last++
  return { from: dayOf(first, 1, 1) ?? null, to: dayOf(last, 12, 31) ?? null }
}
