import { addDays, type Day, latest } from '../../core/day.ts'
import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { flagOf } from '../../records/flag.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isAmong } from './kinds-of-rows.ts'
import { isExempt } from './promised-rows.ts'
import { isRemark } from './remarks.ts'
import { mainEvent, rolesOf, widely } from './roles.ts'
import { nameOf } from './row-name.ts'
import { saysWhy } from './says-why.ts'
import { spanOf } from './sequence.ts'

/**
 * Blanks under heads that the plan's sentence names, where most of the column is filled: a column that is nearly empty was
 * given up, and asks another question. A dash says that there is nothing to be told: where a row has nothing but dashes under
 * all of these heads, the others none, and nothing in it says why, that is what it lacks.
 */
export function blanksIn(grid: Grid, named: readonly (readonly string[])[]): Flaw[] {
  const asked = grid.columns.filter(({ head }) => named.some((words) => words.some((word) => head.text.includes(word))))
  if (asked.length === 0 || grid.rows.length < 3) return []
  const filled = asked.filter((column) => isKept(grid, column))
  const told = asked.filter((column) => isTold(grid, column))
  return grid.rows.flatMap((row) => {
    const blank = filled.filter((column) => cell(row, column) === '')
    const dashed = told.length > 0 && told.every((column) => isNothing(cell(row, column))) ? told : []
    if (cellsIn(row.values) < 3 || nameOf(row) === '') return []
    if (blank.length > 0 && (isUnderway(row) || saysWhy(row, blank))) return []
    if (blank.length > 0)
      return [flawAt('填写', row, blank[0], `${blank.map(({ name }) => `“${name}”`).join('、')}空白`)]
    if (dashed.length === 0 || saysWhy(row, dashed)) return []
    const words = dashed.map((column) => `${column.name}“${cell(row, column)}”`).join('、')
    return [flawAt('填写', row, dashed[0], `${words}，其他各行都有`)]
  })
}

/** 档案移交期限至9月10日,整理中: a blank that is not due yet says so. */
function isUnderway(row: GridRow): boolean {
  const { pending, underway } = rowWords()
  return row.grid.columns.some((column) =>
    cell(row, column)
      .split(/[,，。;；、]/u)
      .some(
        (clause) =>
          pending.some((word) => clause.startsWith(word)) ||
          underway.some((word) => clause.endsWith(word)) ||
          UNSURE.test(clause),
      ),
  )
}

const UNSURE = new RegExp(`^${cellWord('unsure')}$`, 'u')

/** So many have it that a dash stands out. */
function isTold(grid: Grid, column: Column): boolean {
  const without = grid.rows.filter((row) => isNothing(cell(row, column)) && !saysWhy(row, [column]))
  const having = grid.rows.filter((row) => !isNothing(cell(row, column))).length
  return having >= LEAST && without.length <= Math.max(1, having * FEW_LACK)
}
const FEW_LACK = 0.15

const isNothing = (text: string): boolean => /^[\s—–\-−/\\]*$/u.test(text)

/** So much of the column is filled, and not all of it. */
export function isKept(grid: Grid, column: Column, most = 0.6): boolean {
  const full = filledIn(grid, column)
  return full >= grid.rows.length * most && full < grid.rows.length
}

const counts = new WeakMap<Column, number>()

/** Counted once: each row that lacks something asks how the others do. */
function filledIn(grid: Grid, column: Column): number {
  const known = counts.get(column)
  if (known !== undefined) return known
  let count = 0
  for (const row of grid.rows) if (cell(row, column) !== '') count++
  counts.set(column, count)
  return count
}

const cellsIn = (values: readonly unknown[]): number => values.filter((value) => value !== null && value !== '').length

/** So many rows must have it that one without stands out. */
const MOST = 0.75
const LEAST = 4
const FEW_MOST = 0.6
const FEW = 3
const FEWEST = 2
/** How such a row is told. */
export const OTHERS_HAVE_IT = '，其他各行都有'

/** What is younger may still be done. */
const YOUNG = 90

/**
 * Rows that alone lack what all others have of an act that is asked for: 上网日期 blank, 录入平台 “未录”, 述法 “没写”. A row that
 * says why (撤回, 不公开, a remark where others have none), one that ended otherwise and one that is young stand out as well,
 * and lack nothing.
 */
