import type { Day } from '../../core/day.ts'
import { type Entry, type Round, roundOf } from '../model/entry.ts'
import type { Event, Happened, Note } from '../model/event.ts'
import type { Standing } from '../model/fold.ts'
import { type Field, isClosed, isPicked, SYSTEM } from '../model/words.ts'
import type { AnswerGiven, Copy, Edit, Refusal, RequestMade } from './copy.ts'

/** A sentence for whoever sent the list in: which file and cell, and what is to be done. */
export type Told = { readonly from: string; readonly at: string; readonly why: string; readonly mild?: true }

/** A copy, and how long the history was when it was sent out. */
export type Sent = { readonly copy: Copy; readonly length: number }

/**
 * What several returned copies make of the list as it stands, field by field against what was sent. A cell that two
 * copies changed in two ways, or that has been changed otherwise since, is told and left as it is.
 */
export function merged(
  copies: readonly Sent[],
  now: Standing,
  history: readonly Event[],
  on: Day,
): { notes: Note[]; told: Told[] } {
  const notes: Note[] = []
  const told: Told[] = []
  const say = (happened: Happened, by: string, from: string) => void notes.push({ happened, by, from })

  const edits = copies.flatMap(({ copy, length }) => copy.edits.map((edit) => ({ ...edit, from: copy.from, length })))
  for (const same of grouped(edits, ({ entry, field }) => `${entry.id}\n${field}`).values()) {
    const outcome = settled(same, now, history)
    told.push(...outcome.told)
    for (const note of outcome.notes) notes.push(note)
  }
  const answers = copies.flatMap(({ copy }) => copy.answers.map((answer) => ({ ...answer, from: copy.from })))
  for (const same of grouped(answers, ({ entry }) => entry.id).values()) {
    const outcome = answered(same, now)
    told.push(...outcome.told)
    for (const note of outcome.notes) notes.push(note)
  }
  const requests = copies.flatMap(({ copy }) => copy.requests.map((request) => ({ ...request, from: copy.from })))
  requested(requests, now, say)
  for (const { copy } of copies)
    for (const refusal of copy.refusals) {
      told.push({ from: copy.from, at: refusal.at, why: refusal.why, ...(refusal.mild && { mild: true }) })
      if (!isTold(refusal, now, notes))
        say(
          { type: 'refused', entry: refusal.entry, at: refusal.at, words: refusal.words, why: refusal.why },
          SYSTEM,
          copy.from,
        )
    }
  notes.push(...lapses(now, on))
  // A field is set before the state that may rest on it.
  return { notes, told }
}

type From = { readonly from: string }

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

type Outcome = { readonly notes: readonly Note[]; readonly told: readonly Told[] }

const NOTHING: Outcome = { notes: [], told: [] }

function settled(
  same: readonly (Edit & From & { length: number })[],
  now: Standing,
  history: readonly Event[],
): Outcome {
  const fresh = same.filter((edit) => !wasTaken(edit, history))
  const [first] = fresh
  if (!first) return NOTHING
  const entry = now.entries.get(first.entry.id)
  const round = entry && roundOf(entry)
  const values = [...new Map(fresh.map((edit) => [edit.new, edit])).values()]
  if (!entry || !round || round.round !== roundOf(first.entry).round || isClosed(round.state)) return late(fresh, entry)
  const current = first.field === '状态' ? round.state : (round.fields[first.field] ?? '')
  if (values.length === 1 && current === first.new) return NOTHING
  if (values.length === 1 && current === first.old) return { notes: [noteOf(first, round)], told: [] }
  const both = [
    ...(current === first.old ? [] : [{ from: '现清单', value: current }]),
    ...values.map(({ from, new: value }) => ({ from, value })),
  ]
  const sentence = both.map(({ from, value }) => `${from}写“${value || '（空）'}”`).join('，')
  const told = fresh.map(({ from, at, field }) => ({
    from,
    at,
    why: `第${entry.number}条的“${field}”有不同的填法（${sentence}），未采用：请商定后在新清单中填写`,
  }))
  const known = JSON.stringify(round.conflicts[first.field]) === JSON.stringify(both)
  const happened: Happened = { type: 'conflict', entry: entry.id, round: round.round, field: first.field, values: both }
  return {
    notes: known ? [] : [{ happened, by: SYSTEM, from: [...new Set(fresh.map(({ from }) => from))].join('、') }],
    told,
  }
}

/** The same list may be handed in again: what was taken from it before is no change, even where it was changed since. */
function wasTaken(edit: Edit & { length: number }, history: readonly Event[]): boolean {
  return history.slice(edit.length).some((event) => {
    if (event.type === 'set')
      return event.entry === edit.entry.id && event.field === edit.field && event.new === edit.new
    return event.type === 'state' && edit.field === '状态' && event.entry === edit.entry.id && event.new === edit.new
  })
}

