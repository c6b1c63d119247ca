import { isRed } from '../../sight/seals/red.ts'
import { type Matrix, pointOn } from '../tables/rulings.ts'
import type { Pdfium } from './pdfium-module.ts'

/** What on a page may be a seal: only such pages are drawn and looked at. */
export type Marks = {
  /** One of its pictures is large enough, or several that follow and touch one another: some programs cut pictures up. */
  pictured: boolean
  strips: Bounds | undefined
  /** Around everything that is painted red and is no rule: some programs draw a seal as paths. */
  red: Bounds | undefined
}

type Bounds = { readonly left: number; readonly low: number; readonly right: number; readonly high: number }

/** In points: 15 mm, and 2 mm for a strip of a seal that is spread over the edges of many pages. */
const [LONG, BROAD] = [42, 5]
/** The largest seals are 62 mm wide: what is red, thin and longer is the rule of a letterhead or of a table. */
const LONGEST = 176
const TOUCHING = 2

/** What is drawn of more objects is a map or a plan, full of red lines, and would take seconds to look at. */
const MOST = 20_000

export const isMarked = ({ pictured, red }: Marks, objects: number): boolean =>
  pictured || (red !== undefined && objects <= MOST && isLarge(red))

function isLarge(bounds: Bounds): boolean {
  const [width, height] = sizeOf(bounds)
  return Math.max(width, height) >= LONG && Math.min(width, height) >= BROAD
}

/** `room` is memory of PDFium for 64 bytes. */
export function addPicture(m: Pdfium, picture: number, matrix: Matrix, marks: Marks, room: number): void {
  const own = marks.pictured ? undefined : boundsOf(m, picture, matrix, room)
  if (!own) return
  marks.strips = marks.strips && touch(marks.strips, own) ? around(marks.strips, own) : own
  marks.pictured = isLarge(marks.strips)
}

export function addRed(m: Pdfium, path: number, matrix: Matrix, marks: Marks, painted: Painted, room: number): void {
  if (!isPaintedRed(m, path, painted, room)) return
  const own = boundsOf(m, path, matrix, room)
  if (!own) return
  const [width, height] = sizeOf(own)
  const isRule = Math.min(width, height) < BROAD && Math.max(width, height) > LONGEST
  if (!isRule) marks.red = marks.red ? around(marks.red, own) : own
}

/** How a path is painted, as PDFium tells it: not at all where it is 0. */
export type Painted = { readonly fills: number; readonly strokes: number }

function isPaintedRed(m: Pdfium, path: number, { fills, strokes }: Painted, room: number): boolean {
  const told = (ask: Pdfium['run']['FPDFPageObj_GetFillColor']): boolean => {
    if (ask(path, room, room + 4, room + 8, room + 12) === 0) return false
    const [r = 0, g = 0, b = 0] = m.heap.HEAP32.subarray(room / 4, room / 4 + 3)
    return isRed(r, g, b)
  }
  return (
    (fills !== 0 && told(m.run.FPDFPageObj_GetFillColor)) || (strokes !== 0 && told(m.run.FPDFPageObj_GetStrokeColor))
  )
}

export function boundsOf(m: Pdfium, object: number, matrix: Matrix, room: number): Bounds | undefined {
  if (!m.run.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12)) return undefined
  const [left = 0, bottom = 0, right = 0, top = 0] = m.heap.HEAPF32.subarray(room / 4, room / 4 + 4)
  const [[x1, y1], [x2, y2]] = [pointOn(matrix, left, bottom), pointOn(matrix, right, top)]
  return { left: Math.min(x1, x2), low: Math.min(y1, y2), right: Math.max(x1, x2), high: Math.max(y1, y2) }
}

const sizeOf = ({ left, low, right, high }: Bounds): [number, number] => [right - left, high - low]

const touch = (a: Bounds, b: Bounds): boolean =>
  Math.max(a.left, b.left) - Math.min(a.right, b.right) <= TOUCHING &&
  Math.max(a.low, b.low) - Math.min(a.high, b.high) <= TOUCHING

const around = (a: Bounds, b: Bounds): Bounds => ({
  left: Math.min(a.left, b.left),
  low: Math.min(a.low, b.low),
  right: Math.max(a.right, b.right),
  high: Math.max(a.high, b.high),
})
