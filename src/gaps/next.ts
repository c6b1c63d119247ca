import type { Day } from '../core/day.ts'
import type { Report } from '../core/report.ts'
import type { Returned } from './back/copy.ts'
import { merged, type Told } from './back/merge.ts'
import { type Beside, commonHistory, copyOf, insistOnSame } from './back/open.ts'
import type { Event } from './model/event.ts'
import { standingOf } from './model/fold.ts'
import { numbered } from './model/history.ts'
import { reaudited } from './model/reaudit.ts'

export type Next = {
  readonly history: readonly Event[]
  /** How long the history was before. */
  readonly before: number
  readonly told: readonly Told[]
}

/** The first list of a folder. */
export function firstList(report: Report, on: Day): Next {
  return { history: numbered([], reaudited(standingOf([]), report, on), on), before: 0, told: [] }
}

/** What people wrote into the copies that came back, before the folder is looked at again. */
export type Taken = Next & { readonly name: string }

export function taken(copies: readonly Returned[], beside: readonly Beside[], on: Day): Taken {
  const before = commonHistory(copies, beside)
  const sent = copies.map((copy) => copyOf(copy, before, on))
  const { notes, told } = merged(sent, standingOf(before), before, on)
  const name = copies[0]?.name ?? beside[0]?.name ?? ''
  return { history: [...before, ...numbered(before, notes, on)], before: before.length, told, name }
}

/** The list after this one: what was taken from the copies, then what the audit finds now. */
export function after({ history: written, before, told, name }: Taken, report: Report, on: Day): Next {
  insistOnSame(written.slice(0, before), name, report, on)
  const now = numbered(written, reaudited(standingOf(written), report, on), on)
  return { history: [...written, ...now], before, told }
}

export const nextList = (copies: readonly Returned[], beside: readonly Beside[], report: Report, on: Day): Next =>
  after(taken(copies, beside, on), report, on)
