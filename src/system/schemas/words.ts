import {
  type AttributeWords,
  type MarkWords,
  type TopicWords,
  type TurnWords,
  VALUE_KINDS,
  type Wording,
} from '../../core/lexicon.ts'
import { choice, file, flag, list, listOrNone, mapping, orNull, type Schema, text } from './shape.ts'

const said = {
  words: listOrNone(text('词'), '在表头任何位置都算的词'),
  ends: listOrNone(text('词'), '只在末尾才算的词'),
  starts: listOrNone(text('词'), '只在开头才算的词'),
}
const id = text('名称，供别处引用')
const near = listOrNone(text('名称'), '有时互相代用的')

const attribute = mapping<AttributeWords>({
  id,
  ...said,
  values: list(choice(VALUE_KINDS, ''), '单元格里通常写什么', { minItems: 1 }),
  near,
})

const topic = mapping<TopicWords>({
  id,
  ...said,
  of: orNull(text('名称，是哪一件的一种')),
  near,
  light: flag('常跟着别的事走', { default: false }),
})

const turn = mapping<TurnWords>({
  of: text('这一组的名称'),
  usual: orNull(text('不写时通常是哪一项')),
  ways: list(mapping<Wording>({ id, ...said }), '互相排斥的各项', { minItems: 1 }),
})

const marks = mapping<MarkWords>({
  yes: list(text('记号'), '是'),
  no: list(text('记号'), '否'),
  none: list(text('记号'), '没有'),
  unknown: list(text('记号'), '应当有而没有写'),
  inapplicable: list(text('记号'), '不适用'),
  total: list(text('词'), '合计行的词'),
  foot: list(text('词'), '表下落款和说明的词'),
  sample: list(text('词'), '填写示例的词'),
})

/** The files of `words/`, each with what stands in it under its own name; `marks` is all of its file. */
export const wordsSchemas = (): Readonly<Record<WordsFile, Schema>> => ({
  attributes: file(
    'Attributes',
    mapping<{ attributes: readonly AttributeWords[] }>({ attributes: list(attribute, '栏目') }),
  ),
  events: file('Events', mapping<{ events: readonly TopicWords[] }>({ events: list(topic, '发生了什么') })),
  objects: file('Objects', mapping<{ objects: readonly TopicWords[] }>({ objects: list(topic, '说的是什么') })),
  turns: file('Turns', mapping<{ turns: readonly TurnWords[] }>({ turns: list(turn, '互相排斥的说法') })),
  marks: file('Marks', marks),
})

export const WORDS_FILES = ['attributes', 'events', 'objects', 'turns', 'marks'] as const
export type WordsFile = (typeof WORDS_FILES)[number]
