import { cellWord } from '../../language/cell-words.ts'
import { saysUndone } from '../../language/negation.ts'
import { rowWords } from '../../language/row-words.ts'
import { type Spotter, spotterOf } from '../../language/spotter.ts'
import { plain } from '../../language/text.ts'
import { flagOf } from '../../records/flag.ts'
import { vocabulary } from '../../records/vocabulary.ts'
import { cell } from './cells.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isNilIn } from './nil-row.ts'
import { type DayColumn, mainEvent, rolesOf, topic, widely } from './roles.ts'
import { spanOf } from './sequence.ts'

/** What a cell says of whether something was done. */
export type State = 'undone' | 'pending' | 'late' | 'excused' | 'done'

export type Said = { readonly state: State; readonly event: string; readonly column: Column; readonly text: string }

/** What a row says of the acts in question, cell by cell. */
export function saidIn(row: GridRow, acts: ReadonlySet<string>): Said[] {
  const found: Said[] = []
  const { named } = patternsFor(acts)
  for (const { column, day, isOfActs } of watchedIn(row.grid, acts)) {
    const text = cell(row, column)
    if (text === '' || text.length > 120 || (day && spanOf(row, day)) || isNilIn(row, column)) continue
    // Under any other head a cell speaks of the acts only by their names.
    if (isOfActs || named(text)) found.push(...saidBy(text, column, acts))
  }
  return found
}

/** A column in which rows may speak of some acts; with `day`, where what is no day in it may. */
type Watched = { readonly column: Column; readonly day: DayColumn | undefined; readonly isOfActs: boolean }

const watched = new WeakMap<ReadonlySet<string>, WeakMap<Grid, readonly Watched[]>>()

function watchedIn(grid: Grid, acts: ReadonlySet<string>): readonly Watched[] {
  const grids = watched.get(acts) ?? new WeakMap<Grid, readonly Watched[]>()
  watched.set(acts, grids)
  const found = grids.get(grid) ?? watchedOf(grid, acts)
  grids.set(grid, found)
  return found
}

function watchedOf(grid: Grid, acts: ReadonlySet<string>): readonly Watched[] {
  const days = new Map(rolesOf(grid).days.map((one) => [one.column, one]))
  return grid.columns.flatMap((column) => {
    const day = days.get(column)
    if (day && !day.mixed) return []
    const own = isStatus(column) ? mainEvent(column) : null
    const isOfActs = (own !== null && isOf(own, acts)) || (isOfPersons(column) && eventIn(column.head.text, acts))
    return [{ column, day, isOfActs: Boolean(isOfActs) }]
  })
}

function saidBy(text: string, column: Column, acts: ReadonlySet<string>): Said[] {
  const own = isStatus(column) ? mainEvent(column) : null
  const [attribute] = column.parts.attributes
  // Under 制发 and 报备 a figure counts; only what asks 是否 is answered by 0 and 1.
  if (attribute !== '是否' && (/^\d{1,6}$/u.test(text) || (text.length > MARK && !HAN.test(text)))) return []
  if (attribute === '是否' || (isStatus(column) && flagOf(text) === false && text.length <= 2)) {
    const flag = flagOf(text)
    if (own === null || flag === undefined || !isOf(own, acts) || column.parts.turns.正反 === '未') return []
    if (!isOf(own, flagged())) return []
    // 是否应公开 asks whether it is due: 否 leaves nothing to do.
    if (column.parts.turns.应当 === '应') return flag ? [] : [{ state: 'excused', event: own, column, text }]
    return [{ state: flag ? 'done' : 'undone', event: own, column, text }]
  }
  if (own !== null && NOTHING.test(text) && isOf(own, acts) && rowWords().recorded.includes(own))
    return [{ state: 'undone', event: own, column, text }]
  const nobody = nobodyIn(text, column, acts)
  if (nobody !== undefined) return [{ state: 'undone', event: nobody, column, text }]
  const found = clauses(text).flatMap((clause) => clauseSays(clause, own, acts))
  return found.map((one) => ({ ...one, column, text }))
}

/** Marks of yes and no are shorter than a day or a number; what is longer and holds no word says nothing. */
const MARK = 2
const HAN = /\p{Script=Han}/u

/** 出庭负责人 “无(委托律师出庭)”: a column of who did it says that nobody did. A dash says nothing. */
function nobodyIn(text: string, column: Column, acts: ReadonlySet<string>): string | undefined {
  if (!isOfPersons(column)) return undefined
  if (!/^(?:无|否)(?:$|\P{Script=Han})/u.test(text) && !saysUndone(text)) return undefined
  return eventIn(column.head.text, acts)
}

const isOfPersons = ({ parts }: Column): boolean =>
  parts.objects.some((id) => PERSONS.has(id)) || parts.attributes[0] === '姓名'

