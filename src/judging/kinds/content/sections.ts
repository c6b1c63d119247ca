import { gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { isHeading, sentencesOf, unnumbered } from '../../../language/paragraphs.ts'
import { bare } from '../../../language/text.ts'
import { type Classes, cited, type Text, wordsOf } from './text.ts'

/** Whether each part has its heading, or a sentence that begins with its name. The title itself is no part. */
export function sectionsIn(
  text: Text,
  classes: Classes,
): Verdict<'sections-there' | 'sections-missing' | 'sections-unsure' | 'not-seen'> {
  const titles = text.documents.map(({ facts }) => bare(facts.title?.value ?? ''))
  const body = text.paragraphs.filter((paragraph) => !titles.some((title) => title.includes(bare(paragraph.text))))
  const opened = classes.map((words) => body.find((paragraph) => opens(paragraph.text, words)))
  const lacking = classes.filter((_, index) => !opened[index])
  const data = { files: text.name, wanted: wordsOf(classes), lacking: wordsOf(lacking) }
  const more = {
    subject: 'sections',
    expected: data.wanted,
    actual: lacking.length > 0 ? `缺${data.lacking}` : '齐全',
    cites: cited(
      text,
      opened.flatMap((paragraph) => paragraph?.at ?? []),
    ),
  }
  if (lacking.length === 0) return met('sections-there', data, more)
  if (!text.clear) return unclear('not-seen', data, more)
  // The word stands somewhere, only not at a beginning: the part may be there under another heading.
  const isSomewhere = lacking.some((words) => words.some((word) => text.whole.includes(bare(word))))
  return isSomewhere || !text.sure ? unclear('sections-unsure', data, more) : gap('sections-missing', data, more)
}

function opens(paragraph: string, words: readonly string[]): boolean {
  const wanted = words.map(bare).filter((word) => word !== '')
  if (isHeading(paragraph) && wanted.some((word) => bare(paragraph).includes(word))) return true
  return sentencesOf(paragraph).some((sentence) => wanted.some((word) => bare(unnumbered(sentence)).startsWith(word)))
}
