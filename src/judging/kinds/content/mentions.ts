import { gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { bare } from '../../../language/text.ts'
import { type Classes, cited, type Text, wordsOf } from './text.ts'

const EXCERPT = new RegExp(paperWord('excerpts'), 'u')

/** 管理办法(节选): what it lacks may stand in what was left out. */
const isExcerpt = ({ name }: Text): boolean => EXCERPT.test(name)

/** Whether some word of each class stands anywhere, in tables too. */
export function mentionsIn(
  text: Text,
  classes: Classes,
): Verdict<'mentioned' | 'not-mentioned' | 'not-seen' | 'left-out'> {
  const lacking = classes.filter((words) => !words.some((word) => text.whole.includes(bare(word))))
  const places = classes.flatMap(
    (words) =>
      text.paragraphs.find((paragraph) => words.some((word) => bare(paragraph.text).includes(bare(word))))?.at ?? [],
  )
  const data = { files: text.name, wanted: wordsOf(classes), lacking: wordsOf(lacking) }
  const more = {
    subject: 'mentions',
    expected: data.wanted,
    actual: lacking.length > 0 ? `未见${data.lacking}` : '均已写明',
    cites: cited(text, places),
  }
  if (lacking.length === 0) return met('mentioned', data, more)
  if (isExcerpt(text)) return unclear('left-out', data, more)
  return text.clear && text.sure ? gap('not-mentioned', data, more) : unclear('not-seen', data, more)
}
