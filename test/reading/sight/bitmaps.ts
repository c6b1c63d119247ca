import type { Pixels } from '../../../src/reading/sight/render/pixels.ts'

/** `old`: the header of OS/2, 12 bytes long. */
export type Bitmap = { readonly bits: 1 | 4 | 8 | 24 | 32; readonly topDown?: boolean; readonly old?: boolean }

/** A Windows bitmap; below 24 bits in shades of grey. */
export function bmpOf({ width, height, data }: Pixels, { bits, topDown = false, old = false }: Bitmap): Uint8Array {
  const shades = bits < 24 ? 2 ** bits : 0
  const header = old ? 12 : 40
  const start = 14 + header + shades * (old ? 3 : 4)
  const stride = Math.ceil((width * bits) / 32) * 4
  const out = Buffer.alloc(start + stride * height)
  out.write('BM')
  out.writeUInt32LE(out.length, 2)
  out.writeUInt32LE(start, 10)
  out.writeUInt32LE(header, 14)
  if (old) {
    out.writeUInt16LE(width, 18)
    out.writeUInt16LE(height, 20)
    out.writeUInt16LE(1, 22)
    out.writeUInt16LE(bits, 24)
  } else {
    out.writeInt32LE(width, 18)
    out.writeInt32LE(topDown ? -height : height, 22)
    out.writeUInt16LE(1, 26)
    out.writeUInt16LE(bits, 28)
  }
  for (let shade = 0; shade < shades; shade++)
    out.fill(
      Math.round((shade * 255) / (shades - 1)),
      14 + header + shade * (old ? 3 : 4),
      14 + header + shade * (old ? 3 : 4) + 3,
    )
  for (let y = 0; y < height; y++) {
    const row = start + stride * (topDown ? y : height - 1 - y)
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3
      if (bits >= 24) for (let at = 0; at < 3; at++) out[row + x * (bits / 8) + at] = data[from + 2 - at]!
      else {
        const shade = Math.round((data[from + 1]! / 255) * (shades - 1))
        const at = row + Math.floor((x * bits) / 8)
        out[at] = out[at]! | (shade << (8 - bits - ((x * bits) % 8)))
      }
    }
  }
  return out
}
