/** A picture in memory: rows of red, green, blue, from the top left. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array }

/** In pixels, from the top left. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The shorter side of A4, which that of photographs and scans without a paper size is taken for. */
export const A4_MM = 210

export type Turn = 0 | 90 | 180 | 270

/** Turns a picture clockwise. */
export function turned(pixels: Pixels, turn: Turn): Pixels {
  if (turn === 0) return pixels
  const { width, height, data } = pixels
  const [across, down] = turn === 180 ? [width, height] : [height, width]
  const out = new Uint8Array(data.length)
  for (let y = 0, from = 0; y < height; y++)
    for (let x = 0; x < width; x++, from += 3) {
      const [u, v] = pointTurned(x, y, width - 1, height - 1, turn)
      const to = (v * across + u) * 3
      out[to] = data[from]!
      out[to + 1] = data[from + 1]!
      out[to + 2] = data[from + 2]!
    }
  return { width: across, height: down, data: out }
}

/** Where a box of a picture of this size lies once the picture is turned clockwise. */
export function boxTurned(
  { x, y, width, height }: Box,
  { width: w, height: h }: Omit<Pixels, 'data'>,
  turn: Turn,
): Box {
  const [a, b] = pointTurned(x, y, w, h, turn)
  const [c, d] = pointTurned(x + width, y + height, w, h, turn)
  return { x: Math.min(a, c), y: Math.min(b, d), width: Math.abs(a - c), height: Math.abs(b - d) }
}

function pointTurned(x: number, y: number, right: number, bottom: number, turn: Turn): [number, number] {
  if (turn === 90) return [bottom - y, x]
  if (turn === 180) return [right - x, bottom - y]
  return turn === 270 ? [y, right - x] : [x, y]
}

/** Part of a picture; the box must lie inside it and have whole numbers. */
export function cut({ width, data }: Pixels, box: Box): Pixels {
  const out = new Uint8Array(box.width * box.height * 3)
  for (let row = 0; row < box.height; row++) {
    const from = ((box.y + row) * width + box.x) * 3
    out.set(data.subarray(from, from + box.width * 3), row * box.width * 3)
  }
  return { width: box.width, height: box.height, data: out }
}

/** How much of the smaller of two boxes lies in the other, 0…1. */
export function overlap(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  if (across <= 0 || down <= 0) return 0
  return (across * down) / Math.min(a.width * a.height, b.width * b.height)
}

/** The smallest box around all of these. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - x
  return { x, y, width, height: Math.max(...boxes.map((box) => box.y + box.height)) - y }
}
