import type { Box, Pixels } from '../render/pixels.ts'

type Point = { readonly x: number; readonly y: number }

/** Where text stands: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point]

/** A piece of text as the recogniser sees it, with the four corners of where it stands. */
export type Word = { readonly text: string; readonly certainty: number; readonly quad: Quad }

/** The two models behind an engine: one finds text, one reads it. */
export type Models = {
  find(pixels: Pixels): Promise<readonly Quad[]>
  read(pixels: Pixels, quads: readonly Quad[]): Promise<readonly Word[]>
}

export function boxOf(quad: Quad): Box {
  const x = Math.min(...quad.map((point) => point.x))
  const y = Math.min(...quad.map((point) => point.y))
  const width = Math.max(...quad.map((point) => point.x)) - x
  return { x, y, width, height: Math.max(...quad.map((point) => point.y)) - y }
}

/** Along the text, across it, and the angle in radians that the text runs at. */
export function sizeOf([a, b, , d]: Quad): { along: number; across: number; angle: number } {
  return {
    along: Math.hypot(b.x - a.x, b.y - a.y),
    across: Math.hypot(d.x - a.x, d.y - a.y),
    angle: Math.atan2(b.y - a.y, b.x - a.x),
  }
}

export const moved = (quad: Quad, x: number, y: number): Quad => {
  const [a, b, c, d] = quad
  const by = (point: Point): Point => ({ x: point.x + x, y: point.y + y })
  return [by(a), by(b), by(c), by(d)]
}

/** The mean certainty of these words, by their length; 0 for none. */
export function sureness(words: readonly Word[]): number {
  const signs = words.reduce((sum, { text }) => sum + text.length, 0)
  return signs === 0 ? 0 : words.reduce((sum, { text, certainty }) => sum + certainty * text.length, 0) / signs
}
