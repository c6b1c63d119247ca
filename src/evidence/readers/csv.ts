import type { Row, Value } from '../../core/evidence.ts'
import { decode } from '../decode.ts'
import { type Reader, whole } from '../reader.ts'
import { brokenText } from './text.ts'

export const csv: Reader = {
  name: 'csv',
  version: 1,
  formats: ['csv'],

  async read(bytes) {
    const { text, encoding, broken } = decode(bytes)
    const rows = rowsOf(text, delimiterOf(text))
    return whole({
      ...brokenText(broken),
      tables: [{ name: '表1', kind: 'sheet', rows, merges: [] }],
      properties: { encoding },
    })
  },
}

/** The sign that the first line holds most, quoted stretches aside. */
function delimiterOf(text: string): string {
  const first =
    text
      .slice(0, 65_536)
      .replace(/"[^"]*"/g, '')
      .split(/\r?\n/, 1)[0] ?? ''
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: first.split(sign).length }))
  return counts.reduce((best, other) => (other.count > best.count ? other : best)).sign
}

/** RFC 4180, and forgiving: a quote inside a bare field is a sign like any other, an open quote ends with the file. */
function rowsOf(text: string, delimiter: string): Row[] {
  const rows: Row[] = []
  let values: Value[] = []
  let index = 0
  let at = 0
  while (at < text.length) {
    const field = text[at] === '"' ? quoted(text, at, delimiter) : bare(text, at, delimiter)
    values.push(field.value === '' ? null : field.value)
    at = field.end
    if (text[at] === delimiter) {
      at++
      if (at < text.length) continue
    }
    if (values.some((value) => value !== null)) rows.push({ index, values })
    values = []
    index++
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
  }
  return rows
}

type Field = { readonly value: string; readonly end: number }

function bare(text: string, start: number, delimiter: string): Field {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(start, end), end }
}

function quoted(text: string, start: number, delimiter: string): Field {
  let value = ''
  let at = start + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return { value: value + text.slice(at), end: text.length }
    value += text.slice(at, close)
    if (text[close + 1] !== '"') return tail(text, close + 1, value, delimiter)
    value += '"'
    at = close + 2
  }
}

/** What stands between a closing quote and the next delimiter belongs to no rule, so it is kept. */
function tail(text: string, start: number, value: string, delimiter: string): Field {
  const rest = bare(text, start, delimiter)
  return { value: value + rest.value, end: rest.end }
}
