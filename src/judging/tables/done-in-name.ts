import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { plain } from '../../language/text.ts'
import { flagOf } from '../../records/flag.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid } from './grid.ts'
import { isRemark } from './remarks.ts'
import { mainEvent } from './roles.ts'

/** 已履行, and in the remarks 尚待局务会审议后制发: what is entered as brought to its end has not come to it. */
export function doneInName(grid: Grid, acts: ReadonlySet<string>): Flaw[] {
  const ends = grid.columns.filter((column) => isOfEnd(column, acts))
  const remarks = grid.columns.filter(isRemark)
  if (ends.length === 0 || remarks.length === 0) return []
  return grid.rows.flatMap((row) => {
    const done = ends.find((column) => isDone(cell(row, column)))
    if (!done) return []
    for (const remark of remarks) {
      const waiting = awaitingIn(cell(row, remark))
      if (waiting !== undefined)
        return [flawAt('办理', row, remark, `${done.name}“${cell(row, done)}”，${remark.name}却写“${waiting}”`)]
    }
    return []
  })
}

const STATUS = new Set(['状态', '情况', '结果', '是否'])

/** How a matter ended: 履行情况, 是否办结, 整改结果; 整改完成 alone is one, for what stands below it is 是. */
function isOfEnd(column: Column, acts: ReadonlySet<string>): boolean {
  const { attributes, turns } = column.parts
  const event = mainEvent(column)
  const isStatus = attributes.length === 0 || STATUS.has(attributes[0] ?? '')
  if (!isStatus || turns.正反 === '未' || turns.应当 === '应') return false
  return event !== null && acts.has(event) && rowWords().finishes.includes(event)
}

function isDone(text: string): boolean {
  const own = plain(text)
  return own.length <= LONGEST && (flagOf(own) === true || DONE.test(own))
}
const DONE = new RegExp(`^${cellWord('doneStarts')}|${cellWord('doneEnds')}$`, 'u')
const DATE = /^[\d年月日.\-/]+/u
const LONGEST = 8

/** The clause that says that it has not come about, unless the remark goes on to say that it did. */
function awaitingIn(text: string): string | undefined {
  const { awaiting, excused } = rowWords()
  const words = plain(text)
  if (!holdsAny(words, awaiting) || holdsAny(words, excused)) return undefined
  const clauses = words.split(/[,，。;；]/u).map((one) => one.trim())
  const at = clauses.findIndex((clause) => awaiting.some((word) => clause.includes(word) && isOwn(clause, word)))
  return at >= 0 && !clauses.slice(at + 1).some((clause) => DONE.test(clause.replace(DATE, '')))
    ? clauses[at]
    : undefined
}

/** What others still owe is not the office's: 当事人尚未缴纳. */
const isOwn = (clause: string, word: string): boolean => !OTHERS.test(clause.slice(0, clause.indexOf(word)))
const OTHERS = new RegExp(cellWord('others'), 'u')
