import { createHash } from 'node:crypto'
import { type Day, isDay } from '../../core/day.ts'
import type { Event, Note } from './event.ts'

/** One line of the history: an event as JSON, which names the line before it, so that none can be changed or taken out. */
export type Line = string

/** The events that notes become behind a history. */
export function numbered(history: readonly Event[], notes: readonly Note[], on: Day): Event[] {
  return notes.map(({ happened, by, from }, index) => ({ n: history.length + index + 1, on, by, from, ...happened }))
}

export function linesOf(history: readonly Event[]): readonly Line[] {
  const known = written.get(history)
  if (known) return known
  let link = ''
  const lines = history.map((event) => {
    const text = JSON.stringify(event)
    link = linkOf(link, text)
    return plainly(`{"link":"${link}",${text.slice(1)}`)
  })
  written.set(history, lines)
  return lines
}

// A list is written by its lines in several places, and hashing thousands of them is most of the work.
const written = new WeakMap<readonly Event[], readonly Line[]>()

// What XML cannot hold, and what spreadsheets take for an escape of theirs.
const ODD = /[\u007f-\u009f\u2028\u2029\ufffe\uffff]|_(?=x[\da-f]{4}_)/giu

const plainly = (json: string): string =>
  json.replace(ODD, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

const linkOf = (before: string, text: string): string =>
  createHash('sha256').update(`${before}\n${text}`).digest('hex').slice(0, 16)

/** How a list is told from every other: how long its history is, and what its last line is. */
export function numberOf(history: readonly Event[]): string {
  const last = linesOf(history).at(-1)
  return last ? `${history.length}-${/"link":"(\w+)"/.exec(last)?.[1]?.slice(0, 8)}` : ''
}

/** A history, or the number of the first line (from 1) that is none or does not follow the one before it. */
export function historyOf(
  lines: readonly string[],
): { readonly history: readonly Event[] } | { readonly broken: number } {
  const history: Event[] = []
  let before = ''
  for (const [index, line] of lines.entries()) {
    const event = eventOf(line)
    if (!event || event.n !== index + 1 || event.link !== linkOf(before, JSON.stringify(event.event)))
      return { broken: index + 1 }
    before = event.link
    history.push(event.event)
  }
  return { history }
}

function eventOf(line: string): { event: Event; link: string; n: number } | undefined {
  const value = parsed(line)
  if (!isRecord(value)) return undefined
  const { link, ...event } = value
  return typeof link === 'string' && isEvent(event) ? { event, link, n: event.n } : undefined
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The chain vouches for all the rest: a line that was not written by us does not follow. */
const isEvent = (value: Record<string, unknown>): value is Event & Record<string, unknown> =>
  typeof value.n === 'number' && typeof value.on === 'string' && isDay(value.on) && typeof value.type === 'string'

/** The longest of several histories of one list; undefined where one does not begin as another does. */
export function longest(histories: readonly (readonly Event[])[]): readonly Event[] | undefined {
  const sorted = histories.toSorted((a, b) => b.length - a.length)
  const [most = []] = sorted
  const lines = linesOf(most)
  const same = sorted.every((one) => one.length === 0 || linesOf(one).at(-1) === lines[one.length - 1])
  return same ? most : undefined
}
