import { type Affair, affairsIn } from '../language/affairs.ts'
import { cellWord } from '../language/cell-words.ts'
import { genres } from '../language/genres.ts'
import { bare } from '../language/text.ts'
import { type Matter, topicsOf } from './matters.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Where a table's name may stand, and how much that says: what stands above it is its own. */
export const SOURCES = { above: 1, sheet: 0.95, document: 0.9, file: 0.85 } as const

/** What a table says it is kept of, and whether it is kept at all: 处罚裁量基准表 records no penalties. */
export type Affairs = { readonly of: ReadonlySet<Affair>; readonly kept: boolean }

/** What may name a table. */
export type Title = {
  readonly texts: readonly { readonly text: string; readonly trust: number }[]
  readonly about: readonly string[]
  /** What it says it is kept of. */
  readonly affairs: Affairs
}

export function titleOf(
  texts: readonly (readonly [source: keyof typeof SOURCES, text: string])[],
  affairs: Affairs,
  { parts }: Vocabulary,
): Title {
  return {
    affairs,
    texts: texts.map(([source, text]) => ({ text: bare(text), trust: SOURCES[source] })),
    about: [...new Set(texts.flatMap(([, text]) => topicsOf(parts([text]))))],
  }
}

/** How far a table's name speaks of a ledger: 1 by one of its names, less by what the name is about. */
export function named(
  { texts, about, affairs }: Title,
  { names }: Matter,
  common: ReadonlySet<string>,
  { relations }: Vocabulary,
): number {
  const called = texts.find(({ text }) => names.some((name) => isTitled(text, name)))
  if (called) return called.trust
  const same =
    affairs.kept && names.some(({ affairs: own }) => own.size === affairs.of.size && isWithin(own, affairs.of))
  return Math.max(same ? 0.6 : 0, spokenOf(about, names, common, relations))
}

/** Of what a ledger's name speaks, the share of which the table's speaks too. */
function spokenOf(
  about: readonly string[],
  names: readonly LedgerName[],
  common: ReadonlySet<string>,
  relations: Vocabulary['relations'],
): number {
  if (about.length === 0) return 0
  // A name of one topic only (培训) says too little of which ledger it is.
  const shares = names.map(({ topics }) => {
    if (topics.length < 2) return 0
    const said = topics.map((topic) => Math.max(0, ...about.map((other) => relations.topic(other, topic))))
    // 案件, 登记 and 办理 alone are said of many.
    if (topics.every((topic, at) => said[at] === 0 || common.has(topic) || relations.isLight(topic))) return 0
    return said.reduce((sum, one) => sum + one, 0) / topics.length
  })
  return Math.min(0.7, Math.max(0, ...shares) * 0.7)
}

const isWithin = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  [...part].every((one) => whole.has(one))

/** 投诉举报登记 is no 行政复议案件台账: each says what it is kept of, and they share nothing. */
export const isForeign = ({ affairs }: Title, matter: Matter): boolean =>
  affairs.of.size > 0 && matter.affairs.size > 0 && [...affairs.of].every((one) => !matter.affairs.has(one))

/** The kinds of paper that a table is kept as: what it is of counts. */
export const KEPT: readonly string[] = ['台账', '名册', '清单']
const SHORTEST = 4

let known: RegExp | undefined

/** 案件办理情况统计表: what may stand between what a table is of and its end. */
function tail(): RegExp {
  const kept = genres().words.filter(({ genre }) => KEPT.includes(genre))
  known ??= new RegExp(`^${cellWord('keptBetween')}{0,3}(?:${kept.map(({ word }) => word).join('|')})`, 'u')
  return known
}

const STEM_ENDS = new RegExp(`${cellWord('stemEnds')}$`, 'u')

/** One name of a ledger: whole, without the kind of paper that it is kept as, and what it speaks of. */
export type LedgerName = {
  readonly whole: string
  readonly stems: readonly string[]
  readonly topics: readonly string[]
  readonly affairs: ReadonlySet<Affair>
}

export function nameOf(name: string, { parts }: Vocabulary): LedgerName {
  const whole = bare(name)
  const kept = genres().words.find(({ word, genre }) => KEPT.includes(genre) && whole.endsWith(word))
  const of = kept ? whole.slice(0, -kept.word.length) : ''
  const stems = [...new Set([of, of.replace(STEM_ENDS, '')])].filter((stem) => stem.length >= SHORTEST)
  return { whole, stems, topics: [...new Set(topicsOf(parts([name])))], affairs: affairsIn(name) }
}

/** A table is kept as 台账, 登记表 or 统计表: what it is of counts. */
function isTitled(title: string, { whole, stems }: LedgerName): boolean {
  return title.includes(whole) || stems.some((stem) => title.replace(ASIDE, '') === stem || isKept(title, stem))
}

/** Years, serials and the like around a file's name. */
const ASIDE = new RegExp(`^\\d+|(?:19|20)\\d{2}年?度?|[上下]半年|\\d+月?|${cellWord('copied')}$`, 'gu')

function isKept(title: string, stem: string): boolean {
  for (let at = title.indexOf(stem); at >= 0; at = title.indexOf(stem, at + 1))
    if (tail().test(title.slice(at + stem.length))) return true
  return false
}
