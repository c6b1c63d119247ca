import { fieldOf, wordsIn } from './words.ts'

/** Which spellings stand for a word that indicators use, which words say nothing alone, and what bodies are called. */
export type Topics = {
  readonly synonyms: ReadonlyMap<string, readonly string[]>
  readonly general: ReadonlySet<string>
  /** Matters of which whole dossiers are made. */
  readonly frames: ReadonlySet<string>
  readonly bodies: readonly string[]
}

let known: Topics | undefined

export function topics(): Topics {
  known ??= read(wordsIn('topics'))
  return known
}

function read(raw: unknown): Topics {
  const synonyms = fieldOf(raw, 'synonyms')
  if (typeof synonyms !== 'object' || synonyms === null)
    throw new Error('words/topics.yaml: synonyms: a mapping is expected')
  return {
    synonyms: new Map(Object.entries(synonyms).map(([word, list]) => [word, texts(list, word)])),
    general: new Set(texts(fieldOf(raw, 'general'), 'general')),
    frames: new Set(texts(fieldOf(raw, 'frames'), 'frames')),
    bodies: texts(fieldOf(raw, 'bodies'), 'bodies'),
  }
}

function texts(list: unknown, at: string): readonly string[] {
  if (Array.isArray(list) && list.every((word): word is string => typeof word === 'string' && word !== '')) return list
  throw new Error(`words/topics.yaml: ${at}: a list of words is expected`)
}
