import { parseArgs } from 'node:util'
import sharp, { type Sharp } from 'sharp'
import { isBlurred, sureness } from '../src/reading/sight/ocr/clear.ts'
import { look } from '../src/reading/sight/ocr/look.ts'
import { paddle } from '../src/reading/sight/ocr/paddle.ts'
import type { Pixels } from '../src/reading/sight/render/pixels.ts'
import { sharpnessOf } from '../src/reading/sight/sharpness.ts'
import { drawn, faces, PAGES, typed } from './ocr-pages.ts'
import { grained, opened, rgb } from './pictures.ts'
import { errorsIn } from './spelling.ts'

/** Smears are in millimetres of paper: the same on 100 dpi as on 300. */
type Wear = {
  readonly blur?: number
  readonly motion?: readonly [mm: number, degrees: number]
  readonly grain?: number
}
type Set = {
  readonly page: number
  readonly lines: number
  readonly face: number
  readonly dpis: readonly number[]
  readonly wears: readonly Wear[]
}

/**
 * Thresholds were set on the first two; the third has another page, face, sizes and wear, and was only looked at
 * afterwards.
 */
const SETS: Readonly<Record<string, Set>> = {
  tuning: {
    page: 0,
    lines: 4,
    face: 0,
    dpis: [100, 200],
    wears: [
      {},
      ...[0.2, 0.3, 0.4, 0.5, 0.7, 1].map((blur) => ({ blur })),
      ...[0.8, 1.2, 1.8, 3].map((mm) => ({ motion: [mm, 25] as const })),
      { grain: 15 },
      { grain: 30 },
      { blur: 0.25, grain: 12 },
      { blur: 0.5, grain: 12 },
      { motion: [1.8, 70], grain: 12 },
    ],
  },
  'tuning again': {
    page: 2,
    lines: 3,
    face: 1,
    dpis: [75, 150, 240],
    wears: [
      {},
      ...[0.15, 0.25, 0.35, 0.45, 0.6, 0.8, 1.2].map((blur) => ({ blur })),
      ...[1, 1.5, 2.2, 4].map((mm) => ({ motion: [mm, 100] as const })),
      { motion: [2, 45] },
      { grain: 22 },
      { blur: 0.35, grain: 18 },
      { blur: 0.6, grain: 8 },
      { motion: [1, 10], grain: 15 },
    ],
  },
  'held out': {
    page: 1,
    lines: 4,
    face: 2,
    dpis: [120, 300],
    wears: [
      {},
      ...[0.18, 0.28, 0.38, 0.55, 0.75, 0.9].map((blur) => ({ blur })),
      ...[0.6, 1.4, 2.4, 3.4].map((mm) => ({ motion: [mm, 140] as const })),
      { motion: [2.4, 5] },
      { motion: [1.6, 60], grain: 10 },
      { grain: 26 },
      { blur: 0.3, grain: 20 },
      { blur: 0.65, grain: 10 },
    ],
  },
}

