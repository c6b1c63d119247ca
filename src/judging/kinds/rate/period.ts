import type { Claim } from '../../../core/fact.ts'
import type { Scope } from '../../../core/kind.ts'
import type { Ledger, LedgerRow } from '../../../core/ledger.ts'
import type { Parameter } from '../../../core/system.ts'
import { exempt, gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { quoted } from '../../../language/prose.ts'
import type { Period } from '../../desk/years.ts'
import { agrees, sourceOf } from '../../papers/claims.ts'
import { columnsToFill, disagrees, namesOf, openColumn, placesOf, sampled, tablePlaces } from '../../rows/cases.ts'
import type { Condition } from '../../rows/conditions.ts'
import { type Bound, boundName, decided, shareName, type Tally } from '../../rows/tally.ts'

/** What all verdicts of one rule share. */
export type Frame = {
  readonly scope: Scope
  readonly ledger: string
  readonly tables: readonly Ledger[]
  readonly lacking: readonly string[]
  readonly part: Condition
  readonly counts: Condition
  readonly bounds: readonly Bound[]
  readonly waits: Parameter | string | null
  readonly claims: readonly Claim[]
  /** The column that tells a row's period. */
  readonly year: string | null
  readonly noun: string
}

type Failed = 'short' | 'exceeded'
type Undecided = 'disputed' | 'open-rows' | 'no-column'

/** What the tally of one period comes to against the bounds. */
export function judged(
  frame: Frame,
  period: Period,
  counts: Tally,
): Verdict<'not-yet' | 'no-rows' | 'reached' | 'no-threshold' | Failed | Undecided> {
  const { pass, fail, open } = counts
  const about = {
    subject: period.subject,
    expected: frame.bounds.map(boundName).join('，'),
    actual: shownShare(counts),
  }
  const data = dataOf(frame, period, counts)
  const tables = tablePlaces(frame.tables)
  if (pass.length + fail.length + open.length === 0)
    return period.year !== null && !period.whole
      ? exempt('not-yet', data, about)
      : unclear('no-rows', data, { ...about, cites: tables, lacks: { ledger: frame.ledger } })

  const answers = frame.bounds.map((bound) => ({ bound, answer: decided(counts, bound) }))
  const failing = answers.find(({ answer }) => answer === 'fails')
  if (failing) return failed(frame, counts, failing.bound, data, about)
  if (answers.some(({ answer }) => answer === 'open')) return undecided(frame, counts, data, about)
  const cites = [...tables, ...sampled(placesOf(pass, frame.part.decisive))]
  if (!frame.waits) return met('reached', data, { ...about, cites })
  if (pass.length + fail.length === 0) return undecided(frame, counts, data, about)
  const parameter = typeof frame.waits === 'string' ? frame.waits : frame.waits.name
  return unclear('no-threshold', { ...data, parameter }, { ...about, expected: '待对照', cites })
}

type About = { readonly subject: string; readonly expected: string; readonly actual: string }

function dataOf({ scope, ledger, bounds, noun }: Frame, period: Period, { pass, fail }: Tally) {
  const [part, whole] = [pass.length, pass.length + fail.length]
  return {
    name: scope.rule.name,
    ledger,
    noun,
    period: period.year === null ? '' : period.name,
    why: period.why,
    rate: shareName(part, whole),
    part,
    whole,
    failed: fail.length,
    bound: bounds.map(boundName).join('且'),
  }
}

type Data = ReturnType<typeof dataOf>

const shownShare = ({ pass, fail }: Tally): string => {
  const whole = pass.length + fail.length
  return whole > 0 ? `${shareName(pass.length, whole)}（${pass.length}/${whole}）` : '0/0'
}

function failed(frame: Frame, counts: Tally, bound: Bound, data: Data, about: About): Verdict<Failed> {
  const short = bound.side === 'at-least'
  const blamed = short ? counts.fail : counts.pass
  const claims = frame.claims.filter((claim) => !agrees(claim, counts))
  const claimed = claims
    .map((claim) => `；${sourceOf(claim)}却称${claim.percent}%`)
    .slice(0, 1)
    .join('')
  const cites = [...placesOf(blamed, frame.part.decisive), ...claims.map(({ at }) => at)]
  return gap(
    short ? 'short' : 'exceeded',
    { ...data, rows: namesOf(blamed, frame.noun), count: blamed.length, claimed },
    { ...about, cites },
  )
}

function undecided(frame: Frame, { open }: Tally, data: Data, about: About): Verdict<Undecided> {
  const disputed = open.map(({ item }) => item).filter((item) => disagrees(item, frame.counts, frame.part))
  const some = disputed.length > 0 ? disputed : open.map(({ item }) => item)
  const why = disputed.length > 0 ? openColumn(frame.counts, frame.part) : openOrUndated(frame)
  const all = {
    ...data,
    bound: data.bound || '符合要求',
    count: some.length,
    rows: namesOf(some, frame.noun),
    columns: columnsToFill(some, why),
  }
  const cites = placesOf(some, why)
  if (disputed.length > 0) return unclear('disputed', all, { ...about, cites })
  if (frame.lacking.length === 0) return unclear('open-rows', all, { ...about, cites })
  return unclear(
    'no-column',
    { ...all, columns: quoted(frame.lacking) },
    { ...about, cites: tablePlaces(frame.tables), lacks: { ledger: frame.ledger, columns: frame.lacking } },
  )
}

/** A row that counts, and of which it is plain whether it passes, is open because nobody can tell its year. */
function openOrUndated({ part, counts, year }: Frame): (row: LedgerRow) => string | undefined {
  const open = openColumn(counts, part)
  return (row) => (year !== null && counts.of(row) === 'yes' && part.of(row) !== 'unknown' ? year : open(row))
}
