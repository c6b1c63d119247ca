import type { Package } from '../../core/package.ts'
import { paragraphsOf, sentencesOf } from '../../language/paragraphs.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare } from '../../language/text.ts'
import { cell } from './cells.ts'
import type { Grid, GridRow } from './grid.ts'
import { yearsIn } from './listed-names.ts'
import { isNoted } from './remarks.ts'
import { saysWhy } from './says-why.ts'

/**
 * What a list lacks may well be missing: the row says why, the other list speaks of it somewhere (递补：蓝天舞蹈已注销), or a
 * paper says that it was taken out (同意取消游泳场所抽查任务).
 */
export function isSpared(row: GridRow, name: string, others: readonly Grid[], found: Package): boolean {
  return (
    saysWhy(row, []) ||
    isNoted(row) ||
    isStruck(row) ||
    others.some((one) => speaksOf(one, name, yearsIn(row))) ||
    isTakenOut(name, found)
  )
}

/** 已销号, 人都搬完了: it is still in the register, and nobody has to look after it. */
const isStruck = (row: GridRow): boolean => {
  const { struck, undone } = rowWords()
  return row.grid.columns.some((column) => {
    const text = cell(row, column)
    return struck.some((word) => text.includes(word) && !undone.some((not) => text.includes(`${not}${word}`)))
  })
}

/** Of another year it says nothing. */
function speaksOf({ rows, asides, columns }: Grid, name: string, years: readonly number[]): boolean {
  const isOfThen = (row: GridRow): boolean => {
    const its = yearsIn(row)
    return its.length === 0 || years.length === 0 || its.some((year) => years.includes(year))
  }
  return [...rows, ...asides].some(
    (row) => isOfThen(row) && columns.some((column) => bare(cell(row, column)).includes(name)),
  )
}

function isTakenOut(name: string, { documents }: Package): boolean {
  const { dropping, excused, withdrawn, another, pending } = rowWords()
  const words = [...dropping, ...excused, ...withdrawn, ...another, ...pending]
  return documents.some(({ evidence }) =>
    paragraphsOf(evidence).some(({ text }) =>
      sentencesOf(text).some((sentence) => holdsAny(sentence, words) && bare(sentence).includes(name)),
    ),
  )
}
