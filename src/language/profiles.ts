import type { Example, Profiles } from '../core/profile.ts'
import { bare } from './text.ts'

/** Of each indicator only the signs and pairs that say most of it are kept. */
const KEPT = 400
/** What stands in one title only says nothing of others. */
const LEAST = 2
/** As many places as a weight is worth. */
const SCALE = 1e4

/**
 * Profiles of labelled titles: each title is a vector of its signs and pairs, weighted by how rare they are, and each
 * indicator the mean of its titles (Rocchio). `clean` takes from a title who issued it.
 */
export function profilesOf(
  examples: readonly Example[],
  clean: (title: string) => string = (title) => title,
): Profiles {
  const texts = examples.map(({ title }) => countsOf(clean(title)))
  const rarity = rarities(texts)
  const number = new Map([...rarity.keys()].map((gram, at) => [gram, at]))
  const named = new Set(examples.flatMap(({ ids }) => (ids.length > 0 ? ids : [''])))
  const ids = [...named].sort()
  const sums = new Map(ids.map((id) => [id, new Float64Array(rarity.size)]))
  for (const [at, { ids: own }] of examples.entries()) {
    const vector = vectorOf(texts[at]!, (gram) => rarity.get(gram))
    for (const id of own.length > 0 ? own : ['']) {
      const sum = sums.get(id)!
      for (const [gram, weight] of vector) sum[number.get(gram)!]! += weight
    }
  }
  const spelt = [...rarity]
  const grams = new Map<string, number[]>()
  for (const [index, id] of ids.entries()) {
    const sum = sums.get(id)!
    const length = Math.sqrt(sum.reduce((total, weight) => total + weight * weight, 0))
    const least = sum.toSorted().at(-1 - KEPT) ?? 0
    // Some million of them: an iterator takes as long as all the rest.
    for (let at = 0; at < sum.length; at++) {
      const weight = sum[at]!
      if (weight === 0 || weight < least) continue
      const [gram, rare] = spelt[at]!
      const own = grams.get(gram) ?? [rounded(rare)]
      grams.set(gram, own)
      own.push(index, rounded(weight / length))
    }
  }
  return { ids, grams: Object.fromEntries([...grams].sort(([a], [b]) => (a < b ? -1 : 1))) }
}

/** How rare a sign or pair is among the titles; what hardly any has is left out. */
function rarities(texts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const spread = new Map<string, number>()
  for (const text of texts) for (const gram of text.keys()) spread.set(gram, (spread.get(gram) ?? 0) + 1)
  return new Map(
    [...spread].flatMap(([gram, count]) =>
      count < LEAST ? [] : [[gram, 1 + Math.log((1 + texts.length) / (1 + count))] as const],
    ),
  )
}

const rounded = (weight: number): number => Math.round(weight * SCALE) / SCALE

/** How much a name is like those of an indicator, from 0 to 1; '' is none of them. */
export type Likely = { readonly id: string; readonly score: number }

// Thousands of names are asked of one system: a map is looked up several times as fast as an object.
const known = new WeakMap<Profiles, ReadonlyMap<string, readonly number[]>>()

function gramsOf(profiles: Profiles): ReadonlyMap<string, readonly number[]> {
  const grams = known.get(profiles) ?? new Map(Object.entries(profiles.grams))
  known.set(profiles, grams)
  return grams
}

/** The indicators whose papers are called most like this, best first. `text` is cleaned as the examples were. */
export function likelyOf(profiles: Profiles, text: string, most = 5): Likely[] {
  const { ids } = profiles
  const grams = gramsOf(profiles)
  const scores = new Float64Array(ids.length)
  for (const [gram, weight] of vectorOf(countsOf(text), (one) => grams.get(one)?.[0])) {
    const own = grams.get(gram)!
    for (let at = 1; at < own.length; at += 2) scores[own[at]!]! += weight * own[at + 1]!
  }
  const found: Likely[] = []
  for (let at = 0; at < scores.length; at++) if (scores[at]! > 0) found.push({ id: ids[at]!, score: scores[at]! })
  return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most)
}

/** Numbers and signs say nothing. */
function countsOf(text: string): Map<string, number> {
  const signs = [...bare(text).replace(/\d+/gu, '')]
  const counts = new Map<string, number>()
  const add = (gram: string) => counts.set(gram, (counts.get(gram) ?? 0) + 1)
  for (const [at, sign] of signs.entries()) {
    add(sign)
    if (at > 0) add(signs[at - 1]! + sign)
  }
  return counts
}

function vectorOf(
  counts: ReadonlyMap<string, number>,
  rarityOf: (gram: string) => number | undefined,
): [string, number][] {
  const found: [string, number][] = []
  for (const [gram, count] of counts) {
    const rarity = rarityOf(gram)
    if (rarity !== undefined) found.push([gram, (1 + Math.log(count)) * rarity])
  }
  const length = Math.sqrt(found.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return found.map(([gram, weight]) => [gram, weight / length])
}
