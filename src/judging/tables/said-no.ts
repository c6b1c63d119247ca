import { rowWords } from '../../language/row-words.ts'
import { plain } from '../../language/text.ts'
import { flagOf } from '../../records/flag.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Column, cell, type Grid } from './grid.ts'

/** Rows in which the office itself answers no to 是否达标 and 是否不高于. */
export function saidNo(grid: Grid): Flaw[] {
  return grid.columns.flatMap((column) => {
    const head = plain(column.head.text)
    const isVerdict =
      rowWords().verdicts.some((word) => head.includes(word)) && VERDICTS.has(column.parts.attributes[0] ?? '')
    if (!isVerdict) return []
    const no = grid.rows.filter((row) => answerIn(cell(row, column), column) === false)
    return no.map((row) => flawAt('情形', row, column, `${column.name}“${cell(row, column)}”`))
  })
}

const VERDICTS = new Set(['是否', '情况'])

/** 否(未写入述职报告) is no; 不 alone under another head than 是否 may be half a word. */
const answerIn = (text: string, { parts }: Column): boolean | undefined =>
  parts.attributes[0] === '是否' || text.length <= SHORT ? flagOf(text) : undefined
const SHORT = 4
