import type { Evidence, Table } from '../core/evidence.ts'
import type { Stretch } from '../core/package.ts'
import { paperWord } from '../language/paper-words.ts'
import { paragraphsOf, unnumbered } from '../language/paragraphs.ts'
import { clipped, plain } from '../language/text.ts'
import { oneOf } from '../language/words.ts'

/** A longer text repeats itself; more of it would only be carried about. */
const MOST = 80
const LENGTH = 360
const LONGEST_HEAD = 40
/** A line that stands by itself and ends with no stop: 专家论证意见, above what the experts said. */
const ALONE = 24
const STOPS = /[。!?;:,、]/u
/** A row of a table, in texts that keep tables as lines. */
const ROW = new RegExp(`\\t|␉|^${paperWord('rowStarts')}`, 'u')
/** Who signs, and when. */
const SIGNED = new RegExp(`${oneOf('naming', 'signers')}$`, 'u')
const DATED = new RegExp(`^(?:\\d{4}[年.]\\d{1,2}[月.]\\d{1,2}日?)${paperWord('printed')}?$`, 'u')

/** What numbers lower and lower parts. */
const LEVELS = [
  new RegExp(`^第[^章节条款项部编]{1,4}${paperWord('bookParts')}`, 'u'),
  /^第[^章节条款项]{1,4}章/u,
  /^第[^节条款项]{1,4}节/u,
  /^[一二三四五六七八九十]{1,3}[、.]/u,
  /^\([一二三四五六七八九十]{1,3}\)/u,
  /^第[^条款项]{1,4}条/u,
  /^\(?\d{1,3}[)、.]/u,
]
const ARTICLE = LEVELS.findIndex((mark) => mark.test('第一条'))
const SHORT = 6
/** 附：全程记录的办法 begins a part of its own. */
const ANNEX = new RegExp(`^(?:${paperWord('annexes')}|附)[一二三四五六七八九十\\d]{0,2}:\\s*(?=[^、,;。]+$)`, 'u')

/**
 * A text as stretches: each paragraph under the head that it stands below, a numbered one (二、检察建议) or a short line
 * by itself; what is numbered and has no head of its own (第七条 办案场所实行全程录像) under that of the part it belongs to.
 * Where nothing heads it, `head` is empty.
 */
export function stretchesIn(evidence: Evidence): Stretch[] {
  const found: Stretch[] = []
  const over: string[] = []
  let head = ''
  for (const { text, raw, at } of paragraphsOf(evidence)) {
    if (found.length >= MOST) break
    const line = text.trim()
    if (line === '' || ROW.test(raw) || DATED.test(line)) continue
    const page = at.page === undefined ? {} : { page: at.page }
    const agenda = AGENDA.exec(line)?.[1]
    if (agenda !== undefined) {
      head = agenda
      found.push({ head, text: clipped(line, LENGTH), ...page })
      continue
    }
    const words = unnumbered(line.replace(ANNEX, ''))
    const isNumbered = words !== line
    if (isNumbered || isAlone(line)) {
      const level = isNumbered && !ANNEX.test(line) ? LEVELS.findIndex((mark) => mark.test(line)) : 0
      over.length = level < 0 ? Math.min(over.length, LEVELS.length) : Math.min(over.length, level)
      const above = over.findLast((one) => one) ?? ''
      const first = isNumbered ? headOf(words) : line
      // 第九条 下列决定应当审核:… begins with its clause, and stands below its chapter.
      const own = level === ARTICLE && above !== '' && first.length > SHORT && first !== words ? '' : first
      head = own || above
      if (level >= 0) over[level] = own
      const rest = words.slice(own.length).replace(/^[。;:,]/u, '')
      if (isNumbered && rest !== '') found.push({ head, text: clipped(rest, LENGTH), ...page })
      continue
    }
    found.push({ head, text: clipped(line, LENGTH), ...page })
  }
  return [...found, ...evidence.tables.flatMap(rowsOf).slice(0, ROWS)]
}

/** Rows tell as sentences do, and so do the notes under them; what stands over the table or on its sheet heads them. */
function rowsOf({ name, rows }: Table): Stretch[] {
  const texts = rows.map(({ values }) => values.filter((value) => typeof value === 'string' && value.trim() !== ''))
  const over = texts[0]?.length === 1 ? String(texts[0][0]) : name
  return texts
    .slice(1, ROWS)
    .filter((cells) => cells.some((cell) => String(cell).length >= 4))
    .map((cells) => ({ head: clipped(plain(over), LONGEST_HEAD), text: clipped(plain(cells.join(',')), LENGTH) }))
}

const ROWS = 60

/** 议题：听取法治政府建设情况汇报 heads what the minutes then tell. */
const AGENDA = new RegExp(
  `^${paperWord('agendaHeads')}[一二三四五六七八九十\\d]{0,2}\\s*[:：]\\s*(.{4,60}?)[。;]?$`,
  'u',
)

/** Who signs stands alone in a line, as a head does. */
export const isSigned = (line: string): boolean => line.length <= ALONE && SIGNED.test(line)

/** What stands before the first stop, if that is short enough to head anything. */
function headOf(words: string): string {
  const first = words.split(/[。;:]/u)[0]!
  return first.length <= LONGEST_HEAD && (first.length < words.length || !/,/u.test(first)) ? first : ''
}

const isAlone = (line: string): boolean =>
  line.length <= ALONE && line.length >= 2 && !STOPS.test(line) && !isSigned(line) && !/\d{4}/u.test(line)
