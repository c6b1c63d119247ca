import { parseArgs } from 'node:util'
import { distance } from 'fastest-levenshtein'
import pdfkit from 'pdfkit'
import sharp from 'sharp'
import { daysIn } from '../src/language/written-days.ts'
import type { OcrEngine, OcrLine } from '../src/reading/sight/ocr/engine.ts'
import { paddle } from '../src/reading/sight/ocr/paddle.ts'
import { RUNTIMES } from '../src/reading/sight/ocr/runtime.ts'
import type { Pixels } from '../src/reading/sight/render/pixels.ts'
import { findSeals } from '../src/reading/sight/seals/find.ts'
import { drawn, type Face, faces, WEAR } from './ocr-pages.ts'
import { star } from './paper-prints.ts'
import { type Random, randomOf } from './seal-pages.ts'

const SETS: readonly (readonly [keyof typeof WEAR, number, 'sealed'?])[] = [
  ['clean', 100],
  ['clean', 150],
  ['clean', 200],
  ['clean', 300],
  ['skewed', 200],
  ['noisy', 150],
  ['1-bit', 200],
  ['photographed', 150],
  ['clean', 150, 'sealed'],
  ['noisy', 150, 'sealed'],
  ['noisy', 100],
  ['1-bit', 100],
  ['photographed', 100],
]
const LINES = 26
/** It has no 〇. */
const LACKING = 'ZCOOL XiaoWei'

type Said = { readonly text: string; readonly day: string }

