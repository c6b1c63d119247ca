import { type Day, latest } from '../../core/day.ts'
import type { Package } from '../../core/package.ts'
import { rowWords } from '../../language/row-words.ts'
import { bare } from '../../language/text.ts'
import { daysIn } from '../../language/written-days.ts'
import { isAssistant } from '../../records/people.ts'
import { cell, raw } from './cells.ts'
import { spanIn } from './days.ts'
import { type Column, type Grid, type GridRow, gridsOf } from './grid.ts'
import { affairsOf } from './same-case.ts'

/** Until when somebody's certificate was good, and the row of the roster that says so. */
export type Validity = { readonly row: GridRow; readonly until: Day }

export type Roster = {
  /** Who stands on a roster as an assistant without a certificate, and on none as an officer. */
  readonly assistants: ReadonlyMap<string, GridRow>
  readonly validity: ReadonlyMap<string, Validity>
}

const known = new WeakMap<Package['documents'], Roster>()

export function rosterOf(found: Package): Roster {
  const people = known.get(found.documents) ?? read(found)
  known.set(found.documents, people)
  return people
}

const [OFFICERS, ASSISTANTS] = ['执法人员', '辅助人员'] as const

function read(found: Package): Roster {
  const assistants = new Map<string, GridRow>()
  const officers = new Set<string>()
  const validity = new Map<string, Validity>()
  for (const grid of gridsOf(found)) {
    const names = grid.recognised ? undefined : grid.columns.find(({ parts }) => parts.attributes[0] === '姓名')
    const affairs = affairsOf(grid)
    if (!names || (!affairs.has(OFFICERS) && !affairs.has(ASSISTANTS))) continue
    for (const row of grid.rows) {
      const name = bare(cell(row, names))
      if (name === '') continue
      if (isOfAssistant(row, grid, affairs)) assistants.set(name, row)
      else officers.add(name)
      const until = validUntil(row)
      // Of two certificates the one that is good for longer counts.
      if (until && until > (validity.get(name)?.until ?? '')) validity.set(name, { row, until })
    }
  }
  for (const name of officers) assistants.delete(name)
  return { assistants, validity }
}

/** By the row's own word where the roster asks what each is, else by what the roster is of. */
function isOfAssistant(row: GridRow, { columns }: Grid, affairs: ReadonlySet<string>): boolean {
  if (columns.some((column) => isAssistant(cell(row, column)))) return true
  return affairs.has(ASSISTANTS) && !affairs.has(OFFICERS)
}

function validUntil(row: GridRow): Day | undefined {
  // Of a stretch in two columns the end counts: 有效期 ▸ 起, 有效期 ▸ 止.
  const columns = row.grid.columns.filter(({ parts }) => parts.attributes[0] === '有效期' && parts.turns.两端 !== '起')
  const column = columns.find(({ parts }) => parts.turns.两端 === '止') ?? columns[0]
  return column && latest([untilIn(row, column), renewedUntil(row)].filter((day) => day !== undefined))
}

/** 2021年12月20日已换发，新证有效期至2026年12月31日 */
const renewedUntil = (row: GridRow): Day | undefined =>
  latest(
    row.grid.columns
      .filter(({ parts }) => parts.attributes[0] === '备注')
      .map((column) => cell(row, column))
      .filter((text) => rowWords().renewed.some((word) => text.includes(word)))
      .flatMap((text) => daysIn(text).map(({ day }) => day)),
  )

function untilIn(row: GridRow, column: Column): Day | undefined {
  const text = cell(row, column)
  const end = text.split(STRETCH).at(-1) ?? ''
  return (
    spanIn(raw(row, column), undefined)?.to ?? spanIn(end, undefined)?.to ?? latest(daysIn(text).map(({ day }) => day))
  )
}

/** 2017年3月至2021年11月 */
const STRETCH = /[至到~—–]|\s-\s/u
