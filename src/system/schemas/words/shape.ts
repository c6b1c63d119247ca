import { list, listOrNone, type Schema, text } from '../shape.ts'

export const said = {
  words: listOrNone(text('词'), '在表头任何位置都算的词'),
  ends: listOrNone(text('词'), '只在末尾才算的词'),
  starts: listOrNone(text('词'), '只在开头才算的词'),
}

export const id = text('名称，供别处引用')
export const near = listOrNone(text('名称'), '有时互相代用的')

export const events = (description: string): Schema =>
  list(text('事的名称，见 events.yaml'), description, { minItems: 1 })

export const spelt = (description: string): Schema => list(text('词'), description, { minItems: 1 })

export const sayings = (description: string): Schema => ({
  type: 'object',
  description,
  additionalProperties: list(text('词'), '公文里的词', { minItems: 1 }),
})
