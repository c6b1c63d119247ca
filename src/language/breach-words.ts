import { fieldOf, textsOf, wordsIn } from './words.ts'

/** What a unit's own paper says against itself in one sentence: a word of each group of `all`, and none of `except`. */
export type Breach = {
  readonly name: string
  /** Words of the titles in which it counts. */
  readonly papers: readonly string[]
  readonly without: readonly string[]
  readonly all: readonly (readonly string[])[]
  readonly except: readonly string[]
  /** What, anywhere in the paper, shows that it is otherwise arranged for. */
  readonly elsewhere: readonly string[]
  /** A paper that names the law that it rests on is right to say it. */
  readonly grounded: boolean
}

let known: readonly Breach[] | undefined

/** `words/breaches.yaml`. */
export function breaches(): readonly Breach[] {
  if (known) return known
  const matters = fieldOf(wordsIn('breaches'), 'matters')
  if (!Array.isArray(matters)) throw new Error('words/breaches.yaml: matters: a list is expected')
  known = matters.map((one): Breach => {
    const all = fieldOf(one, 'all')
    if (!Array.isArray(all)) throw new Error('words/breaches.yaml: all: a list of lists is expected')
    return {
      name: String(fieldOf(one, 'name')),
      papers: textsOf('breaches', one, 'papers'),
      without: textsOf('breaches', one, 'without'),
      all: all.map((group) => textsOf('breaches', { group }, 'group')),
      except: textsOf('breaches', one, 'except'),
      elsewhere: fieldOf(one, 'elsewhere') === undefined ? [] : textsOf('breaches', one, 'elsewhere'),
      grounded: fieldOf(one, 'grounded') === true,
    }
  })
  return known
}