const NOTHING = new RegExp(`^${cellWord('nothing')}$`, 'u')
const DONE = new RegExp(`^${cellWord('doneStarts')}|${cellWord('doneEnds')}$`, 'u')
const PERSONS = new Set(['负责人', '执法人员', '审核人员'])

/** Acts of which 否 says that they ought to have been; whether 法制审核 ought to have been another column tells. */
let due: ReadonlySet<string> | undefined
const flagged = (): ReadonlySet<string> => {
  due ??= new Set([...rowWords().finishes, ...rowWords().flagged])
  return due
}

const isOf = (event: string, acts: ReadonlySet<string>): boolean => widely(event).some((id) => acts.has(id))

/** A column that says how things stand. */
const STATUS = new Set(['状态', '情况', '结果', '意见', '是否', '说明', '备注', '原因', '措施'])
const isStatus = ({ parts }: Column): boolean => STATUS.has(parts.attributes[0] ?? '') || parts.attributes.length === 0

const clauses = (text: string): string[] =>
  plain(text)
    .split(/[,，。;；、()（）\s]+/u)
    .filter(Boolean)

// 现场未录像, 问题尚未整改; what somebody else left undone (当事人未履行) is not the office's.
const LEAD =
  '^(?:截?至(?:20\\d{2}年)?(?:\\d{1,2}月)?(?:\\d{1,2}日|底|末)?)?(?:(?![不无非防避如若是并人方企公户者])\\p{Script=Han}){0,4}?(?:目前|至今|截至[^,]{0,12}|尚|仍|还|暂|均|一直|全部|部分|已)*'
const MANNER =
  '(?:能|另行|另外|再|予|予以|按时|按期|及时|如期|按规定|全部|全程|同步|完全|实际|有|得到|曾|进行|开展|组织|实施|作出|做到|[向对]\\p{Script=Han}{1,6}?)*'

function clauseSays(clause: string, own: string | null, acts: ReadonlySet<string>): Omit<Said, 'column' | 'text'>[] {
  const { underway, late, excused } = rowWords()
  const event = eventIn(clause, acts) ?? (own !== null && isOf(own, acts) ? own : undefined)
  if (event === undefined) return []
  const { without, denied, pending } = patternsFor(acts)
  if (rowWords().recorded.includes(event) && without.test(clause)) return [{ state: 'undone', event }]
  const is = (state: State) => [{ state, event }]
  if (excused.some((word) => clause.includes(word))) return is('excused')
  if (denied.test(clause)) return is('undone')
  if (late.some((word) => clause === word || (clause.startsWith(word) && eventIn(clause, acts)))) return is('late')
  if (own === null) return []
  if (pending.test(clause)) return is('pending')
  if (underway.some((word) => clause.endsWith(word)) && clause.length <= 8) return is('pending')
  return DONE.test(clause) ? is('done') : []
}

/** Whether a clause, wherever it stands, says of one of the acts that it was not done. */
export const deniedIn = (clause: string, acts: ReadonlySet<string>): boolean =>
  !rowWords().excused.some((word) => clause.includes(word)) && patternsFor(acts).denied.test(clause)

type Patterns = {
  readonly without: RegExp
  readonly denied: RegExp
  readonly pending: RegExp
  readonly named: Spotter
}
const patterns = new WeakMap<ReadonlySet<string>, Patterns>()

/** How a clause says of the acts that they are not done or still to come: made once, for hundreds of thousands of cells. */
function patternsFor(acts: ReadonlySet<string>): Patterns {
  const found = patterns.get(acts) ?? patternsOf(acts)
  patterns.set(acts, found)
  return found
}

function patternsOf(acts: ReadonlySet<string>): Patterns {
  const { undone, pending } = rowWords()
  const words = wordsFor(acts)
  return {
    without: new RegExp(`^无${MANNER}(?:${words})`, 'u'),
    denied: new RegExp(`${LEAD}(?:${undone.join('|')})${MANNER}(?:${words})`, 'u'),
    pending: new RegExp(`^(?:${pending.join('|')})`, 'u'),
    named: spotterOf([...acts].flatMap((id) => topic(id)?.words ?? [])),
  }
}

/** The words for the acts, the longest first. */
const wordsFor = (acts: ReadonlySet<string>): string =>
  vocabulary()
    .lexicon.events.filter(({ id, of }) => acts.has(id) || (of !== null && acts.has(of)))
    .flatMap(({ words }) => words)
    .toSorted((a, b) => b.length - a.length)
    .join('|')

function eventIn(clause: string, acts: ReadonlySet<string>): string | undefined {
  for (const id of acts) if (topic(id)?.words.some((word) => clause.includes(word))) return id
  return undefined
}
