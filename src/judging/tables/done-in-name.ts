import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { plain } from '../../language/text.ts'
import { flagOf } from '../../records/flag.ts'
import { vocabulary } from '../../records/vocabulary.ts'
import { awaitingIn } from './awaiting.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid } from './grid.ts'
import { isRemark } from './remarks.ts'
import { mainEvent } from './roles.ts'

/**
 * 已履行, and in the remarks 尚待局务会审议后制发: what is entered as brought to its end has not come to it. Ends are those that
 * the rule asks for, and, where it asks for any, whatever says how matters stand (办理状态); a rule that
 * asks one thing of its tables asks nothing of that.
 */
export function doneInName(grid: Grid, acts: ReadonlySet<string>, isNarrow = false): Flaw[] {
  const ends = grid.columns.filter((column) => isOfEnd(column, acts) && !(isNarrow && isGeneral(column)))
  const told = grid.columns.filter((column) => tells(column))
  if (ends.length === 0 || told.length === 0) return []
  return grid.rows.flatMap((row) => {
    const done = ends.find((column) => isDone(cell(row, column), column))
    if (!done) return []
    for (const one of told) {
      if (one === done || (!isRemark(one) && one.at < done.at)) continue
      const waiting = awaitingIn(cell(row, one))
      if (waiting !== undefined)
        return [flawAt('办理', row, one, `${done.name}“${cell(row, done)}”，${one.name}却写“${waiting}”`)]
    }
    return []
  })
}

const STATUS = new Set(['状态', '情况', '结果', '是否'])
/** What is said of the course of a matter, and not of what it is about. */
const TOLD = new Set(['情况', '结果', '意见'])
const MATTERS = new RegExp(cellWord('matters'), 'u')
const tells = (column: Column): boolean =>
  isRemark(column) || (TOLD.has(column.parts.attributes[0] ?? '') && !MATTERS.test(column.head.text))

/** How a matter ended: 履行情况, 是否办结, 整改结果; 整改完成 alone is one, for what stands below it is 是. */
function isOfEnd(column: Column, acts: ReadonlySet<string>): boolean {
  const { attributes, turns } = column.parts
  const event = mainEvent(column)
  const isStatus = attributes.length === 0 || STATUS.has(attributes[0] ?? '')
  if (!isStatus || turns.正反 === '未' || turns.应当 === '应') return false
  const { finishes } = rowWords()
  if (isGeneral(column)) return finishes.some((end) => acts.has(end))
  return event !== null && finishes.includes(event) && acts.has(event)
}

/** 状态, 办理状态, 处理结果: of whatever the table is kept of. */
const isGeneral = (column: Column): boolean =>
  column.parts.attributes.length > 0 && [null, '办理'].includes(mainEvent(column)) && !MATTERS.test(column.head.text)

function isDone(text: string, column: Column): boolean {
  const own = plain(text)
  if (own.length > LONGEST) return false
  return isGeneral(column) ? endedPattern().test(own) : flagOf(own) === true || DONE.test(own)
}
const DONE = new RegExp(`^${cellWord('doneStarts')}|${cellWord('doneEnds')}$`, 'u')
const LONGEST = 8

let ended: RegExp | undefined
/** Under 状态 已受理 and 已转办 are no ends. */
function endedPattern(): RegExp {
  const { finishes } = rowWords()
  const ends = vocabulary().lexicon.events.flatMap(({ id, words }) => (finishes.includes(id) ? words : []))
  ended ??= new RegExp(`^${cellWord('doneStarts')}?(?:${ends.join('|')}|${cellWord('doneEnds')})$`, 'u')
  return ended
}
