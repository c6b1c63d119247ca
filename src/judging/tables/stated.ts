import { type Day, dayOf } from '../../core/day.ts'
import { cellPlace, placeOf } from '../../core/evidence.ts'
import type { Document } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import { paperWord } from '../../language/paper-words.ts'
import { promiseWords } from '../../language/promise-words.ts'
import { type Promised, promisesIn } from '../../language/promises.ts'
import { clipped, plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import type { Grid } from './grid.ts'

/** What the office itself demands in figures: where, what it is called in a finding, and from which day on. */
export type Stated = {
  readonly promise: Promised
  readonly at: Place
  readonly says: string
  /** Null: a table's own note, for all of its rows. */
  readonly since: Day | null
  /** The other cells of its row, or its sentence: by what it is known. */
  readonly cells: readonly string[]
}

/** What the lines above and below a table demand of its rows. */
export function notedIn(grid: Grid): Stated[] {
  const found = noted.get(grid) ?? madeOf(grid)
  noted.set(grid, found)
  return found
}

const noted = new WeakMap<Grid, Stated[]>()

function madeOf({ file, table, columns, rows, asides, near, names }: Grid): Stated[] {
  const own = new Set(names.slice(0, near))
  const first = Math.min(...rows.map(({ index }) => index))
  const above = table.rows.filter(
    ({ index, values }) => index < first && values.some((value) => own.has(textOf(value))),
  )
  return [...above, ...asides].flatMap(({ index, values }) =>
    values.flatMap((value, column) =>
      // Long cells under a head are remarks on their row.
      columns.length > 0 && textOf(value).length > SHORT
        ? stated(textOf(value), cellPlace(file, table, index, column), '表中注明', null)
        : [],
    ),
  )
}

const SHORT = 6

/** What a paper demands: of a rule every sentence, of a report only what it quotes of a rule. */
export function statedIn(document: Document): Stated[] {
  const found = known.get(document) ?? read(document)
  known.set(document, found)
  return found
}

const known = new WeakMap<Document, Stated[]>()

function read({ evidence, facts }: Document): Stated[] {
  const name = facts.title?.value ?? evidence.path.split('/').at(-1) ?? ''
  const has = (words: readonly string[]) => words.some((word) => name.includes(word))
  if (facts.drafts.length > 0 || !(has(promiseWords('rules')) || has(promiseWords('accounts')))) return []
  const isRule = has(promiseWords('rules')) && !promiseWords('accounts').some((word) => tailOf(name).endsWith(word))
  const since = facts.issued?.value
  const own = `《${clipped(name.replace(/\.[^.]{2,5}$/u, ''), 40)}》规定`
  const texts = paragraphs(evidence.passages).flatMap(({ text, passage }) => {
    const at = { ...placeOf(evidence, passage), quote: clipped(text, 80) }
    return sentencesOf(text).flatMap((sentence) => {
      const quoted = QUOTED.exec(sentence)
      if (quoted) return stated(sentence, at, `${quoted[1]!}规定`, after(quoted[2]) ?? since ?? null)
      return isRule && since ? stated(sentence, at, own, since) : []
    })
  })
  if (!isRule || !since) return texts
  const cells = evidence.tables.flatMap((table) =>
    table.rows.flatMap(({ index, values }) => {
      const row = values.map(textOf).map(plain)
      return row.flatMap((text, column) =>
        /\d|[一二三四五六七八九十]/u.test(text) && text.length < 40
          ? promisesIn(text).map((promise) => ({
              promise,
              at: cellPlace(evidence.path, table, index, column, text),
              says: own,
              since,
              cells: row.filter(Boolean),
            }))
          : [],
      )
    }),
  )
  return [...texts, ...cells]
}

/** 《柏林沟镇矛盾纠纷调处办法》(柏府〔2020〕6号)规定: a rule that a report quotes, in force since the year of its number. */
const QUOTED = new RegExp(
  `(《[^》]{2,40}${paperWord('quotedRules')}》)(?:\\([^()]*〔(20\\d{2})〕[^()]*\\))?(?:中)?(?:的)?${paperWord('quoting')}`,
  'u',
)
const after = (year: string | undefined): Day | undefined => (year ? dayOf(Number(year) + 1, 1, 1) : undefined)

const tailOf = (name: string): string => name.replace(/\.[^.]{2,5}$/u, '').replace(/[(（\d年.—–-].*$/u, '')

const stated = (text: string, at: Place, says: string, since: Day | null): Stated[] =>
  sentencesOf(plain(text)).flatMap((sentence) =>
    promisesIn(sentence).map((promise) => ({
      promise,
      at: { ...at, quote: clipped(sentence, 80) },
      says,
      since,
      cells: [sentence],
    })),
  )

const sentencesOf = (text: string): string[] => text.split(/[。;]/u).filter(Boolean)

type Passage = Document['evidence']['passages'][number]

/** A line that no stop ends goes on in the next one. */
function paragraphs(passages: readonly Passage[]): { text: string; passage: Passage }[] {
  const found: { text: string; passage: Passage }[] = []
  for (const passage of passages)
    for (const line of plain(passage.text).split('\n')) {
      const last = found.at(-1)
      if (last && last.text.length > NARROW && !/[。;:!?]$/u.test(last.text)) last.text += line
      else found.push({ text: line, passage })
    }
  return found
}

/** A shorter line is a head. */
const NARROW = 24
