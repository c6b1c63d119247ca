/** As a page that was pasted into a page: between A5 and A4, its shorter and its longer side in millimetres. */
const [ACROSS, DOWN] = [115, 165]

export const isPageSized = (width: number, height: number): boolean =>
  Math.min(width, height) >= ACROSS && Math.max(width, height) >= DOWN

/** Whether a Windows metafile, which nobody here can show, is as large as a page: its header says so. */
export function isPageOfDrawing(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length >= 44 && view.getUint32(0, true) === 1 && view.getUint32(40, true) === ENHANCED) {
    const [left, top, right, bottom] = [24, 28, 32, 36].map((at) => view.getInt32(at, true) / 100)
    return isPageSized(right! - left!, bottom! - top!)
  }
  if (bytes.length >= 22 && view.getUint32(0, true) === PLACEABLE) {
    const [left, top, right, bottom] = [6, 8, 10, 12].map((at) => view.getInt16(at, true))
    const mm = 25.4 / Math.max(1, view.getUint16(14, true))
    return isPageSized((right! - left!) * mm, (bottom! - top!) * mm)
  }
  return false
}

const [ENHANCED, PLACEABLE] = [0x464d4520, 0x9ac6cdd7]

/** A device-independent bitmap as the file that it would be: what it lacks is the first header. */
export function bmpOfBitmap(bitmap: Uint8Array): Uint8Array {
  if (bitmap.length < 40) return bitmap
  const view = new DataView(bitmap.buffer, bitmap.byteOffset, bitmap.byteLength)
  const [header, depth, masks] = [view.getUint32(0, true), view.getUint16(14, true), view.getUint32(16, true) === 3]
  const colours = view.getUint32(32, true) || (depth <= 8 ? 1 << depth : 0)
  const file = Buffer.alloc(14 + bitmap.length)
  file.write('BM')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(Math.min(14 + header + (masks && header === 40 ? 12 : 0) + colours * 4, file.length), 10)
  file.set(bitmap, 14)
  return file
}
