import type { Passage, SeenSeal } from '../../../core/evidence.ts'
import type { PageTable } from '../../formats/pdf/tables.ts'
import { A4_MM, boxTurned, type Pixels, type Turn } from '../render/pixels.ts'
import { findSeals, type Sighting } from '../seals/find.ts'
import type { OcrEngine } from './engine.ts'

/** What a page shows. `seals` is null where the page has no colour to tell a seal by. */
export type Seen = {
  readonly passages: readonly Passage[]
  readonly tables: readonly PageTable[]
  readonly seals: readonly SeenSeal[] | null
}

/** Looks at one page, whose paper is `mm` wide: its seals first, for they stand in the way of its text. */
export async function look(engine: OcrEngine, pixels: Pixels, mm: number, page: number): Promise<Seen> {
  const seals = findSeals(pixels, mm)
  const { lines, tables, rotation } = await engine.recognise(
    pixels,
    (seals ?? []).map(({ box }) => box),
  )
  return {
    passages: lines.map(({ text, certainty }) => ({ text, at: { page }, certainty: hundredths(certainty) })),
    tables: tables.map((table) => ({ page, ...table })),
    seals: seals?.map((seal) => seen(seal, pixels, rotation, page)) ?? null,
  }
}

/** The seals alone of a page that lies as it is meant to be looked at. */
export const sealsSeen = (pixels: Pixels, mm: number, page: number): Seen['seals'] =>
  findSeals(pixels, mm)?.map((seal) => seen(seal, pixels, 0, page)) ?? null

export const widthInMm = ({ width, height }: Pixels): number => (A4_MM * width) / Math.min(width, height)

function seen({ kind, box, mm, certainty }: Sighting, pixels: Pixels, rotation: Turn, page: number): SeenSeal {
  const { x, y, width, height } = boxTurned(box, pixels, rotation)
  const [across, down] = rotation % 180 === 0 ? [pixels.width, pixels.height] : [pixels.height, pixels.width]
  const place = {
    x: hundredths(x / across),
    y: hundredths(y / down),
    width: hundredths(width / across),
    height: hundredths(height / down),
  }
  return { page, kind, box: place, sizeMm: Math.max(mm.width, mm.height), certainty }
}

/** Runtimes differ in the last digits; two of them are all that is meant. Rounded down, so that only certain text is 1. */
const hundredths = (value: number): number => Math.floor(value * 100) / 100
