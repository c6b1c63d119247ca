import type { Row, Table, Value } from '../core/evidence.ts'
import { cellWord } from '../language/cell-words.ts'
import { spotterOf } from '../language/spotter.ts'
import { bare, plain } from '../language/text.ts'
import { anyOf, signs } from './custom.ts'
import { type Head, solid } from './headers.ts'
import { beginsPlainly, isBlank, isWritten } from './written.ts'

const patterns = () => ({
  sum: new RegExp(
    `^(?:\\d{4}年?度?|本[页月季年表]|[上下全]半?年|第?[一二三四]季度|\\d{1,2}月)?(?:${anyOf('total')})(?:\\d{0,9}\\p{Script=Han}?)$`,
    'u',
  ),
  /** 共20件，全部答复: a sum in words. */
  said: new RegExp(
    `^(?:${cellWord('saidTotals')}|${anyOf('total')})\\s*(?:\\d{1,6}|[一二三四五六七八九十百]{1,4})\\s*[件条起个人名份次场户](?=$|[,;:。]|${cellWord('afterTotals')})`,
    'u',
  ),
  /** 单位（盖章）: as 单位盖章. */
  foot: new RegExp(`^(?:${anyOf('foot')})\\s*\\d{0,2}\\s*:`, 'u'),
  sample: new RegExp(`^\\(?(?:${anyOf('sample')})\\)?(?:$|:)`, 'u'),
  apart: new RegExp(`(?:^|[,，;；。、(（\\s])(?:${anyOf('apart')})(?:$|[,，;；。、)）\\s])`, 'u'),
  mayBeApart: spotterOf([...signs('apart')]),
  /** A cheap look before the pattern: 合 计 may be written apart. */
  ends: [...signs('total')].map((word) => word.slice(-1)),
})
let known: ReturnType<typeof patterns> | undefined

function marked(): ReturnType<typeof patterns> {
  known ??= patterns()
  return known
}

const isFoot = (text: string): boolean => text.includes(':') && marked().foot.test(text.replace(/[()]/gu, ''))
const isSample = (text: string): boolean => marked().sample.test(text)
const SECTION = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))/u

/** A row that is none: a sentence of the table, with the column it begins in. */
export type Said = { readonly row: Row; readonly column: number; readonly text: string }

export type Below = { readonly data: readonly Row[]; readonly said: readonly Said[] }

/** The rows below a header that are data: no sums, notes, signatures, samples, section lines or repeated headers. */
export const dataRows = (
  rows: readonly Row[],
  heads: readonly Head[],
  columns: readonly number[],
  table: Table,
): readonly Row[] => rowsBelow(rows, heads, columns, table).data

/** The rows below a header that are data, and what the others say in words. */
export function rowsBelow(
  rows: readonly Row[],
  heads: readonly Head[],
  columns: readonly number[],
  table: Table,
): Below {
  const wide = new Set(
    table.merges.filter(({ left, right }) => right - left + 1 >= Math.max(3, heads.length / 2)).map(({ top }) => top),
  )
  const labels = new Map(heads.map(({ column, labels }) => [column, new Set(labels)]))
  const numbering = rows.findIndex(({ values }) => !values.every(isBlank))
  const data: Row[] = []
  const said: Said[] = []
  for (let position = 0; position < rows.length; position++) {
    const row = rows[position]!
    const isData =
      holdsData(row, columns) &&
      !isAside(row, columns, wide) &&
      !isNothing(row, columns) &&
      !isApart(row) &&
      !(position === numbering && (isNumbering(row) || isCodes(row))) &&
      !isHeaderAgain(row, labels)
    const sentence = isData ? undefined : sentenceOf(row)
    if (isData) data.push(row)
    else if (sentence) said.push(sentence)
  }
  return { data, said }
}

function holdsData(row: Row, columns: readonly number[]): boolean {
  for (const column of columns) if (isWritten(row, column)) return true
  return false
}

/** Where the first thing stands in a row; -1 in a blank one. */
function firstIn(values: Row['values']): number {
  for (let at = 0; at < values.length; at++) if (!isBlank(values[at])) return at
  return -1
}

function isAlone(values: Row['values'], first: number): boolean {
  for (let at = 0; at < values.length; at++) if (at !== first && !isBlank(values[at])) return false
  return true
}

/** 注：…, 制表人：…, 本月无案件, 除上述1案外无其他案件: what a row says in one place, beside a serial or a dash at most. */
function sentenceOf(row: Row): Said | undefined {
  const column = firstIn(row.values)
  const filled = row.values.filter((value) => !isBlank(value)).map((value) => plain(String(value).slice(0, 400)).trim())
  const words = filled.filter((text) => !BESIDE.test(text))
  const [lead = ''] = words
  const isSentence = words.length === 1 && lead.length >= 4 && !isSum(lead) && !SECTION.test(lead)
  if (!isSentence && !isFoot(lead.slice(0, 60))) return undefined
  return isSample(lead.slice(0, 60)) ? undefined : { row, column, text: words.join('　') }
}

/** Judged by the leading cells only: a sum's or a note's word stands in front. */
function isAside({ index, values }: Row, columns: readonly number[], wide: ReadonlySet<number>): boolean {
  const first = firstIn(values)
  const lead = values[first] ?? null
  let mapped: number | undefined
  for (const column of columns) if (mapped === undefined && !isBlank(values[column])) mapped = column
  if (isSum(lead) || (mapped !== undefined && mapped !== first && isSum(values[mapped] ?? null))) return true
  if (saysNone(values)) return true
  if (typeof lead !== 'string') return false
  const text = plain(lead.slice(0, 60)).trim()
  if (isFoot(text) || isSample(text) || marked().said.test(text)) return true
  return (wide.has(index) || SECTION.test(text)) && isAlone(values, first)
}

