import { type PDFDocument, PDFName, type PDFPage, type PDFRef } from 'pdf-lib'
import pdfkit from 'pdfkit'
import sharp from 'sharp'
import { chineseFont } from '../fixtures/make/kit/font.ts'
import type { SealKind } from '../src/core/evidence.ts'
import { inMm, points, star } from './paper-prints.ts'
import { type Random, type Rect, STAMPS, words } from './seal-pages.ts'

const [W, H] = [210, 297]
const INK = ['#e00010', '#d4001a', '#c81e1e', '#f03020', '#d0103a']

export type Place = { readonly kind: SealKind; readonly box: Rect }

export async function blank(width: number, height: number, draw: (file: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const file = new pdfkit({ size: [points(width), points(height)], margin: 0, info: { CreationDate: new Date(0) } })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => file.on('end', done))
  file.registerFont('chinese', chineseFont()).font('chinese')
  draw(file)
  file.end()
  await ended
  return Buffer.concat(chunks)
}

/** `isFree`: whether a seal there can be told from what is printed. */
export type Sheet = { readonly file: PDFDocument; readonly page: PDFPage; readonly isFree: (box: Rect) => boolean }

type Put = (sheet: Sheet, random: Random, kind: SealKind) => Promise<Place>

/** On the page's paper; heights grow upwards. */
const onPage = ({ x, y, width, height }: Rect) => ({
  x: points(x),
  y: points(H - y - height),
  width: points(width),
  height: points(height),
})

type Shot = Place & { readonly png: Buffer; readonly across: number; readonly down: number }

/** The last one where none is good. */
function tried<T>(make: () => T, isGood: (one: T) => boolean): T {
  let one = make()
  for (let times = 0; times < 60 && !isGood(one); times++) one = make()
  return one
}

