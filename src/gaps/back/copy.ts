import type { Day } from '../../core/day.ts'
import type { Table } from '../../core/evidence.ts'
import { problemOf } from '../item-words.ts'
import type { Entry, Round } from '../model/entry.ts'
import { roundOf } from '../model/entry.ts'
import type { Standing } from '../model/fold.ts'
import type { RequestKind } from '../model/words.ts'
import { openRows } from '../rows.ts'
import { SIGNED } from '../sheets.ts'
import type { BackRow } from './tables.ts'

/** One list that came back, as it was read. */
export type Returned = { readonly name: string; readonly tables: readonly Table[] }

/** What cannot be taken over: where, why, and what was written there. */
export type Refusal = {
  readonly at: string
  readonly why: string
  readonly entry: string
  readonly words: string
  /** Only told: the rest of the row is taken over all the same. */
  readonly mild?: true
}

export type Edit = {
  readonly entry: Entry
  readonly field: string
  readonly old: string
  readonly new: string
  readonly at: string
  readonly by: string
  /** What the reviewer asks for besides, where it is sent back. */
  readonly why?: string
}

export type AnswerGiven = {
  readonly entry: Entry
  readonly answer: '符合' | '不符合'
  readonly reason: string
  readonly answerer: string
  readonly answered: Day
  readonly until: Day | ''
  /** Who of the group looked at the answer, and when; an answer that clears a veto counts only with it. */
  readonly review?: { readonly reviewer: string; readonly reviewed: Day }
  readonly at: string
}

export type RequestMade = {
  readonly entry: Entry
  /** Empty for a new one. */
  readonly id: string
  readonly what: RequestKind
  readonly until: Day | ''
  readonly reason: string
  readonly asker: string
  readonly asked: Day
  readonly decision: { readonly granted: boolean; readonly decider: string; readonly decided: Day } | null
  readonly at: string
}

/** What people have written into one copy, against what it was sent out with. */
export type Copy = {
  readonly from: string
  readonly edits: readonly Edit[]
  readonly answers: readonly AnswerGiven[]
  readonly requests: readonly RequestMade[]
  readonly refusals: readonly Refusal[]
}

/** A row whose entry is known, or why it is not. */
export type Known = { readonly row: BackRow; readonly entry: Entry; readonly round: Round }

/**
 * Which entry a row is of: by its hidden number; where that is lost, by what it says. A row that has one entry's number
 * and another's words – half a table was sorted – is of neither.
 */
export function knownRows(rows: readonly BackRow[], sent: Standing, on: Day): { known: Known[]; refusals: Refusal[] } {
  const { list, questions } = openRows(sent, on)
  const byWords = new Map<string, string[]>()
  for (const { entry, round } of [...list, ...questions]) {
    const key = wordsKey(problemOf(round.item))
    byWords.set(key, [...(byWords.get(key) ?? []), entry.id])
  }
  const known: Known[] = []
  const refusals: Refusal[] = []
  const refuse = (row: BackRow, why: string, entry = '') =>
    refusals.push({ at: row.cells.get('编号') ?? `${row.sheet}!第${row.row}行`, why, entry, words: wordsIn(row) })
  for (const row of rows) {
    if (isBlank(row)) continue
    const id = row.words.get('编号') ?? ''
    const said = byWords.get(wordsKey(row.words.get('问题') ?? '')) ?? []
    const entry = id ? sent.entries.get(id) : said.length === 1 ? sent.entries.get(said[0]!) : undefined
    if (id && !entry) refuse(row, `编号“${id}”不是这份清单的：请核对是否从别的清单粘贴而来`)
    else if (!entry && said.length > 1) refuse(row, '编号丢失，且有几条问题的文字相同，不能确定是哪一条：请把编号补回')
    else if (!entry) refuse(row, '编号丢失，问题一栏也对不上清单中的任何一条：请从原清单复制该行的编号')
    else if (id && said.length > 0 && !said.includes(id))
      refuse(row, '编号与问题对不上（可能只排序了一部分列）：请重新填写该行', '')
    else known.push({ row, entry, round: roundOf(entry) })
  }
  return withoutTwice(known, refusals)
}

/** A row of ours that stands there twice, and not twice alike, is skipped each time. */
function withoutTwice(known: readonly Known[], refusals: readonly Refusal[]): { known: Known[]; refusals: Refusal[] } {
  const byId = new Map<string, Known[]>()
  for (const one of known) byId.set(one.entry.id, [...(byId.get(one.entry.id) ?? []), one])
  const kept: Known[] = []
  const more: Refusal[] = []
  for (const same of byId.values()) {
    const [first] = same as [Known]
    if (same.every(({ row }) => wordsIn(row) === wordsIn(first.row))) kept.push(first)
    else
      for (const { row, entry } of same) {
        const others = same.filter((one) => one.row !== row).map((one) => `${one.row.sheet}!第${one.row.row}行`)
        more.push({
          at: row.cells.get('编号') ?? `${row.sheet}!第${row.row}行`,
          why: `同一条问题（序号${entry.number}）出现多次且内容不同（另见${others.join('、')}），各行均未采用：请只留一行`,
          entry: entry.id,
          words: wordsIn(row),
        })
      }
  }
  return { known: kept, refusals: [...refusals, ...more] }
}

const wordsKey = (text: string): string => text.replace(/\s+/g, '')

const HUMAN_NOT = new Set([
  '序号',
  '编号',
  '指标',
  '类别',
  '问题',
  '位置',
  '打开',
  '依据',
  '整改要求',
  '怎么核实',
  '系统提示',
])

/** What people wrote in a row, for a sentence or for the history. */
export const wordsIn = ({ words, more }: BackRow): string =>
  [...words, ...more]
    .filter(([header, text]) => text && !HUMAN_NOT.has(header))
    .map(([header, text]) => `${header}=${text}`)
    .join('；')

/** A title or a line for signatures between the rows has neither a number, nor a problem, nor anything under our headers. */
const isBlank = (row: BackRow): boolean =>
  !row.words.get('编号') &&
  !row.words.get('问题') &&
  (row.joined || [...row.words.values()].some((text) => SIGNED.includes(text)) || hasNothing(row))

const hasNothing = (row: BackRow): boolean => [...row.words].every(([header, text]) => !text || HUMAN_NOT.has(header))
