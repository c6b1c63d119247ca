import { bare } from '../../language/text.ts'
import { wordsQuoted } from '../basis.ts'
import type { RawBasis, RawRule } from '../raw.ts'
import { entry, isObject, textOf } from '../values.ts'
import { quoted } from '../words.ts'
import type { Check } from './check.ts'
import { materialsUsed } from './references.ts'

/** Kinds that accuse for a paper that is not there, or that does not say enough. */
export const DEMANDING: readonly string[] = ['documents', 'content', 'count']

/**
 * A gap for something that is not there needs the plan's own words: they stand in the indicator's text or in a basis of
 * the rule, and a rule that must be mended and asks for papers has them.
 */
export function checkDemanded(
  check: Check,
  text: string | undefined,
  materials: readonly string[],
  rule: RawRule,
): void {
  const { demanded } = rule
  if (demanded === null) {
    if (rule.severity !== 'advised' && asksForPapers(check, rule))
      check.tell(
        rule,
        'id',
        '“必须改”要有方案的原话：请用 demanded 照抄指标原文（或所列依据）中要求这些材料的话，没有这样的话的，改为 severity: advised',
      )
    return
  }
  if (text === undefined) return
  const sources = [text, ...rule.basis.flatMap((basis) => wordsOf(check, basis))].map(bare)
  const tell = (holder: object, at: string, quotation: string) => {
    if (!isIn(sources, quotation))
      check.tell(holder, at, `${quoted(quotation)}不在指标原文中，也不在所列依据中，请照抄原话`)
  }
  if (typeof demanded === 'string') {
    tell(rule, 'demanded', demanded)
    return
  }
  const asked = materialsUsed(check.kinds, [rule])
  for (const [material, quotation] of Object.entries(demanded)) {
    if (!materials.includes(material) || !asked.has(material))
      check.tell(demanded, material, `这条要求没有用到材料${quoted(material)}`, 'key')
    tell(demanded, material, quotation)
  }
}

/** A law's own words, as laws.yaml keeps them. */
function wordsOf({ laws }: Check, basis: RawBasis): string[] {
  const law = basis.law === null ? undefined : laws.get(basis.law)
  return [basis.text ?? '', basis.for, ...(law ? wordsQuoted(law, basis) : [])]
}

/** A count of rows is what the unit's own ledger says; only a count of papers may find none. */
const asksForPapers = (check: Check, rule: RawRule): boolean =>
  DEMANDING.includes(rule.kind) &&
  (rule.kind !== 'count' || (textOf(rule, 'ledger') === undefined && materialsUsed(check.kinds, [rule]).size > 0)) &&
  (rule.kind !== 'content' || !onlyForbids(rule))

/** What must not stand in a paper is proved by the paper. */
const onlyForbids = (rule: RawRule): boolean =>
  ['sections', 'mentions', 'columns'].every((key) => {
    const value = entry(rule, key)
    return !isObject(value) || Object.keys(value).length === 0
  })

/** Words left out in the middle are marked: 清单……向社会公开. */
function isIn(sources: readonly string[], quotation: string): boolean {
  const pieces = quotation
    .split(/…+|\.{3,}/u)
    .map(bare)
    .filter((piece) => piece !== '')
  return pieces.length > 0 && sources.some((source) => holdsInOrder(source, pieces))
}

function holdsInOrder(source: string, pieces: readonly string[]): boolean {
  let from = 0
  for (const piece of pieces) {
    const at = source.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return true
}
