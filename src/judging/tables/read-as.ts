import type { ColumnSpec } from '../../core/ledger.ts'
import type { Package } from '../../core/package.ts'
import { clipped } from '../../language/text.ts'
import { visible } from '../../language/visible.ts'
import type { Column, Grid } from './grid.ts'

/** The columns of a table that the ledger which it is reads as some of its own. */
export function readAs(
  grid: Grid,
  { ledgers }: Pick<Package, 'ledgers'>,
  is: (column: ColumnSpec) => boolean,
): Column[] {
  const heads = new Set(
    ledgers
      .filter(({ file, sheet }) => file === grid.file && sheet === grid.table.name)
      .flatMap(({ spec, assigned }) =>
        assigned.filter(({ column }) => spec.columns.some((one) => one.name === column && is(one))),
      )
      .map(({ head }) => head),
  )
  return heads.size === 0 ? [] : grid.columns.filter(({ head }) => heads.has(clipped(visible(head.text), 40)))
}
