import type { Row } from '../core/evidence.ts'
import { assigned } from './assign.ts'
import { type Claim, claimsOf } from './claims.ts'
import type { Head } from './headers.ts'
import type { Matter, Target } from './matters.ts'
import { type Profile, profileOf, support } from './profile.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A column of the table taken for a column of the ledger. */
export type Column = {
  readonly head: Head
  readonly target: Target
  readonly certainty: number
  readonly exact: boolean
  /** What speaks for it: its head, and what stands under it, 0…1 each; null where nothing stands there. */
  readonly words: number
  readonly borne: number | null
  /** Its cells give numbers beside names. */
  readonly numbered: boolean
}

export type Columns = {
  /** What is sure enough to be read. */
  readonly sure: readonly Column[]
  /** What may be, and is to be asked. */
  readonly unsure: readonly Column[]
}

const NONE: Columns = { sure: [], unsure: [] }

/** Words that leave no doubt. */
const PLAIN = 0.93

/** A table with more columns than this is no clerk's. */
const WIDEST = 300

/** From here on a column is read; from there up to here it is asked for. */
const [SURE, MAYBE] = [0.55, 0.42]

/** A column that bears its very name, over what belongs there, is not given away so that two others find a place. */
const NAMED = 0.7

/** Below this a head only comes near; where any text may stand, nothing under it tells whether it is meant. */
const NEARLY = 0.6

/** One to one, over the whole table at once: by the words of the heads and by what stands under them. */
export function columnsOf(
  heads: readonly Head[],
  matter: Matter,
  profiles: (head: Head) => Profile,
  vocabulary: Vocabulary,
): Columns {
  const targets = matter.targets
  const at = new Map(targets.map((target, index) => [target, index]))
  const claiming = heads
    .map((head) => ({ head, claims: claimsOf(head, matter, vocabulary) }))
    .filter(({ claims }) => claims.length > 0)
    .slice(0, WIDEST)
  const worths = claiming.map(({ head, claims }) => {
    const row = targets.map(() => 0)
    for (const claim of claims) {
      const index = at.get(claim.target)!
      row[index] = Math.max(row[index]!, certainty(claim, profiles(head)))
    }
    return row
  })
  yielding(claiming, worths, targets, vocabulary)
  // Most tables are none of most ledgers, and this is what tells quickly.
  if (!worths.some((row) => row.some((worth) => worth >= MAYBE))) return NONE
  const columns = assigned(
    worths.map((row, index) => {
      const named = new Set(claiming[index]!.claims.flatMap(({ exact, target }) => (exact ? [target] : [])))
      return row.map((worth, at) => gain(worth, targets[at]!) + (named.has(targets[at]!) && worth >= NAMED ? NAMED : 0))
    }),
    targets.length,
  )
  const found = claiming.flatMap(({ head, claims }, index): Column[] => {
    const target = targets[columns[index] ?? -1]
    if (!target) return []
    const own = worths[index]![columns[index]!]!
    const exact = claims.some((claim) => claim.exact && claim.target === target)
    const profile = profiles(head)
    return [
      {
        head,
        target,
        certainty: exact ? own : own * lead(index, columns, worths),
        exact,
        words: Math.max(...claims.map((claim) => (claim.target === target ? claim.words : 0))),
        borne: profile.filled === 0 ? null : support(target.kinds, profile),
        numbered: profile.numbered,
      },
    ]
  })
  return {
    sure: unshared(found.filter((column) => column.certainty >= SURE)),
    unsure: found.filter((column) => column.certainty < SURE && column.certainty >= MAYBE),
  }
}

type Claiming = { readonly head: Head; readonly claims: readonly Claim[] }

/**
 * 印发日期 stands for 公布日期 only where nothing else does: a head that bears one of a column's other names, and is of another
 * event, yields to one that is of the column's own (门户网站公布), and is then none of the ledger's. Changes the worths.
 */
function yielding(
  claiming: readonly Claiming[],
  worths: readonly number[][],
  targets: readonly Target[],
  { parts }: Vocabulary,
): void {
  const eventOf = (labels: readonly string[]): string | undefined => parts(labels).events.at(-1)
  const events = claiming.map(({ head }) => eventOf(head.labels))
  const best = worths.map((row) => Math.max(...row))
  for (const [at, target] of targets.entries()) {
    const own = target.kinds.includes('day') && target.columns.length === 1 ? eventOf(target.columns) : undefined
    if (own === undefined) continue
    const isOther = (index: number): boolean =>
      events[index] !== undefined &&
      events[index] !== own &&
      claiming[index]!.claims.some((claim) => claim.exact && claim.target === target)
    const isNamed = worths.some((row, index) => events[index] === own && row[at]! >= SURE && row[at] === best[index])
    if (isNamed) for (const [index, row] of worths.entries()) if (isOther(index)) row.fill(0)
  }
}

/** A cell that lists several things is worth their columns only where none of them has one of its own. */
const gain = (worth: number, { holds, needed }: Target): number =>
  worth < MAYBE ? 0 : worth * worth + (needed ? 0.01 : 0) - (holds === 'value' ? 0 : 0.02)

/** Words and values together. */
function certainty({ words, exact, target }: Claim, profile: Profile): number {
  const borne = support(target.kinds, profile)
  // A team or a count under a head that plainly means the persons: read, and found to tell nobody.
  if (target.holds === 'names' && profile.filled > 0 && profile.share.person < 0.5)
    return words >= 0.85 ? words * 0.65 : 0
  // Its very name over cells that are something else is it only where nothing else is.
  if (exact || words >= PLAIN) return words * (borne < 0.55 ? 0.6 : 0.7 + 0.3 * borne)
  // Plain kinds of values mend a head that only says 情况, or nothing of what the column is.
  const strict = !target.kinds.includes('text')
  // A few words that come again and again are what a column of words holds: 满意, 基本满意.
  const worded = target.kinds[0] === 'word' && profile.filled > 4 && profile.share.word >= 0.9
  if (!strict && !worded && words < NEARLY) return Math.min(words * borne, SURE - 0.01)
  const mended = strict && profile.filled > 1 && borne === 1 ? Math.max(words, Math.min(words * 1.3, 0.9)) : words
  return mended * borne
}

/** Another column of the table that nothing else claims and that would do as well makes either doubtful. */
function lead(index: number, columns: readonly number[], worths: readonly (readonly number[])[]): number {
  const column = columns[index]!
  const own = worths[index]![column]!
  let rival = 0
  for (const [other, row] of worths.entries())
    if (other !== index && (columns[other] ?? -1) < 0) rival = Math.max(rival, row[column]!)
  const behind = own - rival
  return behind >= 0.12 ? 1 : 0.82 + behind * 1.5
}

/** The columns of a list go to what stands in columns of their own. */
function unshared(columns: readonly Column[]): Column[] {
  const single = new Set(columns.flatMap(({ target }) => (target.holds === 'value' ? target.columns : [])))
  return columns.filter(({ target }) => target.holds === 'value' || target.columns.every((name) => !single.has(name)))
}

/** Looked at once for each column of the table. */
export function profiling(rows: readonly Row[]): (head: Head) => Profile {
  const known = new Map<number, Profile>()
  return ({ column, text }) => {
    const profile = known.get(column) ?? profileOf(rows, column, text)
    known.set(column, profile)
    return profile
  }
}
