import type { Format } from '../../../core/evidence.ts'
import type { ProblemCode } from '../../../core/problem.ts'
import type { ReadOptions } from '../../reader.ts'
import { picture } from '../render/picture.ts'
import type { Pixels } from '../render/pixels.ts'
import { lookClosely, type SeenPage } from './clear.ts'
import { widthInMm } from './look.ts'
import { ocrEngine } from './open.ts'

/**
 * A picture in a document, and the page that it stands on; 0 where the format knows no pages. `large`: what its document
 * says of the size of one whose pixels nobody here can show.
 */
export type Embedded = { readonly bytes: Uint8Array; readonly page: number; readonly large?: boolean }

/** `seen` by the order of what was given. `asked`: there was something to look at. */
export type LookedInto = {
  readonly engine: string | null
  readonly seen: readonly (SeenPage & { readonly page: number })[]
  /** How many could not be shown or were passed over. */
  readonly left: number
}

/** Whether a page of paper is to be seen, rather than people and places. */
type Choice = (pixels: Pixels) => boolean

/** Reads the pictures that a document carries. `chosen` decides by what they show. */
export async function lookInto(
  pictures: readonly Embedded[],
  { onPage, steps }: Pick<ReadOptions, 'onPage' | 'steps'>,
  chosen: Choice = () => true,
): Promise<LookedInto> {
  const none = { engine: null, seen: [], left: pictures.length }
  if (pictures.length === 0) return none
  const engine = await ocrEngine()
  if (!engine) return none
  const seen: (SeenPage & { readonly page: number })[] = []
  let left = 0
  for (const [index, { bytes, page }] of pictures.entries()) {
    const step = index + 1
    const held = steps?.seen(step)
    const why: ProblemCode | undefined = held ? undefined : steps?.passed(step)
    const pixels = held || why ? undefined : await pixelsOf(bytes)
    if (pixels && !chosen(pixels)) continue
    if (pixels) onPage?.(step, pictures.length)
    const found = held ?? (pixels && (await lookClosely(engine, pixels, widthInMm(pixels), page)))
    if (found && !held) steps?.keep(step, found)
    if (found) seen.push({ ...found, page })
    else left++
  }
  return { engine: engine.version, seen, left }
}

/** Undefined for what nobody here can show. */
async function pixelsOf(bytes: Uint8Array): Promise<Pixels | undefined> {
  const format = pictureFormat(bytes)
  if (!format) return undefined
  try {
    return await (await picture(bytes, format)).page(1)
  } catch {
    return undefined
  }
}

const MAGIC: readonly (readonly [Format, string])[] = [
  ['jpg', 'ffd8ff'],
  ['png', '89504e47'],
  ['tiff', '49492a00'],
  ['tiff', '4d4d002a'],
  ['bmp', '424d'],
  ['gif', '47494638'],
]

export function pictureFormat(bytes: Uint8Array): Format | undefined {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return MAGIC.find(([, magic]) => head.startsWith(magic))?.[0]
}

const [STEP, LIGHT, MUCH] = [37, 0.75, 0.6]
/** How far red, green and blue of paper lie apart, and how much of it may bear a seal or a letterhead. */
const [GREY, MOSTLY] = [60, 0.75]

/** Most of a sheet is as light as its lightest parts, and colourless; a photograph of a meeting is neither. */
export function isPaper({ data }: Pixels): boolean {
  const lights: number[] = []
  let grey = 0
  for (let at = 0; at + 2 < data.length; at += 3 * STEP) {
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!]
    lights.push(0.3 * r + 0.59 * g + 0.11 * b)
    if (Math.max(r, g, b) - Math.min(r, g, b) < GREY) grey++
  }
  const top = lights.toSorted((a, b) => a - b)[Math.floor(lights.length * 0.95)] ?? 0
  const light = lights.filter((one) => one >= LIGHT * top).length
  return top > 120 && light >= MUCH * lights.length && grey >= MOSTLY * lights.length
}
