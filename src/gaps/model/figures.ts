import type { Day } from '../../core/day.ts'
import { grantOf, isOverdue, type Round, stateOn } from './entry.ts'
import type { Event } from './event.ts'
import { standingOf } from './fold.ts'

/** What a 月报 says of the list at the end of a month. */
export type Figures = {
  readonly until: Day
  /** Rounds of problems: what came back counts again. */
  readonly due: number
  readonly closed: number
  /** By the word that the list prints, of those that are open. */
  readonly open: Readonly<Record<string, number>>
  readonly overdue: number
  /** Told by the last audit as 无法复核. */
  readonly unsure: number
  readonly again: number
  /** First rounds, and those of them that are closed. */
  readonly first: number
  readonly firstClosed: number
  readonly newly: number
  readonly closedNow: number
  readonly sentBackNow: number
  readonly extendedNow: number
  readonly asked: number
  readonly answered: number
}

export const OPEN_WORDS = ['待整改', '整改中', '已整改待复核', '退回', '长期整改', '已豁免', '不适用'] as const

/** A function of what had happened by that day, so that a report once sent never changes. */
export function figuresOf(history: readonly Event[], from: Day, until: Day): Figures {
  const { entries } = standingOf(history.filter(({ on }) => on <= until))
  const all = [...entries.values()].flatMap((entry) => entry.rounds)
  const rounds = all.filter(isProblem)
  const open = rounds.filter((round) => !round.closed)
  const count = (list: readonly Round[], test: (round: Round) => boolean) => list.filter(test).length
  const now = (day: Day) => from <= day && day <= until
  const first = rounds.filter(({ round }) => round === 1)
  return {
    until,
    due: rounds.length,
    closed: count(rounds, ({ closed }) => closed !== null),
    open: Object.fromEntries(OPEN_WORDS.map((word) => [word, count(open, (round) => stateOn(round, until) === word)])),
    overdue: count(open, (round) => isOverdue(round, until)),
    unsure: count(open, ({ recheck }) => recheck?.result === '无法复核'),
    again: count(rounds, ({ round }) => round > 1),
    first: first.length,
    firstClosed: count(first, ({ closed }) => closed !== null),
    newly: count(rounds, ({ opened }) => now(opened)),
    closedNow: count(rounds, ({ closed }) => closed !== null && now(closed.on)),
    sentBackNow: rounds.flatMap(({ sentBack }) => sentBack).filter(({ on }) => now(on)).length,
    extendedNow: rounds
      .flatMap(({ requests }) => requests)
      .filter(({ what, decision }) => what === '延期' && decision?.granted && now(decision.on)).length,
    asked: count(all, ({ state }) => state === '待核实'),
    answered: count(all, ({ state }) => state === '已核实'),
  }
}

/** A question that a person or an audit found to be a problem is one. */
const isProblem = ({ state }: Round): boolean => state !== '待核实' && state !== '已核实'

export const isSetAside = (round: Round, on: Day): boolean => grantOf(round, on) !== undefined

/** Months from the first line of a history to a day, the last of them up to that day only. */
export function monthsOf(history: readonly Event[], on: Day): { readonly from: Day; readonly until: Day }[] {
  const begun = history[0]?.on
  if (!begun) return []
  const months: { from: Day; until: Day }[] = []
  for (let month = begun.slice(0, 7); month <= on.slice(0, 7); month = following(month)) {
    const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
    const end = `${month}-${last}` as Day
    months.push({ from: `${month}-01` as Day, until: end < on ? end : on })
  }
  return months
}

function following(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
