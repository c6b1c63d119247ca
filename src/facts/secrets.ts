import { cellPlace, type Evidence } from '../core/evidence.ts'
import type { Certainty } from '../core/fact.ts'
import type { Place } from '../core/place.ts'
import { holdsAny } from '../language/spotter.ts'
import { clipped } from '../language/text.ts'
import { type Line, lineOf, linesOf } from './lines.ts'

/** 密级标志, 内部资料 and the like, 身份证号, 手机号. */
export const SENSITIVE_KINDS = {
  secret: '密级标志',
  internal: '内部资料标志',
  identity: '身份证号',
  mobile: '手机号',
} as const
export type SensitiveKind = keyof typeof SENSITIVE_KINDS

/** What must not be mailed or published: once for each kind, at its first place. The quote is masked. */
export type Sensitive = {
  readonly kind: SensitiveKind
  readonly certainty: Certainty
  readonly count: number
  readonly at: Place
}

export function sensitive(evidence: Pick<Evidence, 'path' | 'passages' | 'tables'>): Sensitive[] {
  const found = new Map<SensitiveKind, Sensitive>()
  const tell = (line: Line, kind: SensitiveKind, quote: string, most: Certainty) => {
    const before = found.get(kind)
    const certainty = line.certainty < 1 ? 'weak' : most
    const better = !before || (before.certainty === 'weak' && certainty !== 'weak')
    const first = better ? { kind, certainty, at: { ...line.at, quote } } : before
    found.set(kind, { ...first, count: (before?.count ?? 0) + 1 })
  }

  for (const [index, line] of linesOf(evidence).entries()) {
    tellMarks(line, index < HEAD, tell)
    tellNumbers(line, tell)
  }
  for (const line of cellLines(evidence)) {
    tellMarks(line, false, tell)
    tellNumbers(line, tell)
  }
  const order = Object.keys(SENSITIVE_KINDS)
  return [...found.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

type Tell = (line: Line, kind: SensitiveKind, quote: string, most: Certainty) => void

const HEAD = 8
const CLASSIFIED = /(?:绝密|机密|秘密)\s?[★☆*]/
const INTERNAL =
  /^[(【]?(?:内部资料|内部文件|内部使用|工作秘密|注意保存|不予公开|不得外传|妥善保管|此件不予公开|此件不公开)/

/** The star belongs to the mark by law; the words alone also stand in every text on keeping secrets. */
function tellMarks(line: Line, head: boolean, tell: Tell): void {
  const { text } = line
  const mark = CLASSIFIED.exec(text)
  if (mark) tell(line, 'secret', clipped(text.slice(mark.index), 12), 'certain')
  else if (head && /^(?:绝密|机密|秘密)$/.test(text)) tell(line, 'secret', text, 'weak')
  else if (text.length <= 24 && INTERNAL.test(text)) tell(line, 'internal', clipped(text, 24), 'weak')
}

const IDENTITY =
  /(?<![\dA-Za-z])[1-8]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g
const MOBILE = /(?<![\d.-])(?:\+?86[ -]?)?(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?![\d.-])/g

function tellNumbers(line: Line, tell: Tell): void {
  if (!/\d{4}/.test(line.text)) return
  for (const [number] of line.text.matchAll(IDENTITY))
    if (isIdentity(number)) tell(line, 'identity', masked(number), 'certain')
  for (const [, number = ''] of line.text.matchAll(MOBILE))
    tell(line, 'mobile', masked(number.replace(/[ -]/g, '')), 'likely')
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643: the last sign checks the others. */
function isIdentity(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number.at(-1)?.toUpperCase()
}

const masked = (number: string): string => `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`

function* cellLines({ path, tables }: Pick<Evidence, 'path' | 'tables'>): Generator<Line> {
  for (const table of tables)
    for (const { index, values } of table.rows)
      for (let column = 0; column < values.length; column++) {
        // A column of telephone numbers holds numbers; most other cells cannot hold one, and spelling them costs time.
        const value = values[column] ?? null
        const text = value === null ? '' : String(value)
        const line = mayTell(text) ? lineOf(text, cellPlace(path, table, index, column), 1) : undefined
        if (line) yield line
      }
}

/** Eleven figures in a row, blanks and hyphens among them, or a sign of a mark. */
const mayTell = (text: string): boolean =>
  text.length >= 4 && ((text.length >= 11 && /\d[\d -]{10}/.test(text)) || holdsAny(text, MARKS))
const MARKS = ['密', '内', '注', '不', '妥']
