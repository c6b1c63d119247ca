import { isDay } from '../../../core/day.ts'
import type { ElectronicSignature } from '../../../core/evidence.ts'

const NEAR = 4096

/**
 * Signature dictionaries, found in the raw bytes: pdf.js never shows them. The signed ranges have to be written plainly
 * in the file, since the signature is put into the gap between them.
 */
export function signaturesIn(bytes: Uint8Array): ElectronicSignature[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: ElectronicSignature[] = []
  for (let at = file.indexOf('/ByteRange'); at >= 0; at = file.indexOf('/ByteRange', at + 10)) {
    const range = /^\/ByteRange\s{0,8}\[\s{0,8}(\d{1,12})\s{1,8}(\d{1,12})\s{1,8}(\d{1,12})\s{1,8}(\d{1,12})/.exec(
      file.toString('latin1', at, at + 120),
    )
    if (!range) continue
    const [start = 0, length = 0, resumed = 0, rest = 0] = range.slice(1).map(Number)
    const around = dictionaryAround(file, at, start + length, resumed)
    found.push(signature(around, start === 0 && length < resumed && isEnd(file, resumed + rest)))
  }
  return found
}

/** The dictionary without the signature itself, which is long. It stands on both sides of the gap. */
function dictionaryAround(file: Buffer, at: number, gap: number, resumed: number): string {
  const inside = gap > at - NEAR * 16 && gap <= resumed && resumed <= file.length
  const before = file.toString(
    'latin1',
    Math.max(0, Math.min(at, inside ? gap : at) - NEAR),
    inside ? Math.max(gap, at) : at,
  )
  const after = file.toString(
    'latin1',
    inside ? Math.max(resumed, at) : at,
    (inside ? Math.max(resumed, at) : at) + NEAR,
  )
  const own = before.slice(Math.max(0, before.lastIndexOf(' obj') + 4))
  const end = after.indexOf('endobj')
  return own + after.slice(0, end < 0 ? undefined : end)
}

/** A line end after the last mark is no addition. */
const isEnd = (file: Buffer, end: number): boolean =>
  end <= file.length && file.toString('latin1', end, end + 8).trim() === '' && file.length - end <= 2

function signature(dictionary: string, whole: boolean): ElectronicSignature {
  const by = textOf(/\/Name\s{0,8}(?=[(<])/.exec(dictionary), dictionary)
  const at = momentOf(/\/M\s{0,8}\(D:(\d{12})/.exec(dictionary)?.[1])
  return {
    form: /\/SubFilter\s{0,8}\/([\w.]{1,60})/.exec(dictionary)?.[1] ?? 'unknown',
    ...(by && { by }),
    ...(at && { at }),
    whole,
  }
}

function momentOf(digits: string | undefined): string | undefined {
  const day = digits && `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  return digits && day && isDay(day) ? `${day} ${digits.slice(8, 10)}:${digits.slice(10, 12)}` : undefined
}

const LONGEST = 500

/** A PDF text: Latin, or UTF-16 with its mark, between brackets or in hexadecimal. */
function textOf(label: RegExpExecArray | null, dictionary: string): string | undefined {
  if (!label) return undefined
  const rest = dictionary.slice(label.index + label[0].length)
  const bytes = rest.startsWith('<') ? hexed(rest) : bracketed(rest)
  const wide = bytes[0] === 0xfe && bytes[1] === 0xff
  const text = wide
    ? new TextDecoder('utf-16be').decode(Uint8Array.from(bytes.slice(2)))
    : Buffer.from(bytes).toString('latin1')
  return text.replace(/\p{Cc}/gu, '').trim() || undefined
}

function hexed(text: string): number[] {
  const digits = text
    .slice(1, text.indexOf('>'))
    .replace(/[^0-9a-f]/gi, '')
    .slice(0, LONGEST * 2)
  return [...Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex')]
}

function bracketed(text: string): number[] {
  const bytes: number[] = []
  for (let at = 1, depth = 1; at < text.length && bytes.length < LONGEST; at++) {
    const sign = text[at]!
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      bytes.push(octal ? Number.parseInt(octal, 8) & 255 : escaped(text[at + 1] ?? ''))
      at += octal?.length ?? 1
      continue
    }
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
    if (depth === 0) break
    bytes.push(sign.charCodeAt(0))
  }
  return bytes
}

const escaped = (sign: string): number => ({ n: 10, r: 13, t: 9, b: 8, f: 12 })[sign] ?? (sign.charCodeAt(0) || 32)
