import { plain } from './plain.ts'
import { wordsIn } from './words.ts'

/** What a question asks for. */
export const ASKS = [
  'year',
  'when',
  'dayOrNumber',
  'number',
  'doer',
  'who',
  'where',
  'why',
  'how',
  'kind',
  'which',
  'many',
  'called',
  'whether',
] as const
export type Ask = (typeof ASKS)[number]

/** The plain lists of `words/asked.yaml`. */
export const ASKED_LISTS = [
  'ended',
  'either',
  'fillers',
  'light',
  'due',
  'from',
  'until',
  'opens',
  'closes',
  'jobs',
  'with',
  'upon',
] as const
type ListName = (typeof ASKED_LISTS)[number]

/** The words in which people ask at the head of a column; `asks` and `plainly` longest first. */
export type AskedWords = Readonly<Record<ListName, readonly string[]>> & {
  readonly asks: readonly (readonly [word: string, ask: Ask])[]
  readonly plainly: readonly (readonly [word: string, means: readonly string[]])[]
  /** What a word or two alone, below the head of a group, are called on paper. */
  readonly leaves: ReadonlyMap<string, readonly string[]>
}

let known: AskedWords | undefined

export function askedWords(): AskedWords {
  known ??= read(wordsIn('asked'))
  return known
}

const byLength = <T>(entries: readonly (readonly [string, T])[]): (readonly [string, T])[] =>
  entries.toSorted(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))

function read(words: unknown): AskedWords {
  const asks = mapped(words, 'asks')
  const list = (name: ListName): string[] => listOf(words, name).toSorted((a, b) => b.length - a.length)
  return {
    ended: list('ended'),
    either: list('either'),
    fillers: list('fillers'),
    light: list('light'),
    due: list('due'),
    from: list('from'),
    until: list('until'),
    opens: list('opens'),
    closes: list('closes'),
    jobs: list('jobs'),
    with: list('with'),
    upon: list('upon'),
    asks: byLength([
      ...ASKS.flatMap((ask) => listOf(asks, ask).map((word) => [word, ask] as const)),
      ...whom(words).map((word) => [word, 'who'] as const),
    ]),
    plainly: byLength(meanings(words, 'plainly')),
    leaves: new Map(meanings(words, 'leaves')),
  }
}

const meanings = (words: unknown, name: string): [string, string[]][] =>
  Object.keys(mapped(words, name)).map((word) => [word, listOf(mapped(words, name), word)])

/** Persons are asked for in two parts, each of which has its own words: 哪两名 + 执法员. */
const whom = (words: unknown): string[] =>
  listOf(words, 'ofWhom').flatMap((which) => listOf(words, 'persons').map((person) => `${which}${person}`))

function mapped(words: unknown, name: string): object {
  const found: unknown = typeof words === 'object' && words !== null ? Reflect.get(words, name) : undefined
  if (typeof found !== 'object' || found === null) throw new Error(`words/asked.yaml: ${name}: a mapping is expected`)
  return found
}

function listOf(words: unknown, name: string): string[] {
  const list: unknown = typeof words === 'object' && words !== null ? Reflect.get(words, name) : undefined
  if (!Array.isArray(list)) throw new Error(`words/asked.yaml: ${name}: a list of words is expected`)
  return list.map((word) => plain(String(word)))
}
