import { around } from '../render/pixels.ts'
import type { OcrLine } from './engine.ts'
import { spelt } from './spelling.ts'
import { boxOf, sizeOf, sureness, type Word } from './words.ts'

type Placed = {
  readonly word: Word
  readonly left: number
  readonly right: number
  readonly middle: number
  readonly high: number
}

/** The angle that the page's text runs at, in radians: the middle one of its long words, so that stray ones do not count. */
export function skewOf(words: readonly Word[]): number {
  const angles = words
    .map(({ quad }) => sizeOf(quad))
    .filter(({ along, across }) => along > 6 * across)
    .map(({ angle }) => angle)
    .sort((a, b) => a - b)
  return angles[angles.length >> 1] ?? 0
}

/**
 * Words → rows from top to bottom, each from left to right. On a page that hangs by 2°, the right end of a line lies
 * lower than the left end of the next one, so places are measured along the text and not along the picture's edge.
 */
export function rowsOf(words: readonly Word[]): OcrLine[] {
  const skew = skewOf(words)
  const rows: { middle: number; high: number; words: Placed[] }[] = []
  for (const placed of words.map((word) => place(word, skew)).sort((a, b) => a.middle - b.middle)) {
    const row = rows.at(-1)
    if (row && Math.abs(placed.middle - row.middle) < 0.5 * Math.min(placed.high, row.high)) {
      row.words.push(placed)
      row.middle += (placed.middle - row.middle) / row.words.length
    } else rows.push({ middle: placed.middle, high: placed.high, words: [placed] })
  }
  return rows.map(({ words: row }) => joined(row.sort((a, b) => a.left - b.left)))
}

function place(word: Word, skew: number): Placed {
  const { along, across } = sizeOf(word.quad)
  const [cos, sin] = [Math.cos(-skew), Math.sin(-skew)]
  const x = word.quad.reduce((sum, point) => sum + point.x, 0) / 4
  const y = word.quad.reduce((sum, point) => sum + point.y, 0) / 4
  const middle = x * sin + y * cos
  const centre = x * cos - y * sin
  return { word, left: centre - along / 2, right: centre + along / 2, middle, high: across }
}

/** A gap of more than two signs is a column's, as readers of PDF text write it. */
function joined(row: readonly Placed[]): OcrLine {
  let text = ''
  for (const [index, { word, left, high }] of row.entries()) {
    const before = row[index - 1]
    const gap = before ? left - before.right : 0
    text += (before ? (gap > 2 * high ? '\t' : ' ') : '') + spelt(word.text)
  }
  const words = row.map(({ word }) => word)
  // Only text that was never in doubt has the certainty 1.
  return { text, certainty: Math.min(0.999, sureness(words)), box: around(words.map(({ quad }) => boxOf(quad))) }
}
