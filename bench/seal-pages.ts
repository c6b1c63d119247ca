import sharp, { type Sharp } from 'sharp'
import type { SealKind } from '../src/core/evidence.ts'
import { overlap } from '../src/reading/sight/render/pixels.ts'

/** In millimetres of an A4 page. */
export type TrueSeal = {
  readonly kind: SealKind
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type Page = {
  readonly name: string
  readonly seals: readonly TrueSeal[]
  readonly grey: boolean
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export type Random = {
  (): number
  between(low: number, high: number): number
  pick<T>(values: readonly T[]): T
  often(share: number): boolean
}

/** Mulberry32: the same pages on every machine. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return Object.assign(next, {
    between: (low: number, high: number) => low + (high - low) * next(),
    pick: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!,
    often: (share: number) => next() < share,
  })
}

const SIGNS =
  '昭化区司法局清水镇人民政府关于印发行政规范性文件管理办法的通知各有关单位现将意见审核备案监督检查执法公示记录责任制度落实情况报告年度工作要点计划总结会议纪要决定批复'
export const words = (random: Random, count: number): string =>
  Array.from({ length: count }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join('')

const [W, H] = [210, 297]

/** One page, drawn from its number: what is printed on it, what is stamped on it, and what a scanner or a camera does to it. */
export async function sealPage(seed: number): Promise<Page> {
  const random = randomOf(seed * 7919 + 17)
  const tilt = random.often(0.5) ? random.between(-2.5, 2.5) : 0
  const under = printed(random)
  const { seals, flat, tilted } = stamped(random, tilt, under.solid)
  const grey = random.often(0.06)
  const dpi = random.pick([100, 150, 150, 200])
  const scale = dpi / 25.4
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(W * scale)}" height="${Math.round(H * scale)}" viewBox="0 0 ${W} ${H}" font-family="serif"><rect width="${W}" height="${H}" fill="#fff"/><g transform="rotate(${tilt.toFixed(3)} ${W / 2} ${H / 2})">${under.svg}${tilted}</g>${flat}</svg>`
  return { name: `page ${seed}`, seals, grey, ...(await worn(svg, random, grey)) }
}

type Printed = { readonly svg: string; readonly solid: readonly Rect[] }

/** `solid` is where nobody stamps: letters of a letterhead and blocks of colour, on which red ink cannot be made out. */
export function printed(random: Random): Printed {
  const out: string[] = []
  const solid: Rect[] = []
  let y = 30
  const red = random.pick(['#d40000', '#e60012', '#c8102e'])
  const disc = (x: number, down: number, r: number, shape: string) => {
    out.push(shape)
    solid.push({ x: x - r, y: down - r, width: 2 * r, height: 2 * r })
  }
  const block = (x: number, down: number, width: number, height: number, fill: string) => {
    out.push(`<rect x="${x}" y="${down}" width="${width}" height="${height}" fill="${fill}"/>`)
    solid.push({ x, y: down, width, height })
  }
  if (random.often(0.45)) {
    out.push(
      `<text x="105" y="${y + 8}" font-size="13" font-weight="bold" fill="${red}" text-anchor="middle">${words(random, 9)}文件</text>`,
    )
    solid.push({ x: 28, y: y - 4, width: 156, height: 15 })
    y += 24
    out.push(`<rect x="28" y="${y}" width="156" height="${random.between(0.6, 1.2)}" fill="${red}"/>`)
    if (random.often(0.5)) out.push(`<rect x="28" y="${y + 2}" width="156" height="0.5" fill="${red}"/>`)
    if (random.often(0.4)) disc(105, y, 4, star(105, y, 4, red))
    y += 14
  }
  for (let lines = Math.floor(random.between(6, 26)); lines > 0 && y < 270; lines--, y += 9)
    out.push(
      `<text x="28" y="${y}" font-size="5.6" fill="#111">${words(random, Math.floor(random.between(12, 27)))}</text>`,
    )
  if (random.often(0.12))
    out.push(
      `<rect x="${random.between(20, 120)}" y="${random.between(60, 200)}" width="${random.between(20, 70)}" height="${random.between(10, 40)}" fill="none" stroke="${red}" stroke-width="0.6"/>`,
    )
  if (random.often(0.12)) {
    const [x, down, r] = [random.between(20, 190), random.between(20, 270), random.between(2, 14)]
    disc(x, down, r, `<circle cx="${x}" cy="${down}" r="${r}" fill="${red}"/>`)
  }
  if (random.often(0.12)) {
    const [x, down, r] = [random.between(30, 180), random.between(30, 250), random.between(6, 16)]
    disc(x, down, r, star(x, down, r, red))
  }
  if (random.often(0.12))
    for (let at = 0; at < 4; at++)
      out.push(`<text x="28" y="${200 + at * 9}" font-size="5.6" fill="${red}">${words(random, 18)}</text>`)
  if (random.often(0.1)) out.push(redTable(random, red))
  if (random.often(0.08)) {
    block(random.between(20, 100), random.between(100, 200), 60, 18, red)
    out.push(`<text x="60" y="150" font-size="8" fill="#ffd700">${words(random, 6)}</text>`)
  }
  if (random.often(0.1))
    out.push(
      `<ellipse cx="${random.between(50, 150)}" cy="${random.between(80, 250)}" rx="16" ry="${random.between(5, 8)}" fill="none" stroke="#e03030" stroke-width="0.7"/>`,
    )
  if (random.often(0.15)) {
    out.push(`<rect x="0" y="0" width="210" height="297" fill="#2050a0" opacity="0.04"/>`)
    block(120, 30, 50, 30, '#3a7bd5')
  }
  return { svg: out.join(''), solid }
}

function star(x: number, y: number, r: number, fill: string): string {
  const points = Array.from({ length: 10 }, (_, at) => {
    const angle = (at * Math.PI) / 5 - Math.PI / 2
    const reach = at % 2 ? r * 0.382 : r
    return `${(x + reach * Math.cos(angle)).toFixed(2)},${(y + reach * Math.sin(angle)).toFixed(2)}`
  })
  return `<polygon points="${points.join(' ')}" fill="${fill}"/>`
}

function redTable(random: Random, red: string): string {
  const [x, y, w, h] = [30, random.between(80, 180), 150, 60]
  const lines = [0, 1, 2, 3, 4].map(
    (at) => `<path d="M${x} ${y + (at * h) / 4}H${x + w}" stroke="${red}" stroke-width="0.4"/>`,
  )
  const columns = [0, 1, 2, 3].map(
    (at) => `<path d="M${x + (at * w) / 3} ${y}V${y + h}" stroke="${red}" stroke-width="0.4"/>`,
  )
  return lines.join('') + columns.join('')
}

type Stamped = { readonly seals: TrueSeal[]; readonly flat: string; readonly tilted: string }

function stamped(random: Random, tilt: number, solid: readonly Rect[]): Stamped {
  const seals: TrueSeal[] = []
  let [flat, tilted] = ['', '']
  const count = random.pick([0, 1, 1, 1, 2, 2, 3])
  for (let tries = 0; seals.length < count && tries < 20; tries++) {
    const kind = random.pick<SealKind>(['round', 'round', 'round', 'oval', 'square', 'half'])
    const one = STAMPS[kind](random)
    const box = kind === 'half' ? one.box : tiltedBox(one.box, tilt)
    // Two stamps may touch; one that hides another could not be told by a person either.
    if (seals.some((other) => covers(other, box))) continue
    if (solid.some((block) => overlap(block, one.box) > 0)) continue
    seals.push({ kind, ...box })
    if (kind === 'half') flat += one.svg
    else tilted += one.svg
  }
  return { seals, flat, tilted }
}

export type Rect = Omit<TrueSeal, 'kind'>
type Stamp = { readonly svg: string; readonly box: Rect }

function covers(a: Rect, b: Rect): boolean {
  const away = Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2)
  return away < 0.5 * (Math.max(a.width, a.height) + Math.max(b.width, b.height)) + 1
}

