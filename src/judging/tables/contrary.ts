import { cellWord } from '../../language/cell-words.ts'
import { type Spotter, spotterOf } from '../../language/spotter.ts'
import { clipped, plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'

/** One word in its spellings, and the words of the head that it has to stand under, if any. */
type Word = { readonly under: readonly string[]; readonly spellings: readonly string[] }
type Pattern = { readonly under: readonly string[]; readonly patterns: readonly RegExp[] }

/** Words of which each has to stand somewhere in a row, in one spelling or another. */
type Phrase = readonly Pattern[]

/**
 * Rows that say of themselves what the plan forbids: 没有报批 and 继续办, 新班子 and 合同不再执行. A phrase is written as topics are:
 * what is parted by blanks must all stand in the row, what is parted by | is one of several, * is a few other signs;
 * 结果=撤销 stands under a head that says 结果.
 */
export function contrary(grid: Grid, phrases: readonly string[], unless: readonly string[]): Flaw[] {
  if (phrases.length === 0) return []
  const { phrases: sought, begun } = soughtBy(phrases)
  // Hardly any row holds the first word of one of them.
  const rows = grid.rows.filter((row) => grid.columns.some((column) => begun(cell(row, column))))
  return [
    ...sought.flatMap((phrase) => rows.flatMap((row) => saidIn(row, phrase, unless) ?? [])),
    ...notedBelow(grid, sought, unless),
  ]
}

/** A note below the table that says so itself: 综合执法局经费按罚没返还40%安排. What it says that there was none of is denied. */
function notedBelow({ asides }: Grid, sought: Sought['phrases'], unless: readonly string[]): Flaw[] {
  return asides.flatMap((row) => {
    const note = row.values
      .map(textOf)
      .map(plain)
      .find((text) => text.length > NOTE)
    const said = (note ?? '').split(/[。;]/u).find((sentence) => sought.some((phrase) => isWhole(sentence, phrase)))
    if (said === undefined || unless.some((word) => said.includes(word)) || RULE.test(said)) return []
    return [flawAt('情形', row, undefined, `表注“${clipped(said, 60)}”`)]
  })
}

const NOTE = 8
const RULE = new RegExp(`${cellWord('denies')}|[不未无]`, 'u')
const isWhole = (text: string, phrase: Phrase): boolean =>
  phrase.every(({ under, patterns }) => under.length === 0 && patterns.some((pattern) => isSaid(text, pattern)))

type Sought = { readonly phrases: readonly Phrase[]; readonly begun: Spotter }

const known = new WeakMap<readonly string[], Sought>()

function soughtBy(phrases: readonly string[]): Sought {
  const found = known.get(phrases) ?? made(phrases)
  known.set(phrases, found)
  return found
}

function made(phrases: readonly string[]): Sought {
  const words = phrases.map(wordsOf)
  return {
    phrases: words.map((phrase) =>
      phrase.map(({ under, spellings }) => ({ under, patterns: spellings.map(patternOf) })),
    ),
    begun: spotterOf(words.flatMap(([first]) => (first?.spellings ?? []).map(longestPart))),
  }
}

const wordsOf = (text: string): Word[] =>
  text.split(/\s+/u).map((part) => {
    const at = part.indexOf('=')
    const listed = (words: string): string[] => words.split('|').filter(Boolean)
    return { under: at < 0 ? [] : listed(part.slice(0, at)), spellings: listed(part.slice(at + 1)) }
  })

const patternOf = (word: string): RegExp => new RegExp(word.split('*').map(literal).join('[^。;]{0,12}'), 'gu')

/** Where the word stands, this stands. */
const longestPart = (word: string): string => word.split('*').reduce((a, b) => (b.length > a.length ? b : a))

function saidIn(row: GridRow, phrase: Phrase, unless: readonly string[]): Flaw | undefined {
  const cells = row.grid.columns.map((column) => ({ column, text: plain(cell(row, column)) }))
  if (cells.some(({ text }) => unless.some((word) => text.includes(word)))) return undefined
  const found: { readonly column: Column; readonly text: string }[] = []
  for (const { under, patterns } of phrase) {
    const one = cells.find(
      ({ column, text }) =>
        (under.length === 0 || under.some((word) => column.head.text.includes(word))) &&
        patterns.some((pattern) => isSaid(text, pattern)),
    )
    if (!one) return undefined
    if (!found.includes(one)) found.push(one)
  }
  return flawAt(
    '情形',
    row,
    found.at(-1)?.column,
    found.map(({ column, text }) => `${column.name}“${text}”`).join('、'),
  )
}

/** The word stands there and is not denied right before: 不得指定交易 says that there was none. */
const isSaid = (text: string, word: RegExp): boolean =>
  [...text.matchAll(word)].some(({ index }) => !DENIED.test(text.slice(0, index)))

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

const DENIED = new RegExp(`(?:[不未没无非]|${cellWord('denies')})\\p{Script=Han}{0,2}$`, 'u')
