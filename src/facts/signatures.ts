import type { Day } from '../core/day.ts'
import { wordLists } from '../language/words.ts'
import { daysIn } from '../language/written-days.ts'
import { damagedDay } from './damaged-days.ts'
import type { Line } from './lines.ts'
import { organsOn, unstamped } from './organs.ts'

/** 署名 and 成文日期 that stand together. `repaired` is the day as it stands where it had to be mended. */
export type Signature = {
  readonly organs: readonly string[]
  readonly day: Day
  readonly line: Line
  readonly repaired: string | null
}

/**
 * The first signature ends the document; what follows is its attachment, with dates of its own. (In the notice of a plan
 * neither the first nor the last date of the file is the notice's.) `year` is the number's, for a day that lost its own.
 */
export function signatureOf(lines: readonly Line[], year: number | undefined): Signature | undefined {
  for (const [index, line] of lines.entries()) {
    if (line.text.length > 80 || !/[\d日号)章]$/.test(line.text)) continue
    const signature = sharedLine(line) ?? below(lines, index, year)
    if (signature) return signature
  }
  return undefined
}

/** 2022年5月23日(昭交公告〔2022〕8号), 2021年12月10日(整改情况12月31日补记): what stands in brackets behind a paper's day. */
function unnumbered(text: string): string {
  const behind = BEHIND.exec(text)?.[1]
  return behind !== undefined && (NUMBER.test(behind) || appended().some((word) => behind.includes(word)))
    ? text.slice(0, -behind.length - 2).trim()
    : text.trim()
}

const BEHIND = /\(([^()]{1,40})\)$/u
const NUMBER = /[〔[【]\d{4}[〕\]】]/u
const appended = (): readonly string[] => wordLists('signing').get('appended') ?? []

/** The day of a line that holds nothing else. */
export function dayAlone(text: string): { readonly day: Day; readonly repaired: boolean } | undefined {
  const date = unnumbered(unstamped(text)).replace(/^\((.*)\)$/, '$1')
  if (date.length > 24) return undefined
  const [mention] = daysIn(date)
  return mention && mention.start === 0 && mention.end === date.length ? mention : undefined
}

/** 广元市昭化区司法局 2022年7月5日 */
function sharedLine(line: Line): Signature | undefined {
  const mention = daysIn(line.text).at(-1)
  if (!mention || mention.start === 0 || unnumbered(unstamped(line.text.slice(mention.end))) !== '') return undefined
  const organs = organsOn(line.text.slice(0, mention.start).trim())
  return organs.length > 0
    ? { organs, day: mention.day, line, repaired: mention.repaired ? line.text : null }
    : undefined
}

const REACH = 3

function below(lines: readonly Line[], index: number, year: number | undefined): Signature | undefined {
  const line = lines[index]!
  const stated = dayAlone(line.text)
  const day = stated?.day ?? damagedDay(unstamped(line.text), year)
  if (!day) return undefined
  const organs = organsAbove(lines, index)
  return organs.length > 0 ? { organs, day, line, repaired: stated && !stated.repaired ? null : line.text } : undefined
}

/** The nearest body within reach, and those that sign with it on the lines above. */
function organsAbove(lines: readonly Line[], index: number): string[] {
  const organs: string[] = []
  for (let at = index - 1; at >= 0 && at >= index - REACH - organs.length; at--) {
    const found = organsOn(lines[at]!.text, lines[at]!.raw)
    if (found.length === 0 && organs.length > 0) break
    organs.unshift(...found)
  }
  return organs
}
