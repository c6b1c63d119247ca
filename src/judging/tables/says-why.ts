import { rowWords } from '../../language/row-words.ts'
import { cell } from './cells.ts'
import type { Column, GridRow } from './grid.ts'
import { isNoted } from './remarks.ts'

/** The row says that it is none of what is registered (零报告), that it ended otherwise, or a note below names it. */
export function saysWhy(row: GridRow, of: readonly Column[]): boolean {
  const { excused, withdrawn, dropping, another, nil } = rowWords()
  const ended = [...excused, ...withdrawn, ...dropping, ...another]
  return (
    isNoted(row) ||
    row.grid.columns.some((column) => {
      const text = of.includes(column) ? '' : cell(row, column)
      return holds(text, nil) || (isOfState(column) && holds(text, ended))
    })
  )
}

/** Where rows say how they ended; under 干预方式 要求撤案 is what somebody wanted. */
const isOfState = ({ parts }: Column): boolean => STATES.has(parts.attributes[0] ?? '') || parts.attributes.length === 0
const STATES = new Set(['状态', '情况', '结果', '意见', '备注', '说明', '原因', '是否'])

const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word))