function noteOf({ entry, field, old, new: text, by, from, why = '' }: Edit & From, { round }: Round): Note {
  const about = { entry: entry.id, round }
  if (field !== '状态' || !isPicked(text))
    return { happened: { type: 'set', ...about, field: field as Field, old, new: text }, by, from }
  return { happened: { type: 'state', ...about, old: old as Round['state'], new: text, why }, by, from }
}

function late(fresh: readonly (Edit & From)[], entry: Entry | undefined): Outcome {
  const why = entry ? `第${entry.number}条已办结，办结后的改动未采用` : '这一条已不在清单中'
  const told = fresh.map(({ from, at }) => ({ from, at, why }))
  const notes = fresh.map(
    ({ entry: { id }, at, field, new: text, from }): Note => ({
      happened: { type: 'refused', entry: id, at, words: `${field}=${text}`, why },
      by: SYSTEM,
      from,
    }),
  )
  return { notes, told }
}

function answered(same: readonly (AnswerGiven & From)[], now: Standing): Outcome {
  const [first] = same
  const entry = first && now.entries.get(first.entry.id)
  if (!first || !entry) return NOTHING
  const round = roundOf(entry)
  const about = { entry: entry.id, round: round.round }
  const kinds = new Set(same.map(({ answer }) => answer))
  if (kinds.size > 1) {
    const values = same.map(({ from, answer, answerer }) => ({ from, value: `${answer}（${answerer}）` }))
    const why = `第${entry.number}条有不同的核实结论（${values.map(({ from, value }) => `${from}：${value}`).join('，')}），均未采用：请商定`
    const known = JSON.stringify(round.conflicts.核实结论) === JSON.stringify(values)
    const happened: Happened = { type: 'conflict', ...about, field: '核实结论', values }
    return {
      notes: known ? [] : [{ happened, by: SYSTEM, from: values.map(({ from }) => from).join('、') }],
      told: same.map(({ from, at }) => ({ from, at, why })),
    }
  }
  // It may have come in before: from the same list, or by another copy.
  if (round.state !== '待核实') return NOTHING
  const { answer, reason, answerer, answered: day, until, review, from } = first
  const given = { answer, reason, answerer, answered: day, until, ...(review && { review }) }
  const notes: Happened[] = [{ type: 'answer', ...about, ...given }]
  const looked = review ? `（${review.reviewer}于${review.reviewed}复核）` : ''
  const why = `${answerer}于${day}核实${answer}：${reason}${looked}`
  if (answer === '不符合' && round.item.settledBy !== 'either')
    notes.push({ type: 'state', ...about, old: round.state, new: '待整改', why })
  else notes.push({ type: 'closed', ...about, old: round.state, new: '已核实', why, evidence: round.files })
  return { notes: notes.map((happened) => ({ happened, by: answerer, from })), told: [] }
}

function requested(
  requests: readonly (RequestMade & From)[],
  now: Standing,
  say: (happened: Happened, by: string, from: string) => void,
): void {
  const made = new Map<string, string>()
  const decided = new Set<string>()
  const counts = new Map<string, number>()
  for (const { entry: given, id, what, until, reason, asker, asked, decision, from } of requests) {
    const entry = now.entries.get(given.id)
    if (!entry) continue
    const round = roundOf(entry)
    const about = { entry: entry.id, round: round.round }
    const all = entry.rounds.flatMap((one) => one.requests)
    const key = JSON.stringify([entry.id, what, until, reason, asker, asked])
    const known = all.find((one) =>
      id ? one.id === id : JSON.stringify([entry.id, one.what, one.until, one.reason, one.asker, one.asked]) === key,
    )
    let own = known?.id ?? made.get(key)
    if (own === undefined) {
      if (isClosed(round.state)) continue
      const count = (counts.get(entry.id) ?? all.length) + 1
      counts.set(entry.id, count)
      own = `R${count}`
      made.set(key, own)
      say({ type: 'request', ...about, id: own, what, until, reason, asker, asked }, asker, from)
    }
    if (!decision || known?.decision || decided.has(`${entry.id} ${own}`)) continue
    decided.add(`${entry.id} ${own}`)
    say({ type: 'decision', ...about, id: own, ...decision }, decision.decider, from)
  }
}

const isTold = ({ entry, words }: Refusal, now: Standing, notes: readonly Note[]): boolean =>
  words === '' ||
  now.refused.some((one) => one.entry === entry && one.words === words) ||
  notes.some(({ happened }) => happened.type === 'refused' && happened.entry === entry && happened.words === words)

/** Grants whose last day has passed. */
function lapses({ entries }: Standing, on: Day): Note[] {
  return [...entries.values()].flatMap((entry) => {
    const round = roundOf(entry)
    if (isClosed(round.state)) return []
    return round.requests.flatMap(({ id, what, until, decision, lapsed }): Note[] => {
      const over = what !== '延期' && what !== '长期整改' && decision?.granted && until !== '' && until < on
      if (!over || lapsed) return []
      return [
        {
          happened: { type: 'lapsed', entry: entry.id, round: round.round, what: id, until },
          by: SYSTEM,
          from: '审核',
        },
      ]
    })
  })
}
