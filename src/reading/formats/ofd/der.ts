const UTF8 = 0x0c
const DEEPEST = 30

/** The UTF-8 strings in an ASN.1 structure, in order. What is no such structure has none. */
export function utf8Strings(bytes: Uint8Array): string[] {
  const found: string[] = []
  collect(bytes, 0, bytes.length, 0, found)
  return found
}

function collect(bytes: Uint8Array, start: number, end: number, depth: number, found: string[]): void {
  for (let at = start; at + 2 <= end && found.length < 50; ) {
    const tag = bytes[at]!
    const [length, head] = lengthAt(bytes, at + 1)
    const [from, to] = [at + 1 + head, at + 1 + head + length]
    if (to > end) return
    if (tag === UTF8) found.push(Buffer.from(bytes.subarray(from, to)).toString('utf8').trim())
    // Bit 6 says that the value is a structure again.
    else if ((tag & 0x20) !== 0 && depth < DEEPEST) collect(bytes, from, to, depth + 1, found)
    at = to
  }
}

/** A length, and how many bytes it takes. */
function lengthAt(bytes: Uint8Array, at: number): readonly [number, number] {
  const first = bytes[at] ?? 0
  if (first < 0x80) return [first, 1]
  const count = first & 0x7f
  let length = 0
  for (let i = 1; i <= Math.min(count, 6); i++) length = length * 256 + (bytes[at + i] ?? 0)
  return [count > 6 ? Number.POSITIVE_INFINITY : length, 1 + count]
}
