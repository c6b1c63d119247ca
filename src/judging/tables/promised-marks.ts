import { yearOf } from '../../core/day.ts'
import { promiseWords } from '../../language/promise-words.ts'
import type { MarkPromise } from '../../language/promises.ts'
import { plain } from '../../language/text.ts'
import { cell, columnRows } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Column, type Grid, type GridRow, yearly } from './grid.ts'
import { actsOf, actsOver, hasWord, isExempt, meet } from './promised-rows.ts'
import { isRemarked } from './remarks.ts'
import type { Stated } from './stated.ts'

/**
 * Scores under the mark that the office itself set: passed all the same, without a second test; or without what is due
 * below it (低于80分的，约谈), though the table has a column for that.
 */
export function belowMark(grid: Grid, stated: readonly Stated[]): Flaw[] {
  const marks = stated.flatMap((one) =>
    one.promise.kind === 'mark' && (one.since === null || grid.year === undefined || yearOf(one.since) <= grid.year)
      ? [{ ...one, promise: one.promise }]
      : [],
  )
  const passing = oneOf(marks.filter(({ promise }) => promise.due === ''))
  const due = marks.filter(({ promise }) => promise.due !== '')
  return [...(passing ? passed(grid, passing) : []), ...uncalled(grid, due)]
}

type Mark = Omit<Stated, 'promise'> & { readonly promise: MarkPromise }

const oneOf = (marks: readonly Mark[]): Mark | undefined =>
  new Set(marks.map(({ promise }) => promise.mark)).size === 1 ? marks[0] : undefined

function passed(grid: Grid, { promise, says, at }: Mark): Flaw[] {
  const scores = scoresOf(grid, promise)
  // Where no column says who passed, nobody did below the mark; of several scores each is one of a year.
  const isSilent = !grid.columns.some((column) => columnRows(grid, column).some(isPassed))
  if (scores.length !== 1 && !isSilent) return []
  return scores.flatMap((column) => passedIn(grid, column, isSilent, { promise, says, at }))
}

function passedIn(
  grid: Grid,
  column: Column,
  isSilent: boolean,
  { promise, says, at }: Omit<Mark, 'since' | 'cells'>,
): Flaw[] {
  const others = grid.columns.filter((one) => one !== column)
  return grid.rows.flatMap((row) => {
    const score = scoreIn(cell(row, column))
    if (score === undefined || score >= promise.mark || isAgain(row, column, promise.mark) || isExempt(row)) return []
    const outcome = others.map((one) => cell(row, one)).find(isPassed)
    if ((outcome === undefined && !isSilent) || others.some((one) => hasWord(cell(row, one), promiseWords('failed'))))
      return []
    const words = `${column.name}${score}分，低于${says}的${promise.mark}分，${outcome === undefined ? '未见补考' : `仍“${outcome}”`}`
    return [{ ...flawAt('办理', row, column, words, !isRemarked(row)), by: at }]
  })
}

const isPassed = (text: string): boolean =>
  text.length <= 12 && promiseWords('passed').some((word) => text.startsWith(word))

/** 74,补测86, or 71 under 补考: a second test that was passed; of one without a mark nobody knows. */
function isAgain(row: GridRow, column: Column, mark: number): boolean {
  const own = cell(row, column)
  const again = row.grid.columns
    .filter((one) => hasWord(one.head.text, promiseWords('makeup')) || hasWord(cell(row, one), promiseWords('makeup')))
    .map((one) => (one === column ? own.replace(/^\s*\d{1,3}(?:\.\d)?/u, '') : cell(row, one)))
    .filter((text) => text !== '')
  const scores = again.flatMap((text) => scoreIn(/\d{2,3}(?:\.\d)?/u.exec(text)?.[0] ?? '') ?? [])
  return again.length > 0 && (scores.length === 0 || scores.some((score) => score >= mark))
}

/** Rows below a mark in whose column for what is due then nothing stands. */
function uncalled(grid: Grid, marks: readonly Mark[]): Flaw[] {
  const called = marks.flatMap((mark) => {
    const acts = actsOf(mark.promise.due)
    const column = grid.columns.find((one) => meet(actsOver(one), acts) && hasWord(mark.promise.due, DUE(one)))
    return column ? [{ mark, column }] : []
  })
  const one = oneOf(called.map(({ mark }) => mark))
  const column = called[0]?.column
  if (!one || !column) return []
  const { promise, says, at } = one
  return grid.rows.flatMap((row) => {
    const low = scoresOf(grid, promise).flatMap((score) => {
      const value = scoreIn(cell(row, score))
      return value !== undefined && value < promise.mark ? [{ score, value }] : []
    })[0]
    const text = cell(row, column)
    if (!low || /[^\s—–\-−/\\无否未]/u.test(text) || isExempt(row)) return []
    const words = `${low.score.name}${low.value}分，低于${says}的${promise.mark}分，${column.name}${text === '' ? '空白' : `“${text}”`}`
    return [{ ...flawAt('办理', row, column, words, !isRemarked(row)), by: at }]
  })
}

/** The words of a head that the promise says as well. */
const DUE = ({ head }: Column): string[] => {
  const text = plain(head.text)
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
}

/** Columns of marks out of a hundred: the ones that the promise names, else the only ones of a table of scores. */
function scoresOf(grid: Grid, { mark, about }: MarkPromise): Column[] {
  const all = grid.columns.flatMap(yearly).map(({ column }) => column)
  const found = all.filter((column) => {
    const scores = columnRows(grid, column).filter((text) => text !== '—')
    const read = scores.flatMap((text) => scoreIn(text) ?? [])
    const isHigh = read.filter((score) => score >= mark * 0.5).length >= read.length * MOST
    return read.length > 1 && read.length >= scores.length * MOST && isHigh && !isNumbered(column)
  })
  const said = plain(about)
  const named = found.filter((column) => shared(plain(column.head.text), said))
  if (named.length > 0) return named
  const isScored = hasWord(plain(grid.names.join()), promiseWords('scores'))
  const isAll = found.every(({ head, name }) => /^\d{4}年?/u.test(plain(`${name}${head.text}`))) || found.length === 1
  return isScored && isAll ? found : []
}

const MOST = 0.6
const isNumbered = ({ parts }: Column): boolean => NUMBERS.has(parts.attributes[0] ?? '')
const NUMBERS = new Set(['序号', '编号', '证号', '金额', '日期', '年度', '电话'])

/** 法治测试 in 拟提拔人选进行法治测试: three signs in a row. */
const shared = (head: string, said: string): boolean =>
  Array.from({ length: Math.max(0, head.length - 2) }, (_, at) => head.slice(at, at + 3)).some(
    (part) => /^\p{Script=Han}{3}$/u.test(part) && said.includes(part),
  )

/** 91, 84.5分, 74,补测86: the first mark that stands there. */
function scoreIn(text: string): number | undefined {
  const found = /^(\d{1,3}(?:\.\d{1,2})?)(?:分)?(?:$|[,，;(（\s])/u.exec(plain(text).trim())
  const score = found ? Number(found[1]) : undefined
  return score !== undefined && score <= 100 ? score : undefined
}
