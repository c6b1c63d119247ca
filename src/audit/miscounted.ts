import { type Day, dayOf, yearOf } from '../core/day.ts'
import type { Ledger, LedgerRow } from '../core/ledger.ts'
import type { Count, Package } from '../core/package.ts'
import type { Rule } from '../core/system.ts'
import { gap, type Verdict } from '../core/verdict.ts'
import { fileName } from '../language/prose.ts'
import { visible } from '../language/visible.ts'

export const MISCOUNTED_MESSAGES = {
  'count-differs': {
    says: '{file}写明“{quote}”，但{tables}{period}登记{count}，两处不一致',
    fix: '请逐件核对：台账漏登的补登，文字材料写错的更正后重报',
  },
} as const

/** Tables of some of the records only. */
const SOME = /节选|抽样|样本|样例|部分|典型|示例|摘录|抽查|公示表/u

/**
 * A report's number of a ledger's records against the records, told by the first rule that reads the ledger. A row may
 * belong to any time that one of its days lies in; a number of no certain time is wrong only where it fits no time at all.
 */
export function miscountedOf(rule: Rule, told: Set<string>, found: Package): Verdict[] {
  const { ledger: name } = rule.params
  if (typeof name !== 'string') return []
  const ledgers = found.ledgers.filter(({ spec }) => spec.name === name)
  if (ledgers.length === 0 || ledgers.some(isExcerpt)) return []
  const verdicts = (found.counts ?? [])
    .filter((one) => one.ledger === name && !ledgers.some(({ file }) => file === one.file))
    .flatMap((one): Verdict[] => {
      const time = { from: one.from, to: one.to }
      const rows = rowsIn(ledgers, time)
      const subject = `count-${name} ${yearsOf(time)}`
      if (told.has(`${subject} ${one.file}`) || !isCovered(ledgers, time, found.asOf) || fits(one, ledgers, found))
        return []
      told.add(`${subject} ${one.file}`)
      const data = {
        file: `“${fileName(one.file)}”`,
        quote: visible(one.quote),
        tables: [...new Set(ledgers.map(({ file }) => `“${fileName(file)}”`))].slice(0, 3).join('、'),
        period: time.from ? yearsOf(time) : '',
        count: rows.least === rows.most ? `${rows.most}件（行）` : `${rows.least}至${rows.most}件（行）`,
      }
      const cites = [one.at, ...ledgers.map(tableOf)]
      return [
        gap('count-differs', data, {
          subject: `${subject} ${fileName(one.file)}`,
          cites,
          expected: `${rows.most}`,
          actual: `${one.number}`,
        }),
      ]
    })
  return verdicts
}

type Time = { readonly from: Day | null; readonly to: Day | null }

const tableOf = ({ file, sheet }: Ledger) => (sheet ? { file, sheet } : { file })

const isExcerpt = ({ file, sheet }: Ledger): boolean => SOME.test(fileName(file)) || SOME.test(sheet)

/** A number of no certain time may be of the cycle, of one year, or of all that is there. */
function fits({ number, from, to }: Count, ledgers: readonly Ledger[], { cycle }: Package): boolean {
  const within = (time: Time) => {
    const { least, most } = rowsIn(ledgers, time)
    return number >= least && number <= most
  }
  if (from !== null && !isWhole(from, to, cycle)) return within({ from, to })
  const years = [...new Set(daysIn(ledgers).map((day) => day.slice(0, 4)))]
  const times: Time[] = [
    { from: null, to: null },
    { from, to },
    { from: cycle.from, to: cycle.to },
  ]
  if (from === null) for (const year of years) times.push(wholeOf(Number(year)))
  return times.some(within)
}

const wholeOf = (year: number): Time => ({ from: dayOf(year, 1, 1) ?? null, to: dayOf(year, 12, 31) ?? null })

const isWhole = (from: Day, to: Day | null, cycle: Package['cycle']): boolean =>
  from.slice(0, 4) === cycle.from.slice(0, 4) && (to === null || to.slice(0, 4) >= cycle.to.slice(0, 4))

const daysIn = (ledgers: readonly Ledger[]): Day[] => ledgers.flatMap(({ rows }) => rows.flatMap(daysOf))

/** The table must reach over the time that is spoken of: a book of one year counts nothing of three. */
function isCovered(ledgers: readonly Ledger[], { from, to }: Time, asOf: Day): boolean {
  const years = daysIn(ledgers).map((day) => Number(day.slice(0, 4)))
  if (years.length === 0) return false
  if (from === null) return new Set(years).size > 1
  const [first, last] = [Number(from.slice(0, 4)), to === null ? yearOf(asOf) : yearOf(to)]
  // The last year may have had none yet.
  return years.includes(first) && (first === last || years.some((year) => year >= last - 1))
}

/** How many records there are at least and at most. One that two tables hold is one. */
function rowsIn(ledgers: readonly Ledger[], { from, to }: Time): { readonly least: number; readonly most: number } {
  const sure = new Set<string>()
  let most = 0
  for (const ledger of ledgers)
    for (const [nth, row] of ledger.rows.entries()) {
      const days = daysOf(row)
      const within = days.filter((day) => (from === null || day >= from) && (to === null || day <= to))
      if (days.length > 0 && within.length === 0) continue
      most++
      if (days.length > 0 && within.length === days.length) sure.add(row.key || `${ledger.file} ${ledger.sheet} ${nth}`)
    }
  return { least: sure.size, most }
}

function daysOf(row: LedgerRow): Day[] {
  return row.ledger.spec.columns.flatMap(({ name, type }): Day[] => {
    if (type !== 'day' && type !== 'time' && type !== 'year') return []
    const field = row.field(name)
    if (field.state === 'day' || field.state === 'time') return [field.day]
    const middle = field.state === 'number' && type === 'year' ? dayOf(field.number, 7, 1) : undefined
    return middle ? [middle] : []
  })
}

function yearsOf({ from, to }: Time): string {
  if (from === null) return ''
  const [first, last] = [from.slice(0, 4), to?.slice(0, 4)]
  return first === last ? `${first}年` : last ? `${first}至${last}年` : `${first}年以来`
}
