import type { CellEdges } from '../tables/edge-grid.ts'

/**
 * `symbol`: what stands there is not the character but this letter of a font of pictures. `font`: that of the run itself.
 * `data`: where in the stream of data lies what the sign stands for.
 */
export type Marks = {
  readonly deleted: boolean
  readonly inserted: boolean
  readonly hidden: boolean
  readonly font?: number
  readonly data?: number
  readonly symbol?: { readonly font: number; readonly code: number }
}

/** `cells` of the row that the paragraph ends: their edges in twentieths of a point, and how they join with others. */
export type ParagraphMarks = {
  readonly depth: number
  /** The list that numbers it, and how deep in it. */
  readonly list?: string
  readonly level?: number
  /** It begins on a new page. */
  readonly breaksPage: boolean
  readonly endsRow: boolean
  readonly endsInnerCell: boolean
  readonly cells: readonly CellEdges[]
}

/** The index of the last item that starts at or before a value. */
export function before<T>(items: readonly T[], value: number, start: (item: T) => number): number {
  let [low, high] = [0, items.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (start(items[middle]!) <= value) low = middle
    else high = middle - 1
  }
  return low
}

export type Run = { readonly from: number; readonly to: number; readonly sprms: Buffer }

const PAGE = 512

/** Properties stand in pages of 512 bytes, which a table of the table stream lists. */
export function runsOf(
  word: Buffer,
  table: Buffer,
  listed: number,
  sprmsOf: (page: Buffer, count: number, i: number) => Buffer,
): Run[] {
  const [at, size] = [word.readUInt32LE(listed), word.readUInt32LE(listed + 4)]
  const count = Math.max(0, Math.floor((size - 4) / 8))
  const runs: Run[] = []
  for (let i = 0; i < count; i++) {
    const start = (table.readUInt32LE(at + (count + 1) * 4 + i * 4) & 0x3f_ffff) * PAGE
    if (start + PAGE > word.length) throw new RangeError('property page cut off')
    const page = word.subarray(start, start + PAGE)
    const held = page.readUInt8(PAGE - 1)
    for (let j = 0; j < held; j++)
      runs.push({ from: page.readUInt32LE(j * 4), to: page.readUInt32LE(j * 4 + 4), sprms: sprmsOf(page, held, j) })
  }
  return runs.sort((a, b) => a.from - b.from)
}

const EMPTY = Buffer.alloc(0)

export function characterSprms(page: Buffer, count: number, i: number): Buffer {
  const at = page.readUInt8((count + 1) * 4 + i) * 2
  return at === 0 ? EMPTY : page.subarray(at + 1, at + 1 + page.readUInt8(at))
}

export function paragraphSprms(page: Buffer, count: number, i: number): Buffer {
  const at = page.readUInt8((count + 1) * 4 + i * 13) * 2
  if (at === 0) return EMPTY
  const words = page.readUInt8(at)
  // The style's index comes first.
  return words > 0 ? page.subarray(at + 3, at + words * 2) : page.subarray(at + 4, at + 2 + page.readUInt8(at + 1) * 2)
}

export function sprmsAt(runs: readonly Run[], offset: number): Buffer {
  const run = runs[before(runs, offset, ({ from }) => from)]
  return run && run.from <= offset && offset < run.to ? run.sprms : EMPTY
}

const known = new WeakMap<Buffer, Marks>()

export function marksIn(sprms: Buffer): Marks {
  const found = known.get(sprms)
  if (found) return found
  const marks: { -readonly [Name in keyof Marks]: Marks[Name] } = { deleted: false, inserted: false, hidden: false }
  for (const { code, operand } of each(sprms)) {
    const on = operand.length > 0 && (operand.readUInt8(0) & 1) === 1
    if (code === 0x0800) marks.deleted = on
    else if (code === 0x0801) marks.inserted = on
    else if (code === 0x083c) marks.hidden = on
    else if (code === 0x4a4f && operand.length >= 2) marks.font = operand.readUInt16LE(0)
    else if (code === 0x6a03 && operand.length >= 4) marks.data = operand.readUInt32LE(0)
    else if (code === 0x6a09 && operand.length >= 4)
      marks.symbol = { font: operand.readUInt16LE(0), code: operand.readUInt16LE(2) }
  }
  known.set(sprms, marks)
  return marks
}