const NIL = new RegExp(
  `^\\(?(?:\\d{4}年)?[本该此全当]?${cellWord('nilOver')}?(?:以来)?[暂均尚确]?(?:${cellWord('none')}|未${cellWord('nilDone')})[\\p{Script=Han}、]{0,20}${cellWord('nilOf')}\\)?$`,
  'u',
)
const BESIDE =
  /^(?:\d{1,6}|\d{4}(?:年度?)?(?:\([^()]{1,12}\)|\d{1,2}[-—–~至到]\d{1,2}月|[上下]半年)?|\d{1,2}月份?|[-—/\\无〇零]{1,3}|[一二三四]季度)$/u
const NONE = /^(?:无|[-—/]{1,3})$/u

/** 本月无案件 stands for the rows that are not there; a number or a year may stand beside it. */
function saysNone(values: Row['values']): boolean {
  let count = 0
  for (const value of values) if (!isBlank(value) && ++count > 4) return false
  const filled = values.filter((value) => !isBlank(value)).map((value) => plain(String(value).slice(0, 60)).trim())
  const words = filled.filter((text) => !BESIDE.test(text))
  // 2021 and 无 under whatever head: the year has none of it.
  if (words.length === 0) return filled.includes('无') && filled.slice(1).every((text) => NONE.test(text))
  return words.length === 1 && NIL.test(words[0]!)
}

/** 宣传,不是案子,记在这里好数场次: a row that says of itself that it is none. */
function isApart({ values }: Row): boolean {
  const { apart, mayBeApart } = marked()
  for (const value of values)
    if (typeof value === 'string' && value.length <= 60 && mayBeApart(value) && apart.test(value)) return true
  return false
}

const DASH = /^(?:[-—–―−/\\]{1,4}|0)$/u
const isDash = (value: Value | undefined): boolean =>
  value === 0 ||
  (typeof value === 'string' &&
    !(isHan(value.charCodeAt(0)) || DIGIT.test(value)) &&
    DASH.test(plain(value.slice(0, 9)).trim()))
const DIGIT = /^[1-9]/u
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

const DENIED = new RegExp(`${cellWord('rowDenied')}|${cellWord('nilPeriods')}[均暂]?无$`, 'u')

/** 政府性基金 — — — 本局没有基金项目, 政府性基金 无: a line that says there is none of it. */
function isNothing({ values }: Row, columns: readonly number[]): boolean {
  if (isNone(values, columns)) return true
  let [filled, dashes] = [0, 0]
  for (const column of columns) {
    const value = values[column]
    if (isBlank(value)) continue
    filled++
    if (isDash(value)) dashes++
    else if (filled - dashes > 1) return false
  }
  if (dashes < 2 || dashes < filled - 1) return false
  return values.some((value) => typeof value === 'string' && value.length <= 60 && DENIED.test(value))
}

/** 无 in the first column that is one of the ledger's, with nothing in the others: only what kind, and a sentence, stand beside it. */
function isNone(values: Row['values'], columns: readonly number[]): boolean {
  // Hardly any row says so; it is looked for before the row is taken apart.
  let isSaid = false
  for (const column of columns) isSaid ||= isNil(values[column])
  if (!isSaid) return false
  const [first, ...others] = columns
    .map((column) => ({ column, value: values[column] }))
    .filter(({ value }) => !isBlank(value))
    .map(({ column, value }) => ({ column, text: plain(String(value).slice(0, 60)).trim() }))
    .toSorted((a, b) => a.column - b.column)
  const before = values.slice(0, first?.column ?? 0).filter((value) => !isBlank(value))
  return (
    first?.text === '无' &&
    before.length === 1 &&
    !BESIDE.test(plain(String(before[0]).slice(0, 60)).trim()) &&
    others.every(({ text }) => NONE.test(text) || text.length > WORDY)
  )
}

const isNil = (value: Value | undefined): boolean =>
  typeof value === 'string' && !beginsPlainly(value, '无') && plain(value.slice(0, 60)).trim() === '无'

/** From here on a cell is a sentence, and no value. */
const WORDY = 8

function isSum(value: Value): boolean {
  if (typeof value !== 'string' || value.length > 30) return false
  const { ends, sum } = marked()
  return ends.some((sign) => value.includes(sign)) && sum.test(bare(value))
}

/** The line under some headers that numbers the columns: 1 2 3 …, 甲 乙 1 2 …. */
function isNumbering({ values }: Row): boolean {
  const signs = values.filter((value) => !isBlank(value)).map((value) => bare(String(value)))
  const numbers = signs.filter((sign) => !/^[甲乙丙丁]$/u.test(sign)).map(Number)
  return numbers.length >= 3 && numbers.every((number, index) => number === numbers[0]! + index) && numbers[0]! <= 2
}

/** The line under the headers in which a system names its fields: CASE_NO, PARTY_NAME, REG_TIME. */
function isCodes({ values }: Row): boolean {
  const filled = values.filter((value) => !isBlank(value))
  return filled.length >= 3 && filled.every((value) => typeof value === 'string' && CODE.test(value.trim()))
}
const CODE = /^[A-Za-z][A-Za-z0-9]*(?:[_.-][A-Za-z0-9]+)*$/u

/** A header printed again on the next page. */
function isHeaderAgain({ values }: Row, labels: ReadonlyMap<number, ReadonlySet<string>>): boolean {
  let same = 0
  let other = 0
  for (let column = 0; column < values.length; column++) {
    const value = values[column]
    if (isBlank(value)) continue
    const label = typeof value === 'string' && value.length <= 60 && labels.get(column)?.has(solid(value))
    if (label) same++
    else if (++other > 2 && same < other) return false
  }
  return same >= 2 && same > other
}
