import type { AttributeWords, Together, TopicWords, TurnWords } from '../../core/lexicon.ts'
import { file, list, mapping, type Schema, text } from './shape.ts'
import { asked } from './words/asked.ts'
import { breaches } from './words/breaches.ts'
import { attribute, marks, topic, turn } from './words/heads.ts'
import { LISTS_FILES, type ListsFile, lists } from './words/lists.ts'
import { pairs } from './words/pairs.ts'
import { promises } from './words/promises.ts'
import { rows } from './words/rows.ts'
import { events } from './words/shape.ts'

/** The files of `words/`, each with what stands in it under its own name; `marks` and `rows` are all of theirs. */
export const wordsSchemas = (): Readonly<Record<WordsFile, Schema>> => ({
  attributes: file(
    'Attributes',
    mapping<{ attributes: readonly AttributeWords[] }>({ attributes: list(attribute, '栏目') }),
  ),
  events: file(
    'Events',
    mapping<{ events: readonly TopicWords[]; together: readonly Together[] }>({
      events: list(topic, '发生了什么'),
      together: list(
        mapping<Together>({ first: text('前一件'), then: events('后一件，任何一件'), is: text('合起来是哪一件') }),
        '合起来是另一件事的',
      ),
    }),
  ),
  objects: file('Objects', mapping<{ objects: readonly TopicWords[] }>({ objects: list(topic, '说的是什么') })),
  turns: file('Turns', mapping<{ turns: readonly TurnWords[] }>({ turns: list(turn, '互相排斥的说法') })),
  marks: file('Marks', marks),
  rows: file('Rows', rows),
  asked: file('Asked', asked),
  promises: file('Promises', promises),
  pairs: file('Pairs', pairs),
  breaches: file('Breaches', breaches),
  naming: file('Naming', lists('naming')),
  claims: file('Claims', lists('claims')),
  acts: file('Acts', lists('acts')),
  signing: file('Signing', lists('signing')),
  cells: file('Cells', lists('cells')),
  papers: file('Papers', lists('papers')),
})

const SHAPED = [
  'attributes',
  'events',
  'objects',
  'turns',
  'marks',
  'rows',
  'asked',
  'promises',
  'pairs',
  'breaches',
] as const

export const WORDS_FILES: readonly WordsFile[] = [...SHAPED, ...LISTS_FILES]
export type WordsFile = (typeof SHAPED)[number] | ListsFile
