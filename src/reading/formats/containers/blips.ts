import type { Embedded } from '../../sight/ocr/embedded.ts'
import { bmpOfBitmap, isPageSized } from './metafiles.ts'

// How Office before 2007 keeps pictures: a record of eight bytes, one or two checksums of sixteen, a byte, and the file.
const MAGIC = ['ffd8ff', '89504e470d0a1a0a', '49492a00', '4d4d002a'].map((hex) => Buffer.from(hex, 'hex'))
const [HEADER, ONE, TWO] = [8, 17, 33]
/** OfficeArtBlipJPEG, PNG, TIFF and the JPEG of four colours. */
const BLIPS: readonly number[] = [0xf01d, 0xf01e, 0xf029, 0xf02a]
const MOST = 200

/** The pictures in a stream, each once. */
export function blipsIn(stream: Uint8Array): Embedded[] {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.length)
  const found = new Map<number, Embedded>()
  for (const magic of MAGIC)
    for (let at = bytes.indexOf(magic); at >= 0 && found.size < MOST; at = bytes.indexOf(magic, at + 1)) {
      const end = endOf(bytes, at)
      if (end !== undefined) found.set(at, { bytes: bytes.subarray(at, end), page: 0 })
    }
  for (const [header, one] of OTHERS)
    for (
      let at = bytes.indexOf(header, 0, 'hex');
      at >= 0 && found.size < MOST;
      at = bytes.indexOf(header, at + 1, 'hex')
    ) {
      const end = at + HEADER + (at + HEADER <= bytes.length ? bytes.readUInt32LE(at + 4) : 0)
      if (end > at + HEADER && end <= bytes.length) found.set(at, one(bytes.subarray(at + HEADER, end)))
    }
  return [...found].sort(([a], [b]) => a - b).map(([, one]) => one)
}

const UID = 16
const [EMU_A_MM, SIZE] = [36_000, 20]

/** Drawings, packed: their records say how large they are to be shown. */
const drawing =
  (uids: number) =>
  (record: Buffer): Embedded => {
    const at = uids * UID + SIZE
    const isLarge =
      record.length >= at + 8 && isPageSized(record.readInt32LE(at) / EMU_A_MM, record.readInt32LE(at + 4) / EMU_A_MM)
    return { bytes: new Uint8Array(), page: 0, large: isLarge }
  }

const bitmap =
  (uids: number) =>
  (record: Buffer): Embedded => ({ bytes: bmpOfBitmap(record.subarray(uids * UID + 1)), page: 0 })

/** OfficeArtBlipEMF, WMF and DIB begin with nothing that tells them, but for the records' own headers: one checksum, or two. */
const OTHERS: readonly (readonly [string, (record: Buffer) => Embedded])[] = [
  ['403d1af0', drawing(1)],
  ['503d1af0', drawing(2)],
  ['60211bf0', drawing(1)],
  ['70211bf0', drawing(2)],
  ['807a1ff0', bitmap(1)],
  ['907a1ff0', bitmap(2)],
]

/** Where the picture ends that begins here, if a record says that one does. */
function endOf(bytes: Buffer, at: number): number | undefined {
  for (const before of [ONE, TWO]) {
    const record = at - before - HEADER
    if (record < 0 || !BLIPS.includes(bytes.readUInt16LE(record + 2))) continue
    const end = record + HEADER + bytes.readUInt32LE(record + 4)
    if (end > at && end <= bytes.length) return end
  }
  return undefined
}

const [DRAWINGS, CONTINUED] = [0x00eb, 0x003c]

/** What a workbook of Excel 97 to 2003 keeps its pictures in: one record, cut into pieces. */
export function drawingsIn(stream: Uint8Array): Uint8Array {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.length)
  const parts: Buffer[] = []
  let before = 0
  for (let at = 0; at + 4 <= bytes.length; ) {
    const [type, length] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)]
    const isPart = type === DRAWINGS || (type === CONTINUED && before === DRAWINGS)
    if (isPart) parts.push(bytes.subarray(at + 4, at + 4 + length))
    if (type !== CONTINUED) before = type
    at += 4 + length
  }
  return Buffer.concat(parts)
}
