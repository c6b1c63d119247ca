import { type Random, type Rect, words } from './seal-pages.ts'

type File = PDFKit.PDFDocument

const RED = '#d40000'

export const points = (mm: number): number => (mm * 72) / 25.4

/** The pen's unit becomes the millimetre. */
export function inMm(file: File, draw: () => void): void {
  file.save().scale(72 / 25.4)
  draw()
  file.restore()
}

export function say(file: File, text: string, x: number, y: number, size: number, colour: string): void {
  file.fontSize(size).fillColor(colour).text(text, x, y, { lineBreak: false })
}

/**
 * What offices print on a page whose text can be selected: letterheads, tables, charts, marks, mostly in red. Answers where
 * there is so much of it that nobody would stamp there.
 */
export function printOn(file: File, random: Random): Rect[] {
  const solid: Rect[] = []
  inMm(file, () => {
    const y = random.often(0.5) ? letterhead(file, random, solid) : 30
    const red = random.often(0.1)
    for (let lines = Math.floor(random.between(8, 26)), at = 0; at < lines && y + at * 9 < 270; at++) {
      const isRed = red && at % 3 === 0
      say(file, words(random, Math.floor(random.between(8, 27))), 28, y + at * 9, 5.4, isRed ? RED : '#111')
      if (isRed) solid.push({ x: 28, y: y + at * 9, width: 150, height: 6 })
    }
    const kinds = Object.values(PRINTS)
    for (let count = random.pick([0, 0, 1, 1, 2]); count > 0; count--) {
      const box = { x: random.between(22, 110), y: random.between(60, 200), width: 70, height: 60 }
      const reach = Math.min(box.width, box.height)
      random.pick(kinds)(file, random, box.x, box.y, reach)
      solid.push({ ...box, x: box.x - 2, y: box.y - 2, width: box.width + 4, height: box.height + 4 })
    }
  })
  return solid
}

function letterhead(file: File, random: Random, solid: Rect[]): number {
  say(file, `${words(random, 9)}文件`, 34, 26, 12, RED)
  file.rect(28, 50, 156, random.between(0.5, 1.2)).fill(RED)
  if (random.often(0.5)) file.rect(28, 52.5, 156, 0.4).fill(RED)
  if (random.often(0.4)) star(file, 105, 50.5, 4)
  solid.push({ x: 26, y: 22, width: 160, height: 34 })
  return 62
}

export function star(file: File, x: number, y: number, r: number, colour = RED, turn = 0): void {
  for (let at = 0; at < 10; at++) {
    const angle = (at * Math.PI) / 5 - Math.PI / 2 + turn
    const reach = at % 2 ? r * 0.382 : r
    const [u, v] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
    if (at === 0) file.moveTo(u, v)
    else file.lineTo(u, v)
  }
  file.closePath().fill(colour)
}

type Print = (file: File, random: Random, x: number, y: number, reach: number) => void

/** A part of a pie. */
function slice(file: File, x: number, y: number, r: number, from: number, to: number, colour: string): void {
  file.moveTo(x, y)
  for (let at = 0; at <= 24; at++) {
    const angle = from + ((to - from) * at) / 24
    file.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle))
  }
  file.closePath().fill(colour)
}

const COLOURS = [RED, '#c0392b', '#f5b041', '#2e86c1', '#27ae60', '#e74c3c']

const pie: Print = (file, random, x, y, reach) => {
  const r = random.between(14, reach / 2)
  const cuts = [random.between(0.5, 2.5), random.between(2.6, 4), random.between(4.1, 6), 2 * Math.PI]
  let from = 0
  for (const to of cuts) {
    slice(file, x + r, y + r, r, from, to, random.pick(COLOURS))
    from = to
  }
  if (random.often(0.5)) file.circle(x + r, y + r, r * random.between(0.5, 0.75)).fill('#fff')
  say(file, `${Math.round(random.between(60, 100))}%`, x + r - 6, y + r - 3, 6, random.pick([RED, '#333']))
}

