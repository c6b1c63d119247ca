import { cellWord } from '../../language/cell-words.ts'
import { plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isRemark, isRemarked } from './remarks.ts'

/**
 * Rows whose recording begins long after the officers came, or ends long before they left – 到场 09:30, 音像起 10:55 – where
 * most rows record all of it. A row with a remark may say why, and is asked.
 */
export function recordedLate(grid: Grid): Flaw[] {
  const came = grid.columns.find((column) => isOf(grid, column, CAME))
  const begun = grid.columns.find((column) => isOf(grid, column, BEGUN, RECORDING))
  const left = grid.columns.find((column) => isOf(grid, column, LEFT))
  const ended = grid.columns.find((column) => isOf(grid, column, ENDED, RECORDING))
  const late = [...between(grid, came, begun, 1), ...between(grid, ended, left, -1), ...shorter(grid)]
  const rows = new Map(late.map((flaw) => [flaw.row, flaw]))
  return rows.size <= grid.rows.length * FEW ? [...rows.values()] : []
}

const FEW = 0.25
/** Minutes that starting a recorder, and getting out of the car, may take. */
const GRACE = 10

/** Where the second time comes more than some minutes after the first; what is told is the recording's cell. */
function between(grid: Grid, first: Column | undefined, second: Column | undefined, side: 1 | -1): Flaw[] {
  if (!first || !second || first === second) return []
  const at = side === 1 ? second : first
  return grid.rows.flatMap((row) => {
    const [a, b] = [minutesIn(row, first), minutesIn(row, second)]
    if (a === undefined || b === undefined || b - a <= GRACE) return []
    const words =
      side === 1
        ? `${nameOf(first)}${cell(row, first)}，${nameOf(second)}${cell(row, second)}，前${b - a}分钟没有记录`
        : `${nameOf(first)}${cell(row, first)}，${nameOf(second)}${cell(row, second)}，后${b - a}分钟没有记录`
    return [flawAt('办理', row, at, words, !isRemarked(row))]
  })
}

/**
 * 活动起止 9:00—11:40, 录制时长 25: less than the time the activity took, where the others of the table record all of it. What
 * the remark says is why it is less (电量耗尽), unless it says where the rest is.
 */
function shorter(grid: Grid): Flaw[] {
  const length = grid.columns.find(({ head }) => LENGTH.test(plain(head.text)))
  const span = grid.columns.find(
    (column) => column !== length && grid.rows.some((row) => spanIn(row, column) !== undefined),
  )
  if (!length || !span) return []
  const told = grid.rows.flatMap((row) => {
    const took = spanIn(row, span)
    const kept = lengthIn(row, length)
    return took === undefined || kept === undefined ? [] : [{ row, took, kept }]
  })
  const whole = told.filter(({ took, kept }) => took - kept <= GRACE)
  if (told.length < LEAST || whole.length < told.length * (1 - FEW)) return []
  return told.flatMap(({ row, took, kept }) => {
    if (took - kept <= GRACE || kept > took * PART) return []
    const words = `${span.name}${cell(row, span)}共${took}分钟，${length.name}只有${kept}分钟`
    const isSaid = row.grid.columns.some((column) => isRemark(column) && UNFILMED.test(plain(cell(row, column))))
    return [flawAt('办理', row, length, words, isSaid || !isRemarked(row))]
  })
}

const LENGTH = new RegExp(cellWord('lengths'), 'u')
const UNFILMED = new RegExp(cellWord('unfilmed'), 'u')
const LEAST = 4
/** A recording that lacks some minutes of a long activity was switched off at its end. */
const PART = 0.8

const SPAN = /^(\d{1,2})[:：时点](\d{2})?分?\s*[-—–~～至到−]+\s*(\d{1,2})[:：时点](\d{2})?分?$/u

function spanIn(row: GridRow, column: Column): number | undefined {
  const [whole, h1, m1, h2, m2] = SPAN.exec(plain(cell(row, column)).trim()) ?? []
  if (whole === undefined) return undefined
  const took = Number(h2) * 60 + Number(m2 ?? 0) - Number(h1) * 60 - Number(m1 ?? 0)
  return took > 0 ? took : undefined
}

const LONG = new RegExp(`^(?:(\\d{1,2})${cellWord('hourUnits')})?(?:(\\d{1,3})${cellWord('minuteUnits')}?)?$`, 'u')

/** 25, 25分钟, 1小时5分. */
function lengthIn(row: GridRow, column: Column): number | undefined {
  const [whole, hours, minutes] = LONG.exec(plain(cell(row, column)).trim()) ?? []
  return whole ? Number(hours ?? 0) * 60 + Number(minutes ?? 0) : undefined
}

const nameOf = ({ head }: Column): string => plain(head.labels.join('')) || head.text

const TIME = /^(\d{1,2})[:：时](\d{2})/u

function minutesIn(row: GridRow, column: Column): number | undefined {
  const [whole, hours, minutes] = TIME.exec(plain(cell(row, column)).trim()) ?? []
  return whole === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

const [CAME, LEFT] = [new RegExp(cellWord('arrived'), 'u'), new RegExp(cellWord('departed'), 'u')]
const [BEGUN, ENDED] = [new RegExp(cellWord('begins'), 'u'), new RegExp(cellWord('ceases'), 'u')]
const RECORDING = new RegExp(cellWord('recording'), 'u')

/** A column of clock times with such a head; what is recorded says so, or stands under what does. */
function isOf(grid: Grid, column: Column, ...heads: readonly RegExp[]): boolean {
  const name = nameOf(column)
  if (!heads.every((head) => head.test(name)) || (heads.length === 1 && RECORDING.test(name))) return false
  return grid.rows.filter((row) => minutesIn(row, column) !== undefined).length >= grid.rows.length * MOST
}
const MOST = 0.6