/** Its impression as a picture of its own, clear around it. */
async function shot({ isFree }: Sheet, random: Random, kind: SealKind): Promise<Shot> {
  const { svg, box } = tried(
    () => STAMPS[kind](random),
    (one) => isFree(one.box),
  )
  const scale = random.pick([150, 200, 300]) / 25.4
  const [across, down] = [Math.round(box.width * scale), Math.round(box.height * scale)]
  const { x, y, width, height } = box
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="${x} ${y} ${width} ${height}" font-family="serif">${svg}</svg>`
  return { kind, box, across, down, png: await sharp(Buffer.from(whole)).png().toBuffer() }
}

const picture: Put = async (sheet, random, kind) => {
  const { file, page } = sheet
  const { png, ...place } = await shot(sheet, random, kind)
  page.drawImage(await file.embedPng(png), onPage(place.box))
  return place
}

const white: Put = async (sheet, random, kind) => {
  const { file, page } = sheet
  const { png, ...place } = await shot(sheet, random, kind)
  const jpeg = await sharp(png).flatten({ background: '#fff' }).jpeg({ quality: 85 }).toBuffer()
  page.drawImage(await file.embedJpg(jpeg), onPage(place.box))
  return place
}

/** Cut into strips one below the other, or into tiles, as some printing programs do. */
const pieces: Put = async (sheet, random, kind) => {
  const { file, page } = sheet
  const { png, across, down, ...place } = await shot(sheet, random, kind)
  const [columns, rows] = random.pick([
    [1, 8],
    [1, 40],
    [4, 4],
  ] as const)
  const { x, y, width, height } = place.box
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [left, right] = [column, column + 1].map((at) => Math.round((at * across) / columns))
      const [top, bottom] = [row, row + 1].map((at) => Math.round((at * down) / rows))
      const area = { left: left!, top: top!, width: right! - left!, height: bottom! - top! }
      const part = await sharp(png).extract(area).png().toBuffer()
      const [u, v] = [width / across, height / down]
      const box = { x: x + left! * u, y: y + top! * v, width: area.width * u, height: area.height * v }
      page.drawImage(await file.embedPng(part), onPage(box))
    }
  return place
}

/** As paths and letters, drawn around the origin in millimetres; `pieced`: its ring is made of short lines. */
function drawn(file: PDFKit.PDFDocument, random: Random, kind: SealKind, [rx, ry]: readonly [number, number]): void {
  const ink = random.pick(INK)
  const pieced = random.often(0.3)
  const width = random.between(0.8, 1.3)
  file.fillOpacity(random.between(0.7, 1)).strokeOpacity(random.between(0.7, 1))
  if (kind === 'square') {
    file
      .rect(-rx + 0.5, -rx + 0.5, 2 * rx - 1, 2 * rx - 1)
      .lineWidth(width)
      .stroke(ink)
    for (const [at, sign] of [...words(random, 4)].entries())
      file
        .fontSize(rx * 0.85)
        .fillColor(ink)
        .text(sign, at < 2 ? 0.04 * rx : -0.88 * rx, at % 2 ? 0 : -0.92 * rx, { lineBreak: false })
    return
  }
  if (pieced)
    for (let at = 0; at < 72; at++) {
      const [from, to] = [(at * Math.PI) / 36, ((at + 1) * Math.PI) / 36]
      const on = (angle: number): [number, number] => [(rx - 0.6) * Math.cos(angle), (ry - 0.6) * Math.sin(angle)]
      file
        .moveTo(...on(from))
        .lineTo(...on(to))
        .lineWidth(width)
        .stroke(ink)
    }
  else
    file
      .ellipse(0, 0, rx - 0.6, ry - 0.6)
      .lineWidth(width)
      .stroke(ink)
  const signs = [...words(random, Math.floor(random.between(8, 14)))]
  const size = ry * 0.3
  for (const [at, sign] of signs.entries()) {
    const angle = ((at - (signs.length - 1) / 2) * 4.4) / signs.length
    file
      .save()
      .translate(rx * 0.7 * Math.sin(angle), -ry * 0.7 * Math.cos(angle))
      .rotate((angle * 180) / Math.PI)
    file
      .fontSize(size)
      .fillColor(ink)
      .text(sign, -size / 2, -size * 0.6, { lineBreak: false })
    file.restore()
  }
  if (kind === 'oval') file.fontSize(4).fillColor(ink).text(words(random, 6), -12, -2, { lineBreak: false })
  else star(file, 0, 0, rx * 0.32, ink)
}

/** Straight into the content of the page, where it is still being written. */
export function drawnOn(file: PDFKit.PDFDocument, random: Random, kind: SealKind, isFree: Sheet['isFree']): Place {
  const half = halfOf(random, kind)
  const { x, y, box } = placeOf(random, kind, half, isFree)
  inMm(file, () => {
    file.translate(x, y)
    drawn(file, random, kind, half)
  })
  return { kind, box }
}

function halfOf(random: Random, kind: SealKind): readonly [number, number] {
  if (kind === 'square') return twice(random.between(7.5, 13))
  if (kind !== 'oval') return twice(random.between(18, 25))
  const wide = random.between(17, 24)
  return [wide, wide * random.between(0.66, 0.76)]
}

const twice = (one: number): readonly [number, number] => [one, one]

/** A paper of its own with nothing on it but the seal, which then is laid on the page as a whole. */
async function alone(random: Random, kind: SealKind): Promise<{ pdf: Buffer; half: readonly [number, number] }> {
  const half = halfOf(random, kind)
  const pdf = await blank(2 * half[0], 2 * half[1], (file) =>
    inMm(file, () => {
      file.translate(...half)
      drawn(file, random, kind, half)
    }),
  )
  return { pdf, half }
}

type Spot = { readonly x: number; readonly y: number; readonly box: Rect }

function placeOf(random: Random, kind: SealKind, [rx, ry]: readonly [number, number], isFree: Sheet['isFree']): Spot {
  return tried(
    () => {
      const y = random.between(ry + 12, H - ry - 12)
      const shown = random.between(0.35, 0.65) * 2 * rx
      const x = kind === 'half' ? W - shown + rx : random.between(rx + 6, W - rx - 6)
      const width = kind === 'half' ? shown : 2 * rx
      return { x, y, box: { x: x - rx, y: y - ry, width, height: 2 * ry } }
    },
    ({ box }) => isFree(box),
  )
}

/** What other programs draw is drawn once and used as a form. */
const form: Put = async ({ file, page, isFree }, random, kind) => {
  const { pdf, half } = await alone(random, kind)
  const { x, y, box } = placeOf(random, kind, half, isFree)
  const [body] = await file.embedPdf(pdf)
  const [rx, ry] = half
  if (body) page.drawPage(body, onPage({ x: x - rx, y: y - ry, width: 2 * rx, height: 2 * ry }))
  return { kind, box }
}

const stamp: Put = async ({ file, page, isFree }, random, kind) => {
  const { pdf, half } = await alone(random, kind)
  const [rx, ry] = half
  const { x, y, box } = placeOf(random, kind, half, isFree)
  const [body] = await file.embedPdf(pdf)
  const { x: left, y: low, width, height } = onPage({ x: x - rx, y: y - ry, width: 2 * rx, height: 2 * ry })
  const { context } = file
  if (body) {
    await body.embed()
    const look = context.stream('/Seal Do', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Resources: { XObject: { Seal: body.ref } },
    })
    const Rect = [left, low, left + width, low + height]
    const note = context.obj({ Type: 'Annot', Subtype: 'Stamp', Rect, F: 4, AP: { N: context.register(look) } })
    page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]))
  }
  return { kind, box }
}

/** The red is a plain area, and the seal is only where it lets through. */
const masked: Put = async (sheet, random, kind) => {
  const { file, page } = sheet
  const { png, across, down, ...place } = await shot(sheet, random, kind)
  const clear = await sharp(png).extractChannel('alpha').raw().toBuffer()
  const { context } = file
  const grey = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: across,
    Height: down,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
  }
  const { x, y, width, height } = onPage(place.box)
  const at = `${width} 0 0 ${height} ${x} ${y} cm`
  const shape = context.register(context.flateStream(clear, grey))
  const group: PDFRef = context.register(
    context.stream(`q ${at} /Shape Do Q`, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, points(W), points(H)],
      Group: { S: 'Transparency', CS: 'DeviceGray' },
      Resources: { XObject: { Shape: shape } },
    }),
  )
  const state = context.obj({ Type: 'ExtGState', SMask: { Type: 'Mask', S: 'Luminosity', G: group } })
  page.node.setExtGState(PDFName.of('Masked'), context.register(state))
  const paint = context.register(context.stream(`q /Masked gs 0.85 0 0.08 rg ${x} ${y} ${width} ${height} re f Q`))
  page.node.addContentStream(paint)
  return place
}

/** One bit a place, painted through in the colour of the pen. */
const stencil: Put = async (sheet, random, kind) => {
  const { file, page } = sheet
  const { png, across, down, ...place } = await shot(sheet, random, kind)
  const clear = await sharp(png).extractChannel('alpha').raw().toBuffer()
  const row = Math.ceil(across / 8)
  const bits = new Uint8Array(row * down)
  for (let v = 0; v < down; v++)
    for (let u = 0; u < across; u++) if (clear[v * across + u]! > 70) bits[v * row + (u >> 3)]! |= 0x80 >> (u & 7)
  const { context } = file
  const shape = { Type: 'XObject', Subtype: 'Image', Width: across, Height: down, ImageMask: true, BitsPerComponent: 1 }
  const mask = context.register(context.flateStream(bits, { ...shape, Decode: [1, 0] }))
  page.node.setXObject(PDFName.of('Stencil'), mask)
  const { x, y, width, height } = onPage(place.box)
  const paint = `q 0.85 0 0.08 rg ${width} 0 0 ${height} ${x} ${y} cm /Stencil Do Q`
  page.node.addContentStream(context.register(context.stream(paint)))
  return place
}

export const WAYS = { picture, white, pieces, form, stamp, masked, stencil } as const satisfies Record<string, Put>
