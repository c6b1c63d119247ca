export type Decoded = {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
  /** Bytes that no encoding explains stand as U+FFFD. */
  readonly broken: boolean
}

/** BOM, else strict UTF-8, else GB18030. No guessing library: those call short GBK texts Shift_JIS. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return loosely(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return loosely(bytes, 'utf-16be')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return loosely(bytes, 'utf-8')

  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 === undefined) return loosely(bytes, 'gb18030')
  if (!doubtful(utf8)) return { text: utf8, encoding: 'utf-8', broken: false }

  const gb = strictly(bytes, 'gb18030')
  return gb !== undefined && !FOREIGN.test(gb)
    ? { text: gb, encoding: 'gb18030', broken: false }
    : { text: utf8, encoding: 'utf-8', broken: false }
}

const HAN = /\p{Script=Han}/u
const OTHER_LETTER = /[^\p{ASCII}\p{Script=Han}\P{L}]|[^\p{ASCII}\P{M}]/u
const FOREIGN = /[^\p{ASCII}\p{Script=Han}\u3000-\u303f\uff00-\uffef‘’“”…—·]/u

/** GBK “通知” is valid UTF-8 as well, for two letters of no Chinese text. */
const doubtful = (text: string): boolean => !HAN.test(text) && OTHER_LETTER.test(text)

// Making one takes longer than decoding a short text.
const strict = new Map<string, InstanceType<typeof TextDecoder>>()

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = strict.get(encoding) ?? new TextDecoder(encoding, { fatal: true })
    strict.set(encoding, decoder)
    return decoder.decode(bytes)
  } catch {
    // One that failed may keep half a character in mind.
    strict.delete(encoding)
    return undefined
  }
}

function loosely(bytes: Uint8Array, encoding: Decoded['encoding']): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, broken: text.includes('\ufffd') }
}
