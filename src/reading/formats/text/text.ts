import type { Reading } from '../../../core/evidence.ts'
import { note, type Reader, whole } from '../../reader.ts'
import { decode } from './decode.ts'

export const text: Reader = {
  name: 'text',
  version: 2,
  formats: ['txt'],

  read: async (bytes) => textReading(bytes),
}

export function textReading(bytes: Uint8Array): Reading {
  const decoded = decode(bytes)
  const lines = decoded.text.split(/\r\n|\r|\n/).map((line) => line.trim())
  const passages = lines.filter((line) => line !== '').map((line) => ({ text: line, at: {} }))
  const blank = passages.length === 0 ? { notes: [note('no-text', '文件里没有文字：请核对是否放错了文件')] } : {}
  return whole({ ...blank, ...brokenText(decoded.broken), passages, properties: { encoding: decoded.encoding } })
}

/** Bytes that belong to no encoding cost some signs, not the whole file. */
export function brokenText(broken: boolean): Pick<Reading, 'extent' | 'notes'> | undefined {
  if (!broken) return undefined
  return { extent: 'partly', notes: [note('partly', '部分文字的编码有误，显示为乱码：请用 UTF-8 编码另存后重新放入')] }
}
