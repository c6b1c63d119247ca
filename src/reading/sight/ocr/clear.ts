import type { Pixels } from '../render/pixels.ts'
import type { Edge } from '../seals/fan.ts'
import { stripsOf } from '../seals/strips.ts'
import { sharpnessOf } from '../sharpness.ts'
import type { OcrEngine } from './engine.ts'
import { look, type Seen } from './look.ts'

/** `blurred`: so little sharp, or of so few pixels, that what was read of it cannot be trusted. */
export type Clarity = { readonly sharpness?: number; readonly blurred: boolean; readonly edge: Edge }

/** All that was seen of a page. Plain data: it is sent between processes. */
export type SeenPage = Seen & Clarity

/** Looks at a page, at how well it can be seen, and at what its edges bear of a seal that other pages bear too. */
export async function lookClosely(engine: OcrEngine, pixels: Pixels, mm: number, page: number): Promise<SeenPage> {
  const [seen, sharpness] = [await look(engine, pixels, mm, page), await sharpnessOf(pixels, mm)]
  const blurred = isBlurred(seen, pixels, mm, sharpness)
  return { ...seen, ...(sharpness !== undefined && { sharpness }), blurred, edge: edgeOf(pixels, mm, page) }
}

export const edgeOf = (pixels: Pixels, mm: number, page: number): Edge => ({
  page,
  width: mm,
  height: (mm * pixels.height) / pixels.width,
  strips: stripsOf(pixels, mm),
})

/** Where edges are wide and the recogniser in doubt, text is lost; as measured by bench/sharpness.ts. */
const [SHARP, SURE] = [0.7, 0.9] as const
/** Smeared so far, a page is misread with more confidence than it deserves. Of a strip cut out of one, nobody knows the scale. */
const [SMEARED, SURER] = [0.52, 0.96] as const
const LONGEST_PAGE = 1.6
const LEAST_DPI = 100
/** Out of focus, patterns are taken for a sign or two: a photograph without text proves nothing. */
const FEW = 10

export function isBlurred({ passages }: Pick<Seen, 'passages'>, size: Omit<Pixels, 'data'>, mm: number, sharpness = 1) {
  const { width, height } = size
  const sure = sureness(passages)
  const coarse = (width * 25.4) / mm < LEAST_DPI
  const isPage = Math.max(width, height) < LONGEST_PAGE * Math.min(width, height)
  const poor = (sure < SURE && (sharpness < SHARP || coarse)) || (isPage && sure < SURER && sharpness < SMEARED)
  return poor && passages.reduce((sum, { text }) => sum + text.length, 0) >= FEW
}

/** The mean certainty of a page, by the length of its lines. */
export function sureness(passages: Seen['passages']): number {
  const signs = passages.reduce((sum, { text }) => sum + text.length, 0)
  return passages.reduce((sum, { text, certainty = 1 }) => sum + certainty * text.length, 0) / Math.max(1, signs)
}
