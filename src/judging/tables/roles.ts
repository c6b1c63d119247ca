import type { TopicWords } from '../../core/lexicon.ts'
import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { vocabulary } from '../../records/vocabulary.ts'
import { raw } from './cells.ts'
import { spanIn } from './days.ts'
import type { Column, Grid } from './grid.ts'

/** A column of days: of which event, and whether it says when that was due, or when it was done. */
export type DayColumn = {
  readonly column: Column
  readonly event: string | null
  readonly as: 'act' | 'limit' | 'extended'
  readonly end: '起' | '止' | null
  /** Many of its cells say in a word why there is no day: 不在目录, 未审核. */
  readonly mixed: boolean
}

export type Roles = { readonly days: readonly DayColumn[] }

const known = new WeakMap<Grid, Roles>()

export function rolesOf(grid: Grid): Roles {
  const found = known.get(grid) ?? made(grid)
  known.set(grid, found)
  return found
}

const made = (grid: Grid): Roles => {
  const days = grid.columns.flatMap((column) => {
    const share = dayShare(grid, column)
    return share === 'none' ? [] : [dayColumn(column, share === 'some')]
  })
  return { days: planned(days.map((one) => limited(one, days))) }
}

/** 交账日子 beside 实际销号: the day before what is called actual is the one that was meant, unless something begins on it. */
function planned(days: readonly DayColumn[]): DayColumn[] {
  if (days.some(({ as }) => as === 'limit')) return [...days]
  return days.map((one, at) => {
    const next = days[at + 1]
    const isActual = next?.column.parts.turns.时态 === '实际' && one.column.parts.turns.时态 !== '实际'
    const isMeant = isActual && one.as === 'act' && one.end === null && (one.event === null || one.event === next.event)
    return isMeant ? { ...one, as: 'limit' } : one
  })
}

/** Of the cells that are filled most are days; or what stands in the others is a word or two that an act needs none. */
function dayShare(grid: Grid, column: Column): 'most' | 'some' | 'none' {
  const [attribute] = column.parts.attributes
  if (attribute !== undefined && NO_DAYS.has(attribute)) return 'none'
  const filled = grid.rows
    .slice(0, 200)
    .map((row) => raw(row, column))
    .filter((value) => !isNothing(String(value ?? '')))
  if (filled.length === 0) return attribute === '日期' ? 'most' : 'none'
  const [dated, others] = parted(
    filled,
    (value) =>
      (typeof value !== 'number' || attribute === '日期' || attribute === '期限') &&
      spanIn(value, grid.year) !== undefined,
  )
  if (dated.length >= filled.length * 0.5) return 'most'
  const isOfAct = mainEvent(column) !== null && (attribute === undefined || OF_ACTS.has(attribute))
  return isOfAct && dated.length > 1 && others.every((value) => MARK.test(String(value))) ? 'some' : 'none'
}

const parted = <T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] => [
  all.filter(is),
  all.filter((one) => !is(one)),
]

const OF_ACTS = new Set(['日期', '情况', '意见', '结果'])
const MARK = /^\D{1,8}$/u

const NO_DAYS = new Set(['编号', '证号', '电话', '金额', '数量', '序号', '有效期', '名称', '内容', '月份', '年度'])
const isNothing = (text: string): boolean => /^[\s—–\-−/\\无]*$/u.test(text)

// 限期拆除决定送达 is when that paper came.
const DUE = new RegExp(`^(?:满|限(?!期.{2,}${cellWord('limitPapers')})|${cellWord('due')})|(?:满.{0,4}年)`, 'u')

function dayColumn(column: Column, mixed: boolean): DayColumn {
  const { parts, head } = column
  const leaf = head.labels.at(-1) ?? ''
  const end = parts.turns.两端
  const due = parts.attributes[0] === '期限' || parts.turns.应当 === '应' || DUE.test(leaf)
  return {
    column,
    event: mainEvent(column),
    as: parts.turns.延后 === undefined ? (due && parts.turns.时态 !== '实际' ? 'limit' : 'act') : 'extended',
    end: end === '起' || end === '止' ? end : null,
    mixed,
  }
}

/** 答复截止日期 with no 起 beside it is when the answer was due; of two ends it would be a stretch. */
function limited(one: DayColumn, all: readonly DayColumn[]): DayColumn {
  if (one.as !== 'act' || one.end !== '止') return one
  const { finishes } = rowWords()
  const begins = all.some((other) => other !== one && other.end === '起' && other.event === one.event)
  return begins || (one.event !== null && one.event !== '办理' && !finishes.includes(one.event))
    ? one
    : { ...one, as: 'limit', end: null }
}

const events = new WeakMap<Column, string | null>()

/** The event that a head is of: the last one, but those that only go with others. */
export function mainEvent(column: Column): string | null {
  const found = events.get(column)
  if (found !== undefined) return found
  const made = eventOf(column)
  events.set(column, made)
  return made
}

function eventOf({ parts: { events, objects } }: Column): string | null {
  // 处罚决定书日期 is the day of the 决定: a paper is named for the act that it is of.
  const paper = objects.map((id) => id.replace(/书$/u, '')).find((id, at) => id !== objects[at] && topic(id))
  return paper ?? events.findLast((id) => !topic(id)?.light) ?? events.at(-1) ?? null
}

/** An event, and the wider ones that it is one kind of. */
export function widely(id: string): readonly string[] {
  const of = topic(id)?.of
  return of ? [id, of] : [id]
}

export function topic(id: string): TopicWords | undefined {
  topics ??= new Map(vocabulary().lexicon.events.map((one) => [one.id, one]))
  return topics.get(id)
}
let topics: ReadonlyMap<string, TopicWords> | undefined
