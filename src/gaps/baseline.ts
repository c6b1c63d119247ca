import { addDays, type Day, isDay } from '../core/day.ts'
import { UserError } from '../core/problem.ts'
import type { Finding, Report } from '../core/report.ts'
import { bare } from '../language/text.ts'
import { type Item, itemsOf } from './entries.ts'
import { indicatorsOf } from './item-words.ts'

/** A gap that is known, by what it says: one more bad row under it is another gap. */
export type Known = {
  readonly finding: string
  readonly indicator: string
  readonly says: string
  /** The rows, papers or parts that it names; without them a finding is known as such. */
  readonly things: readonly string[]
  /** How many there are, where it does not name them all. */
  readonly count: number
  /** Why it may stand for now, and until which day. */
  readonly reason: string
  readonly until: Day
}

export type Baseline = { readonly unit: string; readonly system: string; readonly known: readonly Known[] }

export type Held = {
  readonly fresh: readonly Known[]
  readonly expired: readonly Known[]
  readonly mended: readonly Known[]
  /** The baseline without what is mended. */
  readonly left: Baseline
}

/** Long enough for a plan's cycle of mending, short enough that nobody forgets. */
const USUAL = 90

/** What the gaps of a report say, each by the finding that says it. */
function gapsOf(report: Report, reason: string, until: Day): Known[] {
  const byFinding = new Map<string, Item>()
  for (const item of itemsOf(report))
    if (item.class !== 'question') for (const id of item.findings) byFinding.set(id, item)
  return report.findings.flatMap((finding): Known[] => {
    const item = byFinding.get(finding.id)
    if (!item) return []
    const { id, message } = finding
    return [{ finding: id, indicator: indicatorsOf(item), says: message, ...thingsIn(finding), reason, until }]
  })
}

const LISTS = ['rows', 'things', 'lacking', 'months', 'words'] as const

/** What a finding lists, without what is said of each: a row is the same row though its days have changed. */
function thingsIn({ data }: Finding): Pick<Known, 'things' | 'count'> {
  const text = LISTS.map((key) => data[key]).find((value) => typeof value === 'string' && value !== '')
  if (typeof text !== 'string') return { things: [], count: 0 }
  const more = /等(\d+)[^\d、]{1,2}$/u.exec(text)
  const things = listed(more ? text.slice(0, more.index) : text).map((one) =>
    one
      .replace(/^第\d+行\s*/u, '')
      .replace(/：[\s\S]*$/u, '')
      .replace(/（[^（）]*）$/u, '')
      .trim(),
  )
  return { things: [...new Set(things)], count: more ? Number(more[1]) : 0 }
}

const [OPENS, CLOSES] = ['（《“〔(', '）》”〕)']

/** Parts of a list; a comma within brackets or quotation marks parts nothing. */
function listed(text: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const sign of text) {
    if (OPENS.includes(sign)) depth++
    if (CLOSES.includes(sign)) depth = Math.max(0, depth - 1)
    if (sign === '、' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.filter((part) => part.trim() !== '')
}

export const baselineOf = (report: Report, reason: string, on: Day, until: Day = addDays(on, USUAL)): Baseline => ({
  unit: report.unit.name,
  system: report.system.id,
  known: gapsOf(report, reason, until),
})

/** Every thing that it names was known, and there are no more of those that it does not name. */
function covers(known: Known | undefined, now: Known): boolean {
  if (!known) return false
  const things = new Set(known.things.map(bare))
  // What a cut list hides may be any of them; then only their number is left to hold it to.
  const cut = known.count > known.things.length
  const named = now.things.every((one) => things.has(bare(one)))
  return (named || cut) && Math.max(now.count, now.things.length) <= Math.max(known.count, known.things.length)
}

/** New gaps, known ones whose day has passed, and those that are mended: the baseline only ever shrinks. */
export function heldAgainst(baseline: Baseline, report: Report, on: Day): Held {
  if (baseline.unit !== report.unit.name)
    throw new UserError(`基线是${baseline.unit}的，这次审的是${report.unit.name}：请换成${report.unit.name}的基线`)
  if (baseline.system !== report.system.id)
    throw new UserError(`基线用的是指标体系 ${baseline.system}，这次用的是 ${report.system.id}：请重新记一份基线`)
  const known = new Map(baseline.known.map((one) => [one.finding, one]))
  const now = gapsOf(report, '', on)
  const found = new Map(now.map((one) => [one.finding, one]))
  const left = baseline.known.flatMap((one): Known[] => {
    const still = found.get(one.finding)
    // A row that is mended is known no more: it must not come back unseen.
    return still
      ? [covers(one, still) ? { ...one, says: still.says, things: still.things, count: still.count } : one]
      : []
  })
  return {
    fresh: now.filter((one) => !covers(known.get(one.finding), one)),
    expired: left.filter(({ until }) => until < on),
    mended: baseline.known.filter((one) => !found.has(one.finding)),
    left: { ...baseline, known: left },
  }
}

export const written = (baseline: Baseline): string => `${JSON.stringify(baseline, null, 2)}\n`

/** What a file says; a UserError where it is no baseline. */
export function baselineIn(text: string, name: string): Baseline {
  const value = parsed(text)
  if (isBaseline(value)) return value
  throw new UserError(`“${name}”不是基线文件，或已损坏：请用 audit baseline 重新记一份（加 --write）`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isBaseline = (value: unknown): value is Baseline =>
  isRecord(value) &&
  typeof value.unit === 'string' &&
  typeof value.system === 'string' &&
  Array.isArray(value.known) &&
  value.known.every(isKnown)

const isKnown = (value: unknown): value is Known =>
  isRecord(value) &&
  ['finding', 'indicator', 'says', 'reason'].every((key) => typeof value[key] === 'string') &&
  Array.isArray(value.things) &&
  value.things.every((one) => typeof one === 'string') &&
  typeof value.count === 'number' &&
  typeof value.until === 'string' &&
  isDay(value.until)
