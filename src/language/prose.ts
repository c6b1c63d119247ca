import { clipped } from './text.ts'

/** 甲、乙、丙等5件: at most three by name, and how many there are in all. */
export function listed(names: readonly string[], unit = '件'): string {
  const shown = names
    .slice(0, 3)
    .map((name) => clipped(name, 120))
    .join('、')
  return names.length > 3 ? `${shown}等${names.length}${unit}` : shown
}

/** 甲办法（28日）: the name gives way, never the figures. */
export const noted = (name: string, note: string): string =>
  note ? `${clipped(name, 36)}（${clipped(note, 80)}）` : clipped(name, 36)

/** “甲”、“乙” */
export const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、')

/** The file's own name, without its folders. */
export const fileName = (path: string): string => clipped(path.slice(path.lastIndexOf('/') + 1), 60)

/** 12, 12.5: a number as people write it, without the noise of binary fractions. */
export const figure = (number: number): string => String(Math.round(number * 1e6) / 1e6)

/** 《…》; a title within a title takes single marks (GB/T 15834). */
export const titled = (name: string): string =>
  /^《[^《》]*》$/.test(name) ? name : `《${name.replaceAll('《', '〈').replaceAll('》', '〉')}》`