const bars: Print = (file, random, x, y) => {
  for (let at = 0; at < 6; at++) {
    const high = random.between(8, 50)
    file.rect(x + at * 11, y + 54 - high, 7, high).fill(random.pick([RED, RED, '#2e86c1']))
  }
  file.rect(x - 2, y + 54, 70, 0.3).fill('#333')
}

const table: Print = (file, random, x, y) => {
  const [rows, columns] = [Math.floor(random.between(2, 6)), Math.floor(random.between(2, 5))]
  const [w, h] = [66 / columns, random.between(7, 14)]
  if (random.often(0.5)) file.rect(x, y, 66, h).fill(random.pick(['#f8d7da', '#c0392b', RED]))
  for (let row = 0; row < rows && row * h < 56; row++)
    for (let column = 0; column < columns; column++)
      file
        .rect(x + column * w, y + row * h, w, h)
        .lineWidth(0.3)
        .stroke(RED)
}

/** Boxes of an organisation's chart, as large as square seals. */
const boxes: Print = (file, random, x, y) => {
  const [w, h] = [random.between(16, 30), random.between(12, 24)]
  for (const [u, v] of [
    [0, 0],
    [36, 0],
    [18, 30],
  ] as const) {
    file
      .rect(x + u, y + v, w, h)
      .lineWidth(random.between(0.3, 0.8))
      .stroke(RED)
    say(file, words(random, 3), x + u + 2, y + v + h / 2 - 2.5, w / 5, random.pick([RED, '#111']))
  }
}

const badges: Print = (file, random, x, y) => {
  for (let at = 0; at < 3; at++) {
    const r = random.between(3, 10)
    if (random.often(0.5)) file.circle(x + 10 + at * 22, y + 12, r).fill(RED)
    else
      file
        .circle(x + 10 + at * 22, y + 12, r)
        .lineWidth(0.6)
        .stroke(RED)
    say(file, String(at + 1), x + 8.8 + at * 22, y + 9, 5, random.pick(['#fff', RED]))
  }
}

/** A round sign of an office: full of colour, where a seal is of lines. */
const emblem: Print = (file, random, x, y) => {
  const r = random.between(12, 24)
  file.circle(x + r, y + r, r).fill(RED)
  if (random.often(0.6))
    file
      .circle(x + r, y + r, r * 0.92)
      .lineWidth(r * 0.05)
      .stroke('#ffd700')
  star(file, x + r, y + r * 0.8, r * 0.4, '#ffd700')
  file.rect(x + r * 0.5, y + r * 1.3, r, r * 0.2).fill('#ffd700')
}

const note: Print = (file, random, x, y) => {
  const [w, h] = [random.between(40, 66), random.between(12, 40)]
  file.roundedRect(x, y, w, h, random.between(0, 4)).lineWidth(0.6).stroke(RED)
  for (let at = 0; at * 7 + 6 < h; at++) say(file, words(random, Math.floor(w / 5.5)), x + 2, y + 2 + at * 7, 5, RED)
}

const ring: Print = (file, random, x, y) => {
  const [rx, ry] = [random.between(8, 30), random.between(4, 9)]
  file
    .ellipse(x + rx, y + ry, rx, ry)
    .lineWidth(0.7)
    .stroke(RED)
}

/** A code to be photographed, in red. */
const code: Print = (file, random, x, y) => {
  const side = random.between(16, 30) / 25
  for (let v = 0; v < 25; v++)
    for (let u = 0; u < 25; u++) {
      const eye = (u < 7 || u > 17) && (v < 7 || (v > 17 && u < 7))
      const [a, b] = [u > 17 ? u - 18 : u, v > 17 ? v - 18 : v]
      const isDark = eye ? a % 6 === 0 || b % 6 === 0 || (a > 1 && a < 5 && b > 1 && b < 5) : random.often(0.5)
      if (isDark) file.rect(x + u * side, y + v * side, side, side).fill(RED)
    }
}

const stars: Print = (file, random, x, y) => star(file, x + 20, y + 20, random.between(6, 20))

const PRINTS = { pie, bars, table, boxes, badges, emblem, note, ring, code, stars }
