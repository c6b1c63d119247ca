import { earliest, written } from '../../../core/day.ts'
import type { Document, Package } from '../../../core/package.ts'
import { genres } from '../../../language/genres.ts'
import { bare, pairsIn } from '../../../language/text.ts'
import { wordLists } from '../../../language/words.ts'
import { lasts } from './expired.ts'
import type { Flaw } from './flaw.ts'

/** A plan or a rule whose own last article let it run out before the day of the audit, and no later edition is there. */
export function lapsed(document: Document, found: Package): Flaw | undefined {
  const { term, title } = document.facts
  const end = earliest([found.asOf, found.cycle.to])!
  if (!term || !title || !lasts(document) || term.to >= end || term.certainty === 'weak') return undefined
  const own = coreOf(title.value)
  if (own.length < 2 || renewed(document, own, found)) return undefined
  return {
    kind: 'lapsed',
    sure: !term.open,
    words: `自己写明的有效期至${written(term.to)}${term.open ? '，文中写有到期延续' : ''}`,
    at: [term.at],
  }
}

const ALIKE = 0.6

/** An edition, or a notice that lets it go on, of a later day than the paper itself. */
function renewed(document: Document, own: string, { documents, parts = [] }: Package): boolean {
  const { term, issued } = document.facts
  const since = issued?.value ?? term?.from ?? null
  return [...documents, ...parts].some((other) => {
    const { facts } = other
    if (other === document || !facts.title) return false
    if (since && facts.issued && facts.issued.value <= since) return false
    if (facts.term && term && facts.term.to <= term.to) return false
    return alike(own, coreOf(facts.title.value)) || (own.length >= 4 && goesOn(other, own))
  })
}

/** 《某办法》有效期延长至…, 某办法 继续有效: said in a sentence or a row of a later paper. */
function goesOn({ evidence: { passages, tables } }: Document, own: string): boolean {
  const words = [...(wordLists('signing').get('prolonged') ?? [])]
  const says = (text: string) => bare(text).includes(own) && words.some((word) => text.includes(word))
  return (
    passages.some(({ text }) => says(text)) ||
    tables.some(({ name, rows }) => rows.some(({ values }) => says([name, ...values].join(' '))))
  )
}

function alike(own: string, other: string): boolean {
  const [a, b] = [own, other].map((text) => new Set(pairsIn(text))) as [Set<string>, Set<string>]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return shared / Math.max(1, Math.min(a.size, b.size)) >= ALIKE
}

/** 某镇2021年森林草原防灭火应急预案（修订） → 某镇森林草原防灭火: what it is about, without the words that all such titles have. */
function coreOf(title: string): string {
  const lists = wordLists('signing')
  let text = bare(title.replace(/[(（][^()（）]*[)）]/gu, '').replace(/\d{4}年度?/gu, ''))
  for (const word of [...(lists.get('lasting') ?? []), ...(lists.get('common') ?? []), ...genres().drafts])
    text = text.replaceAll(word, '')
  return text
}
