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
  const wide = unmarked(bytes, utf8 === undefined)
  if (wide) return wide
  if (utf8 === undefined) return loosely(bytes, 'gb18030')
  if (!doubtful(utf8)) return { text: utf8, encoding: 'utf-8', broken: false }

  const gb = strictly(bytes, 'gb18030')
  return gb !== undefined && !FOREIGN.test(gb)
    ? { text: gb, encoding: 'gb18030', broken: false }
    : { text: utf8, encoding: 'utf-8', broken: false }
}

const SAMPLE = 4096

/** UTF-16 without a mark: no other text holds zeros, and here all of them are the same half of a sign. */
function unmarked(bytes: Uint8Array, isOdd: boolean): Decoded | undefined {
  const head = bytes.subarray(0, SAMPLE)
  const first = head.indexOf(0)
  if (first < 0 || bytes.length % 2 > 0) return undefined
  const zeros = head.filter((byte) => byte === 0).length
  if (head.some((byte, at) => byte === 0 && (at - first) % 2 !== 0)) return undefined
  // What is also good UTF-8 must be Latin letters, every second byte of which is a zero.
  if (!isOdd && zeros * 5 < head.length * 2) return undefined
  const encoding = first % 2 === 1 ? 'utf-16le' : 'utf-16be'
  const text = strictly(bytes, encoding)
  return text === undefined || isStrange(text) ? undefined : { text, encoding, broken: false }
}

/** More than every twentieth sign is none of a Chinese text. */
const isStrange = (text: string): boolean =>
  CONTROLS.test(text) || (text.match(ALL_FOREIGN)?.length ?? 0) * 20 > text.length

const CONTROLS = /[\x00-\x08\x0e-\x1f]/

const HAN = /\p{Script=Han}/u
const OTHER_LETTER = /[^\p{ASCII}\p{Script=Han}\P{L}]|[^\p{ASCII}\P{M}]/u
const FOREIGN = /[^\p{ASCII}\p{Script=Han}\u3000-\u303f\uff00-\uffef‘’“”…—·]/u
const ALL_FOREIGN = new RegExp(FOREIGN, 'gu')

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
