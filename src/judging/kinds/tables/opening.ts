import type { Flaw } from '../../tables/flaw.ts'
import type { Grid } from '../../tables/grid.ts'
import { rolesOf } from '../../tables/roles.ts'
import type { Term } from '../../tables/terms.ts'
import type { Ask } from './params.ts'

const OPENED = new Set(['公开', '公示', '公布'])
const DECIDED = '决定'

const isOfDecisions = (grid: Grid): boolean => rolesOf(grid).days.some(({ event }) => event === DECIDED)

/** When decisions have to be laid open is of the rules that ask for that, wherever their table lies. */
export const asksOpening = ({ to, undone, about }: Ask): boolean =>
  [...to, ...undone, ...about.flat()].some((word) => OPENED.has(word))

export const isOpening = (grid: Grid, { to }: Term): boolean => isOfDecisions(grid) && OPENED.has(to[0] ?? '')

export const isOfOpening = (grid: Grid, { check, column }: Flaw): boolean =>
  isOfDecisions(grid) && check === '期限' && (column?.parts.events ?? []).some((id) => OPENED.has(id))
