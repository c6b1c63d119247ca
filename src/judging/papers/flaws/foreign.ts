import type { Document, Package } from '../../../core/package.ts'
import { namesUnit, type Whose, whose } from '../../../language/bodies.ts'
import { wordLists } from '../../../language/words.ts'
import type { Flaw } from './flaw.ts'

/**
 * Another unit's own paper. Many papers of others belong here: from above, signed jointly, sent to the unit, naming it.
 * What a body of another county or another town issued for itself does not; nor does what a bureau of this county wrote to
 * its own offices.
 */
export function foreign({ evidence, facts }: Document, found: Package): Flaw | undefined {
  const { issuer, addressee, title } = facts
  if (!issuer || issuer.certainty === 'weak') return undefined
  const { unit, roster = [] } = found
  const bodies = issuer.value.split('、')
  const owners = bodies.map((body) => whose(body, unit, roster))
  const isStrange = (owner: Whose) => owner === 'stranger' || (owner === 'sibling' && isWithin(addressee?.value))
  if (!owners.every(isStrange)) return undefined
  const heads = [title?.value, addressee?.value].join('。')
  if (namesUnit(heads, unit, roster)) return undefined
  const named = evidence.passages.some(({ text }) => namesUnit(text, unit, roster))
  const to = addressee ? `，主送“${addressee.value}”` : ''
  return {
    kind: 'foreign',
    sure: !named && issuer.certainty === 'certain',
    words: `发文机关为${issuer.value}${to}`,
    at: [issuer.at, ...(facts.number ? [facts.number.at] : [])],
  }
}

/** 局机关各股室、各市场监管所: all that are addressed are offices of the issuer. */
function isWithin(addressee: string | undefined): boolean {
  if (!addressee) return false
  const words = wordLists('signing').get('within') ?? []
  return addressee
    .split(/[、,]/u)
    .every((one) => words.some((word) => one.endsWith(word)) && /[各本局机关镇属]/u.test(one))
}
