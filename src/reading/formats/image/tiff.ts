import { isDay } from '../../../core/day.ts'

export type TiffFacts = { readonly width?: number; readonly height?: number; readonly taken?: string }

const WIDTH = 0x0100
const HEIGHT = 0x0101
const EXIF = 0x8769
const TAKEN = 0x9003

/** Reads a TIFF structure, which is also how JPEG, PNG and WebP carry EXIF. Broken parts are left out. */
export function tiffFacts(view: DataView, start: number, length: number): TiffFacts {
  const end = Math.min(view.byteLength, start + length)
  if (end - start < 8) return {}
  const block = new DataView(view.buffer, view.byteOffset + start, end - start)
  const little = block.getUint16(0) === 0x4949
  if (start === 0 && block.getUint16(2, little) === BIG) return bigFacts(block, little)
  const first = entriesAt(block, block.getUint32(4, little), little)
  const exif = first.get(EXIF)
  const taken = exif === undefined ? undefined : textAt(block, entriesAt(block, exif, little).get(TAKEN))
  const [width, height] = [first.get(WIDTH), first.get(HEIGHT)]
  return { ...(width && { width }), ...(height && { height }), ...(taken && { taken }) }
}

const BIG = 43

/** Scanners of plans write offsets of 64 bits; EXIF never does. */
function bigFacts(block: DataView, little: boolean): TiffFacts {
  const at = Number(block.getBigUint64(8, little))
  const count = Number(block.getBigUint64(at, little))
  const sizes = new Map<number, number>()
  for (let i = 0, entry = at + 8; i < count && entry + 20 <= block.byteLength; i++, entry += 20) {
    const kind = block.getUint16(entry + 2, little)
    if (kind === 3) sizes.set(block.getUint16(entry, little), block.getUint16(entry + 12, little))
    if (kind === 4) sizes.set(block.getUint16(entry, little), block.getUint32(entry + 12, little))
  }
  const [width, height] = [sizes.get(WIDTH), sizes.get(HEIGHT)]
  return { ...(width && { width }), ...(height && { height }) }
}

/** Tag → its value, or where its value lies. */
function entriesAt(block: DataView, at: number, little: boolean): ReadonlyMap<number, number> {
  const entries = new Map<number, number>()
  if (at + 2 > block.byteLength) return entries
  const count = block.getUint16(at, little)
  for (let i = 0, entry = at + 2; i < count && entry + 12 <= block.byteLength; i++, entry += 12) {
    const isShort = block.getUint16(entry + 2, little) === 3
    entries.set(
      block.getUint16(entry, little),
      isShort ? block.getUint16(entry + 8, little) : block.getUint32(entry + 8, little),
    )
  }
  return entries
}

/** `2022:03:18 10:15:00` → `2022-03-18 10:15`. Cameras that lost their clock write zeros: that is no date. */
function textAt(block: DataView, at: number | undefined): string | undefined {
  if (at === undefined || at + 19 > block.byteLength) return undefined
  const text = String.fromCharCode(...Array.from({ length: 19 }, (_, i) => block.getUint8(at + i)))
  const parts = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2})/.exec(text)
  const day = parts && `${parts[1]}-${parts[2]}-${parts[3]}`
  return day && isDay(day) ? `${day} ${parts[4]}` : undefined
}
