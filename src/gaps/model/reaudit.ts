import { createHash } from 'node:crypto'
import type { Day } from '../../core/day.ts'
import type { Report } from '../../core/report.ts'
import { clipped } from '../../language/text.ts'
import { type Item, itemsOf } from '../entries.ts'
import type { Entry, Round } from './entry.ts'
import { grantOf, roundOf } from './entry.ts'
import type { FileSeen, Happened, Note, Run } from './event.ts'
import type { Standing } from './fold.ts'
import { type Fate, fateOf } from './recheck.ts'
import { isClosed, SYSTEM } from './words.ts'

/** What an audit of the folder as it is now makes of the list as it stands. The same audit twice says nothing new. */
export function reaudited(standing: Standing, report: Report, on: Day): Note[] {
  const files = filesOf(report)
  const run = runOf(report)
  const last = standing.runs.at(-1) ?? run
  const look = { report, run, last, files }
  const items = itemsOf(report)
  const taken = pairs(standing, items)
  const notes: Happened[] = []
  // A line of each month in which a list was written: nothing can be entered before it afterwards, so that the figures of
  // the month that is over stay as they are.
  const isNewMonth = standing.runs.at(-1)?.on.slice(0, 7) !== on.slice(0, 7)
  if (last.print !== run.print || isNewMonth) notes.push({ type: 'run', ...run })

  let number = Math.max(0, ...[...standing.entries.values()].map((one) => one.number))
  for (const item of items) {
    const entry = taken.get(item)
    const seen = seenIn(item, files)
    if (!entry)
      notes.push({ type: 'found', entry: freeId(item.id, standing), round: 1, number: ++number, item, files: seen })
    else if (!isClosed(roundOf(entry).state)) notes.push(...stillThere(entry, item, seen, look, on))
    else if (returns(entry, item, on))
      notes.push(...runOut(entry, on), {
        type: 'found',
        entry: entry.id,
        round: roundOf(entry).round + 1,
        number: entry.number,
        item,
        files: seen,
      })
  }
  const kept = new Set([...taken.values()].map(({ id }) => id))
  for (const entry of standing.entries.values())
    if (!kept.has(entry.id) && !isClosed(roundOf(entry).state)) notes.push(...notThere(entry, look, on))
  return notes.map((happened) => ({ happened, by: SYSTEM, from: '审核' }))
}

type Look = Parameters<typeof fateOf>[2]

export function runOf({ asOf, unit, tool, system, files, findings, indicators }: Report): Run {
  const print = createHash('sha256')
  for (const { path, sha256, read } of files) print.update(`${path}\t${sha256}\t${read}\n`)
  for (const { id, outcome, message } of findings) print.update(`${id}\t${outcome}\t${message}\n`)
  print.update(indicators.map(({ id, outcome }) => `${id}${outcome}`).join())
  print.update(`${asOf}\n${system.sha256}\n${tool.version}`)
  return {
    asOf,
    unit: unit.name,
    tool: tool.version,
    system: system.id,
    systemVersion: system.version,
    print: print.digest('hex').slice(0, 16),
  }
}

const filesOf = ({ files }: Report): ReadonlyMap<string, FileSeen> =>
  new Map(files.map(({ path, sha256, read }) => [path, { path, sha256, read }]))

const seenIn = ({ places }: Item, files: ReadonlyMap<string, FileSeen>): FileSeen[] =>
  [...new Set(places.map(({ file }) => file))].flatMap((path) => files.get(path) ?? [])

/** Which entry says what an item says: the one of its id, else the one that most of its findings were told in. */
function pairs({ entries }: Standing, items: readonly Item[]): Map<Item, Entry> {
  const taken = new Map<Item, Entry>()
  const free = new Map(entries)
  const give = (item: Item, entry: Entry | undefined) => {
    if (!entry || !free.delete(entry.id)) return
    taken.set(item, entry)
  }
  for (const item of items) give(item, free.get(item.id))
  const byFinding = new Map<string, string[]>()
  for (const entry of free.values())
    for (const id of findingsOf(entry)) byFinding.set(id, [...(byFinding.get(id) ?? []), entry.id])
  for (const item of items) {
    if (taken.has(item)) continue
    const votes = item.findings.flatMap((id) => byFinding.get(id) ?? []).filter((id) => free.has(id))
    const best = [...new Set(votes)].sort(
      (a, b) => votes.filter((one) => one === b).length - votes.filter((one) => one === a).length,
    )[0]
    if (best !== undefined) give(item, free.get(best))
  }
  return taken
}

