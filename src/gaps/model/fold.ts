import type { Day } from '../../core/day.ts'
import type { Entry, Request, Round } from './entry.ts'
import { roundOf } from './entry.ts'
import type { Event, Run } from './event.ts'
import { isClosed, SYSTEM } from './words.ts'

/** The list as the history has made it. */
export type Standing = {
  readonly entries: ReadonlyMap<string, Entry>
  readonly runs: readonly (Run & { readonly on: Day })[]
  readonly refused: readonly Extract<Event, { type: 'refused' }>[]
}

/** A function of the history and of nothing else, so that any past day can be told again. */
export function standingOf(history: readonly Event[]): Standing {
  const entries = new Map<string, Entry>()
  const runs: (Run & { on: Day })[] = []
  const refused: Extract<Event, { type: 'refused' }>[] = []
  for (const event of history) {
    if (event.type === 'run') runs.push(event)
    else {
      if (event.type === 'refused') refused.push(event)
      const entry = entries.get(event.entry)
      const next = event.type === 'found' ? found(entry, event) : entry && changed(entry, event, runs.at(-1))
      if (next) entries.set(event.entry, next)
    }
  }
  return { entries, runs, refused }
}

type Found = Extract<Event, { type: 'found' }>

function found(entry: Entry | undefined, { entry: id, number, round, item, files, on }: Found): Entry {
  const fresh: Round = {
    round,
    opened: on,
    item,
    files,
    pending: item.findings,
    fields: {},
    state: item.class === 'question' ? '待核实' : '待整改',
    handedIn: '',
    requests: [],
    answer: null,
    recheck: null,
    sentBack: [],
    conflicts: {},
    refused: [],
    closed: null,
  }
  return entry ? { ...entry, rounds: [...entry.rounds, fresh] } : { id, number, rounds: [fresh] }
}

type Change = Exclude<Event, { type: 'found' | 'run' }>

/** A closed round never changes, whatever a line says. */
function changed(entry: Entry, event: Change, run: Run | undefined): Entry | undefined {
  const round = roundOf(entry)
  if (isClosed(round.state) || (event.type !== 'refused' && round.round !== event.round)) return undefined
  return { ...entry, rounds: [...entry.rounds.slice(0, -1), { ...round, ...partOf(round, event, run) }] }
}

function partOf(round: Round, event: Change, run: Run | undefined): Partial<Round> {
  switch (event.type) {
    case 'seen':
      return { item: event.item, files: event.files, pending: event.pending }
    case 'set':
      return {
        fields: { ...round.fields, [event.field]: event.new },
        conflicts: without(round.conflicts, event.field),
        refused: [],
      }
    case 'state':
      return {
        state: event.new,
        ...(event.new === '已整改待复核' && { handedIn: event.on }),
        ...(event.by !== SYSTEM && { conflicts: without(round.conflicts, '状态'), refused: [] }),
        ...(event.new === '退回' && {
          sentBack: [...round.sentBack, { on: event.on, why: event.why, by: event.by }],
        }),
      }
    case 'recheck':
      return { recheck: { on: event.on, result: event.result, why: event.why } }
    case 'closed':
      return {
        state: event.new,
        recheck: null,
        closed: run ? { on: event.on, why: event.why, run, evidence: event.evidence } : null,
      }
    case 'request': {
      const { id, what, until, reason, asker, asked } = event
      const request: Request = { id, what, until, reason, asker, asked, decision: null, lapsed: false }
      return { requests: [...round.requests, request] }
    }
    case 'decision': {
      const { on, granted, decider, decided } = event
      return {
        requests: round.requests.map((one) =>
          one.id === event.id ? { ...one, decision: { on, granted, decider, decided } } : one,
        ),
      }
    }
    case 'answer': {
      const { answer, reason, answerer, answered, until } = event
      return { answer: { answer, reason, answerer, answered, until } }
    }
    case 'lapsed':
      return event.what === '核实'
        ? { answer: null }
        : { requests: round.requests.map((one) => (one.id === event.what ? { ...one, lapsed: true } : one)) }
    case 'refused': {
      const { on, words, why } = event
      return { refused: [...round.refused, { on, words, why }] }
    }
    case 'conflict':
      return { conflicts: { ...round.conflicts, [event.field]: event.values } }
  }
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = record
  return rest
}
