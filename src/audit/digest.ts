import type { Act } from '../core/act.ts'
import type { Evidence } from '../core/evidence.ts'
import type { DocumentFacts, Fact } from '../core/fact.ts'
import type { Kept } from '../core/package.ts'
import type { Place } from '../core/place.ts'
import { partsOf } from '../facts/parts.ts'
import { recognise } from '../facts/recognise.ts'
import { sensitive } from '../facts/secrets.ts'
import { gramsIn } from '../judging/papers/contradictions.ts'
import { gramsText } from '../language/grams.ts'
import { headingsIn } from '../placing/names.ts'
import { voicesIn } from '../placing/voices.ts'

export type Warning = 'secret' | 'personal'

/**
 * All that an audit asks of every text, whatever the rules say. It hangs on the reading alone and not on the file's path,
 * so it can be kept; an audit with digests gives the same report as one without, byte for byte.
 */
export type Digest = {
  readonly facts: DocumentFacts
  readonly warnings: readonly Warning[]
  /** Other documents begin on later pages; which, its text tells. */
  readonly bound: boolean
  readonly kept: Kept
}

export function digestOf(evidence: Evidence): Digest {
  const facts = recognise(evidence)
  return {
    facts: factsAt('', facts),
    warnings: warningsOf(evidence),
    bound: partsOf(evidence).length > 0,
    kept: {
      headings: facts.title ? [] : headingsIn(evidence),
      grams: gramsText(gramsIn(evidence)),
      voices: voicesIn(evidence),
    },
  }
}

export function warningsOf(evidence: Evidence): Warning[] {
  return [...new Set(sensitive(evidence).map(({ kind }): Warning => (kind === 'secret' ? 'secret' : 'personal')))]
}

export function isDigest(value: unknown): value is Digest {
  return typeof value === 'object' && value !== null && 'facts' in value && 'warnings' in value && 'kept' in value
}

/** The same facts, of a file that lies at this path. */
export function factsAt(file: string, facts: DocumentFacts): DocumentFacts {
  const placed = <T extends { readonly at: Place }>(one: T): T => ({ ...one, at: { ...one.at, file } })
  const fact = <T>(one: Fact<T> | null) => one && placed(one)
  return {
    number: fact(facts.number),
    title: fact(facts.title),
    issuer: fact(facts.issuer),
    issued: fact(facts.issued),
    cited: facts.cited.map(placed),
    claims: facts.claims.map(placed),
    drafts: facts.drafts.map(placed),
    slips: facts.slips.map(placed),
    addressee: fact(facts.addressee),
    closing: fact(facts.closing),
    blanks: facts.blanks.map(placed),
    term: facts.term && placed(facts.term),
    acts: facts.acts.map((act) => actAt(file, act)),
    seals: facts.seals?.map(placed) ?? null,
    denials: facts.denials.map(placed),
  }
}

function actAt(file: string, act: Act): Act {
  const placed = <T extends { readonly at: Place }>(one: T): T => ({ ...one, at: { ...one.at, file } })
  const place = (at: Place | null) => at && { ...at, file }
  if (act.kind === 'account') return placed({ ...act, law: place(act.law) })
  if (act.kind !== 'meeting') return placed(act)
  const items = act.items.map((item) => placed({ ...item, first: place(item.first), last: place(item.last) }))
  return placed({ ...act, items })
}
