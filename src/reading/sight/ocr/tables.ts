import { rowLines } from '../../formats/tables/grid.ts'
import { filledGrid, isInside, type RuledGrid, type RuledLayout } from '../../formats/tables/ruled-grid.ts'
import type { Frame } from '../drawn/frames.ts'
import { around, type Box } from '../render/pixels.ts'
import { isSound, placedOn, wordsInCells } from './cells.ts'
import type { OcrLine, OcrTable } from './engine.ts'
import type { RuledPage } from './ruled-page.ts'
import type { Models, Word } from './words.ts'

type Lined = OcrTable & { readonly lines: readonly OcrLine[]; readonly isBelow: (box: Box) => boolean }

/** Writes a page's words into its tables. What stands in none of them is left over. */
export async function tabled(
  models: Models,
  { pixels, frames }: RuledPage,
  words: readonly Word[],
  isText: (word: Word) => boolean,
): Promise<{ tables: readonly Lined[]; left: readonly Word[] }> {
  const found: { frame: Frame; grid: RuledGrid }[] = []
  let left = words.filter(isWord)
  for (const frame of frames)
    for (const layout of frame.layouts) {
      const own = left.filter((word) => standsIn(layout, frame, word))
      if (own.length < FEWEST) continue
      const grid = filledGrid(layout, await wordsInCells(models, pixels, frame, layout, own.filter(isSound)))
      if (!grid) continue
      found.push({ frame, grid })
      left = left.filter((word) => !own.includes(word))
    }
  const rest = left.filter(isText)
  const tables = found.map(({ frame, grid }) => ({
    grid,
    open: openness(frame, grid, rest),
    lines: linesOf(frame, grid),
    isBelow: ({ x, y, width, height }: Box) => frame.flat({ x: x + width / 2, y: y + height / 2 }).y < grid.top,
  }))
  return { tables, left: rest }
}

const FEWEST = 3

/** In a cell, √ and — are all there is. */
const isWord = ({ text, certainty }: Word): boolean => certainty >= 0.4 && /\S/.test(text)

const standsIn = ({ rows }: RuledLayout, frame: Frame, word: Word): boolean => {
  const placed = placedOn(frame, word)
  return rows.some((row) => row.some((cell) => isInside(cell, placed)))
}

/** A line above or below is a header or a footer. */
function openness(frame: Frame, { top, bottom }: RuledGrid, words: readonly Word[]): OcrTable['open'] {
  const placed = words.map((word) => placedOn(frame, word)).map(({ y, height }) => ({ y: y + 0.3 * height, height }))
  const lines = (some: typeof placed) => {
    const sorted = some.toSorted((a, b) => a.y - b.y)
    return sorted.filter(({ y, height }, at) => at === 0 || y - sorted[at - 1]!.y > 0.5 * height).length
  }
  return {
    above: lines(placed.filter(({ y }) => y > top)) <= 1,
    below: lines(placed.filter(({ y }) => y < bottom)) <= 1,
  }
}

function linesOf({ seen }: Frame, { edges, top, bottom, cells }: RuledGrid): OcrLine[] {
  const box = around(
    [edges[0]!, edges.at(-1)!].flatMap((x) => [top, bottom].map((y) => ({ ...seen({ x, y }), width: 0, height: 0 }))),
  )
  return cells.flatMap((row) => {
    const sure = row.flatMap(({ certainty, paragraphs }) => (paragraphs.length > 0 ? (certainty ?? []) : []))
    const certainty = Math.min(0.999, sure.reduce((sum, one) => sum + one, 0) / (sure.length || 1))
    return rowLines(row).map((text) => ({ text, certainty, box }))
  })
}

/** The lines of a page from the top, a table's all together where it begins: on the table laid level, for a page may hang. */
export function inOrder(lines: readonly OcrLine[], tables: readonly Lined[]): OcrLine[] {
  const sorted = [...lines]
  for (const { lines: rows, isBelow } of tables) {
    const at = sorted.findIndex(({ box }) => isBelow(box))
    sorted.splice(at < 0 ? sorted.length : at, 0, ...rows)
  }
  return sorted
}
