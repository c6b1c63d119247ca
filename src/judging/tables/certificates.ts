import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare, pairsIn, plain } from '../../language/text.ts'

/** A certificate as it is asked for: what it certifies, and whether a village or community is to write it. */
export type Certificate = { readonly name: string; readonly core: string; readonly isLocal: boolean }

const SHORTEST = 4
const BRACKET = /\(([^()]*)\)\s*$/u

/** 所在村(居)委会出具的经营场所无异议证明(原件1份) is a 经营场所无异议证明, of the village. */
export function certificateOf(text: string): Certificate {
  const spelt = plain(text).trim()
  const bracket = bare(BRACKET.exec(spelt)?.[1] ?? '')
  const name = bare(spelt.replace(BRACKET, ''))
  const core = coreOf(name)
  const before = name.slice(0, name.length - core.length)
  return { name, core, isLocal: isByVillage(before) || isOfVillage(bracket) }
}

/** A cell or bracket that says nothing but who issues it: 户籍所在村（社区）盖章, 村、社区出具. */
export function isOfVillage(text: string): boolean {
  const { issuing, committees, grassroots, placed } = rowWords()
  const own = [...committees, ...grassroots]
  const words = [...own, ...placed, ...issuing].sort(byLength)
  let rest = bare(text)
  let isNamed = false
  while (rest !== '') {
    const word = words.find((one) => rest.startsWith(one))
    if (!word) return false
    isNamed ||= own.includes(word)
    rest = rest.slice(word.length)
  }
  return isNamed
}

/** What stands before the name: 经营场所所在村居民委员会出具的, 园长户籍所在社区出具的. */
function isByVillage(before: string): boolean {
  const { issuing, committees, grassroots } = rowWords()
  const issuer = issuing.reduce((text, word) => (text.endsWith(word) ? text.slice(0, -word.length) : text), before)
  return holdsAny(before, committees) || (issuer !== before && grassroots.some((word) => issuer.endsWith(word)))
}

const byLength = (a: string, b: string): number => b.length - a.length

/** Behind 出具的, else behind the committee that it begins with; what is left has to be a name. */
function coreOf(name: string): string {
  const { issuing, committees, placed } = rowWords()
  const at = Math.max(...issuing.map((word) => name.lastIndexOf(word) + (name.includes(word) ? word.length : 0)))
  if (at > 0) return name.length - at >= SHORTEST ? name.slice(at) : name
  let rest = name
  const words = [...committees, ...placed].sort(byLength)
  for (let word = words.find((one) => rest.startsWith(one)); word; word = words.find((one) => rest.startsWith(one)))
    rest = rest.slice(word.length)
  return rest.length >= SHORTEST && committees.some((one) => name.includes(one)) ? rest : name
}

/** 四邻无争议证明 is 农村宅基地四邻无争议证明: one holds the other, or they share most of what they say. */
export function isAlikeTo(one: string, other: string): boolean {
  const [a, b] = [one, other].map(withoutEnding)
  if (!a || !b) return false
  if (a.includes(b) || b.includes(a)) return true
  const [few, many] = [new Set(pairsIn(a)), new Set(pairsIn(b))].sort((x, y) => x.size - y.size)
  if (!few || !many) return false
  return [...few].filter((sign) => many.has(sign)).length >= few.size * ALIKE
}
const ALIKE = 0.5

const withoutEnding = (name: string): string =>
  rowWords().wanted.reduce((text, word) => (text.endsWith(word) ? text.slice(0, -word.length) : text), name)
