import type { Pixels } from '../render/pixels.ts'
import { levelStrokes, type Measures, type Stroke } from './level.ts'
import { lightMap, mirrored } from './light.ts'

/** The drawn lines of a picture, in its pixels: level ones from the left, upright ones from the top. */
export type Strokes = {
  readonly across: readonly Stroke[]
  readonly down: readonly Stroke[]
  readonly perMm: number
}

// Cells are wider than high.
const ACROSS: Measures = { strip: 4, shortest: 5, gap: 1.8 }
const DOWN: Measures = { strip: 2.5, shortest: 3.5, gap: 1.5 }

export function strokesIn(pixels: Pixels): Strokes {
  const map = lightMap(pixels)
  const { scale } = map
  const grown = ({ x1, y1, x2, y2, marks }: Stroke): Stroke => ({
    marks,
    x1: (x1 + 0.5) * scale,
    y1: y1 * scale,
    x2: (x2 + 0.5) * scale,
    y2: y2 * scale,
  })
  const across = levelStrokes(map, ACROSS).map(grown)
  // A page without them has no table, and need not be looked at a second time.
  if (across.length < 3) return { across, down: [], perMm: map.perMm * scale }
  const down = levelStrokes(mirrored(map), DOWN)
    .map(grown)
    .map(({ x1, y1, x2, y2, marks }) => ({ x1: y1, y1: x1, x2: y2, y2: x2, marks }))
  return { across, down, perMm: map.perMm * scale }
}
