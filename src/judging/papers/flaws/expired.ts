import { addDays, earliest, written } from '../../../core/day.ts'
import type { Document, Package } from '../../../core/package.ts'
import { genreEnding } from '../../../language/genres.ts'
import { isRule } from '../../../language/rules.ts'
import { bare, pairsIn } from '../../../language/text.ts'
import { wordLists } from '../../../language/words.ts'
import type { Flaw } from './flaw.ts'

/** A contract or certificate that ran out before the cycle's end, and nothing in the package goes on from it. */
export function expired(document: Document, found: Package): Flaw | undefined {
  const { term } = document.facts
  const end = earliest([found.asOf, found.cycle.to])!
  if (!term || lasts(document) || term.to >= end || term.certainty === 'weak' || followed(document, found))
    return undefined
  return {
    kind: 'expired',
    sure: !term.open,
    words: `期限至${written(term.to)}${term.open ? '，文中写有到期顺延' : ''}`,
    at: [term.at],
  }
}

/** What runs out by its own last article is judged apart: see lapsed. */
export const lasts = ({ facts: { title } }: Document): boolean => title !== null && isRule(title.value)

const ALIKE = 0.6
const BEFORE = 120

/**
 * Another paper of nearly the same title runs later, or was signed about when this one ended. A register of what the
 * adviser did, or a report on it, goes on from no contract.
 */
function followed(document: Document, { documents, parts = [] }: Package): boolean {
  const { term, title } = document.facts
  if (!term || !title) return false
  return [...documents, ...parts].some((one) => {
    const { facts: other } = one
    if (one === document || !other.title) return false
    // A 补充协议 bound behind the contract takes up its term, whatever it is called.
    if (fileOf(one) === fileOf(document) && other.term && other.term.to > term.to) return true
    if (!isOfOneMatter(title.value, other.title.value)) return false
    if (other.term) return other.term.to > term.to
    return !isRecord(other.title.value) && other.issued !== null && other.issued.value >= addDays(term.to, -BEFORE)
  })
}

/** The file that a part is bound in, or the paper's own. */
const fileOf = ({ evidence, partOf = evidence.path }: Document): string => partOf

/** 常年法律顾问服务协议 goes on from 常年法律顾问聘用合同: both engage what the unit has to have all the time. */
export const isOfOneMatter = (one: string, other: string): boolean =>
  likeness(one, other) >= ALIKE ||
  (isBounded(one) && isBounded(other) && standing().some((word) => one.includes(word) && other.includes(word)))

const isBounded = (title: string): boolean =>
  (wordLists('signing').get('bounded') ?? []).some((word) => title.includes(word))
const standing = (): readonly string[] => wordLists('signing').get('standing') ?? []

/** How many of the pairs of signs of the shorter title stand in the other. */
function likeness(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(pairsIn(bare(text.replace(/\d{4}年度?/gu, ''))))) as [
    Set<string>,
    Set<string>,
  ]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return shared / Math.max(1, Math.min(a.size, b.size))
}

/** 登记, 总结, 名单: what is kept or told of a matter, by the kind of paper that its title ends with. */
function isRecord(title: string): boolean {
  return RECORDS.has(genreEnding(bare(title.replace(/[(（][^()（）]*[)）]$/u, ''))) ?? '')
}

const RECORDS: ReadonlySet<string> = new Set(['台账', '记录', '报告', '名册', '清单', '说明'])
