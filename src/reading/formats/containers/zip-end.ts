import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'
import { decode } from '../text/decode.ts'

const END = Buffer.from([0x50, 0x4b, 5, 6])
const FIXED = 22

/**
 * A zip without what stands behind its end: mail gateways and downloads append a byte or a block of zeros, and yauzl takes
 * none. Where no end is found, or the comment is cut off, the bytes as they are: that is for yauzl to refuse.
 */
export function upToItsEnd(bytes: Uint8Array): Buffer {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = all.lastIndexOf(END); at >= 0; at = at === 0 ? -1 : all.lastIndexOf(END, at - 1)) {
    if (at + FIXED > all.length) continue
    const end = at + FIXED + all.readUInt16LE(at + 20)
    // In a comment, or in a member that is stored, the same four bytes point at nothing.
    if (end <= all.length && reaches(all, at)) return all.subarray(0, end)
  }
  return all
}

/** Whether the list of members ends where this begins: at most the 76 bytes of a large archive's own end lie between. */
function reaches(all: Buffer, at: number): boolean {
  const [size, offset] = [all.readUInt32LE(at + 12), all.readUInt32LE(at + 16)]
  return offset === LARGE || size === LARGE || (offset + size <= at && at - offset - size <= 76 + 12)
}

const LARGE = 0xffffffff
const UNICODE_PATH = 0x7075

/**
 * A member's name, not yet normalised. Whatever the archive claims of the encoding, the bytes tell GBK from UTF-8; a field of
 * its own that holds the name in UTF-8 counts where it belongs to these very bytes.
 */
export function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw
  const field = entry.extraFields.find(({ id }) => id === UNICODE_PATH)?.data
  if (field && field.length > 5 && field[0] === 1 && field.readUInt32LE(1) === crc32(raw))
    return field.subarray(5).toString('utf8')
  return decode(raw).text
}
