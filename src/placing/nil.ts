import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import type { Prior } from './assign.ts'
import type { Served } from './serve.ts'
import type { Subject } from './subject.ts'
import type { WordId } from './vocabulary.ts'
import type { Wanted, Wants } from './wants.ts'
import { solid } from './wording.ts'

const LEAST = 1
/** A clause denies what it says most of; two matters of one clause are denied alike. */
const NEARLY = 0.6

/** One paper often states for many indicators that there was nothing: it is each one's whose matter a clause of it denies. */
export function servedByDenials(subject: Subject, wants: Wants, prior: Prior): Served[] {
  const { voices, names } = subject
  const isStated = names.some(({ heading, by }) => by !== 'caption' && (heading.denied || heading.genres.has('说明')))
  if (!isStated || voices.denials.length === 0) return []
  const around = new Set(names.flatMap(({ hits }) => hits.map(({ word }) => word)))
  const served = new Map<Wanted, Served>()
  for (const clause of voices.denials) {
    const words = new Set(wants.vocabulary.hitsIn(solid(clause)).map(({ word }) => word))
    if (words.size === 0) continue
    const said = [...new Set([...words].flatMap((word) => wants.byWord.get(word) ?? []))]
      .filter(({ material, indicator }) => material.nature === 'statement' && prior.of(indicator) > 0)
      .map((wanted) => ({ wanted, weight: weightOf(wanted, words, around, wants) }))
      .filter(({ weight }) => weight >= LEAST)
    const most = Math.max(0, ...said.map(({ weight }) => weight))
    for (const { wanted, weight } of said)
      if (weight >= most * NEARLY && !served.has(wanted))
        served.set(wanted, { wanted, how: 'sure', why: `说明类材料，写明“${clipped(visible(clause), 60)}”` })
  }
  return [...served.values()]
}

/** How much of what a clause denies is the material's matter; words of the title count for the rest. */
function weightOf(
  { ways }: Wanted,
  words: ReadonlySet<WordId>,
  around: ReadonlySet<WordId>,
  { vocabulary }: Wants,
): number {
  const { weights, general } = vocabulary
  return Math.max(
    0,
    ...ways.map(({ slots }) => {
      let [sum, own] = [0, false]
      for (const slot of slots) {
        const said = slot.filter((word) => words.has(word))
        const near = slot.filter((word) => around.has(word))
        if (said.length === 0 && near.length === 0) return 0
        own ||= said.some((word) => !general[word])
        sum += Math.max(0, ...said.map((word) => weights[word]!), ...near.map((word) => weights[word]! * 0.5))
      }
      return own ? sum : 0
    }),
  )
}
