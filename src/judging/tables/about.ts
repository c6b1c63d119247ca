import type { Scope } from '../../core/kind.ts'
import { affairsIn } from '../../language/affairs.ts'
import { cellWord } from '../../language/cell-words.ts'
import { bare, plain } from '../../language/text.ts'
import { type Grid, gridsOf } from './grid.ts'
import { keptOf } from './kept-of.ts'

/** By which words a rule knows its tables, and which make a table another one. */
export type About = { readonly words: readonly (readonly string[])[]; readonly except: readonly string[] }

/**
 * The tables that a rule is about: named by its words – over the table, on its sheet, in its file's name – or, where the
 * file lies under the indicator, by the words in its heads. A list of norms, a form and a table of contents are none.
 */
export function tablesAbout(scope: Scope, { words, except }: About): Concerned[] {
  const placed = filesUnder(scope)
  return gridsOf(scope.package).flatMap((grid) => {
    const all = namesOf(grid, scope)
    const names = all.map(bare).join('\n')
    if (isAside(all.map(withoutParticulars).map(bare).join('\n'), except)) return []
    const isOwn = placed.has(grid.file)
    if (speaks(names, words)) return [{ grid, isOwn }]
    const heads = grid.columns.map(({ head }) => bare(head.text)).join('\n')
    return isOwn && speaks(`${names}\n${heads}`, words) ? [{ grid, isOwn }] : []
  })
}

/**
 * The lists of a kind (计划, 结果), which one workbook may hold together: the nearest name that speaks of a kind says of which
 * the table is, and one that speaks of both is of none.
 */
export function listsAbout({ package: found }: Scope, { words, except }: About): Grid[] {
  const kinds = words.at(-1) ?? []
  return gridsOf(found).filter(({ names }) => {
    const all = names.map(withoutParticulars).map(bare)
    if (ASIDE.test(all.join('\n')) || !speaks(all.join('\n'), words)) return false
    const nearest = all.find((name) => holdsOne(name, kinds) || holdsOne(name, except)) ?? ''
    return holdsOne(nearest, kinds) && !holdsOne(nearest, except)
  })
}

/** Whether a file's name, all that is known of one that went unread, is that of such a table. */
export function isNamedSo(file: string, { words, except }: About): boolean {
  const names = bare(file)
  return !isAside(names, except) && speaks(names, words)
}

/** Whether a table's names make it another one, or none of records at all. */
export const isAsideTable = (grid: Grid, scope: Scope, { except }: About): boolean =>
  isAside(namesOf(grid, scope).map(withoutParticulars).map(bare).join('\n'), except)

const isAside = (names: string, except: readonly string[]): boolean => ASIDE.test(names) || holdsOne(names, except)

const holdsOne = (names: string, words: readonly string[]): boolean => words.some((word) => names.includes(bare(word)))

/** In a workbook of several matters a sheet that says which is its own is not of the others that the file is named for. */
function namesOf(grid: Grid, { package: found }: Scope): readonly string[] {
  const { file, table, names, near } = grid
  const isMixed = gridsOf(found).filter((grid) => grid.file === file).length > 1
  const own = names.slice(0, near)
  if (isMixed && own.some((name) => affairsIn(name).size > 0)) return own
  // What nobody named by its affair is called by what its columns made of it.
  if (names.some((name) => affairsIn(name).size > 0)) return names
  const known = found.ledgers.filter((ledger) => ledger.file === file && ledger.sheet === table.name)
  return [...names, ...(known.length > 0 ? known.map(({ spec }) => spec.name) : keptOf(grid))]
}

/** A table, and whether it lies under the rule's indicator: what is only odd is asked there and nowhere else. */
export type Concerned = { readonly grid: Grid; readonly isOwn: boolean }

const ASIDE = new RegExp(cellWord('noRecords'), 'u')

const speaks = (text: string, words: readonly (readonly string[])[]): boolean =>
  words.every((some) => holdsOne(text, some))

const filesUnder = ({ package: { matches }, indicator }: Scope): ReadonlySet<string> =>
  new Set(matches.filter(({ indicator: id }) => id === indicator.id).map(({ file }) => file))

/** 公示平台:门户网站“双公示”专栏 tells of how a table was made, and is no name that makes it another one. */
const withoutParticulars = (name: string): string => plain(name).replace(PARTICULARS, ' ')
const PARTICULARS = new RegExp(`\\p{Script=Han}{0,6}(?:${cellWord('particulars')}):[^\\s]*`, 'gu')
