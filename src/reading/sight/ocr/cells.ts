import type { Word as Placed } from '../../formats/tables/page-words.ts'
import { type CellBox, isInside, type RuledLayout } from '../../formats/tables/ruled-grid.ts'
import type { Point } from '../drawn/flat.ts'
import type { Frame } from '../drawn/frames.ts'
import { inkIn } from '../drawn/ink.ts'
import { around, type Box, type Pixels } from '../render/pixels.ts'
import { spelt } from './spelling.ts'
import { boxOf, type Models, type Quad, sizeOf, type Word } from './words.ts'

/** A word on a table laid level, whose letters are about three quarters as high as the box around them. */
export function placedOn({ flat }: Frame, { text, certainty, quad }: Word): Placed {
  const box = around(quad.map((point) => ({ ...flat(point), width: 0, height: 0 })))
  const height = 0.75 * box.height
  // The middle of a word is where a page's words have it: three tenths of their height above their foot.
  const y = box.y + box.height / 2 - 0.3 * height
  return { text: signOf(text), certainty: hundredths(certainty), x: box.x, y, width: box.width, height }
}

/** These weights know no tick; alone in a cell, it looks like this to them. */
const signOf = (text: string): string => (text.trim() === '<' ? '√' : spelt(text))

/** Rounded down, so that nothing recognised is certain, and that runtimes which differ in the last digits agree. */
const hundredths = (certainty: number): number => Math.floor(Math.min(0.999, certainty) * 100) / 100

/** Points from a cell's lines inwards, where remains of them may lie; and what is a speck. */
const [RIM, SPECK] = [2, 2.5]
const LEGIBLE = 0.5

/** Whether a word may be taken as it was read. A piece higher than wide is read as if it lay on its side: 1 becomes a dash. */
export const isSound = ({ certainty, quad }: Word): boolean => {
  const { along, across } = sizeOf(quad)
  return certainty >= 0.6 && across < 1.4 * along
}

/**
 * The words of a table's cells, with what the finder of text overlooked in them: single figures, above all, and the ends of
 * words. What is written there and cannot be read becomes an empty word without any certainty, so that nobody takes the
 * cell for blank, or for read.
 */
export async function wordsInCells(
  models: Models,
  pixels: Pixels,
  frame: Frame,
  { rows }: RuledLayout,
  words: readonly Word[],
): Promise<Placed[]> {
  const placed = words.map((word) => ({ word, placed: placedOn(frame, word) }))
  const usual = placed.map((one) => one.placed.height / 0.75).sort((a, b) => a - b)[placed.length >> 1] ?? 0
  const found: Placed[] = []
  for (const cell of rows.flat()) {
    const own = placed.filter((one) => isInside(cell, one.placed)).map(({ word }) => word)
    const ink = inkOf(pixels, frame, cell, own, 1.3 * usual)
    const more = ink && (await readInk(models, pixels, ink))
    const kept = more ? ink.others : own
    const all = !ink ? own : [...kept, more ?? { text: '', certainty: 0, quad: ink.quad }]
    found.push(...all.map((word) => placedOn(frame, word)))
  }
  return found
}

/** The one line of a cell that was not read, or not as a whole; undefined where it cannot be read. */
async function readInk(models: Models, pixels: Pixels, ink: Ink): Promise<Word | undefined> {
  if (ink.isDash) return { text: '—', certainty: LIKELY, quad: ink.quad }
  if (!ink.isLine) return undefined
  const [word] = await models.read(pixels, [ink.quad])
  return word && word.certainty >= LEGIBLE && /\S/.test(word.text) ? word : undefined
}

/** Nothing vouches for a stroke but its shape. */
const LIKELY = 0.9

/** `others`: words of the cell that stand on other lines. */
type Ink = { readonly quad: Quad; readonly isLine: boolean; readonly isDash: boolean; readonly others: readonly Word[] }

/**
 * Undefined where words account for all that is written in a cell; else where the line stands that holds more, words
 * included, or all there is if that is no one line. `most` is how high a line is at most, in points.
 */