const OUTSIDE: ParagraphMarks = { depth: 0, breaksPage: false, endsRow: false, endsInnerCell: false, cells: [] }

export function paragraphIn(sprms: Buffer, data: Buffer): ParagraphMarks {
  const found: { -readonly [Name in keyof ParagraphMarks]: ParagraphMarks[Name] } = { ...OUTSIDE }
  if (sprms.length === 0) return OUTSIDE
  for (const { code, operand } of each(sprms)) {
    if (code === 0x2416) found.depth = Math.max(found.depth, operand.readUInt8(0) & 1)
    else if (code === 0x6649) found.depth = operand.readInt32LE(0)
    else if (code === 0x260a) found.level = operand.readUInt8(0)
    else if (code === 0x460b) found.list = String(operand.readInt16LE(0))
    else if (code === 0x2407) found.breaksPage = operand.readUInt8(0) === 1
    else if (code === 0x2417) found.endsRow = operand.readUInt8(0) === 1
    else if (code === 0x244b) found.endsInnerCell = operand.readUInt8(0) === 1
    else if (code === 0xd608) found.cells = cellsOf(operand)
    // Wide rows keep their definition in another stream.
    else if (code === 0x6646 || code === 0x6645) Object.assign(found, hugeCells(data, operand.readUInt32LE(0)))
  }
  return found
}

function hugeCells(data: Buffer, at: number): Partial<ParagraphMarks> {
  if (at + 2 > data.length) return {}
  const sprms = data.subarray(at + 2, at + 2 + data.readUInt16LE(at))
  const defined = [...each(sprms)].find(({ code }) => code === 0xd608)
  return defined ? { cells: cellsOf(defined.operand) } : {}
}

const FLAGS = { joined: 0x03, continued: 0x20, restarted: 0x40 }

function cellsOf(definition: Buffer): CellEdges[] {
  const count = definition.readUInt8(0)
  const edge = (i: number) => definition.readInt16LE(1 + i * 2)
  return Array.from({ length: Math.min(count, 63) }, (_, i) => {
    const at = 1 + (count + 1) * 2 + i * 20
    const flags = at + 2 <= definition.length ? definition.readUInt16LE(at) : 0
    return {
      left: edge(i),
      right: edge(i + 1),
      joined: (flags & FLAGS.joined) !== 0,
      merge: flags & FLAGS.restarted ? 'restart' : flags & FLAGS.continued ? 'continue' : 'none',
    }
  })
}

type Sprm = { readonly code: number; readonly operand: Buffer }

const SIZES = [1, 1, 2, 4, 2, 2, 0, 3]

/** A property's code says how long its operand is. */
function* each(sprms: Buffer): Generator<Sprm> {
  for (let at = 0; at + 2 < sprms.length; ) {
    const code = sprms.readUInt16LE(at)
    const [head, size] = lengthOf(sprms, at + 2, code)
    yield { code, operand: sprms.subarray(at + 2 + head, at + 2 + head + size) }
    at += 2 + head + size
  }
}

function lengthOf(sprms: Buffer, at: number, code: number): readonly [number, number] {
  if (code >> 13 !== 6) return [0, SIZES[code >> 13] ?? 1]
  // The definition of a table row has a length of two bytes, which counts one too many.
  if (code === 0xd608) return at + 2 <= sprms.length ? [2, Math.max(0, sprms.readUInt16LE(at) - 1)] : [0, 1]
  return [1, sprms.readUInt8(at)]
}
