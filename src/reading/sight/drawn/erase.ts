import type { Pixels } from '../render/pixels.ts'
import type { Frame } from './frames.ts'
import { heightOn, type Segment } from './level.ts'
import { lightOf } from './light.ts'

/** Millimetres: no line of a table is thicker to either side of its middle. */
const REACH = 0.7

/**
 * The picture without the lines of these frames: what reads its text takes a line beside it for a sign. Where a letter
 * touches a line, only what is as thick as the line goes.
 */
export function withoutLines(pixels: Pixels, frames: readonly Frame[]): Pixels {
  if (frames.length === 0) return pixels
  const data = Uint8Array.from(pixels.data)
  for (const { across, down, perPoint } of frames) {
    const reach = Math.max(3, Math.round((REACH * perPoint * 72) / 25.4))
    for (const stroke of across)
      erase(pixels, data, stroke, { along: 3, beside: pixels.width * 3, size: pixels.height }, reach)
    for (const stroke of down)
      erase(pixels, data, turned(stroke), { along: pixels.width * 3, beside: 3, size: pixels.width }, reach)
  }
  return { ...pixels, data }
}

const turned = ({ x1, y1, x2, y2 }: Segment): Segment => ({ x1: y1, y1: x1, x2: y2, y2: x2 })

/** Steps in the picture's bytes along a line and away from it, and how many steps away the picture reaches. */
type Way = { readonly along: number; readonly beside: number; readonly size: number }

type Slice = { readonly at: number; readonly from: number; readonly to: number; readonly paper: number }

function erase({ data }: Pixels, out: Uint8Array, stroke: Segment, { along, beside, size }: Way, reach: number): void {
  const lightAt = (at: number, y: number) => {
    const place = at * along + y * beside
    return lightOf(data[place]!, data[place + 1]!, data[place + 2]!)
  }
  const slices: Slice[] = []
  const end = Math.floor(stroke.x2)
  for (let at = Math.max(0, Math.ceil(stroke.x1)); at <= end; at++) {
    const slice = sliceOf((y) => lightAt(at, y), Math.round(heightOn(stroke, at) - 0.5), reach, size)
    if (slice) slices.push({ ...slice, at })
  }
  const thick = slices.map(({ from, to }) => to - from).sort((a, b) => a - b)[slices.length >> 1] ?? 0
  for (const { at, from, to, paper } of slices) {
    const letter = to - from > thick + 2
    const middle = Math.round(heightOn(stroke, at) - 0.5)
    const [first, last] = letter ? [middle - (thick >> 1) - 1, middle + (thick >> 1) + 1] : [from, to]
    for (let y = Math.max(0, first); y <= Math.min(size - 1, last); y++)
      for (let colour = 0; colour < 3; colour++)
        out[at * along + y * beside + colour] = data[at * along + paper * beside + colour]!
  }
}

/** The dark stretch across a line, with its pale rim, and the lightest place beside it. */
function sliceOf(
  lightAt: (y: number) => number,
  middle: number,
  reach: number,
  size: number,
): Omit<Slice, 'at'> | undefined {
  const [top, bottom] = [Math.max(0, middle - 2 * reach), Math.min(size - 1, middle + 2 * reach)]
  if (top >= middle || bottom <= middle) return undefined
  let [dark, paper] = [middle, top]
  for (let y = top; y <= bottom; y++) if (lightAt(y) > lightAt(paper)) paper = y
  for (let y = Math.max(top, middle - 2); y <= Math.min(bottom, middle + 2); y++)
    if (lightAt(y) < lightAt(dark)) dark = y
  const limit = lightAt(paper) - 0.3 * (lightAt(paper) - lightAt(dark))
  if (lightAt(paper) - lightAt(dark) < 20) return undefined
  let [from, to] = [dark, dark]
  while (from > top && lightAt(from - 1) < limit) from--
  while (to < bottom && lightAt(to + 1) < limit) to++
  return { from: Math.max(top, from - 1), to: Math.min(bottom, to + 1), paper }
}
