import { type Document, type Package, papersOf } from '../../../core/package.ts'
import { nameOf } from '../absent.ts'
import { evaluatesAbolished } from './abolished.ts'
import { copied } from './copied.ts'
import { draft } from './draft.ts'
import { duplicate } from './duplicate.ts'
import { expired } from './expired.ts'
import type { Flaw } from './flaw.ts'
import { foreign } from './foreign.ts'
import { interrupted } from './interrupted.ts'
import { lapsed } from './lapsed.ts'
import { older } from './older.ts'
import { otherYear } from './other-year.ts'
import { type Shared, sharedNumbers } from './shared-numbers.ts'
import { slip } from './slip.ts'
import { unfilled } from './unfilled.ts'
import { unsigned } from './unsigned.ts'

// A package does not change while it is judged.
const known = new WeakMap<readonly Document[], ReadonlyMap<string, readonly Flaw[]>>()

/** What is wrong with the papers of a package, each looked at by itself, used or not. By path; the gravest flaw first. */
export function flawsIn(found: Package): ReadonlyMap<string, readonly Flaw[]> {
  const flaws = known.get(found.documents) ?? read(found)
  known.set(found.documents, flaws)
  return flaws
}

function read(found: Package): ReadonlyMap<string, readonly Flaw[]> {
  const flaws = new Map<string, readonly Flaw[]>()
  const shared = sharedNumbers(found)
  for (const document of papersOf(found)) {
    const own = [...flawsOf(document, found), ...shared.flatMap((one) => sharing(document, one))]
    if (own.length > 0) flaws.set(document.evidence.path, own)
  }
  return flaws
}

function flawsOf(document: Document, found: Package): Flaw[] {
  if (document.evidence.format === 'empty') return [empty(document)]
  if (document.evidence.extent === 'unread') return []
  const other = foreign(document, found)
  if (other) return [other]
  const looks = [
    draft(document, found),
    unsigned(document),
    expired(document, found),
    lapsed(document, found),
    interrupted(document, found),
    evaluatesAbolished(document, found),
    copied(document, found),
    older(document),
    otherYear(document),
    unfilled(document),
    duplicate(document, found),
    slip(document),
  ]
  return looks.flatMap((flaw) => flaw ?? [])
}

/** A file of no bytes is none: whatever it was to show is not in the package. */
const empty = ({ evidence: { path } }: Document): Flaw => ({
  kind: 'empty',
  sure: false,
  words: '文件是空的（0字节）',
  at: [{ file: path }],
})

/** Which of the papers bears the number rightly, nobody can tell from one of them. */
function sharing(document: Document, { number, documents }: Shared): Flaw[] {
  if (!documents.includes(document)) return []
  const others = documents.filter((other) => other !== document)
  return [
    {
      kind: 'same-number',
      sure: false,
      words: `文号“${number}”另有${others.map(nameOf).join('、')}在用`,
      at: [document.facts.number?.at ?? { file: document.evidence.path }],
    },
  ]
}
