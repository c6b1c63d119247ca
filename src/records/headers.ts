import type { Merge, Row, Table } from '../core/evidence.ts'
import { cellWord } from '../language/cell-words.ts'
import { bare } from '../language/text.ts'
import { textOf } from './cell.ts'
import { inSeries } from './series.ts'

/** What stands over one column, best reading first: the whole stack of header cells, without brackets, the lowest alone. */
export type Head = {
  readonly column: number
  /** The row of its lowest cell, from 0. */
  readonly row: number
  readonly text: string
  readonly names: readonly string[]
  /** What else it is called for its neighbours: 证号 right of 主办人 is 主办人证号. */
  readonly more: readonly string[]
  /** The single labels of the stack without blanks, to know the header again when a page repeats it. */
  readonly labels: readonly string[]
  /** Of one attribute over several years: the column of each year. */
  readonly years?: ReadonlyMap<number, number>
}

/** A run of rows that could be a table's header; positions in `table.rows`. */
export type Header = {
  readonly first: number
  readonly last: number
  readonly heads: readonly Head[]
}

const SEARCHED_ROWS = 30
const DEEPEST = 4
const LONGEST_LABEL = 60

/** What a label is taken for: a column's name at all (rows without any are data, and most rows are), a number of a paper. */
export type Labels = { isName(label: string): boolean; isCard(label: string): boolean }

/**
 * Every run of one to four rows near the top that could be the header, shallow ones first. `isBelow` tells that a header
 * from this row on is not asked for.
 */
