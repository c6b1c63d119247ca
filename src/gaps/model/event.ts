import type { Day } from '../../core/day.ts'
import type { Extent } from '../../core/evidence.ts'
import type { Item } from '../entries.ts'
import type { Field, RequestKind, State } from './words.ts'

/** A file as it was when it was looked at. */
export type FileSeen = { readonly path: string; readonly sha256: string; readonly read: Extent }

/** The audit that made a list, or held the folder against the last one. */
export type Run = {
  readonly asOf: Day
  readonly unit: string
  readonly tool: string
  readonly system: string
  readonly systemVersion: string
  /** Over the files as they were, the rules and what was asked for: the same audit twice is one run. */
  readonly print: string
}

type About = { readonly entry: string; readonly round: number }

export type Happened =
  | ({ readonly type: 'run' } & Run)
  /** The first time, or again after it was closed. Pending are the findings that have to go before it is closed. */
  | ({
      readonly type: 'found'
      readonly number: number
      readonly item: Item
      readonly files: readonly FileSeen[]
    } & About)
  /** It says something else than the last time. */
  | ({
      readonly type: 'seen'
      readonly item: Item
      readonly files: readonly FileSeen[]
      readonly pending: readonly string[]
    } & About)
  | ({ readonly type: 'set'; readonly field: Field; readonly old: string; readonly new: string } & About)
  | ({ readonly type: 'state'; readonly old: State; readonly new: State; readonly why: string } & About)
  | ({ readonly type: 'recheck'; readonly result: '仍存在' | '无法复核' | '未再发现'; readonly why: string } & About)
  | ({
      readonly type: 'closed'
      readonly old: State
      readonly new: '已销号' | '已核实'
      readonly why: string
      readonly evidence: readonly FileSeen[]
    } & About)
  | ({
      readonly type: 'request'
      readonly id: string
      readonly what: RequestKind
      readonly until: Day | ''
      readonly reason: string
      readonly asker: string
      readonly asked: Day
    } & About)
  | ({
      readonly type: 'decision'
      readonly id: string
      readonly granted: boolean
      readonly decider: string
      readonly decided: Day
    } & About)
  | ({
      readonly type: 'answer'
      readonly answer: '符合' | '不符合'
      readonly reason: string
      readonly answerer: string
      readonly answered: Day
      readonly until: Day | ''
      readonly review?: { readonly reviewer: string; readonly reviewed: Day }
    } & About)
  /** A grant or an answer has run out. */
  | ({ readonly type: 'lapsed'; readonly what: string; readonly until: Day } & About)
  /** Words that were not taken over, so that they are not lost. */
  | {
      readonly type: 'refused'
      readonly entry: string
      readonly at: string
      readonly words: string
      readonly why: string
    }
  | ({
      readonly type: 'conflict'
      readonly field: string
      readonly values: readonly { readonly from: string; readonly value: string }[]
    } & About)

/** One line of the history. `by`: the person, or the system; `from`: the file that it came in by. */
export type Event = Happened & {
  readonly n: number
  readonly on: Day
  readonly by: string
  readonly from: string
}

export type Note = { readonly happened: Happened; readonly by: string; readonly from: string }
