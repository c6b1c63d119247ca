import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { vocabulary } from '../../records/vocabulary.ts'
import type { Grid } from './grid.ts'
import type { Term } from './terms.ts'

/** 自受理之日起15个工作日, 决定后30日: the act it runs from, and how long. */
const RUNS = new RegExp(
  `${cellWord('runsFrom')}?([^,。;:]{1,16}?)(?:之日起|当日起|当天起|次日起|日起|起|之后|后)[^,。;:\\d]{0,8}(\\d{1,3})\\s*个?\\s*(工作日|日|天)`,
  'gu',
)
const OF_SOME = '的'
const KINDS: Readonly<Record<string, Term['unit']>> = { 工作日: 'workday', 日: 'day', 天: 'day' }

/**
 * The terms that a table itself sets in the lines above or below its rows: 答复时限：自受理之日起15个工作日. What the term is
 * for stands before it or in the rest of its clause; where nothing does, it is for whatever ends a row. How far it may be
 * extended is another clause.
 */
export function notedTerms(grid: Grid): Term[] {
  const found = known.get(grid) ?? made(grid)
  known.set(grid, found)
  return found
}

const known = new WeakMap<Grid, Term[]>()

function made(grid: Grid): Term[] {
  const own = grid.names.slice(0, grid.near)
  const below = grid.asides.flatMap(({ values }) => values.map(textOf))
  return [...own, ...below].map(plain).flatMap((note) => [...termsIn(note), ...lastsIn(note), ...byKind(note)])
}

/** 查封、扣押的期限不超过30日: how long what a table is kept of may last, from its one end to the other. */
const LASTS = new RegExp(
  `^([^,。;:\\d]{2,20}?)的?${cellWord('termNames')}${cellWord('termUsually')}?${cellWord('termIs')}\\s*(\\d{1,3})\\s*个?\\s*(工作日|日|天)$`,
  'u',
)

const lastsIn = (note: string): Term[] =>
  note.split(/[。;,:]/u).flatMap((clause) => {
    const [, of = '', count, unit = ''] = LASTS.exec(clause.trim()) ?? []
    const acts = eventsIn(of)
    if (count === undefined || acts.length === 0) return []
    const ends = acts.every((act) => rowWords().finishes.includes(act))
    return [
      {
        from: ends ? rowWords().starts : [...acts, ...acts.flatMap((act) => nearOf(act)), ...rowWords().starts],
        to: ends ? acts : rowWords().finishes,
        most: Number(count),
        unit: KINDS[unit] ?? 'day',
        lasts: true,
        says: `表中注明的${count}${unit === '工作日' ? '个工作日' : '日'}`,
      },
    ]
  })

function termsIn(note: string): Term[] {
  return note.split(/[。;]/u).flatMap((clause) => {
    const [first, ...others] = [...clause.matchAll(RUNS)]
    if (!first || others.length > 0) return []
    const [whole, begins = '', count, unit = ''] = first
    const from = eventsIn(begins.slice(begins.lastIndexOf('(') + 1))
    // 立案查处的在决定送达后5日内答复 is for some of the rows only.
    if (from.length === 0 || begins.includes(OF_SOME) || isSaid(clause, rowWords().extending)) return []
    const to = [...eventsIn(clause.slice(first.index + whole.length)), ...eventsIn(clause.slice(0, first.index))]
    const name = unit === '工作日' ? `${count}个工作日` : `${count}日`
    return [
      {
        from: from.toReversed().flatMap(near),
        to: to.filter((one) => !from.includes(one)).concat(rowWords().finishes),
        most: Number(count),
        unit: KINDS[unit] ?? 'day',
        loose: true,
        says: `表中注明的${name}`,
      },
    ]
  })
}

/** 咨询3个工作日、投诉举报10个工作日: a term for each kind of rows. */
const OF_KIND = new RegExp(
  `(\\p{Script=Han}{2,8}?)${cellWord('termOf')}?\\s*(\\d{1,3})\\s*个?\\s*(工作日|日|天)(?:之?内)?[^,。;、:\\d]{0,4}`,
  'gu',
)

const byKind = (note: string): Term[] =>
  note.split(/[。;]/u).flatMap((clause) => {
    const found = [...clause.replace(/\([^()]*\)/gu, '').matchAll(OF_KIND)]
    if (found.length < 2 || isSaid(clause, rowWords().extending)) return []
    return found.map(([, kind = '', count, unit = '']) => ({
      from: rowWords().starts,
      to: rowWords().finishes,
      most: Number(count),
      unit: KINDS[unit] ?? 'day',
      of: kind,
      says: `表中注明的${kind}${count}${unit === '工作日' ? '个工作日' : '日'}`,
    }))
  })

const eventsIn = (text: string): readonly string[] => vocabulary().parts([text]).events

/** What a matter begins with goes by several names: what was received was taken up. */
const near = (event: string): readonly string[] =>
  rowWords().starts.includes(event) ? [event, ...nearOf(event)] : [event]

const nearOf = (event: string): readonly string[] =>
  vocabulary().lexicon.events.find(({ id }) => id === event)?.near ?? []

const isSaid = (clause: string, words: readonly string[]): boolean => words.some((word) => clause.includes(word))
