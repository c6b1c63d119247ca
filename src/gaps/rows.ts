import type { Day } from '../core/day.ts'
import { type Entry, type Request, type Round, roundOf } from './model/entry.ts'
import type { Standing } from './model/fold.ts'
import { isClosed } from './model/words.ts'

/** What a row of the list shows: an entry, and its round. */
export type Shown = { readonly entry: Entry; readonly round: Round; readonly on: Day }

export type Asked = { readonly entry: Entry; readonly round: Round; readonly request: Request } | null

export function openRows({ entries }: Standing, on: Day): { list: Shown[]; questions: Shown[] } {
  const open = [...entries.values()]
    .map((entry) => ({ entry, round: roundOf(entry), on }))
    .filter(({ round }) => !isClosed(round.state))
    .sort((a, b) => a.entry.number - b.entry.number)
  return {
    list: open.filter(({ round }) => round.state !== '待核实'),
    questions: open.filter(({ round }) => round.state === '待核实'),
  }
}

export const closedRows = ({ entries }: Standing, on: Day): Shown[] =>
  [...entries.values()]
    .flatMap((entry) => entry.rounds.map((round) => ({ entry, round, on })))
    .filter(({ round }) => round.closed !== null)
    .sort((a, b) => a.entry.number - b.entry.number || a.round.round - b.round.round)

export const requestRows = ({ entries }: Standing): NonNullable<Asked>[] =>
  [...entries.values()]
    .toSorted((a, b) => a.number - b.number)
    .flatMap((entry) => entry.rounds.flatMap((round) => round.requests.map((request) => ({ entry, round, request }))))
