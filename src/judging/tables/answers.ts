import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare } from '../../language/text.ts'
import { flagOf } from '../../records/flag.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid } from './grid.ts'
import { isAmong } from './kinds-of-rows.ts'
import { isNilIn } from './nil-row.ts'

/** Heads under which every row has to answer 是, and heads under which none may: 平台可查, 是否与审批挂钩. */
export type Answers = {
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly only: readonly string[]
}

/**
 * Rows that answer a question of the plan the wrong way. One that says why (不公开, 已撤回) answers another question. A no of
 * the office itself under 是否达标 needs no rule to ask it.
 */
export function answeredWrongly(grid: Grid, { yes, no, only }: Answers): Flaw[] {
  return grid.columns.flatMap((column) => {
    if (isVerdict(column)) return saidNo(grid, column)
    if (yes.length + no.length === 0) return []
    const head = bare(column.head.text)
    const right = holdsAny(head, yes) ? true : holdsAny(head, no) ? false : undefined
    if (right === undefined || column.parts.turns.正反 === '未' || !isQuestion(grid, column)) return []
    const answers = grid.rows.map((row) => answerOf(cell(row, column), head))
    const rights = answers.filter((answer) => answer === right).length
    // Where hardly any row answers as the plan wants, the question may be another one.
    const isPlain = rights >= answers.filter((answer) => answer === !right).length
    return grid.rows.flatMap((row) => {
      const text = cell(row, column)
      if (text.length > LONGEST || answerOf(text, head) !== !right || !isAmong(row, only) || isNilIn(row, column))
        return []
      const others = grid.columns.map((one) => cell(row, one))
      const { excused, withdrawn, dropping } = rowWords()
      if (others.some((one) => [excused, withdrawn, dropping].some((words) => holdsAny(one, words)))) return []
      return [flawAt('情形', row, column, `${column.name}“${text}”`, isPlain)]
    })
  })
}

/** A longer cell tells a story of its own. */
const LONGEST = 12

/** Nearly every cell is a yes or a no. */
function isQuestion(grid: Grid, column: Column): boolean {
  const head = bare(column.head.text)
  const filled = grid.rows.map((row) => cell(row, column)).filter((text) => !/^[\s—–\-−/\\]*$/u.test(text))
  return (
    filled.length > 0 && filled.filter((text) => answerOf(text, head) !== undefined).length >= filled.length * MOSTLY
  )
}
const MOSTLY = 0.8

/** 齐全 under 材料是否齐全 is a yes. */
const answerOf = (text: string, head: string): boolean | undefined =>
  flagOf(text) ?? (bare(text) !== '' && head.includes(bare(text)) ? true : undefined)

const VERDICTS = new Set(['是否', '情况'])
const isVerdict = ({ head, parts }: Column): boolean =>
  VERDICTS.has(parts.attributes[0] ?? '') && holdsAny(head.text, rowWords().verdicts)

/** 否(未写入述职报告) is no; 不 alone under another head than 是否 may be half a word. */
const saidNo = (grid: Grid, column: Column): Flaw[] =>
  grid.rows.flatMap((row) => {
    const text = cell(row, column)
    const isAnswer = column.parts.attributes[0] === '是否' || text.length <= SHORT
    return isAnswer && flagOf(text) === false && !isNilIn(row, column)
      ? [flawAt('情形', row, column, `${column.name}“${text}”`)]
      : []
  })
const SHORT = 4
