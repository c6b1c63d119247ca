/** A container holds records, an atom holds data. */
export type Item = { readonly type: number; readonly instance: number; readonly from: number; readonly to: number }
const CHARACTERS = 4000
const BYTES = 4008

export function itemAt(bytes: Buffer, at: number): Item | undefined {
  if (at + 8 > bytes.length) return undefined
  const to = at + 8 + bytes.readUInt32LE(at + 4)
  return {
    type: bytes.readUInt16LE(at + 2),
    instance: bytes.readUInt16LE(at) >> 4,
    from: at + 8,
    to: Math.min(to, bytes.length),
  }
}

export function inside(bytes: Buffer, { from, to }: Item): Item[] {
  const items: Item[] = []
  for (let at = from; at + 8 <= to; ) {
    const item = itemAt(bytes, at)
    if (!item) break
    items.push({ ...item, to: Math.min(item.to, to) })
    at = item.to
  }
  return items
}

export const isContainer = (bytes: Buffer, item: Item): boolean => (bytes.readUInt16LE(item.from - 8) & 15) === 15
export const DEEPEST = 40

export function textIn(bytes: Buffer, { type, from, to }: Item): string | undefined {
  if (type === CHARACTERS) return bytes.toString('utf16le', from, to)
  return type === BYTES ? bytes.toString('latin1', from, to) : undefined
}
