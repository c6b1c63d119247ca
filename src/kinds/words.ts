import type { LedgerRow } from '../core/ledger.ts'
import { clipped } from '../core/text.ts'

/** 甲、乙、丙等5件: at most three by name, and how many there are in all. */
export function listed(names: readonly string[], unit = '件'): string {
  const shown = names
    .slice(0, 3)
    .map((name) => clipped(name, 40))
    .join('、')
  return names.length > 3 ? `${shown}等${names.length}${unit}` : shown
}

export const named = (rows: readonly LedgerRow[], unit = '件'): string =>
  listed(
    rows
      .slice(0, 3)
      .map(({ name }) => name)
      .concat(rows.slice(3).map(() => '')),
    unit,
  )

/** “甲”、“乙” */
export const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、')

/** The file's own name, without its folders. */
export const fileName = (path: string): string => clipped(path.slice(path.lastIndexOf('/') + 1), 60)

/** 12, 12.5: a number as people write it, without the noise of binary fractions. */
export const figure = (number: number): string => String(Math.round(number * 1e6) / 1e6)

/** 《…》, once. */
export const titled = (name: string): string => (name.startsWith('《') ? name : `《${name}》`)
