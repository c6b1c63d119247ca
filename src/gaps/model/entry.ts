import type { Day } from '../../core/day.ts'
import type { Item } from '../entries.ts'
import type { FileSeen, Run } from './event.ts'
import type { RequestKind, State } from './words.ts'

export type Request = {
  readonly id: string
  readonly what: RequestKind
  readonly until: Day | ''
  readonly reason: string
  readonly asker: string
  readonly asked: Day
  /** `on`: when it came into the list. */
  readonly decision: {
    readonly on: Day
    readonly granted: boolean
    readonly decider: string
    readonly decided: Day
  } | null
  /** It was granted and has run out. */
  readonly lapsed: boolean
}

export type Answer = {
  readonly answer: '符合' | '不符合'
  readonly reason: string
  readonly answerer: string
  readonly answered: Day
  readonly until: Day | ''
}

export type Closing = {
  readonly on: Day
  readonly why: string
  readonly run: Run
  readonly evidence: readonly FileSeen[]
}

/** From the day it was found until it is closed; what comes back afterwards is another round. */
export type Round = {
  readonly round: number
  readonly opened: Day
  readonly item: Item
  readonly files: readonly FileSeen[]
  /** Findings that were seen in this round and have not been seen to be mended. */
  readonly pending: readonly string[]
  readonly fields: Readonly<Record<string, string>>
  readonly state: State
  /** When it was last said to be mended; empty while it was not. */
  readonly handedIn: Day | ''
  readonly requests: readonly Request[]
  readonly answer: Answer | null
  readonly recheck: { readonly on: Day; readonly result: string; readonly why: string } | null
  readonly sentBack: readonly { readonly on: Day; readonly why: string; readonly by: string }[]
  /** What was not taken over and nobody has yet put right, by field. */
  readonly conflicts: Readonly<Record<string, readonly { readonly from: string; readonly value: string }[]>>
  readonly refused: readonly { readonly on: Day; readonly words: string; readonly why: string }[]
  readonly closed: Closing | null
}

export type Entry = {
  readonly id: string
  /** Its 序号, for ever. */
  readonly number: number
  readonly rounds: readonly Round[]
}

export const roundOf = (entry: Entry): Round => entry.rounds.at(-1)!

/** The request that holds on a day, of those that set an entry aside. */
export function grantOf({ requests }: Round, on: Day): Request | undefined {
  return requests.findLast(
    ({ what, decision, until }) =>
      what !== '延期' && decision?.granted && (until === '' || until >= on || what === '长期整改'),
  )
}

/** The deadline that holds: the last that was granted, else the first one. Empty where none is a day. */
export function deadlineOf({ requests, fields }: Round): string {
  const longer = requests.findLast(({ what, decision }) => what === '延期' && decision?.granted)
  return longer?.until || fields.整改时限 || ''
}

const SET_ASIDE: Readonly<Record<RequestKind, string>> = {
  延期: '',
  长期整改: '长期整改',
  豁免: '已豁免',
  不适用: '不适用',
}

/** The word that the list prints. */
export function stateOn(round: Round, on: Day): string {
  const grant = round.closed ? undefined : grantOf(round, on)
  return grant ? SET_ASIDE[grant.what] : round.state
}

/** A deadline has passed and the unit has not yet handed it in for a look. */
export function isOverdue(round: Round, on: Day): boolean {
  if (round.closed || grantOf(round, on) || round.state === '已整改待复核' || round.state === '待核实') return false
  const deadline = deadlineOf(round)
  return /^\d/.test(deadline) && deadline < on
}
