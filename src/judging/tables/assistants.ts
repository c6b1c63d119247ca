import type { Package } from '../../core/package.ts'
import { affairsIn } from '../../language/affairs.ts'
import { bare } from '../../language/text.ts'
import { vocabulary } from '../../records/vocabulary.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Column, cell, type Grid, type GridRow, gridsOf } from './grid.ts'
import { namesIn, officersOf, written } from './persons.ts'

const known = new WeakMap<Package['documents'], ReadonlyMap<string, GridRow>>()

/** Who stands on a roster as an assistant without a certificate, and on none as an officer. */
export function assistantsOf(found: Package): ReadonlyMap<string, GridRow> {
  const people = known.get(found.documents) ?? read(found)
  known.set(found.documents, people)
  return people
}

const [OFFICERS, ASSISTANTS] = ['执法人员', '辅助人员'] as const

function read(found: Package): ReadonlyMap<string, GridRow> {
  const assistants = new Map<string, GridRow>()
  const officers = new Set<string>()
  for (const grid of gridsOf(found)) {
    const names = grid.recognised ? undefined : grid.columns.find(({ parts }) => parts.attributes[0] === '姓名')
    const near = affairsIn(grid.names.slice(0, grid.near).join('|'))
    const affairs = near.size > 0 ? near : affairsIn(grid.names.join('|'))
    if (!names || (!affairs.has(OFFICERS) && !affairs.has(ASSISTANTS))) continue
    for (const row of grid.rows) {
      const name = bare(cell(row, names))
      if (name === '') continue
      if (isAssistant(row, grid, affairs)) assistants.set(name, row)
      else officers.add(name)
    }
  }
  for (const name of officers) assistants.delete(name)
  return assistants
}

/** By the row's own word where the roster asks what each is, else by what the roster is of. */
function isAssistant(row: GridRow, { columns }: Grid, affairs: ReadonlySet<string>): boolean {
  const words = vocabulary().lexicon.objects.find(({ id }) => id === ASSISTANTS)?.words ?? []
  if (columns.some((column) => words.some((word) => cell(row, column).includes(word)))) return true
  return affairs.has(ASSISTANTS) && !affairs.has(OFFICERS)
}

/** Rows in which an assistant is entered among those who handled it. */
export function handledBy(grid: Grid, assistants: ReadonlyMap<string, GridRow>): Flaw[] {
  if (assistants.size === 0) return []
  return officersOf(grid).flatMap((column) =>
    grid.rows.flatMap((row) => namesIn(written(row, column)).flatMap((name) => flawIn(row, column, name, assistants))),
  )
}

function flawIn(row: GridRow, column: Column, name: string, assistants: ReadonlyMap<string, GridRow>): Flaw[] {
  const entry = assistants.get(name)
  if (!entry) return []
  const [roster = ''] = entry.grid.names
  return [flawAt('人员', row, column, `${column.name}${name}是辅助人员（《${roster}》第${entry.index + 1}行）`)]
}
