import { type Day, dayOf, yearOf } from '../../../core/day.ts'
import type { Row } from '../../../core/evidence.ts'
import type { Count, Package } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { cellWord } from '../../../language/cell-words.ts'
import { fileName } from '../../../language/prose.ts'
import { plain } from '../../../language/text.ts'
import { visible } from '../../../language/visible.ts'
import { indexOf } from '../../desk/scope-index.ts'
import { gridsOf } from '../../tables/grid.ts'
import { totalsOf } from '../../tables/shares.ts'
import { type Register, registersOf } from './registers.ts'

/** What a report says and what stands against it. */
export type Told = {
  readonly indicator: string
  readonly at: Place
  /** Its own words. */
  readonly says: string
  readonly against: readonly Place[]
  readonly why: string
  /** In few words, for the list of all; empty where the indicator says it. */
  readonly shows: string
}

/**
 * A report's numbers of a ledger's records against the records. A row may belong to any time that one of its days lies in;
 * a number of no certain time is wrong only where it fits no time at all.
 */
export function miscounted(found: Package): Told[] {
  const told = new Map<string, Told>()
  const isUnread = indexOf(found).unread.length > 0
  for (const one of found.counts ?? []) {
    const registers = registersOf(found, one.ledger).filter(({ file }) => file !== one.file)
    const time = { from: one.from, to: one.to }
    if (registers.length === 0 || registers.some((register) => isExcerpt(register, found))) continue
    if (!isCovered(registers, time, found.asOf) || fits(one, registers, found)) continue
    if (registers.some((register) => isSummedSo(register, one.number, found))) continue
    const { least, most } = rowsIn(registers, time)
    // What went unread may hold the rest of them.
    if (one.number > most && isUnread) continue
    const names = [...new Set(registers.map(({ file }) => `“${fileName(file)}”`))].slice(0, 3).join('、')
    told.set(`${one.file} ${one.quote}`, {
      indicator: one.indicator,
      at: one.at,
      says: visible(one.quote),
      against: registers.map(({ file, sheet }) => (sheet ? { file, sheet } : { file })),
      why: `${names}${yearsOf(time)}登记${least === most ? most : `${least}至${most}`}件（行）`,
      shows: `台账${least === most ? most : `${least}至${most}`}件`,
    })
  }
  return [...told.values()]
}

/** Tables of some of the records only. */
const SOME = new RegExp(cellWord('some'), 'u')

type Time = { readonly from: Day | null; readonly to: Day | null }

/** By its name, or because it says below that it holds no more: 本表仅列镇级受理52件，村级的在各村台账. */
const isExcerpt = ({ file, sheet }: Register, found: Package): boolean =>
  SOME.test(fileName(file)) ||
  SOME.test(sheet) ||
  found.documents.some(
    ({ evidence }) =>
      evidence.path === file && evidence.tables.some((table) => table.name === sheet && table.rows.some(isOfSome)),
  )

/** 合计20件 below 21 rows: the table counts as the report does, and knows which row is none. */
const isSummedSo = ({ file, sheet }: Register, number: number, found: Package): boolean =>
  gridsOf(found).some(
    (grid) =>
      grid.file === file &&
      grid.table.name === sheet &&
      totalsOf(grid).some(
        (row) =>
          !grid.rows.includes(row) &&
          row.values.some((value) => TALLY.exec(plain(String(value ?? '')).trim())?.[1] === `${number}`),
      ),
  )
const TALLY = new RegExp(`^(?:${cellWord('totals')}|${cellWord('saidTotals')})?(\\d{1,6})\\p{Script=Han}?$`, 'u')

/** A line of its own, above or below the records. */
function isOfSome({ values }: Row): boolean {
  const [text = '', ...more] = values.map((value) => String(value ?? '').trim()).filter(Boolean)
  return more.length === 0 && ONLY_SOME.test(text)
}

const ONLY_SOME = new RegExp(cellWord('onlySome'), 'u')

/** A number of no certain time may be of the cycle, of one year, or of all that is there. */
function fits(count: Count, registers: readonly Register[], found: Package): boolean {
  const { number, from, to } = count
  const { cycle } = found
  const within = (time: Time) => {
    const { least, most } = rowsIn(registers, time)
    return number >= least && number <= most
  }
  // 采取强制措施16次 may be what one of several tables holds: 扣押查封, beside 强制拆除.
  const alone = registers.length > 1 && registers.some((one) => fits({ ...count, from, to }, [one], found))
  if (alone) return true
  if (from !== null && !isWhole(from, to, cycle)) return within({ from, to })
  const years = [...new Set(daysIn(registers).map(yearOf))]
  const times: Time[] = [
    { from: null, to: null },
    { from, to },
    { from: cycle.from, to: cycle.to },
  ]
  if (from === null) times.push(...years.map(wholeOf))
  return times.some(within)
}

const wholeOf = (year: number): Time => ({ from: dayOf(year, 1, 1) ?? null, to: dayOf(year, 12, 31) ?? null })

const isWhole = (from: Day, to: Day | null, cycle: Package['cycle']): boolean =>
  yearOf(from) === yearOf(cycle.from) && (to === null || yearOf(to) >= yearOf(cycle.to))

const daysIn = (registers: readonly Register[]): Day[] =>
  registers.flatMap(({ records }) => records.flatMap(({ days }) => days))

/** The tables must reach over the time that is spoken of: a book of one year counts nothing of three. */
function isCovered(registers: readonly Register[], { from, to }: Time, asOf: Day): boolean {
  const years = new Set(daysIn(registers).map(yearOf))
  if (years.size === 0) return false
  if (from === null) return years.size > 1
  const [first, last] = [yearOf(from), to === null ? yearOf(asOf) : yearOf(to)]
  // The last year may have had none yet.
  return years.has(first) && (first === last || years.has(last) || years.has(last - 1))
}

/** How many records there are at least and at most. What two files hold may be the same, under another number. */
function rowsIn(registers: readonly Register[], { from, to }: Time): { readonly least: number; readonly most: number } {
  const sure = new Map<string, Set<string>>()
  let most = 0
  for (const { records, file, sheet } of registers)
    for (const [nth, { key, days, doubted }] of records.entries()) {
      const within = days.filter((day) => (from === null || day >= from) && (to === null || day <= to))
      if (days.length > 0 && within.length === 0) continue
      most++
      if (doubted || days.length === 0 || within.length < days.length) continue
      sure.set(file, (sure.get(file) ?? new Set()).add(key || `${sheet} ${nth}`))
    }
  return { least: Math.max(0, ...[...sure.values()].map(({ size }) => size)), most }
}

function yearsOf({ from, to }: Time): string {
  if (from === null) return ''
  const [first, last] = [yearOf(from), to && yearOf(to)]
  return first === last ? `${first}年` : last ? `${first}至${last}年` : `${first}年以来`
}