export function standingOut(
  grid: Grid,
  acts: ReadonlySet<string>,
  named: readonly (readonly string[])[],
  asOf: Day,
  only: readonly string[] = [],
): Flaw[] {
  const asked = only.length === 0 ? grid.rows : grid.rows.filter((row) => isAmong(row, only))
  if (asked.length < leastOf(grid, only)) return []
  return grid.columns.flatMap((column) => {
    const isNamed = named.some((words) => holds(column.head.text, words))
    if (!isNamed && !isOf(column, acts)) return []
    // A note with a figure (10件以上的列入后评估) says which rows owe it: 否 in another is an answer.
    const asksWhether = column.parts.attributes[0] === '是否' && column.parts.turns.应当 !== '应' && !tellsFigure(grid)
    const lacking = asked.filter((row) => lacks(cell(row, column), asksWhether) && !isHanging(row))
    // A row that is young or says why counts neither for the others nor against them.
    const plain = lacking.filter((row) => !isExplained(row, column, acts, asOf))
    const having = asked.length - lacking.length
    if (plain.length === 0 || having < FEWEST || having < (having + plain.length) * mostOf(grid, only)) return []
    return plain.map((row) => {
      const text = cell(row, column)
      return flawAt('办理', row, column, `${column.name}${text === '' ? '空白' : `“${text}”`}${OTHERS_HAVE_IT}`)
    })
  })
}

/** What is asked of some rows alone, and of each year's one, is asked of every one of them. */
const leastOf = (grid: Grid, only: readonly string[]): number => (only.length > 0 || isYearly(grid) ? FEW : LEAST)
const mostOf = (grid: Grid, only: readonly string[]): number => (only.length > 0 || isYearly(grid) ? FEW_MOST : MOST)

const tellsFigure = ({ rows, asides }: Grid): boolean =>
  [...rows, ...asides].some(({ values }) => {
    const [note, ...others] = values.filter((value) => value !== null && value !== '')
    return others.length === 0 && typeof note === 'string' && note.length > NOTE && /\d/u.test(note)
  })
const NOTE = 8

/** A row for each year, and nothing else. */
function isYearly({ rows, columns }: Grid): boolean {
  const [first] = columns
  const years = first ? rows.map((row) => /^(20\d{2})(?:年|$)/u.exec(cell(row, first))?.[1]) : []
  return years.length === FEW && years.every(Boolean) && new Set(years).size === years.length
}

/** Without a serial or a name in front it goes on with the row above, or is the rest of the head. */
export const isHanging = ({ grid, values }: GridRow): boolean => {
  const [first] = grid.columns
  return first !== undefined && (values[first.at] ?? '') === '' && isKept(grid, first)
}

function isOf(column: Column, acts: ReadonlySet<string>): boolean {
  const event = mainEvent(column)
  return event !== null && widely(event).some((id) => acts.has(id)) && !OTHER.has(column.parts.attributes[0] ?? '')
}
/** What was paid, who did it or under which number may be left out. */
const OTHER = new Set(['编号', '金额', '数量', '备注', '说明', '原因', '附件', '依据', '链接', '证号', '电话'])

/**
 * Nothing stands there, or no more than that it was not; a dash says that there is nothing to be done, and 不予重复处理 is
 * what was done.
 */
function lacks(text: string, asksWhether: boolean): boolean {
  const { undone, refusing, pending, lacking } = rowWords()
  if (text === '' || lacking.includes(text)) return true
  if (asksWhether && flagOf(text) === false) return true
  if (text.length > SHORT || refusing.some((word) => text.startsWith(word))) return false
  return undone.some((word) => text.startsWith(word)) || pending.some((word) => text.startsWith(word))
}
const SHORT = 6

function isExplained(row: GridRow, column: Column, acts: ReadonlySet<string>, asOf: Day): boolean {
  const { excused, withdrawn, pending } = rowWords()
  const others = row.grid.columns.filter((one) => one !== column)
  const texts = others.map((one) => cell(row, one))
  const enough = Math.min(FEW, row.grid.columns.length - 1)
  if (
    cellsIn(row.values) < enough ||
    [...texts, cell(row, column)].some((text) => holds(text, [...excused, ...withdrawn]))
  )
    return true
  if (texts.some((text) => pending.some((word) => text.startsWith(word)))) return true
  // A dash where another act has its day, or a remark where others have none: the row ended in another way.
  const days = rolesOf(row.grid).days.filter((one) => one.column !== column)
  if (days.some((one) => !isOf(one.column, acts) && /^[—–\-/\\]+$/u.test(cell(row, one.column)))) return true
  if (others.some((one, at) => texts[at] !== '' && isRemark(one)) || isExempt(row)) return true
  // What comes after it in the row (最近检查 beside 评估日期) makes nothing of it younger.
  const before = days.filter((one) => one.column.at < column.at)
  const last = latest((before.length > 0 ? before : days).flatMap((one) => spanOf(row, one)?.to ?? []))
  return last !== undefined && addDays(last, YOUNG) >= asOf
}

const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word))
