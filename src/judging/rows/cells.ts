import type { Day } from '../../core/day.ts'
import { yearOf } from '../../core/day.ts'
import type { Field } from '../../core/ledger.ts'

/** Nothing stands in the cell, or a mark that says so (无, —). */
export const isEmpty = ({ state }: Field): boolean => state === 'blank' || state === 'none'

export const dayIn = (field: Field): Day | undefined =>
  field.state === 'day' || field.state === 'time' ? field.day : undefined

export const numberIn = (field: Field): number | undefined => (field.state === 'number' ? field.number : undefined)

/** The year of a day, or the year that a year column or a text (2021年度) names. */
export function yearIn(field: Field): number | undefined {
  const day = dayIn(field)
  if (day) return yearOf(day)
  const year = numberIn(field) ?? Number(/(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(field.text)?.[0])
  return Number.isInteger(year) && year >= 1900 && year < 2100 ? year : undefined
}

const MONTH = /^(20\d{2})\s*[年.\-/]\s*(1[0-2]|0?[1-9])\s*月?份?$/u

/** 2021年1月 as 2021-01, 2月全月 in a table of 2020 as 2020-02: a clerk who notes the months of his rounds gives no days. */
export function monthIn(field: Field): string | undefined {
  const { text } = field
  const period = field.state === 'unreadable' ? field.period : undefined
  if (period && period.from.slice(0, 7) === period.to.slice(0, 7)) return period.from.slice(0, 7)
  const found = MONTH.exec(text.normalize('NFKC').trim())
  return found ? `${found[1]}-${found[2]!.padStart(2, '0')}` : undefined
}

const HOUR = 3_600_000

/** The earliest and the latest moment a cell can mean, in hours; a day without a time is any moment of it. */
export function hoursIn(field: Field): { readonly from: number; readonly to: number } | undefined {
  if (field.state === 'time') {
    const at = Date.parse(`${field.moment}Z`) / HOUR
    return Number.isNaN(at) ? undefined : { from: at, to: at }
  }
  if (field.state !== 'day') return undefined
  const midnight = Date.parse(field.day) / HOUR
  // The last minute, not the next midnight: moments are told to the minute.
  return { from: midnight, to: midnight + 24 - 1 / 60 }
}
