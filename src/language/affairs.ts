import { plain } from './text.ts'
import { wordsIn } from './words.ts'

/** A class of things that tables are kept of: 复议, 投诉举报. */
export type Affair = string

let known: readonly (readonly [word: string, affair: Affair])[] | undefined

/** Which affairs a name speaks of; of words that overlap the longest counts. */
export function affairsIn(name: string): ReadonlySet<Affair> {
  // Every rule asks what each table is kept of.
  const before = spoken.get(name)
  if (before) return before
  const found = spokenIn(name)
  if (spoken.size >= MOST) spoken.clear()
  if (name.length <= LONGEST) spoken.set(name, found)
  return found
}

const spoken = new Map<string, ReadonlySet<Affair>>()
const [MOST, LONGEST] = [4096, 400]

function spokenIn(name: string): ReadonlySet<Affair> {
  known ??= read(wordsIn('affairs'))
  const found = new Set<Affair>()
  let left = plain(name).replace(/[\s、，,()（）“”"《》]+/gu, '')
  for (const [word, affair] of known) {
    if (!left.includes(word)) continue
    found.add(affair)
    left = left.replaceAll(word, '|')
  }
  return found
}

/** What a table is kept of by what stands in it: a column that mostly says one of `cells`, and a head of each of `heads`. */
export type Told = {
  readonly name: string
  readonly cells: readonly string[]
  readonly heads: readonly (readonly string[])[]
}

let told: readonly Told[] | undefined

/** What tables that no name speaks for are kept of. */
export function toldByCells(): readonly Told[] {
  told ??= toldIn(wordsIn('affairs'))
  return told
}

function toldIn(raw: unknown): Told[] {
  const list: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'told') : undefined
  if (!Array.isArray(list)) throw new Error('words/affairs.yaml: told: a list is expected')
  return list.map((one: unknown) => {
    const of = (key: string): unknown => (typeof one === 'object' && one !== null ? Reflect.get(one, key) : undefined)
    const [name, cells, heads] = [of('name'), of('cells'), of('heads')]
    if (typeof name !== 'string' || !isTexts(cells) || !Array.isArray(heads) || !heads.every(isTexts))
      throw new Error('words/affairs.yaml: told: each has a name, cells and heads')
    return { name, cells, heads }
  })
}

const isTexts = (list: unknown): list is string[] =>
  Array.isArray(list) && list.length > 0 && list.every((word) => typeof word === 'string' && word !== '')

let around: RegExp | undefined

/** The affair that a word is the name of: 行政处罚决定 is 处罚, 加处罚款 is none. */
export function affairNamed(name: string): Affair | undefined {
  around ??= lightWords(wordsIn('affairs'))
  const bared = (text: string): string => text.replace(around!, '')
  const [affair, ...others] = affairsIn(name)
  if (affair === undefined || others.length > 0) return undefined
  const own = bared(plain(name).trim())
  return known!.some(([word, of]) => of === affair && bared(word) === own) ? affair : undefined
}

function lightWords(raw: unknown): RegExp {
  const words: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'around') : undefined
  if (!Array.isArray(words) || !words.every((word): word is string => typeof word === 'string' && word !== ''))
    throw new Error('words/affairs.yaml: around: a list of words is expected')
  return new RegExp(words.join('|'), 'gu')
}

/** Longest first. */
function read(raw: unknown): [string, Affair][] {
  const classes: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'affairs') : undefined
  if (typeof classes !== 'object' || classes === null)
    throw new Error('words/affairs.yaml: affairs: a mapping is expected')
  const words = Object.entries(classes).flatMap(([affair, list]: [string, unknown]) => {
    if (Array.isArray(list) && list.every((word): word is string => typeof word === 'string' && word !== ''))
      return list.map((word): [string, Affair] => [word, affair])
    throw new Error(`words/affairs.yaml: ${affair}: a list of words is expected`)
  })
  return words.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
}