/** Misread so far, a page must be told as blurred; so little, it must not be. What lies between may be either. */
const [LOST, SOUND] = [0.05, 0.02]

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { set: { type: 'string' } } })
  const engine = await paddle({ threads: 1 })
  const told = async (pixels: Pixels, mm: number) => {
    const [seen, sharpness] = [await look(engine, pixels, mm, 1), await sharpnessOf(pixels, mm)]
    return { seen, sharpness, blurred: isBlurred(seen, pixels, mm, sharpness) }
  }
  for (const [name, set] of Object.entries(SETS)) {
    if (values.set && values.set !== name) continue
    const counts = { lost: 0, lostTold: 0, sound: 0, soundTold: 0 }
    for (const dpi of set.dpis)
      for (const wear of set.wears) {
        const lines = PAGES[set.page]!.slice(0, set.lines)
        const { seen, sharpness, blurred } = await told(await worn(await pageOf(lines, set.face, dpi), wear, dpi), 210)
        const { errors, signs } = errorsIn(
          lines,
          seen.passages.map(({ text }) => text),
        )
        const loss = errors / signs
        if (loss > LOST) counts.lost++
        if (loss > LOST && blurred) counts.lostTold++
        if (loss < SOUND) counts.sound++
        if (loss < SOUND && blurred) counts.soundTold++
        console.log(
          `${name} ${String(dpi).padStart(3)} dpi ${JSON.stringify(wear).padEnd(34)} sharpness ${sharpness?.toFixed(2)}, certainty ${sureness(seen.passages).toFixed(2)}, misread ${(100 * loss).toFixed(1)} %${blurred ? ', told' : ''}`,
        )
      }
    console.log(
      `${name}: told ${counts.lostTold} of ${counts.lost} misread pages, ${counts.soundTold} of ${counts.sound} sound ones`,
    )
  }
  for (const [name, make] of Object.entries(SCENES)) {
    const { seen, sharpness, blurred } = await told(await make(), 280)
    console.log(
      `without text: ${name.padEnd(22)} sharpness ${sharpness?.toFixed(2) ?? '–'}, ${seen.passages.length} lines read${blurred ? ', told' : ''}`,
    )
  }
  await engine.close()
}

async function pageOf(lines: readonly string[], face: number, dpi: number): Promise<Pixels> {
  const { width, height, data } = await drawn(await typed(lines, faces()[face] ?? faces()[0]!), dpi)
  const upper = Math.round(height * 0.45)
  return { width, height: upper, data: data.subarray(0, width * upper * 3) }
}

async function worn(page: Pixels, { blur, motion, grain }: Wear, dpi: number): Promise<Pixels> {
  const perMm = dpi / 25.4
  let out = page
  if (blur) out = await rgb(opened(out).blur(Math.max(0.3, blur * perMm)))
  if (motion) out = await rgb(opened(out).convolve(smear(motion[0] * perMm, motion[1])))
  return grain ? grained(out, grain, 7) : out
}

function smear(length: number, degrees: number) {
  const size = Math.max(3, Math.ceil(length) | 1)
  const kernel = Array.from({ length: size * size }, () => 0)
  const [x, y] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  for (let step = -100; step <= 100; step++) {
    const [u, v] = [x, y].map((way) => Math.round((size - 1) / 2 + (way * step * length) / 200))
    if (u! >= 0 && v! >= 0 && u! < size && v! < size) kernel[v! * size + u!]! += 1
  }
  return { width: size, height: size, kernel }
}

const drawing = (body: string): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><defs><linearGradient id="g"><stop offset="0" stop-color="#d8d0c0"/><stop offset="1" stop-color="#8a8478"/></linearGradient></defs><rect width="1200" height="900" fill="url(#g)"/>${body}</svg>`,
    ),
  ).flatten()

/** A room: chairs in rows, a table, heads. */
const ROOM = Array.from({ length: 40 }, (_, at) => {
  const [x, y] = [60 + (at % 8) * 140, 320 + Math.floor(at / 8) * 110]
  return `<circle cx="${x}" cy="${y}" r="26" fill="#${(0x443322 + at * 0x010203).toString(16)}"/><rect x="${x - 34}" y="${y + 26}" width="68" height="60" rx="14" fill="#2a3a5a"/>`
}).join('')

const SCENES: Readonly<Record<string, () => Promise<Pixels>>> = {
  'a wall': () => rgb(drawing('')),
  'a wall with grain': async () => grained(await rgb(drawing('')), 12, 5),
  'a room': () => rgb(drawing(ROOM)),
  'a room out of focus': () => rgb(drawing(ROOM).blur(12)),
  'a room in motion': () => rgb(drawing(ROOM).convolve(smear(41, 10))),
  'a room out of focus, grain': async () => grained(await rgb(drawing(ROOM).blur(12)), 12, 6),
}

await main()
