import type { Document, Package } from '../../../core/package.ts'
import { bare, pairsIn } from '../../../language/text.ts'

/** One 文号 on papers of different titles. `sure`: it stands in print at the head of each of them. */
export type Shared = { readonly number: string; readonly documents: readonly Document[]; readonly sure: boolean }

// The papers of one case share its number, and so do a court's.
const OF_A_CASE = /[字第罚诉初终行]|刑|民/u
const OFFICIAL =
  /(?:通知|意见|报告|方案|通报|决定|函|批复|请示|公告|通告|办法|规定|制度|纪要|细则|计划|要点|机制|规程|预案|规则|说明)$/u
const ALIKE = 0.5

const known = new WeakMap<readonly Document[], readonly Shared[]>()

/**
 * A slip, or one of them is not what it seems. Only numbers that stand where they belong are compared; a notice with what
 * it issues is one paper, and a paper filed twice is none more.
 */
export function sharedNumbers(found: Package): readonly Shared[] {
  const shared = known.get(found.documents) ?? among([...found.documents, ...(found.parts ?? [])])
  known.set(found.documents, shared)
  return shared
}

function among(documents: readonly Document[]): Shared[] {
  const byNumber = new Map<string, Document[]>()
  for (const document of documents) {
    const { number, title } = document.facts
    if (!number || number.certainty === 'weak' || number.unconfirmed || !title || title.certainty === 'weak') continue
    if (OF_A_CASE.test(number.value) || !OFFICIAL.test(bare(title.value))) continue
    const others = byNumber.get(number.value)
    if (!others) byNumber.set(number.value, [document])
    else if (others.every((other) => isOther(other, document))) others.push(document)
  }
  return [...byNumber].flatMap(([number, own]) =>
    own.length < 2
      ? []
      : [{ number, documents: own, sure: own.every(({ facts }) => facts.number?.certainty === 'certain') }],
  )
}

function isOther(a: Document, b: Document): boolean {
  if (a.evidence.sha256 === b.evidence.sha256 && a.partOf === b.partOf) return false
  const [one = '', two = ''] = [a, b].map(({ facts }) =>
    bare(facts.title?.value ?? '').replace(/^关于(?:印发)?|的?通知$/gu, ''),
  )
  if (!one || !two || one.includes(two) || two.includes(one)) return false
  const [pairs, others] = [new Set(pairsIn(one)), new Set(pairsIn(two))]
  const same = [...pairs].filter((pair) => others.has(pair)).length
  return same / Math.min(pairs.size, others.size) < ALIKE
}
