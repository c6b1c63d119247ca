import type { Document } from '../../core/package.ts'
import { cellWord } from '../../language/cell-words.ts'
import { saysUndone } from '../../language/negation.ts'
import { paperWord } from '../../language/paper-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare, plain } from '../../language/text.ts'
import { dueIn, isStandard, type Threshold, thresholdsIn } from '../../language/thresholds.ts'
import { textOf } from '../../records/cell.ts'
import { flagOf } from '../../records/flag.ts'
import { vocabulary } from '../../records/vocabulary.ts'
import { amountIn } from './amounts.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid } from './grid.ts'
import { widely } from './roles.ts'

/**
 * Rows that reach the figure from which the office's own words – a note of the table, a rule that lies with it – ask for an act
 * of the indicator, and have nothing under it but dashes and denials, where others have it.
 */
export function reachedWithout(grid: Grid, acts: ReadonlySet<string>, papers: readonly Document[]): Flaw[] {
  if (acts.size === 0 || grid.recognised || grid.rows.length < FEWEST) return []
  // A line below that is not merged stands among the rows.
  const below = [...grid.asides, ...grid.rows].map(({ values }) => values.map(textOf).filter(Boolean))
  const notes = [...grid.names.slice(0, grid.near), ...below.flatMap((texts) => (texts.length === 1 ? texts : []))]
  const own = notes.flatMap((note) => found(note, acts, '表中写明', true))
  const stated = own.length > 0 ? own : papers.filter(isRule).flatMap((paper) => inPaper(paper, acts))
  return stated.length === 0 ? [] : flawsIn(grid, stated, acts)
}

const FEWEST = 4

type Stated = Threshold & { readonly acts: readonly string[]; readonly says: string }

const RULES = new RegExp(paperWord('rules'), 'u')
const isRule = ({ facts: { title, drafts } }: Document): boolean =>
  drafts.length === 0 && RULES.test(title?.value ?? '')

const inPaper = ({ evidence, facts }: Document, acts: ReadonlySet<string>): Stated[] =>
  evidence.passages.flatMap(({ text }) => found(text, acts, `《${facts.title?.value ?? ''}》规定`, false))

function found(text: string, acts: ReadonlySet<string>, says: string, isNote: boolean): Stated[] {
  return thresholdsIn(text).flatMap((one) => {
    const events = dueIn(one.sentence).flatMap((due) => vocabulary().parts([due]).events.at(-1) ?? [])
    const due = [...new Set(events.flatMap(widely))].filter((id) => acts.has(id))
    const meant = due.length > 0 ? due : isNote && isStandard(one.sentence) ? [...acts] : []
    return meant.length > 0 ? [{ ...one, acts: meant, says }] : []
  })
}

function flawsIn(grid: Grid, stated: readonly Stated[], all: ReadonlySet<string>): Flaw[] {
  const amounts = new Map<Column, Stated>()
  for (const one of stated) {
    const column = grid.columns.find((column) => isOf(grid, column, one))
    // Of one for persons and one for bodies the higher one counts: a name does not tell which it is.
    if (column && one.least > (amounts.get(column)?.least ?? 0)) amounts.set(column, one)
  }
  return [...amounts].flatMap(([column, one]) => {
    const acts = grid.columns.filter((other) => other !== column && isOfAct(other, one.acts, all))
    const done = grid.rows.filter((row) => acts.some((act) => isDone(cell(row, act))))
    if (acts.length === 0 || done.length < FEWEST_DONE) return []
    return grid.rows.flatMap((row) => {
      const amount = scaled(cell(row, column), column)
      if (amount === undefined || amount < one.least || acts.some((act) => !isLacking(cell(row, act)))) return []
      if (grid.columns.some((other) => holdsAny(cell(row, other), rowWords().withdrawn))) return []
      const act = acts[0]!
      const text = cell(row, act)
      const words = `${column.name}${cell(row, column)}，${one.says}的${one.least}${one.unit}以上，${act.name}${text === '' ? '空白' : `“${text}”`}`
      return [flawAt('办理', row, act, words)]
    })
  })
}
const FEWEST_DONE = 2

/** Figures of the unit that the words before the threshold, or after it in its sentence, name. */
function isOf(grid: Grid, column: Column, { unit, of, sentence }: Threshold): boolean {
  const head = plain(column.head.text)
  const isMoney = unit === '元'
  if (isMoney !== (column.parts.attributes[0] === '金额' || /元/u.test(head))) return false
  const read = grid.rows.filter((row) => scaled(cell(row, column), column) !== undefined).length
  if (read < grid.rows.length * MOST) return false
  const said = bare(isMoney ? sentence : of)
  const name = bare(head.replace(/\([^()]*\)/gu, '').replace(SUMS, ''))
  // 拟罚 and 罚款 are of one thing; 金额 alone is of whatever the sentence is.
  return isMoney
    ? name === '' || [...name].some((sign) => said.includes(sign))
    : pairsOf(name).some((two) => said.includes(two))
}
const MOST = 0.6
const SUMS = new RegExp(cellWord('fineNames'), 'gu')

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))

/** 20万元, 20 under 标的(万元): in 元. */
function scaled(text: string, { head }: Column): number | undefined {
  const amount = amountIn(text)
  const isTenThousand = /万/u.test(text) || (/万元/u.test(head.text) && !/元/u.test(text))
  return amount === undefined ? undefined : amount * (isTenThousand ? 10_000 : 1)
}

const isOfAct = ({ parts }: Column, acts: readonly string[], all: ReadonlySet<string>): boolean =>
  parts.events.some((id) => widely(id).some((one) => acts.includes(one) && all.has(one))) && parts.turns.正反 !== '未'

const isNothing = (text: string): boolean => /^[\s—–\-−/\\无否]*$/u.test(text)
const isLacking = (text: string): boolean =>
  isNothing(text) || flagOf(text) === false || saysUndone(text) || holdsAny(text, rowWords().spared)
const isDone = (text: string): boolean => !isLacking(text)
