import {
  type AttributeWords,
  type MarkWords,
  type TopicWords,
  type TurnWords,
  VALUE_KINDS,
  type Wording,
} from '../../../core/lexicon.ts'
import { choice, flag, list, mapping, orNull, text } from '../shape.ts'
import { id, near, said } from './shape.ts'

export const attribute = mapping<AttributeWords>({
  id,
  ...said,
  values: list(choice(VALUE_KINDS, ''), '单元格里通常写什么', { minItems: 1 }),
  near,
})

export const topic = mapping<TopicWords>({
  id,
  ...said,
  of: orNull(text('名称，是哪一件的一种')),
  near,
  light: flag('常跟着别的事走', { default: false }),
  everyday: flag('哪个单位的表上都有', { default: false }),
})

export const turn = mapping<TurnWords>({
  of: text('这一组的名称'),
  usual: orNull(text('不写时通常是哪一项')),
  ways: list(mapping<Wording>({ id, ...said }), '互相排斥的各项', { minItems: 1 }),
})

export const marks = mapping<MarkWords>({
  yes: list(text('记号'), '是'),
  no: list(text('记号'), '否'),
  none: list(text('记号'), '没有'),
  unknown: list(text('记号'), '应当有而没有写'),
  inapplicable: list(text('记号'), '不适用'),
  spot: list(text('记号'), '日期栏里写着当场办的，没有单独的日子'),
  open: list(text('记号'), '写在日期栏里，说明还没有办到那一步'),
  total: list(text('词'), '合计行的词'),
  foot: list(text('词'), '表下落款和说明的词'),
  sample: list(text('词'), '填写示例的词'),
  apart: list(text('词'), '写明不算一件的词'),
})
