import {
  addPart,
  type Found,
  type Matrix,
  MOST_RULINGS,
  type Point,
  pointOn,
  type Rulings,
  times,
} from '../tables/rulings.ts'
import type { Ink } from './engine.ts'
import { addPicture, addRed, boundsOf, isMarked, type Marks } from './pdfium-marks.ts'
import type { Pdfium } from './pdfium-module.ts'

/**
 * What a page consists of. `sealed`: it may show a seal. `glyphs`: it shows some. `missing`: it has text that PDFium passes
 * over. `laid`: what text it has nobody sees, and a picture covers it.
 */
export type Survey = {
  readonly ink: Ink
  readonly sealed: boolean
  readonly glyphs: boolean
  readonly missing: boolean
  readonly laid: boolean
  readonly rulings: Rulings
}

// FPDF_PAGEOBJ_*.
const [TEXT, PATH, PICTURE, SHADING, FORM] = [1, 2, 3, 4, 5]
// FPDF_SEGMENT_*.
const [LINE, CURVE, MOVE] = [0, 1, 2]
const INVISIBLE = 3

/** How deep forms may lie in one another, how many objects of a page are looked at, and how many points of them. */
const [DEEPEST, MOST_OBJECTS, MOST_POINTS] = [8, 200_000, 400_000]

type State = {
  ink: Ink
  readonly marks: Marks
  glyphs: boolean
  missing: boolean
  /** How many texts can be seen, and how many cannot. */
  seen: number
  unseen: number
  /** The area of all pictures. */
  covered: number
  readonly rulings: Found
  readonly fonts: Map<number, boolean>
  objects: number
  points: number
}

/** `room` is memory of PDFium for 64 bytes. */
export function survey(m: Pdfium, page: number, turn: Matrix, room: number): Survey {
  const state: State = {
    ink: 'nothing',
    marks: { pictured: false, strips: undefined, red: undefined },
    glyphs: false,
    missing: false,
    seen: 0,
    unseen: 0,
    covered: 0,
    rulings: { across: [], down: [] },
    fonts: new Map(),
    objects: 0,
    points: 0,
  }
  const count = m.run.FPDFPage_CountObjects(page)
  for (let at = 0; at < count && state.objects < MOST_OBJECTS; at++)
    visit(m, m.run.FPDFPage_GetObject(page, at), turn, 0, state, room)
  const area = m.run.FPDF_GetPageWidthF(page) * m.run.FPDF_GetPageHeightF(page)
  const laid = state.unseen > 0 && state.unseen >= MOSTLY * state.seen && state.covered >= COVERED * area
  return { ...state, laid, sealed: isMarked(state.marks, state.objects) }
}

/** A scan may bear a page number or a stamp of its programme's that is printed over it. */
const MOSTLY = 5
const COVERED = 0.6

function visit(m: Pdfium, object: number, matrix: Matrix, depth: number, state: State, room: number): void {
  state.objects++
  const type = m.run.FPDFPageObj_GetType(object)
  if (type === PICTURE) {
    state.ink = 'pictures'
    state.covered += areaOf(m, object, matrix, room)
    addPicture(m, object, matrix, state.marks, room)
  } else if (type === FORM) {
    const inner = times(matrix, matrixOf(m, object, room))
    const count = depth < DEEPEST ? m.run.FPDFFormObj_CountObjects(object) : 0
    for (let at = 0; at < count && state.objects < MOST_OBJECTS; at++)
      visit(m, m.run.FPDFFormObj_GetObject(object, at), inner, depth + 1, state, room)
  } else if (type === TEXT) addText(m, object, state, room)
  else if (type === SHADING || (type === PATH && addPath(m, object, matrix, state, room))) mark(state)
}

const mark = (state: State): void => {
  if (state.ink === 'nothing') state.ink = 'marks'
}

/**
 * PDFium drops text without width. A blank is that, and no loss; but so is a sign by itself, or a turned line, of a font
 * that it has no glyphs for, and the words that recognition programmes lay under a scan in a font without any.
 */
