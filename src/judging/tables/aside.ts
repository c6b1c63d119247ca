import { isAside } from '../../records/remark.ts'
import type { GridRow } from './grid.ts'

/** A row that any of its cells takes out of what is counted: 申请人撤回, 不计入. */
export const isTakenOut = ({ values }: Pick<GridRow, 'values'>): boolean =>
  isAside(values.filter((value) => typeof value === 'string'))
