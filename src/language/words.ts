import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** What the files of `words/` say, by their names without `.yaml`. The build writes it into the bundle. */
declare const WORDS: Readonly<Record<string, unknown>> | undefined

let known: Readonly<Record<string, unknown>> | undefined

/** The words of one file of `words/`, as they stand there. Whoever asks checks their shape. */
export function wordsIn(file: string): unknown {
  known ??= typeof WORDS === 'object' ? WORDS : parsed()
  const words = known[file]
  if (words === undefined) throw new Error(`words/${file}.yaml is missing`)
  return words
}

/** From source the files themselves are read; only then is a parser needed. */
function parsed(): Record<string, unknown> {
  const folder = new URL('../../words/', import.meta.url)
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -'.yaml'.length), parse(readFileSync(new URL(name, folder), 'utf8'))]),
  )
}

/** The words of one list of a file as a group of a pattern, in the order in which they stand there. */
export function oneOf(file: string, list: string): string {
  const words = wordLists(file).get(list)
  if (words === undefined) throw new Error(`words/${file}.yaml: ${list} is missing`)
  return `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`
}

const listed = new Map<string, ReadonlyMap<string, readonly string[]>>()

/** A mapping from names to lists of words, the commonest shape. */
export function wordLists(file: string): ReadonlyMap<string, readonly string[]> {
  const lists = listed.get(file) ?? listsIn(file)
  listed.set(file, lists)
  return lists
}

function listsIn(file: string): ReadonlyMap<string, readonly string[]> {
  const words = wordsIn(file)
  if (typeof words !== 'object' || words === null || Array.isArray(words))
    throw new Error(`words/${file}.yaml: a mapping is expected`)
  return new Map(
    Object.entries(words).map(([name, list]: [string, unknown]) => {
      if (!Array.isArray(list) || !list.every((word) => typeof word === 'string' && word !== ''))
        throw new Error(`words/${file}.yaml: ${name}: a list of words is expected`)
      return [name, list]
    }),
  )
}

/** What stands under a key, where there are keys. */
export const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** A list of words under a key of a file that has another shape. */
export function textsOf(file: string, value: unknown, key: string): readonly string[] {
  const list = fieldOf(value, key)
  if (Array.isArray(list) && list.every((word): word is string => typeof word === 'string' && word !== '')) return list
  throw new Error(`words/${file}.yaml: ${key}: a list of words is expected`)
}
