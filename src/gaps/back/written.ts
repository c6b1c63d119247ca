import { addDays, type Day, isDay } from '../../core/day.ts'
import type { Value } from '../../core/evidence.ts'
import { daysIn } from '../../language/written-days.ts'

/** A cell as the words that stand in it. What we put before a text that looks like a formula goes again. */
export function wordsOf(value: Value | undefined): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
    .normalize('NFC')
    .replace(/\r\n?|_x000D_\n?/g, '\n')
  return text.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '').trim()
}

// Serial numbers of 2000 to 2100: a day whose cell has lost its form.
const [FIRST, LAST] = [36_526, 73_050]

/** The day that a cell holds, and nothing but a day; undefined where it is none. */
export function dayIn(text: string): Day | undefined {
  const folded = text.normalize('NFKC').trim()
  if (/^\d{5}$/.test(folded) && Number(folded) >= FIRST && Number(folded) <= LAST)
    return addDays('1899-12-30', Number(folded))
  const only = folded.replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, '').replace(/(?:之?前|以前|止)$/, '')
  if (isDay(only)) return only
  const [found, ...more] = daysIn(only)
  return found && more.length === 0 && found.start === 0 && found.end === only.length && !found.repaired
    ? found.day
    : undefined
}
