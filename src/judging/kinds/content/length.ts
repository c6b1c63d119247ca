import { gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { charactersIn } from '../../../language/paragraphs.ts'
import { cited, isWhole, type Text } from './text.ts'

export function lengthOf(
  text: Text,
  most: number | null,
  least: number | null,
): Verdict<'within-length' | 'too-long' | 'too-short' | 'length-unsure'> {
  const chars = text.paragraphs.reduce((sum, paragraph) => sum + charactersIn(paragraph.raw), 0)
  const bound = [...(least === null ? [] : [`不少于${least}字`]), ...(most === null ? [] : [`不超过${most}字`])].join(
    '、',
  )
  const data = { files: text.name, chars, bound, over: most === null ? 0 : chars - most }
  const more = { subject: 'chars', expected: bound, actual: `${chars}字`, cites: cited(text) }
  const isRead = text.paragraphs.length > 0 && text.paragraphs.every(({ certain }) => certain)
  // What was not read can only make a text longer.
  if (most !== null && chars > most)
    return isRead && text.sure ? gap('too-long', data, more) : unclear('length-unsure', data, more)
  if (!isRead || !isWhole(text)) return unclear('length-unsure', data, more)
  if (least !== null && chars < least)
    return text.sure ? gap('too-short', data, more) : unclear('length-unsure', data, more)
  return met('within-length', data, more)
}
