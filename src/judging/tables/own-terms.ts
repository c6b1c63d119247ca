import type { Document, Package } from '../../core/package.ts'
import { cellWord } from '../../language/cell-words.ts'
import { paperWord } from '../../language/paper-words.ts'
import { bare, plain } from '../../language/text.ts'
import type { Grid } from './grid.ts'
import type { Term } from './terms.ts'

const RULES = new RegExp(paperWord('rules'), 'u')
const TERM = new RegExp(
  `自?\\s*(${cellWord('termFrom')})[^,。;]{0,10}(?:之日)?\\s*起?[^,。;]{0,4}?\\s*(\\d{1,3})\\s*个?\\s*(工作日|日|天)\\s*(?:之?内|以内)?[^。;]{0,24}?(${cellWord('termTo')})`,
  'gu',
)

const FROM: Readonly<Record<string, readonly string[]>> = {
  受理: ['受理'],
  收到: ['收到', '受理', '申请'],
  接到: ['收到', '受理', '申请'],
  申请: ['申请', '收到'],
  提出: ['申请', '收到'],
  交办: ['交办'],
  立案: ['立案'],
}
const TO: readonly string[] = ['办结', '答复', '回复', '反馈', '完成', '整改']

/**
 * The term that the office's own rules set for a matter: 信用修复自受理之日起3个工作日内办结. The matter is the one of the
 * given words that the table's name bears and the rule spoke of last; several terms for it are none.
 */
export function ownTermOf(grid: Grid, words: readonly string[], found: Package): Term | undefined {
  const names = grid.names.map(bare).join('\n')
  const own = words.filter((word) => names.includes(word))
  if (own.length !== 1) return undefined
  const terms = rulesIn(found).flatMap((document) => termsIn(document, words).filter(({ matter }) => matter === own[0]))
  const [first] = terms
  return first && terms.every(({ term }) => term.most === first.term.most && term.unit === first.term.unit)
    ? first.term
    : undefined
}

const known = new WeakMap<Package['documents'], readonly Document[]>()

function rulesIn({ documents, parts = [] }: Package): readonly Document[] {
  const found =
    known.get(documents) ??
    [...documents, ...parts].filter(
      ({ facts, evidence, partOf }) =>
        partOf === undefined &&
        RULES.test(`${facts.title?.value ?? ''}${evidence.path.split('/').at(-1)}`) &&
        facts.drafts.length === 0,
    )
  known.set(documents, found)
  return found
}

function termsIn({ evidence, facts }: Document, words: readonly string[]): { matter: string; term: Term }[] {
  const text = plain(evidence.passages.map((passage) => passage.text).join('')).replace(/\s+/gu, '')
  return Array.from(text.matchAll(TERM), (found) => {
    const before = text.slice(0, found.index + found[0].length)
    const matter = words.toSorted((a, b) => before.lastIndexOf(b) - before.lastIndexOf(a))[0]!
    const [, from, count, unit] = found
    const issued = facts.issued?.value
    const term: Term = {
      from: FROM[from!] ?? [],
      to: TO,
      most: Number(count),
      unit: unit === '工作日' ? 'workday' : 'day',
      ...(issued && { since: issued }),
      says: `《${facts.title?.value ?? ''}》规定的${count}个${unit}`.replace('个日', '日').replace('个天', '天'),
    }
    return { matter: before.includes(matter) ? matter : '', term }
  })
}
