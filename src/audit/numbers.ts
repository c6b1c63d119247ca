import type { Document } from '../core/package.ts'
import type { Problem } from '../core/problem.ts'
import { bare, clipped, pairsIn } from '../language/text.ts'
import { visible } from '../language/visible.ts'

// The papers of one case share its number, and so do a court's.
const OF_A_CASE = /[字第罚诉初终行]|刑|民/u
const OFFICIAL = /(?:通知|意见|报告|方案|通报|决定|函|批复|请示|公告|通告|办法|规定|制度|纪要|细则|计划|要点)$/u
const ALIKE = 0.5

/**
 * One number on two papers of different titles: a slip, or one of them is not what it seems. Only numbers that stand where
 * they belong are compared, and a notice with what it issues is one paper.
 */
export function sharedNumbers(documents: readonly Document[]): Problem[] {
  const byNumber = new Map<string, Document>()
  const found: Problem[] = []
  for (const document of documents) {
    const { number, title } = document.facts
    if (number?.certainty !== 'certain' || number.unconfirmed || !title || title.certainty === 'weak') continue
    if (OF_A_CASE.test(number.value) || !OFFICIAL.test(bare(title.value))) continue
    const first = byNumber.get(number.value)
    if (!first) byNumber.set(number.value, document)
    else if (isOther(first, document))
      found.push({
        code: 'same-number',
        message: `发文字号“${visible(number.value)}”与《${shown(first)}》（${visible(first.evidence.path)}）的相同，两份文件题名却不同：请核对原件，写错的请更正`,
        file: document.evidence.path,
      })
  }
  return found
}

const shown = ({ facts }: Document): string => clipped(visible(facts.title?.value ?? ''), 60)

function isOther(a: Document, b: Document): boolean {
  if (a.evidence.sha256 === b.evidence.sha256) return false
  const [one, two] = [a, b].map(({ facts }) => bare(facts.title?.value ?? '').replace(/^关于(?:印发)?|的?通知$/gu, ''))
  if (!one || !two || one.includes(two) || two.includes(one)) return false
  const [pairs, others] = [new Set(pairsIn(one)), new Set(pairsIn(two))]
  const same = [...pairs].filter((pair) => others.has(pair)).length
  return same / Math.min(pairs.size, others.size) < ALIKE
}
