import type { Format } from '../../../core/evidence.ts'
import { type TiffFacts, tiffFacts } from './tiff.ts'

/** `taken` is the camera's clock, `YYYY-MM-DD HH:mm`. */
export type PhotoFacts = { readonly width: number; readonly height: number; readonly taken?: string }

/** Reads a picture's headers, not its pixels. Undefined where they are cut off or senseless. */
export function photoFacts(bytes: Uint8Array, format: Format): PhotoFacts | undefined {
  try {
    const facts = HEADERS[format]?.(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return facts && facts.width > 0 && facts.height > 0 ? facts : undefined
  } catch (error) {
    // A `DataView` read past the end: the file was cut off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

type Header = (view: DataView) => PhotoFacts | undefined

const HEADERS: Partial<Record<Format, Header>> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20), ...pngTaken(view) }),
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  bmp: bmpFacts,
  webp: webpFacts,
  jpg: jpegFacts,
  tiff: (view) => sized(tiffFacts(view, 0, view.byteLength)),
}

function bmpFacts(view: DataView): PhotoFacts {
  // The oldest header, 12 bytes long, has 16-bit sizes; in the others a negative height means top-down rows.
  if (view.getUint32(14, true) === 12) return { width: view.getUint16(18, true), height: view.getUint16(20, true) }
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }
}

function sized({ width, height, taken }: TiffFacts): PhotoFacts | undefined {
  return width && height ? { width, height, ...(taken && { taken }) } : undefined
}

function dated(facts: TiffFacts): Pick<PhotoFacts, 'taken'> {
  return facts.taken ? { taken: facts.taken } : {}
}

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

function pngTaken(view: DataView): Pick<PhotoFacts, 'taken'> {
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at))
    if (tagAt(view, at + 4) === 'eXIf') return dated(tiffFacts(view, at + 8, view.getUint32(at)))
  return {}
}

const JPEG_EXIF = 0xe1

function jpegFacts(view: DataView): PhotoFacts | undefined {
  let taken: Pick<PhotoFacts, 'taken'> = {}
  for (let at = 2; at + 4 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    const length = view.getUint16(at + 2)
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), ...taken }
    if (marker === JPEG_EXIF && length > 8 && tagAt(view, at + 4) === 'Exif')
      taken = dated(tiffFacts(view, at + 10, length - 8))
    at += 2 + length
  }
  return undefined
}

/** C4, C8 and CC lie among the frame markers but are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function webpFacts(view: DataView): PhotoFacts | undefined {
  const kind = tagAt(view, 12)
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  if (kind !== 'VP8X') return undefined
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1
  return { width: three(24), height: three(27), ...webpTaken(view) }
}

function webpTaken(view: DataView): Pick<PhotoFacts, 'taken'> {
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const length = view.getUint32(at + 4, true)
    if (tagAt(view, at) === 'EXIF') return dated(tiffFacts(view, at + 8, length))
    at += 8 + length + (length % 2)
  }
  return {}
}
