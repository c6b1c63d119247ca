import { withoutLines } from '../drawn/erase.ts'
import { type Frame, framesIn } from '../drawn/frames.ts'
import { crossing, distanceTo } from '../drawn/geometry.ts'
import { strokesIn } from '../drawn/strokes.ts'
import type { Pixels } from '../render/pixels.ts'
import { type Models, type Quad, sizeOf } from './words.ts'

/** A page whose table lines were found and taken away, so that nothing reads them as signs. */
export type RuledPage = { readonly pixels: Pixels; readonly frames: readonly Frame[] }

export function ruledPage(pixels: Pixels): RuledPage {
  const frames = framesIn(strokesIn(pixels))
  return { pixels: withoutLines(pixels, frames), frames }
}

export const findOn = async (models: Models, { pixels, frames }: RuledPage): Promise<readonly Quad[]> =>
  divided(await models.find(pixels), frames)

/** A column's text reaches so near to the next one's that both are found as one piece, which belongs to two cells. */
export const divided = (quads: readonly Quad[], frames: readonly Frame[]): readonly Quad[] =>
  frames.length === 0 ? quads : quads.flatMap((quad) => dividedOne(quad, frames))

/** As a share of the height: what is narrower is the rim of the neighbour's piece. */
const NARROW = 0.3

function dividedOne(quad: Quad, frames: readonly Frame[]): readonly Quad[] {
  const [a, b, c, d] = quad
  const along = { x1: (a.x + d.x) / 2, y1: (a.y + d.y) / 2, x2: (b.x + c.x) / 2, y2: (b.y + c.y) / 2 }
  const { along: long, across: high } = sizeOf(quad)
  const cuts = frames
    .flatMap(({ walls, perPoint }) =>
      walls.flatMap((wall) => {
        const point = crossing(along, wall)
        return distanceTo(along, point) < 1 && distanceTo(wall, point) <= 3 * perPoint
          ? [Math.hypot(point.x - along.x1, point.y - along.y1) / (long || 1)]
          : []
      }),
    )
    .sort((x, y) => x - y)
  if (cuts.length === 0) return [quad]
  const bounds = [0, ...cuts, 1]
  return bounds.slice(1).flatMap((to, at) => {
    const from = bounds[at]!
    return (to - from) * long < NARROW * high ? [] : [part(quad, from, to)]
  })
}

function part([a, b, c, d]: Quad, from: number, to: number): Quad {
  const between = (p: Quad[0], q: Quad[0], share: number) => ({
    x: p.x + (q.x - p.x) * share,
    y: p.y + (q.y - p.y) * share,
  })
  return [between(a, b, from), between(a, b, to), between(d, c, to), between(d, c, from)]
}
