import { met, unclear, type Verdict } from '../../../core/verdict.ts'
import { isDenied } from '../../../language/negation.ts'
import { sentencesOf } from '../../../language/paragraphs.ts'
import { quoted } from '../../../language/prose.ts'
import { cited, type Text } from './text.ts'

/** A word is not yet an offence: a person reads the sentence. */
export function forbiddenIn(text: Text, words: readonly string[]): Verdict<'forbidden' | 'clean' | 'not-seen'> {
  const hits = text.paragraphs.flatMap(({ text: paragraph, at }) =>
    sentencesOf(paragraph).flatMap((sentence) =>
      words
        .filter((word) => sentence.includes(word) && !isDenied(sentence, word))
        .map((word) => ({ word, sentence, at: { ...at, quote: sentence } })),
    ),
  )
  const [first] = hits
  const found = [...new Set(hits.map(({ word }) => word))]
  const data = {
    files: text.name,
    wanted: quoted(words),
    lacking: quoted(found),
    quote: first ? [...first.sentence].slice(0, 60).join('') : '',
  }
  const more = {
    subject: 'forbidden',
    expected: `无${data.wanted}`,
    actual: first ? `出现${data.lacking}` : '未见',
    cites: cited(
      text,
      hits.map(({ at }) => at),
    ),
  }
  if (first) return unclear('forbidden', data, more)
  return text.clear ? met('clean', data, more) : unclear('not-seen', { ...data, lacking: data.wanted }, more)
}