function tiltedBox({ x, y, width, height }: Rect, tilt: number): Rect {
  const angle = (tilt * Math.PI) / 180
  const [u, v] = [x + width / 2 - W / 2, y + height / 2 - H / 2]
  const cx = W / 2 + u * Math.cos(angle) - v * Math.sin(angle)
  const cy = H / 2 + u * Math.sin(angle) + v * Math.cos(angle)
  return { x: cx - width / 2, y: cy - height / 2, width, height }
}

const ink = (random: Random) => ({
  colour: random.pick(['#e00010', '#d4001a', '#c81e1e', '#f03020', '#d0103a']),
  opacity: random.often(0.25) ? random.between(0.28, 0.5) : random.between(0.6, 0.95),
})

let masks = 0

/** Ink that did not take everywhere. */
export function patchy(random: Random, body: string, x: number, y: number, r: number): string {
  const { colour, opacity } = ink(random)
  const gaps = Array.from(
    { length: Math.floor(random.between(0, 26)) },
    () =>
      `<circle cx="${(x + random.between(-r, r)).toFixed(1)}" cy="${(y + random.between(-r, r)).toFixed(1)}" r="${random.between(0.3, 1.6).toFixed(2)}" fill="#000"/>`,
  )
  const id = `m${masks++}`
  return `<mask id="${id}" maskUnits="userSpaceOnUse" x="${x - 2 * r}" y="${y - 2 * r}" width="${4 * r}" height="${4 * r}"><rect x="${x - 2 * r}" y="${y - 2 * r}" width="${4 * r}" height="${4 * r}" fill="#fff"/>${gaps.join('')}</mask><g style="mix-blend-mode:multiply" mask="url(#${id})" opacity="${opacity.toFixed(2)}" fill="${colour}" stroke="none" color="${colour}">${body}</g>`
}

