import { cellPlace } from '../../../core/evidence.ts'
import type { Place } from '../../../core/place.ts'
import { gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { isDenied } from '../../../language/negation.ts'
import { sentencesOf } from '../../../language/paragraphs.ts'
import { quoted } from '../../../language/prose.ts'
import { clipped, plain } from '../../../language/text.ts'
import { type Classes, cited, type Text, wordsOf } from './text.ts'

/** What a paper must not tie together, in one sentence or one row: 罚没款入库 | 10 | 按金额排名计分. */
export function linkedIn(text: Text, classes: Classes): Verdict<'linked' | 'perhaps-linked' | 'unlinked' | 'not-seen'> {
  const hits = [...sentencesIn(text), ...rowsIn(text)].flatMap((one) => {
    const found = classes.map((words) => words.find((word) => one.says.includes(word)))
    const words = found.filter((word) => word !== undefined)
    if (words.length < classes.length || words.some((word) => isDenied(one.says, word))) return []
    return [{ ...one, words }]
  })
  const [first] = hits
  const data = {
    files: text.name,
    wanted: wordsOf(classes),
    lacking: quoted(first?.words ?? []),
    quote: first ? clipped(first.says, 60) : '',
  }
  const more = {
    subject: 'linked',
    expected: `${data.wanted}没有连在一起`,
    actual: first ? `${data.lacking}连在一起` : '未见',
    cites: cited(
      text,
      hits.map(({ at }) => at),
    ),
  }
  if (first) return text.sure && text.clear ? gap('linked', data, more) : unclear('perhaps-linked', data, more)
  return text.clear ? met('unlinked', data, more) : unclear('not-seen', { ...data, lacking: data.wanted }, more)
}

type Said = { readonly says: string; readonly at: Place }

const sentencesIn = ({ paragraphs }: Text): Said[] =>
  paragraphs.flatMap(({ text, at }) => sentencesOf(text).map((says) => ({ says, at: { ...at, quote: says } })))

const rowsIn = ({ documents }: Text): Said[] =>
  documents.flatMap(({ evidence }) =>
    evidence.tables.flatMap((table) =>
      table.rows.map(({ index, values }) => {
        const says = values.map((value) => plain(String(value ?? ''))).join('|')
        return { says, at: cellPlace(evidence.path, table, index, 0, clipped(says, 60)) }
      }),
    ),
  )
