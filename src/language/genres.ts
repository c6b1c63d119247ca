import { fieldOf, wordsIn } from './words.ts'

/** A kind of paper (文种) as one class: 制度 is 办法, 规定 and 细则 as well. */
export type Genre = string

export type Genres = {
  /** Longest first. */
  readonly words: readonly { readonly word: string; readonly genre: Genre }[]
  readonly kin: ReadonlyMap<Genre, readonly Genre[]>
  readonly drafts: readonly string[]
  readonly blanks: readonly string[]
}

let known: Genres | undefined

export function genres(): Genres {
  known ??= read(wordsIn('genres'))
  return known
}

/** The kind of paper that a name ends with. */
export const genreEnding = (name: string): Genre | undefined =>
  genres().words.find(({ word }) => name.endsWith(word))?.genre

function read(raw: unknown): Genres {
  const classes = lists(raw, 'classes')
  const words = [...classes].flatMap(([genre, list]) => list.map((word) => ({ word, genre })))
  words.sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1))
  const kin = lists(raw, 'kin')
  for (const [genre, others] of kin)
    for (const name of [genre, ...others])
      if (!classes.has(name)) throw new Error(`words/genres.yaml: kin: ${name} is no class`)
  return { words, kin, drafts: listOf(raw, 'drafts'), blanks: listOf(raw, 'blanks') }
}

function lists(raw: unknown, key: string): ReadonlyMap<string, readonly string[]> {
  const value = fieldOf(raw, key)
  if (typeof value !== 'object' || value === null) throw new Error(`words/genres.yaml: ${key}: a mapping is expected`)
  return new Map(Object.entries(value).map(([name, list]) => [name, texts(list, `${key}: ${name}`)]))
}

const listOf = (raw: unknown, key: string): readonly string[] => texts(fieldOf(raw, key), key)

function texts(list: unknown, at: string): readonly string[] {
  if (Array.isArray(list) && list.every((word): word is string => typeof word === 'string' && word !== '')) return list
  throw new Error(`words/genres.yaml: ${at}: a list of words is expected`)
}
