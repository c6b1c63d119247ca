import { cellPlace, type Evidence } from '../../core/evidence.ts'
import type { Package, Telling } from '../../core/package.ts'
import type { Finding } from '../../core/report.ts'
import type { Indicator, Nature } from '../../core/system.ts'
import { speaksOf } from '../../judging/papers/topics.ts'
import { admits } from '../../language/admitted.ts'
import { deniedIn } from '../../language/denied.ts'
import { paragraphsOf, sentencesOf } from '../../language/paragraphs.ts'
import { clipped, plain } from '../../language/text.ts'

/**
 * What a paper of the indicator says in passing of another thing that is asked there (随机抽查事项清单、裁量基准同栏目公开
 * under the list of what is disclosed). What is denied, or still to come, is not said.
 */
export function spokenIn({ lacks }: Finding, indicator: Indicator, { documents, matches }: Package): Telling[] {
  const wanted = indicator.materials.filter(
    ({ id, nature }) => (lacks?.materials ?? []).includes(id) && !isSeen(nature),
  )
  const own = new Set(
    matches.flatMap(({ file, indicator: id, material, sure }) =>
      id === indicator.id && sure && material !== null ? [file] : [],
    ),
  )
  const papers = documents.filter(({ evidence }) => own.has(evidence.path))
  return wanted.flatMap((material) =>
    papers.flatMap(({ evidence }): Telling[] => {
      const heard = [...paragraphsOf(evidence).filter(({ raw }) => !raw.includes('\t')), ...notesIn(evidence)]
        // A title says what a paper is called, and no more.
        .filter(({ text }) => STOPS.test(text))
        .flatMap(({ text, at }) => sentencesOf(text).map((sentence) => ({ sentence, at })))
        .find(({ sentence }) => speaksOf(material.topic, sentence) && !isUndone(sentence))
      if (!heard) return []
      const at = { ...heard.at, quote: clipped(heard.sentence, 120) }
      return [
        {
          file: evidence.path,
          indicator: indicator.id,
          material: material.id,
          weight: 1,
          why: '本指标的材料中写有',
          at,
        },
      ]
    }),
  )
}

/** What stands alone in a row, over a table or under it; heads and rows of cells are no sentences. */
const notesIn = ({ path, tables }: Evidence) =>
  tables.flatMap((table) =>
    table.rows.flatMap(({ index, values }) => {
      const filled = values.flatMap((value, column) => (value === null || value === '' ? [] : [{ value, column }]))
      const [only] = filled
      return only && new Set(filled.map(({ value }) => value)).size === 1 && typeof only.value === 'string'
        ? [{ text: plain(only.value), at: cellPlace(path, table, index, only.column, only.value) }]
        : []
    }),
  )

const isSeen = (nature: Nature): boolean => nature === 'photo' || nature === 'statement' || nature === 'ledger'

const STOPS = /[。;,:]/u

const isUndone = (sentence: string): boolean => admits(sentence) || deniedIn(sentence).length > 0