function bent(random: Random, x: number, y: number, rx: number, ry: number, size: number, count: number): string {
  const start = (random.between(0, 360) * Math.PI) / 180
  return [...words(random, count)]
    .map((sign, at) => {
      const angle = start + ((at - (count - 1) / 2) * 4.4) / count
      const [u, v] = [x + rx * Math.sin(angle), y - ry * Math.cos(angle)]
      return `<text x="${u.toFixed(2)}" y="${v.toFixed(2)}" font-size="${size}" font-weight="bold" text-anchor="middle" transform="rotate(${((angle * 180) / Math.PI).toFixed(1)} ${u.toFixed(2)} ${v.toFixed(2)})">${sign}</text>`
    })
    .join('')
}

export function roundBody(random: Random, x: number, y: number, r: number): string {
  const double = random.often(0.2)
    ? `<circle cx="${x}" cy="${y}" r="${r - 2}" fill="none" stroke="currentColor" stroke-width="0.3"/>`
    : ''
  const middle = random.often(0.85)
    ? star(x, y, r * 0.32, 'currentColor')
    : `<circle cx="${x}" cy="${y}" r="${r * 0.3}"/>`
  const name = random.often(0.3)
    ? `<text x="${x}" y="${y + r * 0.6}" font-size="${r * 0.2}" text-anchor="middle">${words(random, 4)}</text>`
    : ''
  return `<circle cx="${x}" cy="${y}" r="${r - 0.6}" fill="none" stroke="currentColor" stroke-width="${random.between(0.8, 1.3)}"/>${double}${bent(random, x, y, r * 0.7, r * 0.7, r * 0.27, Math.floor(random.between(8, 15)))}${middle}${name}`
}