/** A day as offices write it under a paper: in figures, or in Chinese numerals. */
function said(random: Random, figures: boolean): Said {
  const [year, month] = [Math.floor(random.between(2017, 2026)), Math.floor(random.between(1, 13))]
  const date = Math.floor(random.between(1, new Date(Date.UTC(year, month, 0)).getUTCDate() + 1))
  const day = [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')
  const text =
    random.often(0.5) || figures
      ? `${year}年${month}月${date}日`
      : `${[...String(year)].map((sign) => '〇一二三四五六七八九'[Number(sign)]).join('')}年${chinese(month)}月${chinese(date)}日`
  return { text, day }
}

const chinese = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${'〇一二三'[tens]}十`
  return ten + (ones === 0 ? '' : ('〇一二三四五六七八九'[ones] ?? ''))
}

const lineOf = (text: string, at: number): string => (at % 2 ? `${text}印发` : text)

/** A seal of 40 mm across the days. */
function stampOn(file: PDFKit.PDFDocument, x: number, y: number): void {
  file.fillOpacity(0.75).strokeOpacity(0.75).circle(x, y, 56).lineWidth(3).stroke('#d00010')
  for (let at = 0; at < 9; at++) {
    file.save().rotate(-112 + at * 28, { origin: [x, y] })
    file
      .fontSize(16)
      .fillColor('#d00010')
      .text('昭化区清水镇人民政府'[at] ?? '', x - 8, y - 52, { lineBreak: false })
    file.restore()
  }
  star(file, x, y, 18, '#d00010')
  file.fillOpacity(1).strokeOpacity(1)
}

async function page(lines: readonly Said[], { register }: Face, sealed: boolean): Promise<Uint8Array> {
  const file = new pdfkit({ size: 'A4', margin: 0 })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => file.on('end', done))
  register(file).font('face')
  // 三号 where a paper is signed, 四号 where it says when it was printed.
  for (const [at, { text }] of lines.entries())
    file
      .fontSize(at % 2 ? 14 : 16)
      .fillColor('#000')
      .text(lineOf(text, at), 250, 70 + at * 27, { lineBreak: false })
  if (sealed) for (let at = 2; at < LINES; at += 5) stampOn(file, 310, 80 + at * 27)
  file.end()
  await ended
  return Buffer.concat(chunks)
}

/** Each line that was meant, with the one that was read in its place: pages lose lines, and gain some. */
function paired(lines: readonly OcrLine[], meant: readonly string[]): readonly (OcrLine | undefined)[] {
  const cost = (text: string, line: OcrLine) => Math.min(1, distance(text, line.text) / text.length)
  const best = Array.from({ length: meant.length + 1 }, (_, i) =>
    Array.from({ length: lines.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0) * SKIPPED),
  )
  for (const [i, text] of meant.entries())
    for (const [j, line] of lines.entries())
      best[i + 1]![j + 1] = Math.min(
        best[i]![j]! + cost(text, line),
        best[i]![j + 1]! + SKIPPED,
        best[i + 1]![j]! + SKIPPED,
      )
  const out: (OcrLine | undefined)[] = meant.map(() => undefined)
  for (let i = meant.length, j = lines.length; i > 0 && j > 0; ) {
    if (best[i]![j] === best[i - 1]![j - 1]! + cost(meant[i - 1]!, lines[j - 1]!)) out[--i] = lines[--j]
    else if (best[i]![j] === best[i - 1]![j]! + SKIPPED) i--
    else j--
  }
  return out
}

const SKIPPED = 0.45

const dayOf = (line: OcrLine | undefined): string | undefined => {
  const found = line ? daysIn(line.text) : []
  return found.length === 1 && !found[0]!.repaired ? found[0]!.day : undefined
}

/** The same line once more, larger or smaller. */
async function again(engine: OcrEngine, pixels: Pixels, { box }: OcrLine, scale: number): Promise<string | undefined> {
  const pad = Math.round(box.height * 0.5)
  const left = Math.max(0, Math.floor(box.x - pad))
  const top = Math.max(0, Math.floor(box.y - pad * 0.4))
  const width = Math.min(pixels.width - left, Math.ceil(box.width + 2 * pad))
  const height = Math.min(pixels.height - top, Math.ceil(box.height + pad * 0.8))
  const { data, info } = await sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 3 } })
    .extract({ left, top, width, height })
    .resize({ width: Math.round(width * scale) })
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { lines } = await engine.recognise({ width: info.width, height: info.height, data: new Uint8Array(data) })
  return dayOf(lines.toSorted((a, b) => b.text.length - a.text.length)[0])
}

/** `sure`: misread at each of CERTAINTIES and above. `twice`: alike in both places. `agreed`: alike at other scales. */
type Tally = { days: number; right: number; wrong: number; sure: number[]; twice: number; agreed: number }

const CERTAINTIES = [0.8, 0.9, 0.95, 0.98]
const none = (): Tally => ({ days: 0, right: 0, wrong: 0, sure: CERTAINTIES.map(() => 0), twice: 0, agreed: 0 })

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runtime: { type: 'string' },
      pages: { type: 'string' },
      from: { type: 'string' },
      show: { type: 'boolean' },
    },
  })
  const runtime = RUNTIMES.find((name) => name === values.runtime)
  const engine = await paddle({ ...(runtime && { runtime }), threads: 2 })
  const tell = values.show ? console.log : () => {}
  console.log(engine.version)
  const all = none()
  for (const set of SETS) {
    const tally = none()
    for (let at = 0; at < Number(values.pages ?? 6); at++)
      await measure(engine, set, Number(values.from ?? 0) + at, tally, tell)
    console.log(told(set.join(' '), tally))
    for (const key of ['days', 'right', 'wrong', 'twice', 'agreed'] as const) all[key] += tally[key]
    all.sure = all.sure.map((count, at) => count + tally.sure[at]!)
  }
  console.log(told('all', all))
  await engine.close()
}

/** Every day stands twice on a page: where the paper is signed, and where it was printed. */
async function measure(
  engine: OcrEngine,
  [wear, dpi, sealed]: (typeof SETS)[number],
  seed: number,
  tally: Tally,
  tell: (line: string) => void,
): Promise<void> {
  const random = randomOf(seed * 3571 + 11)
  const all = faces()
  const face = all[seed % all.length]!
  const days = Array.from({ length: LINES / 2 }, () => said(random, face.name === LACKING)).flatMap((one) => [one, one])
  const pixels = await WEAR[wear](await drawn(await page(days, face, sealed !== undefined), dpi))
  const seals = sealed ? (findSeals(pixels, 210) ?? []).map(({ box }) => box) : []
  const { lines } = await engine.recognise(pixels, seals)
  const found = paired(
    lines,
    days.map(({ text }, at) => lineOf(text, at)),
  )
  const read = found.map(dayOf)
  for (const [at, { text, day }] of days.entries()) {
    const [line, own] = [found[at], read[at]]
    tally.days++
    if (own === day) tally.right++
    if (!line || own === undefined || own === day) continue
    tally.wrong++
    for (const [n, least] of CERTAINTIES.entries()) if (line.certainty >= least) tally.sure[n]!++
    if (at % 2 && own === read[at - 1]) tally.twice++
    const others = await Promise.all([0.75, 1.4].map((scale) => again(engine, pixels, line, scale)))
    if (others.every((one) => one === own)) tally.agreed++
    tell(`    ${text} → ${line.text} ${line.certainty.toFixed(3)} ${face.name} ${others.join(' ')}`)
  }
}

function told(name: string, { days, right, wrong, sure, twice, agreed }: Tally): string {
  const sureness = CERTAINTIES.map((least, at) => `${sure[at]} at ${least}`).join(', ')
  return `${name.padEnd(18)}${days} days: ${right} right, ${days - right - wrong} unread, ${wrong} misread (${sureness}; ${twice} alike in both places, ${agreed} alike at other scales)`
}

await main()
