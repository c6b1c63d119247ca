import type { Pixels } from '../render/pixels.ts'

/** How red each place of a page is, 0…255, at a known number of pixels a millimetre. */
export type RedMap = {
  readonly width: number
  readonly height: number
  readonly red: Uint8Array
  readonly perMm: number
  /** Share of places with any colour at all. A grey scan has none, and what was red on it cannot be told. */
  readonly colour: number
}

const PER_MM = 4

/** `mm` is the width of the paper. The colour of the paper is taken for white, so lamplight and yellow paper do not count. */
export function redMap(pixels: Pixels, mm: number): RedMap {
  const small = evened(shrunk(pixels, widthFor(pixels, mm)))
  const [whiteRed, whiteGreen, whiteBlue] = paper(small)
  const red = new Uint8Array(small.width * small.height)
  let coloured = 0
  for (let at = 0, from = 0; at < red.length; at++, from += 3) {
    const r = Math.min(255, (small.data[from]! * 255) / whiteRed)
    const g = Math.min(255, (small.data[from + 1]! * 255) / whiteGreen)
    const b = Math.min(255, (small.data[from + 2]! * 255) / whiteBlue)
    const chroma = Math.max(r, g, b) - Math.min(r, g, b)
    if (chroma > 40) coloured++
    red[at] = redness(r, g, b, chroma)
  }
  return { width: small.width, height: small.height, red, perMm: small.width / mm, colour: coloured / red.length }
}

/** At most three million places, however large the sheet. */
function widthFor({ width, height }: Pixels, mm: number): number {
  return Math.max(1, Math.min(width, Math.round(mm * PER_MM), Math.floor(Math.sqrt((3_000_000 * width) / height))))
}

/** Whether ink of this colour can be a seal's. */
export const isRed = (r: number, g: number, b: number): boolean =>
  redness(r, g, b, Math.max(r, g, b) - Math.min(r, g, b)) > 0

/** From 19 of chroma on; ink of seals is between 20° of orange and 30° of purple. */
function redness(r: number, g: number, b: number, chroma: number): number {
  if (chroma < 19 || r < 70 || r < g || r < b) return 0
  const hue = ((g - b) / chroma) * 60
  return hue <= 22 && hue >= -32 ? Math.min(255, chroma * 2) : 0
}

/** Means of areas, so that the noise of a scan evens out. A picture that is smaller already stays as it is. */
function shrunk({ width, height, data }: Pixels, across: number): Pixels {
  if (across >= width) return { width, height, data }
  const down = Math.max(1, Math.round((height * across) / width))
  const sums = new Float64Array(across * down * 3)
  const counts = new Uint32Array(across * down)
  const columns = new Uint32Array(width)
  for (let x = 0; x < width; x++) columns[x] = Math.floor((x * across) / width)
  for (let y = 0, from = 0; y < height; y++) {
    const row = Math.floor((y * down) / height) * across
    for (let x = 0; x < width; x++, from += 3) {
      const at = row + columns[x]!
      counts[at]!++
      sums[at * 3]! += data[from]!
      sums[at * 3 + 1]! += data[from + 1]!
      sums[at * 3 + 2]! += data[from + 2]!
    }
  }
  const out = new Uint8Array(sums.length)
  for (let at = 0; at < out.length; at++) out[at] = sums[at]! / counts[(at / 3) | 0]!
  return { width: across, height: down, data: out }
}

/** Each place becomes the mean of itself and its eight neighbours, itself counted four times and the nearer ones twice. */
function evened({ width, height, data }: Pixels): Pixels {
  const out = Uint8Array.from(data)
  const row = width * 3
  for (let y = 1; y < height - 1; y++)
    for (let at = y * row + 3; at < (y + 1) * row - 3; at++) {
      const beside = data[at - 3]! + data[at + 3]! + data[at - row]! + data[at + row]!
      const corners = data[at - row - 3]! + data[at - row + 3]! + data[at + row - 3]! + data[at + row + 3]!
      out[at] = (4 * data[at]! + 2 * beside + corners) / 16
    }
  return { width, height, data: out }
}

/** The middle value of each colour over the page, never darker than a middle grey: most of a page is paper. */
function paper({ data }: Pixels): [number, number, number] {
  const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const
  for (let at = 0; at < data.length; at += 3) {
    counts[0][data[at]!]!++
    counts[1][data[at + 1]!]!++
    counts[2][data[at + 2]!]!++
  }
  const level = (count: Uint32Array): number => {
    let value = 255
    for (let left = data.length / 6 - count[value]!; left > 0 && value > 128; left -= count[value]!) value--
    return value
  }
  return [level(counts[0]), level(counts[1]), level(counts[2])]
}
