import { optional } from '../own/packages.ts'
import { A4_MM, type Pixels } from './render/pixels.ts'

type Grey = { readonly width: number; readonly height: number; readonly data: Uint8Array }

/** Paper of A4 becomes this wide: what counts is how far edges are smeared beside the letters, not beside the pixels. */
const A4_WIDE = 800
/** Grain of the sensor goes first, or it would be taken for fine detail. */
const SMOOTHED = 1.5
const MOST_PIXELS = 4_000_000

/**
 * How sharp a page is whose paper is `mm` wide: 1 where edges are as steep as print is, towards 0 the further they are
 * smeared, in whichever direction it is worst – a hand that trembled leaves the strokes along its way sharp. Undefined
 * where nothing has an edge, such as a plain wall.
 */
export async function sharpnessOf(pixels: Pixels, mm: number): Promise<number | undefined> {
  const grey = await evened(pixels, mm)
  const least = edgesFrom(grey)
  return least === undefined ? undefined : Math.min(1, Math.floor((100 * STEEPEST) / widestEdge(grey, least)) / 100)
}

/** The width of print's own edges in this measure, which the smoothing gives them. */
const STEEPEST = 1.5

async function evened({ width, height, data }: Pixels, mm: number): Promise<Grey> {
  const { default: sharp } = await optional('sharp', () => import('sharp'))
  const fit = Math.sqrt(MOST_PIXELS / (width * height))
  const scale = Math.min((A4_WIDE * mm) / A4_MM / width, fit)
  const [across, down] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  const { data: grey, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: across, height: down, fit: 'fill' })
    .greyscale()
    .blur(SMOOTHED)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const one = Uint8Array.from({ length: info.width * info.height }, (_, at) => grey[at * info.channels]!)
  return { width: info.width, height: info.height, data: one }
}

const MARGIN = 4
/** Of the steepest hundredth of a page this part counts as an edge; less than so many levels is none, but paper or grain. */
const [PART, LEAST] = [0.25, 8]

/** Twice the steepness from which on a slope is an edge. */
function edgesFrom(grey: Grey): number | undefined {
  const counts = new Uint32Array(512)
  let all = 0
  eachInside(grey, (at) => {
    counts[Math.round(steepness(grey, at))]!++
    all++
  })
  let [top, above] = [counts.length - 1, 0]
  while (top > 0 && above + counts[top]! < all / 100) above += counts[top--]!
  return all === 0 || top < LEAST ? undefined : PART * top
}

function eachInside({ width, height }: Grey, visit: (at: number) => void): void {
  for (let y = MARGIN; y < height - MARGIN; y++) for (let x = MARGIN; x < width - MARGIN; x++) visit(y * width + x)
}

const steepness = ({ width, data }: Grey, at: number): number =>
  Math.hypot(data[at + 1]! - data[at - 1]!, data[at + width]! - data[at - width]!)

const STEP = 2
const DIRECTIONS = Array.from({ length: 8 }, (_, index) => {
  const angle = (index * Math.PI) / 8
  return { x: STEP * Math.cos(angle), y: STEP * Math.sin(angle) }
})

/** Slope against bend: a smeared edge climbs as high, but bends less. Over all edges, in the direction where it is most. */
function widestEdge(grey: Grey, least: number): number {
  const edges: number[] = []
  eachInside(grey, (at) => {
    // Every second one tells as much.
    if (at % 2 === 0 && steepness(grey, at) >= least) edges.push(at)
  })
  const widths = DIRECTIONS.map(({ x, y }) => {
    let [slopes, bends] = [0, 0]
    for (const at of edges) {
      const [ahead, behind] = [valueBeside(grey, at, x, y), valueBeside(grey, at, -x, -y)]
      slopes += ((ahead - behind) / 2) ** 2
      bends += (ahead + behind - 2 * grey.data[at]!) ** 2
    }
    return STEP * Math.sqrt(slopes / Math.max(1, bends))
  })
  return Math.max(...widths)
}

/** Between the pixels, by how near each is. */
function valueBeside({ width, data }: Grey, at: number, x: number, y: number): number {
  const [left, up] = [Math.floor(x), Math.floor(y)]
  const [a, b] = [x - left, y - up]
  const from = at + up * width + left
  return (
    (data[from]! * (1 - a) + data[from + 1]! * a) * (1 - b) +
    (data[from + width]! * (1 - a) + data[from + width + 1]! * a) * b
  )
}
