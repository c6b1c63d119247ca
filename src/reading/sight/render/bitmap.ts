import { Unreadable } from '../../reader.ts'
import type { Pixels } from './pixels.ts'

const MOST_PIXELS = 100_000_000

/** A Windows bitmap, uncompressed: the one common picture format that libvips does not read. */
export function bitmap(bytes: Uint8Array): Pixels {
  try {
    return decoded(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (error) {
    // A `DataView` read past the end: the file was cut off.
    if (error instanceof RangeError) throw new Unreadable('damaged', '图片已损坏或不完整，无法打开：请重新导出后放入')
    throw error
  }
}

function decoded(view: DataView): Pixels {
  const start = view.getUint32(10, true)
  const old = view.getUint32(14, true) === 12
  const [width, rows] = old
    ? [view.getUint16(18, true), view.getUint16(20, true)]
    : [view.getInt32(18, true), view.getInt32(22, true)]
  const bits = view.getUint16(old ? 24 : 28, true)
  const packing = old ? 0 : view.getUint32(30, true)
  const height = Math.abs(rows)
  if (width <= 0 || height === 0 || width * height > MOST_PIXELS)
    throw new Unreadable('too-large', '图片尺寸过大或不合理，没有读取：请另存为 jpg 或 png 后放入')
  if (![1, 4, 8, 24, 32].includes(bits) || (packing !== 0 && packing !== 3))
    throw new Unreadable('unsupported', '这种压缩的 bmp 图片暂不能读取：请另存为 jpg 或 png 后放入')

  const stride = Math.ceil((width * bits) / 32) * 4
  view.getUint8(start + stride * height - 1)
  const palette = 14 + view.getUint32(14, true)
  const entry = old ? 3 : 4
  const data = new Uint8Array(width * height * 3)
  for (let y = 0, to = 0; y < height; y++) {
    // A negative height means rows from the top.
    const row = start + stride * (rows < 0 ? y : height - 1 - y)
    for (let x = 0; x < width; x++, to += 3) {
      const at = bits >= 24 ? row + (x * bits) / 8 : palette + indexAt(view, row, x, bits) * entry
      data[to] = view.getUint8(at + 2)
      data[to + 1] = view.getUint8(at + 1)
      data[to + 2] = view.getUint8(at)
    }
  }
  return { width, height, data }
}

function indexAt(view: DataView, row: number, x: number, bits: number): number {
  const byte = view.getUint8(row + Math.floor((x * bits) / 8))
  return (byte >> (8 - bits - ((x * bits) % 8))) & ((1 << bits) - 1)
}
