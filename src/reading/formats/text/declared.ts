import { decode } from './decode.ts'

/** What a text says of its own encoding stands at its beginning, in signs that all encodings share. */
const HEAD = 512
const DECLARED = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i

/** The text of an XML part: what its byte order mark tells, then what it declares, then UTF-8, as XML has it. */
export function xmlText(bytes: Uint8Array): string {
  const marked = markOf(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const declared = declaredIn(bytes)
  // A declaration that could be read as single bytes is none of UTF-16. Programmes that write GBK may declare UTF-8.
  const labels = [/^utf-?16/i.test(declared) ? 'utf-8' : labelOf(declared), 'utf-8', 'gb18030']
  for (const label of labels) {
    const text = strictly(bytes, label)
    if (text !== undefined) return text
  }
  return decode(bytes).text
}

/** The same part for libraries that know UTF-8 alone. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  const declared = declaredIn(bytes)
  if (!markOf(bytes) && (declared === '' || /^utf-?8$/i.test(declared))) return bytes
  return new TextEncoder().encode(
    xmlText(bytes).replace(DECLARED, (head) => head.replace(/\bencoding\s*=.*$/is, 'encoding="UTF-8"')),
  )
}

function declaredIn(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).toString('latin1')
  return DECLARED.exec(head)?.[1] ?? ''
}

function markOf([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // Without a mark, but with the beginning of a declaration.
  if (a === 0x3c && b === 0 && c === 0x3f) return 'utf-16le'
  return a === 0 && b === 0x3c && c === 0 ? 'utf-16be' : undefined
}

/** GB 2312 and GBK are parts of GB 18030, and what declares the one often holds the other. */
const labelOf = (declared: string): string =>
  declared === '' ? 'utf-8' : /^(?:x-)?(?:gb|cp936|csgb|iso-ir-58)/i.test(declared) ? 'gb18030' : declared

/** Undefined where the bytes are none of this encoding, or nobody knows it. */
function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
