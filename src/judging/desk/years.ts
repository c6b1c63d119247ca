import type { Day } from '../../core/day.ts'
import { addDays, dayOf, daysBetween, earliest, isDay, monthOf, written, yearOf } from '../../core/day.ts'
import type { Evidence } from '../../core/evidence.ts'
import type { Scope } from '../../core/kind.ts'
import type { Document } from '../../core/package.ts'
import type { Truth } from '../../core/where.ts'
import { fileName } from '../../language/prose.ts'

/** A stretch of the cycle that is judged by itself. `subject` is 2021, 2021-03, or empty for the whole cycle. */
export type Period = {
  readonly subject: string
  /** How messages call it: 2021年, 2021年3月, 创建周期内. */
  readonly name: string
  readonly year: number | null
  readonly from: Day
  readonly to: Day
  /** Over, and all of it inside the cycle. What is missing from any other period may still come or was never due. */
  readonly whole: boolean
  /** Why it is not whole; empty where it is. */
  readonly why: string
  /** How much of it has gone by, 0…1. */
  readonly share: number
}

/** What tells verdicts of one rule apart: a name, a period, or both. */
export const subjectOf = (name: string, period: Period | null): string =>
  [name, period?.subject ?? ''].filter((part) => part !== '').join(' ')

const endOf = ({ package: { cycle, asOf } }: Scope): Day => earliest([cycle.to, asOf])!

export function cycleOf(scope: Scope): Period {
  const { cycle, asOf } = scope.package
  const whole = asOf >= cycle.to
  return {
    subject: '',
    name: '创建周期内',
    year: null,
    from: cycle.from,
    to: endOf(scope),
    whole,
    why: whole ? '' : `创建周期至${written(cycle.to)}止，尚未结束`,
    share: shareOf(cycle.from, endOf(scope), cycle.from, cycle.to),
  }
}

/** The calendar years of the cycle that have begun. */
export function yearsOf(scope: Scope): Period[] {
  const [first, last] = [yearOf(scope.package.cycle.from), yearOf(endOf(scope))]
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  return years.map((year) =>
    clippedTo(scope, String(year), `${year}年`, year, dayOf(year, 1, 1)!, dayOf(year, 12, 31)!),
  )
}

/** The months of a year that are over and wholly inside the cycle. */
export function monthsOf(scope: Scope, year: number): Period[] {
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  return months
    .map((month) => {
      const from = dayOf(year, month, 1)!
      const to = addDays(month === 12 ? dayOf(year + 1, 1, 1)! : dayOf(year, month + 1, 1)!, -1)
      return clippedTo(scope, from.slice(0, 7), `${year}年${month}月`, year, from, to)
    })
    .filter(({ whole }) => whole)
}

function clippedTo(scope: Scope, subject: string, name: string, year: number, first: Day, last: Day): Period {
  const { cycle, asOf } = scope.package
  const from = cycle.from > first ? cycle.from : first
  const to = earliest([endOf(scope), last])!
  const why =
    from > first
      ? `创建周期自${written(cycle.from)}起`
      : to === last
        ? ''
        : asOf < last
          ? `截至${written(asOf)}尚未结束`
          : `创建周期至${written(cycle.to)}止`
  return { subject, name, year, from, to, whole: why === '', why, share: shareOf(from, to, first, last) }
}

const shareOf = (from: Day, to: Day, first: Day, last: Day): number =>
  Math.min(1, Math.max(0, (daysBetween(from, to) + 1) / (daysBetween(first, last) + 1)))

/** The years a title speaks of: 2021年度…报告, 二〇二一年, 2021—2023年. A day in it (2021年7月5日) is no such year. */
export function yearsIn(title: string): number[] {
  const text = title
    .normalize('NFKC')
    .replace(/[〇零○]/g, '0')
    .replace(/[一二三四五六七八九]/g, (sign) => String('一二三四五六七八九'.indexOf(sign) + 1))
  const found = new Set<number>()
  for (const [, first, last] of text.matchAll(
    /(?<!\d)((?:19|20)\d{2})(?:\s*年?\s*[-—–~至]+\s*((?:19|20)\d{2}))?\s*年(?!\s*\d{1,2}\s*月)/g,
  )) {
    const [from, to] = [Number(first), Number(last ?? first)]
    for (let year = from; year <= Math.min(to, from + 20); year++) found.add(year)
  }
  return [...found].sort((a, b) => a - b)
}

