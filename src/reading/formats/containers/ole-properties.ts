import type { Reading } from '../../../core/evidence.ts'
import { beijing } from '../shared/time.ts'
import type { Compound } from './compound.ts'

const NAMES: Readonly<Record<number, string>> = {
  2: 'title',
  4: 'author',
  8: 'modified-by',
  12: 'created',
  13: 'modified',
}
const CODEPAGE = 1

/** What a doc, xls or ppt states of itself. A broken property set costs the properties, not the file. */
export function oleProperties(file: Compound): Reading['properties'] {
  try {
    const bytes = file.read('\x05SummaryInformation')
    return bytes ? stated(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) : {}
  } catch (error) {
    if (error instanceof RangeError) return {}
    throw error
  }
}

function stated(set: Buffer): Reading['properties'] {
  const section = set.readUInt32LE(44)
  const places = new Map<number, number>()
  const count = Math.min(set.readUInt32LE(section + 4), 100)
  for (let i = 0; i < count; i++)
    places.set(set.readUInt32LE(section + 8 + i * 8), section + set.readUInt32LE(section + 12 + i * 8))

  const codepage = places.get(CODEPAGE)
  const encoding = encodingOf(codepage === undefined ? 1252 : set.readUInt16LE(codepage + 4))
  const found: Record<string, string> = {}
  for (const [id, name] of Object.entries(NAMES)) {
    const at = places.get(Number(id))
    const value = at === undefined ? undefined : valueAt(set, at, encoding)
    if (value) found[name] = value
  }
  return found
}

const encodingOf = (codepage: number): string =>
  ({ 936: 'gb18030', 54936: 'gb18030', 950: 'big5', 1200: 'utf-16le', 65001: 'utf-8' })[codepage] ?? 'windows-1252'

const [LPSTR, LPWSTR, FILETIME] = [30, 31, 64]
const EPOCH = 11_644_473_600_000

function valueAt(set: Buffer, at: number, encoding: string): string | undefined {
  const type = set.readUInt16LE(at)
  const length = set.readUInt32LE(at + 4)
  if (type === LPSTR) return cut(new TextDecoder(encoding).decode(set.subarray(at + 8, at + 8 + length)))
  if (type === LPWSTR) return cut(set.subarray(at + 8, at + 8 + length * 2).toString('utf16le'))
  if (type !== FILETIME) return undefined
  const ticks = set.readBigUInt64LE(at + 4)
  return ticks === 0n ? undefined : beijing(Number(ticks / 10_000n) - EPOCH)
}

const cut = (text: string): string => (text.split('\0', 1)[0] ?? '').trim()
