import { cellPlace, type Evidence } from '../core/evidence.ts'
import type { Certainty } from '../core/fact.ts'
import type { Place } from '../core/place.ts'
import { clipped, plain } from '../language/text.ts'

/** A line as facts are read from it. */
export type Line = {
  /** Spelt as by `plain`, without control characters; never empty. */
  readonly text: string
  /** As the file holds it: its spaces tell joint issuers apart. */
  readonly raw: string
  readonly at: Place
  readonly certainty: number
}

// Control and bidirectional signs would survive into titles and turn a terminal or a cell around.
const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}]+/gu
const LONGEST_NUMBER = 20
const PAGE_NUMBER =
  /^(?:[-—–·.]{0,3}\s?\d{1,4}\s?[-—–·.]{0,3}|第\d{1,4}页(?:,?[//]?共\d{1,4}页)?|\d{1,4}\s?\/\s?\d{1,4})$/

type Text = Pick<Evidence, 'path' | 'passages'>

// Several look at one file in turn, and nobody comes back to an earlier one.
let last: { readonly of: Text; readonly lines: readonly Line[] } | undefined

/** The lines of a file's text in order, without blank ones and page numbers. */
export function linesOf(evidence: Text): readonly Line[] {
  if (last?.of !== evidence) last = { of: evidence, lines: spelled(evidence) }
  return last.lines
}

function spelled({ path, passages }: Text): Line[] {
  const lines: Line[] = []
  for (const { text, at, certainty = 1 } of passages)
    for (const raw of BREAK.test(text) ? text.split(BREAKS) : [text]) {
      const line = lineOf(raw, { file: path, ...at }, certainty)
      if (line && !(line.text.length <= LONGEST_NUMBER && PAGE_NUMBER.test(line.text))) lines.push(line)
    }
  return lines
}

const BREAK = /[\r\n\v\f\u2028\u2029]/
const BREAKS = /[\r\n\v\f\u2028\u2029]+/

/** Every cell of text that holds a sign, as a line of its own. Spelling all cells of a large ledger would cost seconds. */
export function* cellsOf({ path, tables }: Pick<Evidence, 'path' | 'tables'>, sign: RegExp): Generator<Line> {
  for (const table of tables)
    for (const { index, values } of table.rows)
      for (let column = 0; column < values.length; column++) {
        const value = values[column]
        if (typeof value !== 'string' || !sign.test(value)) continue
        const line = lineOf(value, cellPlace(path, table, index, column), 1)
        if (line) yield line
      }
}

export function lineOf(raw: string, at: Place, certainty: number): Line | undefined {
  const text = plain(raw.replace(UNPRINTABLE, ' ')).trim()
  return text === '' ? undefined : { text, raw, at, certainty }
}

/** The line as a place, quoting all of it or the part from `start` to `end` with what stands around. */
export function quoted({ text, at }: Line, start = 0, end = text.length): Place {
  const from = Math.max(0, Math.min(start - 20, end - 100))
  return { ...at, quote: clipped(text.slice(from, Math.max(end, from + 80)), 100) }
}

/** What was recognised from an image is likely at best, and weak where the recogniser itself doubted it. */
export function seenIn({ certainty }: Line, most: Certainty): Certainty {
  if (certainty >= 1 || most === 'weak') return most
  return certainty < 0.6 ? 'weak' : 'likely'
}
