import type { Format, Value } from '../../../core/evidence.ts'
import type { Document } from '../../../core/package.ts'
import { gramsFrom } from '../../../language/grams.ts'
import { isBlankForm } from './blank-form.ts'
import type { Flaw } from './flaw.ts'

const HEADS = 3

/** A table of which only the heads, and perhaps the numbers of its rows, are filled in: no sheet of the file says anything. */
export function unfilled(document: Document): Flaw | undefined {
  const { path, extent, format } = document.evidence
  // Only a workbook is nothing but tables; others are not even fetched.
  if (!BOOKS.has(format) || saysMuch(document)) return undefined
  const { passages, tables } = document.evidence
  const told = tables.filter(({ rows }) => rows.some(({ values }) => values.some((value) => !isEmpty(value))))
  if (told.length === 0 || passages.length > 0 || extent !== 'whole' || isBlankForm(document)) return undefined
  const areBlank = told.every(({ rows }) => {
    const head = rows.findIndex(({ values }) => values.filter((value) => !isEmpty(value)).length >= HEADS)
    const under = rows.slice(head + 1).map(({ values }) => values.filter((value) => !isEmpty(value)))
    // Rows that were numbered and left: with none at all the head may be all that there was to print.
    return (
      head >= 0 && under.some((row) => row.length > 0) && under.every((row) => row.length <= 1 && row.every(isNumber))
    )
  })
  if (!areBlank) return undefined
  return { kind: 'unfilled', sure: false, words: '只有表头，没有填写', at: [{ file: path }] }
}

/** By what is kept of the text: so many pairs of signs are no mere heads. */
const saysMuch = ({ kept }: Document): boolean => kept !== undefined && gramsFrom(kept.grams).bits.length > FEW
const FEW = 256

const BOOKS: ReadonlySet<Format> = new Set(['xlsx', 'xls', 'et', 'ods', 'csv'])

const isEmpty = (value: Value | undefined): boolean =>
  value === null || value === undefined || String(value).trim() === ''
const isNumber = (value: Value): boolean => /^\d{1,3}$/u.test(String(value).trim())