function addText(m: Pdfium, object: number, state: State, room: number): void {
  const font = m.run.FPDFTextObj_GetFont(object)
  const known = state.fonts.get(font) ?? hasGlyphs(m, font, room)
  state.fonts.set(font, known)
  const seen = m.run.FPDFTextObj_GetTextRenderMode(object) !== INVISIBLE
  if (!known) state.missing = true
  if (seen) state.seen++
  else state.unseen++
  if (seen && state.glyphs) return
  const wide = !known || isWide(m, object, room)
  if (!seen && !wide) state.missing = true
  if (!seen || !wide) return
  state.glyphs = true
  mark(state)
}

function areaOf(m: Pdfium, object: number, matrix: Matrix, room: number): number {
  const bounds = boundsOf(m, object, matrix, room)
  return bounds ? (bounds.right - bounds.left) * (bounds.high - bounds.low) : 0
}

function isWide(m: Pdfium, object: number, room: number): boolean {
  m.run.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12)
  const [left = 0, , right = 0] = m.heap.HEAPF32.subarray(room / 4, room / 4 + 4)
  return right - left >= 0.01
}

const BUILT_IN = /^(?:Helvetica|Arial|Times|Courier|Symbol|ZapfDingbats)(?!Unicode)/

/** PDFium brings Latin fonts along, and sees none of the machine's. */
function hasGlyphs(m: Pdfium, font: number, room: number): boolean {
  if (m.run.FPDFFont_GetIsEmbedded(font) !== 0) return true
  const length = m.run.FPDFFont_GetBaseFontName(font, room, 64)
  const name = Buffer.from(m.heap.HEAPU8.subarray(room, room + Math.max(0, Math.min(length - 1, 64)))).toString(
    'latin1',
  )
  return BUILT_IN.test(name)
}

/** Whether the path is painted. */
function addPath(m: Pdfium, object: number, matrix: Matrix, state: State, room: number): boolean {
  m.run.FPDFPath_GetDrawMode(object, room, room + 4)
  const [fills = 0, strokes = 0] = m.heap.HEAP32.subarray(room / 4, room / 4 + 2)
  if (fills === 0 && strokes === 0) return false
  addRed(m, object, matrix, state.marks, { fills, strokes }, room)
  const { rulings } = state
  const count = m.run.FPDFPath_CountSegments(object)
  state.points += count
  if (state.points > MOST_POINTS || rulings.across.length + rulings.down.length > MOST_RULINGS) return true
  const own = times(matrix, matrixOf(m, object, room))
  for (const points of partsOf(m, object, count, own, room)) addPart(rulings, points, strokes !== 0)
  return true
}

/** The corners of each part of a path. A path with a curve in it is no ruling. */
function partsOf(m: Pdfium, path: number, count: number, matrix: Matrix, room: number): Point[][] {
  const parts: Point[][] = []
  for (let at = 0; at < count; at++) {
    const segment = m.run.FPDFPath_GetPathSegment(path, at)
    const type = m.run.FPDFPathSegment_GetType(segment)
    if (type === CURVE) return []
    if (!m.run.FPDFPathSegment_GetPoint(segment, room, room + 4)) return parts
    const point = pointOn(matrix, m.heap.HEAPF32[room / 4]!, m.heap.HEAPF32[room / 4 + 1]!)
    if (type === MOVE) parts.push([point])
    else if (type === LINE) parts.at(-1)?.push(point)
    const part = parts.at(-1)
    if (part?.[0] && m.run.FPDFPathSegment_GetClose(segment)) part.push(part[0])
  }
  return parts
}

function matrixOf(m: Pdfium, object: number, room: number): number[] {
  return m.run.FPDFPageObj_GetMatrix(object, room) ? Array.from(m.heap.HEAPF32.subarray(room / 4, room / 4 + 6)) : []
}
