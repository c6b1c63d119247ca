import { yearOf } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import type { LedgerRow } from '../../../core/ledger.ts'
import type { Place } from '../../../core/place.ts'
import { isDenied } from '../../../language/negation.ts'
import { paragraphsOf, sentencesOf } from '../../../language/paragraphs.ts'
import { clipped } from '../../../language/text.ts'
import { yearsIn } from '../../desk/years.ts'
import { filesOf, isDraft } from '../../papers/absent.ts'
import { isAccount, saysUndone, topicsOf } from '../../papers/admissions.ts'
import { casesOf } from '../../rows/cases.ts'
import { dayIn } from '../../rows/cells.ts'

export type Spared = { readonly words: string; readonly at: Place }

type Asked = { readonly by: readonly string[]; readonly unless: string | null }

/**
 * Where the papers that are counted say of this very year that there was nothing to do it with (2020年没有案卷可评): then it
 * was not due, unless the unit's own ledger has records of that year.
 */
export function sparedIn(
  scope: Scope,
  materials: readonly string[],
  year: number,
  { by, unless }: Asked,
): Spared | undefined {
  if (by.length === 0 || (unless !== null && casesOf(scope, unless).some(({ row }) => isOf(row, year))))
    return undefined
  const topics = topicsOf(scope, materials)
  const counted = filesOf(scope, materials).map(({ document }) => document)
  // What is counted is asked first; that it had no such power yet an office says where it says what it has now.
  const others = scope.package.documents.filter((document) => !counted.includes(document))
  return [...counted, ...others]
    .filter((document) => !isDraft(document))
    .flatMap((document) => paragraphsOf(document.evidence).map((one) => ({ ...one, document })))
    .flatMap(({ text, at, document }) => sentencesOf(text).map((sentence) => ({ sentence, at, document })))
    .flatMap(({ sentence, at, document }): Spared[] => {
      const word = by.find((one) => sentence.includes(one))
      const clause = sentence.split(',').find((one) => word !== undefined && one.includes(word)) ?? ''
      const isSaid =
        word !== undefined &&
        isDenied(sentence, word) &&
        saysOf(sentence, word, year) &&
        !(isAccount(document) && saysUndone(clause, topics))
      return isSaid ? [{ words: clipped(sentence, 60), at: { ...at, quote: clipped(sentence, 80) } }] : []
    })[0]
}

/** The year stands before the word, and no other one between; 2021年以前 are the years before it. */
function saysOf(sentence: string, word: string, year: number): boolean {
  const [, before] = BEFORE.exec(sentence.slice(0, sentence.indexOf(word))) ?? []
  if (before !== undefined) return year < Number(before)
  const years = yearsIn(sentence.slice(0, sentence.indexOf(word)))
  return years.length === 1 && years[0] === year
}

const BEFORE = /((?:19|20)\d{2})\s*年(?:度)?(?:以前|之前)/u

/** A row of which any day lies in the year. */
const isOf = (row: LedgerRow, year: number): boolean =>
  row.ledger.spec.columns.some(({ name, type }) => {
    const day = type === 'day' || type === 'time' ? dayIn(row.field(name)) : undefined
    return day !== undefined && yearOf(day) === year
  })
