import { type PairWords, pairWords } from '../../language/pair-words.ts'
import { bare, plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'

/** Two columns of figures that are held against each other: what was set, and what is. */
type Pair = { readonly of: Column; readonly by: Column }

/** Rows in which what is charged or left is more than what is allowed or was there before. */
export function overCap(grid: Grid): Flaw[] {
  return pairsOf(grid).flatMap((pair) => grid.rows.flatMap((row) => flawIn(row, pair)))
}

// Several rules look at one table.
const known = new WeakMap<Grid, readonly Pair[]>()

function pairsOf(grid: Grid): readonly Pair[] {
  const found = known.get(grid) ?? pairWords().capped.flatMap((words) => paired(grid, words))
  known.set(grid, found)
  return found
}

function paired({ columns }: Grid, words: PairWords): Pair[] {
  return columns.flatMap((of) => {
    const left = without(of, words.of)
    if (left === undefined) return []
    // One that is left after two is none of a pair.
    const fits = columns.filter((by) => by !== of && without(by, words.by) === left)
    return fits.length === 1 ? [{ of, by: fits[0]! }] : []
  })
}

/** What a head says besides the word that makes it one of a pair; undefined where it says none of them. */
function without({ head, parts }: Column, words: readonly string[]): string | undefined {
  const text = bare(head.text)
  const word = words.find((one) => text.includes(one))
  return word && `${text.replace(word, '')} ${parts.notes.join()}`
}

function flawIn(row: GridRow, { of, by }: Pair): Flaw[] {
  const [set, is] = [figureIn(cell(row, of)), figureIn(cell(row, by))]
  if (!set || !is || set.unit !== is.unit || is.figure <= set.figure) return []
  if (row.grid.columns.some((column) => pairWords().kept.some((word) => cell(row, column).includes(word)))) return []
  return [flawAt('数字', row, by, `${by.name}“${cell(row, by)}”，多于${of.name}“${cell(row, of)}”`)]
}

const FIGURE = /^(\d{1,9}(?:\.\d{1,4})?)\s*([^\d]{0,8})$/u

/** 30元/剂次: 30, and its unit. */
function figureIn(text: string): { readonly figure: number; readonly unit: string } | undefined {
  const found = FIGURE.exec(plain(text).trim())
  return found ? { figure: Number(found[1]), unit: found[2]!.trim() } : undefined
}