function inkOf(
  pixels: Pixels,
  { flat, seen, perPoint }: Frame,
  { left, right, top, bottom }: CellBox,
  words: readonly Word[],
  most: number,
): Ink | undefined {
  const box = { x: left + RIM, y: bottom + RIM, width: right - left - 2 * RIM, height: top - bottom - 2 * RIM }
  if (box.width < SPECK || box.height < SPECK) return undefined
  const [width, height] = [Math.round(box.width * perPoint), Math.round(box.height * perPoint)]
  const onPage = (x: number, y: number): Point =>
    seen({ x: box.x + x / perPoint, y: box.y + box.height - y / perPoint })
  const inPatch = (point: Point): Point => {
    const { x, y } = flat(point)
    return { x: (x - box.x) * perPoint, y: (box.y + box.height - y) * perPoint }
  }
  const boxed = words.map((word) => {
    const [a, b, c, d] = word.quad
    return { word, box: boxOf([inPatch(a), inPatch(b), inPatch(c), inPatch(d)]) }
  })
  const patch = sampled(pixels, width, height, onPage)
  const missed = inkIn(
    patch,
    SPECK * perPoint,
    boxed.map((one) => grown(one.box)),
  )
  const whole = missed && inkIn(patch, SPECK * perPoint)
  if (!whole) return undefined
  const beside = boxed.filter((one) => isBeside(one.box, missed))
  const isWhole = beside.length === boxed.length
  const ink = isWhole ? whole : within(around([missed, ...beside.map((one) => one.box)]), whole)
  const isLine = ink.height <= most * perPoint
  // A piece higher than wide would be read lying on its side.
  const [pad, wide] = [0.2 * ink.height + 1, Math.max(0, 1.1 * ink.height - ink.width) / 2]
  const [x1, x2] = [ink.x - pad - wide, ink.x + ink.width + pad + wide]
  const [y1, y2] = [ink.y - pad, ink.y + ink.height + pad]
  const quad: Quad = [onPage(x1, y1), onPage(x2, y1), onPage(x2, y2), onPage(x1, y2)]
  const middle = (ink.y + ink.height / 2) / height
  const isDash = words.length === 0 && ink.width >= 2.5 * ink.height && middle > 0.25 && middle < 0.75
  const others = boxed.filter((one) => !beside.includes(one)).map(({ word }) => word)
  return { quad, isLine, isDash: isDash && ink.height <= 3 * perPoint, others }
}

/** Whether the middle of the one is as high as the other stands. */
const isBeside = (a: Box, b: Box): boolean =>
  Math.abs(a.y + a.height / 2 - (b.y + b.height / 2)) < Math.max(a.height, b.height) / 2

/** Words reach beyond their ink. */
function within(box: Box, bounds: Box): Box {
  const [x, y] = [Math.max(box.x, bounds.x), Math.max(box.y, bounds.y)]
  return {
    x,
    y,
    width: Math.min(box.x + box.width, bounds.x + bounds.width) - x,
    height: Math.min(box.y + box.height, bounds.y + bounds.height) - y,
  }
}

/** Tails reach out of a word's box upwards and downwards, but a sign beside it is not read. */
const grown = ({ x, y, width, height }: Box): Box => ({
  x,
  y: y - 0.2 * height,
  width,
  height: 1.4 * height,
})

/** The cell as if it had been laid level. */
function sampled(page: Pixels, width: number, height: number, onPage: (x: number, y: number) => Point): Pixels {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to += 3) {
      const point = onPage(x + 0.5, y + 0.5)
      const [u, v] = [Math.floor(point.x), Math.floor(point.y)]
      const from =
        (Math.max(0, Math.min(page.height - 1, v)) * page.width + Math.max(0, Math.min(page.width - 1, u))) * 3
      for (let colour = 0; colour < 3; colour++) data[to + colour] = page.data[from + colour]!
    }
  return { width, height, data }
}
