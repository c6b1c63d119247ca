import type { Row, Value } from '../../../core/evidence.ts'
import { type Reader, whole } from '../../reader.ts'
import { decode } from './decode.ts'
import { brokenText } from './text.ts'

export const csv: Reader = {
  name: 'csv',
  version: 2,
  formats: ['csv'],

  async read(bytes) {
    const { text, encoding, broken } = decode(bytes)
    const rows = rowsOf(text, dialectOf(text))
    return whole({
      ...brokenText(broken),
      tables: [{ name: '表1', kind: 'sheet', rows, merges: [] }],
      properties: { encoding },
    })
  },
}

const SIGNS = [',', '\t', ';', '|']

/** A pipe by itself may be a word's. */
const LEAST: Readonly<Record<string, number>> = { '|': 2 }

type Dialect = { readonly delimiter: string; readonly start: number }

/** Excel says in a first line what divides; else it is the sign that most lines have the same number of. */
function dialectOf(text: string): Dialect {
  const said = /^"?sep=([,\t;|])"?(?:\r\n|\r|\n)/i.exec(text)
  if (said?.[1]) return { delimiter: said[1], start: said[0].length }
  const lines = text
    .slice(0, 65_536)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/, MOST_LINES)
  const found = SIGNS.map((sign) => ({ sign, ...usualIn(lines, sign) })).filter(
    ({ sign, count }) => count >= (LEAST[sign] ?? 1),
  )
  const best = found.sort((a, b) => b.lines - a.lines || b.count - a.count)[0]
  return { delimiter: best?.sign ?? ',', start: 0 }
}

const MOST_LINES = 50

/** How often the sign stands in the lines that have it, most of them, and how many lines that are. */
function usualIn(lines: readonly string[], sign: string): { count: number; lines: number } {
  const seen = new Map<number, number>()
  for (const line of lines) {
    const count = line.split(sign).length - 1
    if (count > 0) seen.set(count, (seen.get(count) ?? 0) + 1)
  }
  const [count, times] = [...seen].sort(([a, x], [b, y]) => y - x || b - a)[0] ?? [0, 0]
  return { count, lines: times }
}

/** RFC 4180, and forgiving: a quote inside a bare field is a sign like any other, an open quote ends with the file. */
function rowsOf(text: string, { delimiter, start }: Dialect): Row[] {
  const rows: Row[] = []
  let values: Value[] = []
  let index = start > 0 ? 1 : 0
  let at = start
  while (at < text.length) {
    const field = text[at] === '"' ? quoted(text, at, delimiter) : bare(text, at, delimiter)
    values.push(plain(field.value) || null)
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

/** Systems write `="0012"` so that Excel leaves the noughts alone. */
const plain = (value: string): string => /^="([^"]*)"$/.exec(value)?.[1] ?? value

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
