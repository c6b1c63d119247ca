import type { Day } from '../core/day.ts'
import type { Table, Value } from '../core/evidence.ts'
import { cellWord } from '../language/cell-words.ts'
import { plain } from '../language/text.ts'
import { numberOf } from '../language/written-days.ts'
import { textOf } from './cell.ts'
import { momentOf } from './moment.ts'

// A filing day names its own year, not the table's; 〔2021〕3号 is a document's.
const ASIDE = new RegExp(`${cellWord('filing')}|[〔[(【]\\s*\\d{4}\\s*[〕\\])】]\\s*第?\\s*\\d{1,5}\\s*号`, 'u')
// 2022年培训学时统计(截至6月30日) is of 2022 all the same.
const BRACKETS = /[(（][^()（）]{1,24}[)）]/gu
const YEAR = /(?<!\d)(20[0-4]\d)(?!\d)|([二][〇零○0][〇零○一二三四][〇零○一二三四五六七八九])(?=年)/gu

/**
 * The one year that a table is of: by its sheet's name, else by what stands over it, else by its file's name and folders.
 * A source that names several (2020—2022年) leaves it open.
 */
export function yearOfTable(path: string, table: Table, first: number, title: string): number | undefined {
  const above = table.rows.slice(0, first).flatMap(({ values }) => values.map(textOf))
  const folders = path.split('/').toReversed()
  for (const source of [[table.name], above, [title], ...folders.map((name) => [name])]) {
    const years = new Set(
      source
        .map((text) => text.slice(0, 200).replace(BRACKETS, (one) => (ASIDE.test(one) ? '' : one)))
        .filter((text) => !ASIDE.test(text))
        .flatMap(yearsIn),
    )
    if (years.size > 1) return undefined
    const [year] = years
    if (year !== undefined) return year
  }
  return undefined
}

const yearsIn = (text: string): number[] =>
  [...plain(text).matchAll(YEAR)].map(([, digits, words]) => (digits ? Number(digits) : numberOf(words!)))

const SPOKEN = /(?<![\d年])(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/u
const DOTTED = /^\s*(\d{1,2})\s*[./-]\s*(\d{1,2})\s*$/u

/** 3月5日 and 3.5 in a table that is of one year. A number alone may be anything. */
export function dayInYear(value: Value, year: number): Day | undefined {
  if (typeof value !== 'string' || value.length > 80) return undefined
  const text = plain(value)
  const whole = DOTTED.test(text)
    ? text.replace(DOTTED, `${year}-$1-$2`)
    : text.replace(SPOKEN, (_, month: string, day: string) => `${year}年${month}月${day}日`)
  return whole === text ? undefined : momentOf(whole)?.day
}
