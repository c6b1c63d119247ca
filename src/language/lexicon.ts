import type { AttributeWords, Lexicon, MarkWords, Together, TopicWords, TurnWords, Wording } from '../core/lexicon.ts'
import { wordsIn } from './words.ts'

let known: Lexicon | undefined

/** The words of labels and cells. Their shape is what `audit indicators check` holds the files to. */
export function lexicon(): Lexicon {
  known ??= {
    attributes: listed<AttributeWords>('attributes').map((one) => ({
      ...worded(one),
      values: one.values,
      near: one.near ?? [],
    })),
    events: listed<TopicWords>('events').map(topic),
    objects: listed<TopicWords>('objects').map(topic),
    together: listed<Together>('events', 'together'),
    turns: listed<TurnWords>('turns').map((one) => ({
      of: one.of,
      usual: one.usual ?? null,
      ways: one.ways.map(worded),
    })),
    marks: marks(wordsIn('marks')),
  }
  return known
}

type Written<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** What stands under a name, the file's own at first. */
function listed<T>(file: string, name: string = file): readonly (T & Written<T>)[] {
  const words = wordsIn(file)
  const list: unknown = typeof words === 'object' && words !== null ? Reflect.get(words, name) : undefined
  if (!Array.isArray(list)) throw new Error(`words/${file}.yaml: ${name}: a list is expected`)
  return list
}

const worded = ({ id, words, ends, starts }: Written<Wording> & Pick<Wording, 'id'>): Wording => ({
  id,
  words: words ?? [],
  ends: ends ?? [],
  starts: starts ?? [],
})

const topic = (one: TopicWords & Written<TopicWords>): TopicWords => ({
  ...worded(one),
  of: one.of ?? null,
  near: one.near ?? [],
  light: one.light ?? false,
  everyday: one.everyday ?? false,
})

function marks(words: unknown): MarkWords {
  const of = (key: keyof MarkWords): readonly string[] => {
    const list: unknown = typeof words === 'object' && words !== null ? Reflect.get(words, key) : undefined
    if (!Array.isArray(list)) throw new Error(`words/marks.yaml: ${key}: a list of words is expected`)
    return list.map(String)
  }
  return {
    yes: of('yes'),
    no: of('no'),
    none: of('none'),
    unknown: of('unknown'),
    inapplicable: of('inapplicable'),
    spot: of('spot'),
    open: of('open'),
    total: of('total'),
    foot: of('foot'),
    sample: of('sample'),
    apart: of('apart'),
  }
}