export const STAMPS: Record<SealKind, (random: Random) => Stamp> = {
  round(random) {
    const r = random.between(18, 25)
    const [x, y] = [random.between(r + 5, W - r - 5), random.between(r + 10, H - r - 10)]
    return {
      svg: patchy(random, roundBody(random, x, y, r), x, y, r),
      box: { x: x - r, y: y - r, width: 2 * r, height: 2 * r },
    }
  },
  half(random) {
    const r = random.between(18, 25)
    const right = random.often(0.7)
    const shown = random.between(0.35, 0.65) * 2 * r
    const strip = random.often(0.4) ? random.between(1, 5) : 0
    const edge = right ? W - strip : strip
    const x = right ? edge - shown + r : edge + shown - r
    const y = random.between(r + 20, H - r - 20)
    const id = `c${masks++}`
    const clip = right
      ? `<rect x="0" y="0" width="${edge}" height="${H}"/>`
      : `<rect x="${edge}" y="0" width="${W}" height="${H}"/>`
    return {
      svg: `<clipPath id="${id}">${clip}</clipPath><g clip-path="url(#${id})">${patchy(random, roundBody(random, x, y, r), x, y, r)}</g>`,
      box: { x: right ? x - r : edge, y: y - r, width: shown, height: 2 * r },
    }
  },
  oval(random) {
    const rx = random.between(18, 24)
    const ry = rx * random.between(0.62, 0.78)
    const [x, y] = [random.between(30, 180), random.between(40, 250)]
    const body = `<ellipse cx="${x}" cy="${y}" rx="${rx - 0.5}" ry="${ry - 0.5}" fill="none" stroke="currentColor" stroke-width="${random.between(0.7, 1.1)}"/>${bent(random, x, y, rx * 0.74, ry * 0.68, ry * 0.3, 11)}<text x="${x}" y="${y + 1.5}" font-size="4" text-anchor="middle">${words(random, 6)}</text>`
    const turn = random.often(0.5) ? random.between(-12, 12) : 0
    const angle = (Math.abs(turn) * Math.PI) / 180
    const [w, h] = [
      Math.hypot(rx * Math.cos(angle), ry * Math.sin(angle)),
      Math.hypot(rx * Math.sin(angle), ry * Math.cos(angle)),
    ]
    return {
      svg: `<g transform="rotate(${turn} ${x} ${y})">${patchy(random, body, x, y, rx)}</g>`,
      box: { x: x - w, y: y - h, width: 2 * w, height: 2 * h },
    }
  },
  square(random) {
    const side = random.between(15, 26)
    const [x, y] = [random.between(30, 180), random.between(40, 250)]
    const [left, top] = [x - side / 2, y - side / 2]
    const letters = [...words(random, 4)]
      .map(
        (sign, at) =>
          `<text x="${left + side * (at < 2 ? 0.73 : 0.27)}" y="${top + side * (at % 2 ? 0.87 : 0.44)}" font-size="${side * 0.42}" font-weight="bold" text-anchor="middle">${sign}</text>`,
      )
      .join('')
    const body = `<rect x="${left + 0.5}" y="${top + 0.5}" width="${side - 1}" height="${side - 1}" fill="none" stroke="currentColor" stroke-width="${random.between(0.8, 1.2)}"/>${letters}`
    const turn = random.often(0.5) ? random.between(-15, 15) : 0
    const angle = (Math.abs(turn) * Math.PI) / 180
    const half = (side / 2) * (Math.cos(angle) + Math.sin(angle))
    return {
      svg: `<g transform="rotate(${turn} ${x} ${y})">${patchy(random, body, x, y, side)}</g>`,
      box: { x: x - half, y: y - half, width: 2 * half, height: 2 * half },
    }
  },
}

type Raw = { readonly width: number; readonly height: number; readonly data: Uint8Array }

/** Scanned, copied, faxed, photographed under a lamp. */
export async function worn(svg: string, random: Random, grey: boolean): Promise<Raw> {
  const picture = sharp(Buffer.from(svg)).flatten({ background: '#fff' })
  const page = await rawOf(random.often(0.35) ? picture.blur(random.between(0.4, 1.1)) : picture)
  const lamp = random.often(0.3) ? [1, random.between(0.9, 0.98), random.between(0.78, 0.95)] : [1, 1, 1]
  const [gain, lift] = random.often(0.3) ? [random.between(0.75, 0.95), random.between(0, 20)] : [1, 0]
  const noise = random.often(0.3) ? random.between(4, 14) : 0
  for (let at = 0; at < page.data.length; at += 3) {
    const mean = page.data[at]! * 0.3 + page.data[at + 1]! * 0.59 + page.data[at + 2]! * 0.11
    const grain = grey ? normal(random) * noise : 0
    for (let channel = 0; channel < 3; channel++) {
      const value = (grey ? mean : page.data[at + channel]! * lamp[channel]!) * gain + lift
      page.data[at + channel] = Math.max(
        0,
        Math.min(255, Math.round(value + (grey || noise === 0 ? grain : normal(random) * noise))),
      )
    }
  }
  if (random.often(0.4)) return page
  const shot = sharp(page.data, { raw: { width: page.width, height: page.height, channels: 3 } })
  return rawOf(sharp(await shot.jpeg({ quality: Math.round(random.between(40, 90)) }).toBuffer()))
}

async function rawOf(picture: Sharp): Promise<Raw> {
  const { data, info } = await picture.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}

/** Three uniform numbers are near enough to a bell. */
const normal = (random: Random): number => (random() + random() + random() - 1.5) * 2
