import { addDays, type Day, yearOf } from '../core/day.ts'
import { cellPlace, type Evidence, type Row, type Table } from '../core/evidence.ts'
import type { Denial, DocumentFacts } from '../core/fact.ts'
import type { Place } from '../core/place.ts'
import { deniedIn, mayCountNone } from '../language/denied.ts'
import { paragraphsOf, sentencesOf, unnumbered } from '../language/paragraphs.ts'
import { isOfBefore, periodIn, type Stretch } from '../language/periods.ts'
import { rowWords } from '../language/row-words.ts'
import { clipped, plain } from '../language/text.ts'
import { oneOf } from '../language/words.ts'
import { zerosIn } from './zeros.ts'

const MOST = 300
/** Rules say what ought not to be; they tell of nothing that was not. */
const NORMATIVE =
  /(?:法|条例|办法|规定|细则|规则|制度|预案|章程|指标体系|方案|要点|计划|协议|合同|机制|规程|指南)(?:[(（].*[)）])?$/u
const DEMANDS = /的(?:通知|意见|决定|批复)$/u

/** What the sentences of a text, and the notes under its tables, say did not happen. */
export function denialsOf(evidence: Evidence, { title, issued }: Pick<DocumentFacts, 'title' | 'issued'>): Denial[] {
  const name = plain(title?.value ?? '').trim()
  // A rule may be bound to sections that give an account, and only these do.
  const isNorm = NORMATIVE.test(name) || DEMANDS.test(name)
  const found: Denial[] = []
  const whole = periodIn(name, issued?.value ?? null)
  let lead = whole
  let heading = ''
  let sheet: Table | undefined
  for (const { text, at, table } of textsOf(evidence)) {
    // What heads one sheet of several says nothing of the others.
    if (table && table !== sheet && evidence.tables.length > 1)
      lead = periodIn(`${table.name} ${text}`, null) ?? undefined
    sheet = table
    for (const [nth, sentence] of sentencesOf(text).entries()) {
      if (nth === 0) heading = headingOf(sentence, text) ?? heading
      // What an earlier section said of its time, it said of that alone.
      if (nth === 0 && heading === text.trim()) lead = whole
      if (isNorm && !SECTION.test(heading)) continue
      const own = periodIn(sentence, issued?.value ?? null)
      // 2020年1月1日至2022年7月20日,我镇: what follows is said of that time.
      if (own && isWide(own)) lead = own
      if (at.cell !== undefined && speaksOfRows(sentence)) continue
      const denied = deniedIn(sentence)
      if (denied.length === 0 && mayCountNone(sentence)) denied.push({ sentence, clause: '', scope: '', ours: true })
      for (const { clause, scope, ours } of denied) {
        // 2021年3月31日起承接赋权事项,此前没有处罚案件: of the time before that, or of none that anybody names.
        const said = periodIn(clause + scope.split(',')[0], issued?.value ?? null)
        const isBefore = isOfBefore(clause) || (!said && isOfBefore(sentence))
        const turn = (own ?? lead)?.from
        if (isBefore && !turn) continue
        const near = isBefore && turn ? { from: null, to: addDays(turn, -1) } : said
        const { from, to } = near ?? (isSplit(sentence) ? undefined : own) ?? lead ?? { from: null, to: null }
        found.push({
          sentence: clipped(sentence, 300),
          clause,
          scope,
          ours,
          heading,
          from,
          // A day that stands over one sheet dates no other.
          to: isOfSheet(at, evidence) ? to : earlier(to, issued?.value ?? null),
          at: { ...at, quote: clipped(sentence, 200) },
        })
      }
      if (found.length >= MOST) return found
    }
  }
  return [...found, ...zerosIn(evidence)].slice(0, MOST)
}

/** 以上事项均以非强制方式办结,未采取强制措施, below a table: of its rows, not of the unit. 除上述1案外无其他案件 is of all others. */
const speaksOfRows = (sentence: string): boolean =>
  rowWords().listed.some((word) => sentence.includes(word)) && !/除.{0,30}外/u.test(sentence)

const isOfSheet = ({ cell }: Place, { tables }: Evidence): boolean => cell !== undefined && tables.length > 1

const LONGEST_HEADING = 40

/** 二、关于普遍停产停业 heads what follows until the next number; a numbered sentence of its own heads nothing. */
function headingOf(sentence: string, text: string): string | undefined {
  const words = unnumbered(sentence)
  if (words === sentence.trimStart()) return isSection(text) ? text.trim() : undefined
  return words.length <= LONGEST_HEADING &&
    deniedIn(words).length === 0 &&
    (text.length === sentence.length || /[。:]/u.test(text))
    ? words
    : ''
}

/** 强制、停业情况 stands alone in its line. */
const isSection = (text: string): boolean =>
  text.trim().length <= LONGEST_SECTION && !/[。;:,]/u.test(text) && SECTION.test(text.trim())
const SECTION = new RegExp(`${oneOf('naming', 'accountSections')}$`, 'u')
const LONGEST_SECTION = 24

/** 2021年7月承接处罚权,2020年无处罚: two times in one sentence. */
const isSplit = (sentence: string): boolean => new Set(sentence.match(/(?<!\d)20\d{2}(?=年)/gu) ?? []).size > 1

/** 2021年8月清理后 dates one act, 2020年1月1日至2022年7月20日 a whole account. */
const isWide = ({ from, to }: Stretch): boolean => from !== null && (to === null || yearOf(from) < yearOf(to))

const earlier = (a: Day | null, b: Day | null): Day | null => (a && b ? (a < b ? a : b) : (a ?? b))

type Text = { readonly text: string; readonly at: Place; readonly table?: Table }

/** The paragraphs, and the rows of tables that hold one sentence alone: 注:除上述1件外无其他案件. */
function* textsOf(evidence: Evidence): Generator<Text> {
  yield* paragraphsOf(evidence)
  for (const table of evidence.tables)
    for (const row of table.rows) {
      const column = onlyIn(row.values)
      const value = row.values[column]
      if (typeof value === 'string' && value.length >= 6 && value.trim() !== '')
        yield { text: plain(value), at: cellPlace(evidence.path, table, row.index, column, value), table }
    }
}

/** Where the only thing stands that a row holds; -1 in one that holds several, as nearly all do, or nothing. */
function onlyIn(values: Row['values']): number {
  let only = -1
  for (let at = 0; at < values.length; at++) {
    if (values[at] === null || values[at] === '') continue
    if (only >= 0) return -1
    only = at
  }
  return only
}
