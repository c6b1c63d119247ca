import { type GridCell, placed, type Spanning } from './grid.ts'
import { type Line, linesOf, type Word } from './page-words.ts'
import type { Ruling, Rulings } from './rulings.ts'

/** A table as its lines divide it. `edges` are the columns', from the left. */
export type RuledGrid = {
  readonly edges: readonly number[]
  readonly top: number
  readonly bottom: number
  readonly cells: GridCell[][]
}

/** Points that two drawn lines may lie apart and still meet. */
const SLACK = 3

/** A table's cells as its lines divide it, before anything is written into them. */
export type RuledLayout = {
  readonly edges: readonly number[]
  readonly top: number
  readonly bottom: number
  readonly rows: readonly (readonly CellBox[])[]
}

/** Where a cell lies, and over how many columns and rows. */
export type CellBox = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly columns: number
  readonly rows: number
}

/** The tables that a page's lines make, from the top, with the words that lie in them. Heights grow upwards. */
export function ruledGrids(rulings: Rulings, words: readonly Word[]): RuledGrid[] {
  return ruledLayouts(rulings).flatMap((layout) => filledGrid(layout, words) ?? [])
}

/** The tables that a page's lines make, from the top. */
export function ruledLayouts(rulings: Rulings): RuledLayout[] {
  return groups(rulings)
    .map(layoutOf)
    .filter((layout) => layout !== undefined)
    .sort((a, b) => b.top - a.top)
}

/** A table with these words written into it; undefined where hardly a cell has any. */
export function filledGrid({ rows, ...layout }: RuledLayout, words: readonly Word[]): RuledGrid | undefined {
  let filled = 0
  const cells = rows.map((row) =>
    row.map((box): Spanning => {
      const own = words.filter((word) => isInside(box, word))
      const paragraphs = paragraphsIn(box, own)
      if (paragraphs.length > 0) filled++
      const sure = own.flatMap(({ certainty }) => certainty ?? [])
      const { columns, rows } = box
      return { columns, rows, paragraphs, ...(sure.length > 0 && { certainty: Math.min(...sure) }) }
    }),
  )
  return filled < 2 ? undefined : { ...layout, cells: placed(cells) }
}

/** Lines that meet, directly or through others. */
function groups({ across, down }: Rulings): Rulings[] {
  const lines = [...across, ...down]
  const parent = lines.map((_, i) => i)
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  for (const [i, h] of across.entries())
    for (const [j, v] of down.entries())
      if (covers(h, v.at) && covers(v, h.at)) parent[root(i)] = root(across.length + j)

  const found = new Map<number, { across: Ruling[]; down: Ruling[] }>()
  for (const [i, line] of lines.entries()) {
    const group = found.get(root(i)) ?? { across: [], down: [] }
    found.set(root(i), group)
    group[i < across.length ? 'across' : 'down'].push(line)
  }
  return [...found.values()]
}

const covers = ({ from, to }: Ruling, at: number): boolean => from - SLACK <= at && at <= to + SLACK

function layoutOf({ across, down }: Rulings): RuledLayout | undefined {
  const sides = across.flatMap(({ from, to }) => [from, to])
  // Many tables leave their outer sides open: the lines across tell how far they reach.
  const xs = distinct([...down.map(({ at }) => at), Math.min(...sides), Math.max(...sides)])
  const ys = distinct(across.map(({ at }) => at)).reverse()
  if (xs.length < 3 || ys.length < 3) return undefined

  const wallRight = (row: number, column: number) => stands(down, xs[column + 1]!, (ys[row]! + ys[row + 1]!) / 2)
  const wallBelow = (row: number, column: number) => stands(across, ys[row + 1]!, (xs[column]! + xs[column + 1]!) / 2)
  const taken = new Set<number>()
  const size = xs.length - 1
  const rows: CellBox[][] = []
  for (let row = 0; row < ys.length - 1; row++) {
    const line: CellBox[] = []
    for (let column = 0; column < size; column++) {
      if (taken.has(row * size + column)) continue
      let columns = 1
      while (
        column + columns < size &&
        !wallRight(row, column + columns - 1) &&
        !taken.has(row * size + column + columns)
      )
        columns++
      const across = Array.from({ length: columns }, (_, i) => column + i)
      let height = 1
      while (row + height < ys.length - 1 && across.every((c) => !wallBelow(row + height - 1, c))) height++
      for (let r = row; r < row + height; r++) for (const c of across) taken.add(r * size + c)
      const box = { left: xs[column]!, right: xs[column + columns]!, top: ys[row]!, bottom: ys[row + height]! }
      line.push({ ...box, columns, rows: height })
    }
    rows.push(line)
  }
  return { edges: xs, top: ys[0]!, bottom: ys.at(-1)!, rows }
}

function distinct(values: readonly number[]): number[] {
  const found: number[] = []
  for (const value of values.filter(Number.isFinite).sort((a, b) => a - b))
    if (found.length === 0 || value - found.at(-1)! > SLACK) found.push(value)
  return found
}

const stands = (lines: readonly Ruling[], at: number, middle: number): boolean =>
  lines.some((line) => Math.abs(line.at - at) <= SLACK && line.from <= middle && middle <= line.to)

/** Whether the middle of a word lies in a cell. */
export function isInside({ left, right, top, bottom }: CellBox, word: Word): boolean {
  const [x, y] = [word.x + word.width / 2, word.y + word.height * 0.3]
  return left < x && x < right && bottom < y && y < top
}

function paragraphsIn({ left, right }: CellBox, own: readonly Word[]): string[] {
  // Lines are put in order from the top, so heights are turned.
  const lines = linesOf(own.filter(({ text }) => text !== '').map((word) => ({ ...word, y: -word.y })))
  return unwrapped(lines, left, right)
}

/** A line goes on in the next one if what that begins with had no room behind it; else it ends a paragraph. */
function unwrapped(lines: readonly Line[], left: number, right: number): string[] {
  const padding = Math.max(0, Math.min(...lines.map(({ words }) => words[0]!.x - left)))
  const paragraphs: string[] = []
  let room = Number.POSITIVE_INFINITY
  for (const { words, text } of lines) {
    if (text === '') continue
    const last = words.at(-1)!
    const before = paragraphs.at(-1)
    if (before !== undefined && room < beginning(text) * last.height) {
      const gap = /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(text) ? ' ' : ''
      paragraphs[paragraphs.length - 1] = before + gap + text
    } else paragraphs.push(text)
    room = right - padding - (last.x + last.width)
  }
  return paragraphs
}

/** How many letters wide is what no line break divides: a word, or a sign with the marks that close behind it. */
function beginning(text: string): number {
  const word = /^[\w.%,-]+/.exec(text)?.[0]
  return word ? word.length / 2 : (/^.[”’）》」』】〕、，。；：？！]*/u.exec(text)?.[0].length ?? 1)
}