export function* headersOf(
  table: Table,
  { isName, isCard }: Labels,
  isBelow: (first: number) => boolean = () => false,
): Generator<Header> {
  const rows = table.rows.slice(0, SEARCHED_ROWS + DEEPEST)
  const lowest = rows.at(-1)?.index ?? 0
  const merges = table.merges.filter(({ top }) => top <= lowest)
  const known = new Map<Row, number>()
  const namedIn = (row: Row): number => {
    const named = known.get(row) ?? (isLabels(row) ? row.values.filter((value) => isName(textOf(value))).length : 0)
    known.set(row, named)
    return named
  }
  let most = 0
  for (const [first, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    if (isBelow(first)) return
    // A row with far fewer labels than one above it holds data that happen to look like some.
    if (!isLabels(row) || namedIn(row) * 2 < most) continue
    most = Math.max(most, namedIn(row))
    const least = depthByMerges(row, rows, merges)
    for (let depth = least; depth <= Math.min(DEEPEST, least + 2) && first + depth <= rows.length; depth++)
      if (rows.slice(first, first + depth).some((one) => namedIn(one) > 0))
        yield { first, last: first + depth - 1, heads: headsOf(rows.slice(first, first + depth), merges, isCard) }
  }
}

// 其中：全程网办数 is a column.
const CAPTION = new RegExp(`^(?!${cellWord('ofWhich')})[^:：(（]{2,10}[:：]\\s*[^\\s:：]`, 'u')

/** Two or more short texts and no numbers to speak of. */
function isLabels({ values }: Row): boolean {
  const filled = values.filter((value) => value !== null && value !== '')
  const labels = filled.filter((value) => typeof value === 'string' && value.length <= LONGEST_LABEL)
  // 填报单位：区司法局 is a caption.
  if (labels.some((value) => CAPTION.test(String(value)))) return false
  return labels.length >= 2 && labels.length >= filled.length * 0.7
}

/** A label merged downwards makes the header at least that deep. */
function depthByMerges(row: Row, rows: readonly Row[], merges: readonly Merge[]): number {
  const bottoms = merges
    .filter(({ top, left }) => top === row.index && textOf(row.values[left]))
    .map(({ bottom }) => bottom)
  const bottom = Math.max(row.index, ...bottoms)
  return Math.min(DEEPEST, rows.filter(({ index }) => index >= row.index && index <= bottom).length)
}

function headsOf(rows: readonly Row[], merges: readonly Merge[], isCard: (label: string) => boolean): Head[] {
  const width = Math.max(
    ...rows.map(({ values }) => values.length),
    ...rows.map(({ index }) => mergedWidth(index, merges)),
  )
  // Who merges one group over its columns merges them all; a title merged above says nothing of the groups.
  const hasWide = merges.some(({ top, left, right }) => left < right && rows.some(({ index }) => index === top))
  const levels = rows.map((row, depth) => {
    const texts = Array.from({ length: width }, (_, column) => labelAt(row, column, rows, merges))
    return !hasWide && depth < rows.length - 1 ? spread(texts, rows[depth + 1]!) : texts
  })
  const heads = Array.from({ length: width }, (_, column) => {
    const stack = ungrouped(
      levels.map((texts) => texts[column]!).filter((text, depth, all) => text && text !== all[depth - 1]),
    )
    const row = rows.findLast(({ values }) => textOf(values[column]) !== '')?.index ?? rows[0]!.index
    return { column, row, text: stack.join(''), names: namesOf(stack), more: [], labels: stack.map(solid) }
  }).filter(({ names }) => names.length > 0)
  return inSeries(inContext(heads, isCard))
}

/** 来件与立案 over 来件 and 立案 only lists what stands below it. */
function ungrouped(stack: readonly string[]): string[] {
  const own = bare(stack.at(-1) ?? '')
  return stack.filter((label, depth) => {
    const listed = depth < stack.length - 1 ? label.split(LISTING).map(bare) : []
    return listed.length < 2 || !listed.includes(own)
  })
}

const LISTING = /[与和及、/,，]|以及/u

/** 证号 right of 主办人 is 主办人证号, and of two columns called 检查人员 the first is 检查人员1. */
function inContext(heads: readonly Head[], isCard: (label: string) => boolean): Head[] {
  const times = new Map<string, number>()
  for (const { text } of heads) times.set(text, (times.get(text) ?? 0) + 1)
  const met = new Map<string, number>()
  return heads.map((head, at) => {
    const nth = (met.get(head.text) ?? 0) + 1
    met.set(head.text, nth)
    const [own, before] = [lowest(head), heads[at - 1]]
    const more: string[] = []
    if (before?.column === head.column - 1 && isCard(own) && !isCard(lowest(before)))
      more.push(`${lowest(before)}${own}`)
    if (times.get(head.text)! > 1) {
      const [over, label] = head.labels.length > 1 ? [head.labels.slice(0, -1).join(''), own] : [head.text, '']
      more.push(bare(`${over}${nth}${label}`))
    }
    if (SUMS.test(own)) more.push(...MEASURED.map((what) => `合计${what}`))
    return { ...head, more }
  })
}

/** 合计 at the head of a column is the sum of what its table counts. */
const SUMS = new RegExp(`^(?:(?:19|20)\\d{2}年?度?)?${cellWord('sumHeads')}$`, 'u')
const MEASURED = ['学时', '金额', '数量']

const lowest = ({ labels }: Head): string => bare(unbracketed(labels.at(-1) ?? ''))

const mergedWidth = (index: number, merges: readonly Merge[]): number =>
  Math.max(0, ...merges.filter(({ top, bottom }) => top <= index && index <= bottom).map(({ right }) => right + 1))

/** The cell's own text, or that of the merged block it lies in when the block begins inside the header. */
function labelAt(row: Row, column: number, rows: readonly Row[], merges: readonly Merge[]): string {
  const own = textOf(row.values[column])
  if (own) return own
  const block = merges.find(
    ({ top, bottom, left, right }) => top <= row.index && row.index <= bottom && left <= column && column <= right,
  )
  const head = block && rows.find(({ index }) => index === block.top)
  return head ? textOf(head.values[block.left]) : ''
}

/** A table without merges (a PDF's) writes a label over several columns once, at the left: it holds for the blanks after it. */
function spread(texts: readonly string[], below: Row): string[] {
  const spreading: string[] = []
  for (const [column, text] of texts.entries()) {
    const under = textOf(below.values[column])
    const before = textOf(below.values[column - 1]) ? (spreading[column - 1] ?? '') : ''
    spreading.push(text || (under ? before : ''))
  }
  return spreading
}

export const solid = (text: string): string => (/\s/u.test(text) ? text.replace(/\s+/gu, '') : text)

function namesOf(stack: readonly string[]): string[] {
  const own = stack.at(-1) ?? ''
  const whole = stack.join('')
  return [...new Set([whole, unbracketed(whole), own, unbracketed(own)].map(bare))].filter(Boolean)
}

/** 学时(小时) → 学时; 3.文号 → 文号. */
function unbracketed(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[([【〔][^)\]】〕]{0,40}[)\]】〕]/gu, '')
    .replace(/^\s*\d{1,2}\s*[.、)]\s*/u, '')
}
