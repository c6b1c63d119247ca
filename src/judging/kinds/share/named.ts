import type { Package } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { cellWord } from '../../../language/cell-words.ts'
import { bare, plain } from '../../../language/text.ts'
import { cell } from '../../tables/cells.ts'
import { type Grid, gridsOf } from '../../tables/grid.ts'
import { namesIn } from '../../tables/persons.ts'
import { placeOf } from '../../tables/row-name.ts'
import { listedIn } from './stated.ts'

/** Whom the package names as of a class that the roster has no column for, and where it names each first. */
export type Named = ReadonlyMap<string, Place>

/**
 * A list of their own (法制审核人员 ▸ 姓名), a column of them in a register, a cell of the roster that says it of its person,
 * and a sentence that makes somebody one (某某同志为法制审核人员). Who is named anywhere counts: the share is then at its best.
 */
export function namedIn(found: Package, words: readonly string[]): Named {
  const named = new Map<string, Place>()
  const add = (name: string, at: Place): void => {
    if (!named.has(name)) named.set(name, at)
  }
  for (const grid of gridsOf(found))
    for (const row of grid.rows)
      for (const column of grid.columns) {
        const isOfThem = words.some((word) => column.head.text.includes(word))
        const isName = column.parts.attributes[0] === '姓名'
        const isTold = isName && (isListOf(grid, words) || saysSo(grid, row.values.map(String), words))
        if (isOfThem || isTold) for (const name of namesIn(cell(row, column))) add(name, placeOf(row, column))
      }
  for (const { evidence } of found.documents)
    for (const { text, at } of evidence.passages)
      for (const name of appointedIn(plain(text), words)) add(name, { file: evidence.path, ...at, quote: text })
  return named
}

/** By its nearest name: a list of officers and reviewers is one of both. */
function isListOf({ names, near }: Grid, words: readonly string[]): boolean {
  return names.slice(0, Math.max(near, 1)).some((name) => words.some((word) => bare(name).startsWith(word)))
}

const saysSo = (grid: Grid, values: readonly string[], words: readonly string[]): boolean =>
  grid.columns.some(({ at }) => words.some((word) => values[at]?.includes(word.replace(PERSONNEL, ''))))

const PERSONNEL = new RegExp(`${cellWord('personnel')}$`, 'u')
const [APPOINTING, COMRADES, SERVING] = [cellWord('appointing'), cellWord('comrades'), cellWord('serving')]
const NAMES = '\\p{Script=Han}{2,4}(?:[、和]\\p{Script=Han}{2,4})*'

/** 田某某、李某某(2012年起从事法制工作)同志为法制审核人员; 审核人员:田某某。 */
function appointedIn(text: string, words: readonly string[]): string[] {
  const word = words.join('|')
  if (!new RegExp(word, 'u').test(text)) return []
  const before = new RegExp(
    `(?:^|[,。;:、由定]|${APPOINTING})(${NAMES})(?:等)?(?:[(（][^()（）]*[)）])?(?:[两二三四]?名?${COMRADES})?(?:[(（][^()（）]*[)）])?(?:为|${SERVING}|任|是)[^,。;]{0,16}(?:${word})`,
    'gu',
  )
  const appointed = [...text.matchAll(before)].flatMap(([, names = '']) => namesIn(names.replaceAll('和', '、')))
  return [...appointed, ...listedIn(text, words)]
}
