import { distance } from 'fastest-levenshtein'
import type { LedgerSpec } from '../core/ledger.ts'
import { bare } from '../language/text.ts'
import type { Head } from './headers.ts'
import { isList } from './people.ts'

/** All column names of all ledgers, bare: for looking up, and so that a known name is never taken for a misspelt other. */
export type Vocabulary = {
  readonly specs: ReadonlyMap<string, readonly LedgerSpec[]>
  readonly columns: ReadonlyMap<LedgerSpec, ReadonlyMap<string, string>>
  readonly byLength: ReadonlyMap<number, readonly string[]>
  /** What names were found to be misspellings of; the same headers come again and again. */
  readonly misspelt: Map<string, readonly string[]>
}

export function vocabularyOf(specs: readonly LedgerSpec[]): Vocabulary {
  const columns = new Map(specs.map((spec) => [spec, columnNames(spec)]))
  const bySpec = new Map<string, LedgerSpec[]>()
  for (const [spec, names] of columns)
    for (const name of names.keys()) bySpec.set(name, [...(bySpec.get(name) ?? []), spec])
  const byLength = new Map<number, string[]>()
  for (const name of bySpec.keys()) byLength.set(name.length, [...(byLength.get(name.length) ?? []), name])
  return { specs: bySpec, columns, byLength, misspelt: new Map() }
}

function columnNames({ columns }: LedgerSpec): Map<string, string> {
  const names = new Map<string, string>()
  for (const { name } of columns) names.set(bare(name), name)
  for (const { name, also } of columns)
    for (const other of also) if (!names.has(bare(other))) names.set(bare(other), name)
  const days = new Set(columns.filter(({ type }) => type === 'day' || type === 'time').map(({ name }) => name))
  for (const [other, name] of [...names]) {
    const turned = days.has(name) ? otherwise(other) : other
    if (!names.has(turned)) names.set(turned, name)
  }
  return names
}

/** A day's column is called 立案日期 and 立案时间 alike. */
const otherwise = (name: string): string =>
  name.endsWith('日期') ? name.replace(/日期$/u, '时间') : name.replace(/时间$/u, '日期')

/** Which table column holds which column of the ledger. Each is given once; the best reading goes first. */
export function assign(heads: readonly Head[], spec: LedgerSpec, vocabulary: Vocabulary): Map<string, Head> {
  const known = vocabulary.columns.get(spec)!
  const claims = heads.flatMap((head) => {
    const exact = head.names.flatMap((name, rank) =>
      known.has(name) ? [{ head, rank, column: known.get(name)! }] : [],
    )
    const misspelt = exact.length === 0 ? nearest(head, known, vocabulary) : undefined
    return misspelt ? [{ head, rank: 9, column: misspelt }] : exact
  })
  const columns = new Map<string, Head>()
  const taken = new Set<Head>()
  for (const { head, column } of claims.sort((a, b) => a.rank - b.rank || a.head.column - b.head.column)) {
    if (columns.has(column) || taken.has(head)) continue
    columns.set(column, head)
    taken.add(head)
  }
  return columns
}

function nearest({ names }: Head, known: ReadonlyMap<string, string>, vocabulary: Vocabulary): string | undefined {
  // 执法人员 lists people; it is no misspelt 执法人员数.
  if (names.some((name) => vocabulary.specs.has(name) || isList(name))) return undefined
  for (const name of names) for (const word of misspeltBy(name, vocabulary)) if (known.has(word)) return known.get(word)
  return undefined
}

function misspeltBy(name: string, { byLength, misspelt }: Vocabulary): readonly string[] {
  const found = misspelt.get(name)
  if (found) return found
  const alike = [-1, 0, 1].flatMap((more) => byLength.get(name.length + more) ?? [])
  const words = alike.filter((word) => isMisspelling(name, word))
  misspelt.set(name, words)
  return words
}

const GENERIC = /(?:日期|时间|名称|情况|单位|机关|人员|结果|编号|文号)$/u
// One sign of these turns a name into its counterpart: 意见起/意见止, 人员1/人员2, 是否/已否.
const TURNS = /[\d一二三四五甲乙起止始终开结前后上下新旧正副收发送受未不非无有已是否]/u

/**
 * One sign apart. Short names differ by one sign and mean another thing (公布日期, 公示日期), so there the sign must lie in
 * the common ending (公布曰期); in longer ones any sign may be wrong unless it is one that turns the meaning.
 */
export function isMisspelling(text: string, word: string): boolean {
  if (text.length < 4 || word.length < 4 || Math.abs(text.length - word.length) > 1) return false
  if (text === word || distance(text, word) !== 1) return false
  const at = [...text].findIndex((sign, index) => sign !== word[index])
  const from = at < 0 ? text.length : at
  if (TURNS.test((text[from] ?? '') + (word[from] ?? ''))) return false
  if (text.length !== word.length) return true
  return text.length >= 6 || (GENERIC.test(word) && from >= word.length - 2)
}
