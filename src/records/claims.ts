import type { Parts } from '../language/header-parts.ts'
import { labelOf } from '../language/label.ts'
import { bare } from '../language/text.ts'
import type { Head } from './headers.ts'
import { likeness } from './likeness.ts'
import type { Matter, Target } from './matters.ts'
import { isMisspelling } from './misspelt.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How surely a head is a column by its words alone, and in which of its readings. */
export type Claim = { readonly target: Target; readonly words: number; readonly exact: boolean }

/** Below this no values help. */
const FAINT = 0.25
const ROUNDED = 1e-9
// A reading that needs the neighbours or leaves out the group says a little less.
const [CONTEXT, LEAF, GROUPED, SPELT, PARTS] = [0.99, 0.97, 0.7, 0.985, 0.95]

const topics = ({ events, objects }: Parts): readonly string[] => [...events, ...objects]

/** All columns of a ledger that a head may be. */
export function claimsOf(head: Head, matter: Matter, vocabulary: Vocabulary): readonly Claim[] {
  const claims = known.get(matter) ?? new Map<string, readonly Claim[]>()
  known.set(matter, claims)
  const key = [...head.labels, '', ...head.more].join('\n')
  const found = claims.get(key) ?? made(head, matter, vocabulary)
  if (claims.size >= MOST) claims.clear()
  claims.set(key, found)
  return found
}

/** The same headers come again on every sheet. */
const known = new WeakMap<Matter, Map<string, readonly Claim[]>>()
const MOST = 4000

function made(head: Head, matter: Matter, vocabulary: Vocabulary): Claim[] {
  const named = namesOf(head, matter, vocabulary)
  const readings = readingsOf(head, vocabulary)
  const claims: Claim[] = []
  for (const target of matter.targets) {
    const rank = named.findIndex((name) => target.names.has(name))
    const words = rank >= 0 ? SPELT ** rank : wordsAlone(readings, target, matter, vocabulary)
    if (words >= FAINT) claims.push({ target, words, exact: rank >= 0 })
  }
  const isKnown = claims.some(({ exact }) => exact) || readings[0]?.parts.rest === ''
  return isKnown ? claims : [...misspelt(head, matter), ...claims]
}

/** Its names; a leaf is none of them where its group speaks of something else: 事先告知 ▸ 送达日期 is no 送达日期. */
function namesOf(
  { names, more, labels }: Head,
  { own }: Matter,
  { parts, asked, relations }: Vocabulary,
): readonly string[] {
  const whole = [...names, ...more.map(bare), ...asked(labels.at(-1) ?? '').map(bare)]
  if (labels.length < 2) return whole
  const over = parts(labels.slice(0, -1))
  const isOther = [...over.events, ...over.objects].some((topic) => !own.has(topic) && !relations.isLight(topic))
  if (!isOther) return whole
  const leaf = labelOf(labels.at(-1) ?? '').text
  return whole.filter((name) => name !== bare(leaf) && name !== bare(labels.at(-1) ?? ''))
}

/** A typo of one sign, where a sign is left that no word explains. */
function misspelt({ names }: Head, { targets }: Matter): Claim[] {
  const words = names.filter((name) => name.length >= 4)
  const target = targets.find((one) => words.some((word) => [...one.names].some((name) => isMisspelling(word, name))))
  return target ? [{ target, words: 0.8, exact: true }] : []
}

function wordsAlone(readings: readonly Reading[], target: Target, { own }: Matter, { relations }: Vocabulary): number {
  let best = 0
  for (const { parts, trust } of readings)
    for (const column of target.said) {
      // What is fainter claims nothing, and no factor is more than one.
      const least = Math.max(FAINT, best) / (PARTS * trust) - ROUNDED
      if (PARTS * trust > best) best = Math.max(best, PARTS * trust * likeness(parts, column, own, relations, least))
    }
  return best
}

type Reading = { readonly parts: ReturnType<Vocabulary['parts']>; readonly trust: number }

/** The stack whole, as its neighbours complete it, and its leaf alone where the groups only gather (办理过程 ▸ 申请日期). */
export function readingsOf(
  { labels, more }: Head,
  { parts, asked, relations }: Pick<Vocabulary, 'parts' | 'asked' | 'relations'>,
): Reading[] {
  const put = asked(labels.at(-1) ?? '')
  if (put.length > 0)
    return put.map((label, at) => ({ parts: parts([...labels.slice(0, -1), label]), trust: SPELT ** at }))
  const whole = parts(labels)
  const leaf = labels.at(-1)
  // 现场检查 ▸ 是否出示执法证 asks what its leaf asks, whatever it is grouped under.
  const own = labels.length > 1 && leaf !== undefined ? parts([leaf]) : undefined
  if (own?.attributes.includes('是否') && (topics(own).length > 0 || own.rest !== '')) return [{ parts: own, trust: 1 }]
  const readings: Reading[] = [{ parts: whole, trust: 1 }]
  for (const one of more) readings.push({ parts: parts([one]), trust: CONTEXT })
  if (labels.length > 1 && leaf !== undefined) {
    const alone = parts([leaf])
    // 办理过程 only gathers; 证据保全 ▸ 批准日期 is another approval.
    const over = topics(parts(labels.slice(0, -1)))
    if (alone.attributes.length > 0 && topics(alone).length > 0)
      readings.push({ parts: alone, trust: over.some((topic) => !relations.isLight(topic)) ? GROUPED : LEAF })
  }
  return readings
}