const findingsOf = (entry: Entry): Set<string> => new Set([...roundOf(entry).item.findings, ...roundOf(entry).pending])

/** An id may be taken by an entry that now goes on under another item. */
function freeId(id: string, { entries }: Standing): string {
  let free = id
  for (let count = 2; entries.has(free); count++) free = `${id}~${count}`
  return free
}

/** Whether what was closed is open again: a person's answer holds until its last day, and for what was asked. */
function returns(entry: Entry, item: Item, on: Day): boolean {
  const { state, answer, item: asked } = roundOf(entry)
  if (state !== '已核实' || !answer) return true
  if (answer.until !== '' && answer.until < on) return true
  return item.class !== 'question' || item.findings.some((id) => !asked.findings.includes(id))
}

/** What was held for answered, and until when. */
function runOut(entry: Entry, on: Day): Happened[] {
  const { answer, round } = roundOf(entry)
  if (!answer || answer.until === '' || answer.until >= on) return []
  return [{ type: 'lapsed', entry: entry.id, round, what: '核实', until: answer.until }]
}

function stillThere(entry: Entry, item: Item, files: readonly FileSeen[], look: Look, on: Day): Happened[] {
  const round = roundOf(entry)
  const about = { entry: entry.id, round: round.round }
  const asked = round.item.class === 'question'
  // What was proved and is now only asked has not become better: something cannot be read or told any more.
  if (!asked && item.class === 'question') return unsureOf(entry, [`本次不能判断：${clipped(item.what, 60)}`])
  const gone = round.pending.filter((id) => !item.findings.includes(id))
  const left = gone.filter((id) => fateOf(id, round, look).fate === 'unsure')
  const pending = [...item.findings, ...left]
  const changed = JSON.stringify([item, files, pending]) !== JSON.stringify([round.item, round.files, round.pending])
  const notes: Happened[] = changed ? [{ type: 'seen', ...about, item, files, pending }] : []
  if (asked && item.class !== 'question' && round.state === '待核实')
    notes.push({ type: 'state', ...about, old: round.state, new: '待整改', why: '复核后认定为问题' })
  // What a person found wrong only a person can find right.
  if (asked && item.class === 'question' && round.state === '已整改待复核')
    notes.push({ type: 'state', ...about, old: round.state, new: '待核实', why: '单位报已整改，请重新核实' })
  else if (round.state === '已整改待复核' && !grantOf(round, on)) {
    const why = `复核仍发现：${clipped(item.what, 120)}`
    notes.push({ type: 'recheck', ...about, result: '仍存在', why })
    notes.push({ type: 'state', ...about, old: round.state, new: '退回', why })
  } else if (round.recheck && round.recheck.result !== '仍存在') {
    notes.push({ type: 'recheck', ...about, result: '仍存在', why: '' })
  }
  return notes
}

function notThere(entry: Entry, look: Look, on: Day): Happened[] {
  const round = roundOf(entry)
  const about = { entry: entry.id, round: round.round }
  const fates = round.pending.map((id) => fateOf(id, round, look))
  const doubts = fates.flatMap((one) => (one.fate === 'unsure' ? [one.why] : []))
  if (doubts.length > 0) return unsureOf(entry, doubts)
  const grant = grantOf(round, on)
  // A stage that is reached is not the end of what goes on for long.
  if (grant?.what === '长期整改' && grant.until !== '' && grant.until > on)
    return recheckOf(round, about, '未再发现', `长期整改，下次复核${grant.until}`)
  const mended = fates.filter((one): one is Extract<Fate, { fate: 'mended' }> => one.fate === 'mended')
  const evidence = new Map(mended.flatMap((one) => one.evidence).map((file) => [file.path, file]))
  return [
    {
      type: 'closed',
      ...about,
      old: round.state,
      new: round.state === '待核实' ? '已核实' : '已销号',
      why: [...new Set(mended.map(({ why }) => why))].join('；'),
      evidence: [...evidence.values()],
    },
  ]
}

function unsureOf(entry: Entry, doubts: readonly string[]): Happened[] {
  const round = roundOf(entry)
  return recheckOf(round, { entry: entry.id, round: round.round }, '无法复核', [...new Set(doubts)].join('；'))
}

/** Told when it is new, and not at every audit again. */
function recheckOf(
  { recheck }: Round,
  about: { entry: string; round: number },
  result: '无法复核' | '未再发现',
  why: string,
): Happened[] {
  return recheck?.result === result && recheck.why === why ? [] : [{ type: 'recheck', ...about, result, why }]
}
