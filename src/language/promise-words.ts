import { fieldOf, textsOf, wordsIn } from './words.ts'

/** The lists of `words/promises.yaml`. */
export const PROMISE_LISTS = [
  'least',
  'reaching',
  'year',
  'half',
  'quarter',
  'month',
  'hours',
  'times',
  'sums',
  'grades',
  'hedging',
  'unless',
  'others',
  'seasons',
  'standing',
  'lapsing',
  'serving',
  'since',
  'holding',
  'passing',
  'lines',
  'below',
  'under',
  'scores',
  'makeup',
  'passed',
  'failed',
  'exempt',
  'books',
  'rules',
  'accounts',
] as const

export type PromiseList = (typeof PROMISE_LISTS)[number]

type Words = {
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly acts: ReadonlyMap<string, readonly string[]>
}
let known: Words | undefined

/** One list of `words/promises.yaml`. */
export const promiseWords = (name: PromiseList): readonly string[] => read().lists.get(name) ?? []

/** What tables and rules call an act, by the act's name. */
export const promiseActs = (): ReadonlyMap<string, readonly string[]> => read().acts

function read(): Words {
  if (known) return known
  const words = wordsIn('promises')
  known = {
    lists: new Map(PROMISE_LISTS.map((name) => [name, textsOf('promises', words, name)])),
    acts: new Map(
      Object.keys(fieldOf(words, 'acts') ?? {}).map((act) => [act, textsOf('promises', fieldOf(words, 'acts'), act)]),
    ),
  }
  return known
}
