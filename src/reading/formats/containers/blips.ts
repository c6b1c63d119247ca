import type { Embedded } from '../../sight/ocr/embedded.ts'

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
  return [...found].sort(([a], [b]) => a - b).map(([, one]) => one)
}

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