export const monthName = ({ from }: Period): string => `${monthOf(from)}月`

/** The years that a document is about: by its title, its file's name, its folder, its own day, or the camera's. */
export function yearsAbout(document: Document): number[] {
  const named = yearsNamed(document)
  if (named.length > 0) return named
  const { evidence, facts } = document
  const taken = String(evidence.properties.taken ?? '').slice(0, 10)
  const days = [...(facts.issued ? [facts.issued.value] : []), ...(isDay(taken) ? [taken] : [])]
  return days.slice(0, 1).map(yearOf)
}

function yearsNamed({ evidence, facts }: Document): number[] {
  const parts = evidence.path.split('/')
  const folders = parts
    .slice(0, -1)
    .flatMap((part) => [...yearsIn(part), ...(/^(?:19|20)\d{2}$/.test(part) ? [Number(part)] : [])])
  const title = facts.title?.value ?? ''
  const sources = [yearsIn(title), yearsUnder(title, evidence), yearsIn(fileName(evidence.path)), folders]
  const named = sources.find((years) => years.length > 0) ?? []
  const called = [...new Set(fileName(evidence.path).match(BARE_YEAR)?.map(Number))].toSorted()
  if (called.length > named.length && named.every((year) => called.includes(year)) && isBound(called, evidence))
    return called
  // The title is the first sheet's: beside 2020 the workbook has 2021 and 2022.
  const sheets = yearsOfSheets(evidence)
  const isSeries = named.length <= 1 && sheets.length > 1 && named.every((year) => sheets.includes(year))
  return isSeries ? sheets : named
}

/** 案卷评查2020、2021: the papers of several years in one file, of which each begins with a line that names its year. */
function isBound(years: readonly number[], { passages }: Evidence): boolean {
  const heads = passages.filter(({ text }) => text.trim().length <= LONGEST_HEAD && !STOPS.test(text))
  const headed = new Set(heads.flatMap(({ text }) => (ONLY_DAY.test(text.trim()) ? [] : yearsIn(text))))
  return years.every((year) => headed.has(year))
}

const BARE_YEAR = /(?<!\d)20\d{2}(?!\d)/gu
const LONGEST_HEAD = 40
const STOPS = /[。;；，,]/u
/** Under a signature. */
const ONLY_DAY = /^[\d\s年月日.]*$/u

/** (2020—2022年) alone on the line under the title. */
function yearsUnder(title: string, { passages }: Evidence): number[] {
  if (title === '') return []
  const lines = passages.slice(0, HEADLINES).filter(({ text }) => text.trim() !== '')
  const at = lines.findIndex(({ text }) => text.trim() !== '' && title.endsWith(text.trim()))
  const next = lines[at + 1]?.text.trim() ?? ''
  return at >= 0 && ONLY_YEARS.test(next.normalize('NFKC')) ? yearsIn(next) : []
}

const HEADLINES = 12
const ONLY_YEARS = /^\(?\s*(?:19|20)\d{2}[\d\s年度、和及~至到\-—–]{0,20}\)?$/u

/** The years of a workbook's filled sheets, by what each is called or headed. */
function yearsOfSheets({ tables }: Evidence): number[] {
  const years = tables.flatMap((table) => {
    if (table.kind !== 'sheet' || table.rows.length < FILLED) return []
    const [head = []] = [table.rows[0]?.values]
    const heads = head.flatMap((value) => (typeof value === 'string' ? [value.slice(0, 100)] : []))
    const own = /^\s*(20\d{2})(?!\d)/.exec(table.name)?.[1]
    const called = own === undefined ? yearsIn(heads[0] ?? '') : [Number(own)]
    return called.length === 1 ? called : []
  })
  return [...new Set(years)].sort((a, b) => a - b)
}

/** A heading, a line of heads and a row. */
const FILLED = 3

/** Reports that look back on a year come in the first months of the next. */
const LOOKS_BACK = 3

/** Whether a document is about a year. What names none and was issued early in the next may look back on it. */
export function isAbout(document: Document, year: number): Truth {
  const years = yearsAbout(document)
  if (years.length === 0) return 'unknown'
  if (years.includes(year)) return 'yes'
  const issued = document.facts.issued?.value
  const early = issued && yearOf(issued) === year + 1 && monthOf(issued) <= LOOKS_BACK
  return early && yearsNamed(document).length === 0 ? 'unknown' : 'no'
}
