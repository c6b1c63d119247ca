import { numberAndWords } from './number-token.ts'
import type { Outline } from './outline.ts'
import { isOwn, isRoom, isSerial } from './topics.ts'

/**
 * Most clerks number their folders by the plan, some by a serial of their own. One name alone may look like either
 * (11.诚信建设 is indicator 11, and speaks of 14); all of them together tell. Where more names fit their own indicator than
 * speak of another, every number is the plan's; where nearly all are serials or rooms of the office, none is.
 */
export function numberedAs(outline: Outline, paths: readonly string[]): Outline {
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)))
  const votes = new Map<string, number>()
  for (const folder of folders) {
    // Inside a numbered folder a number is a serial for certain.
    const name = folder
      .normalize('NFKC')
      .split('/')
      .find((one) => numberAndWords(one, outline))
    if (name !== undefined && !votes.has(name)) votes.set(name, voteOf(name, outline))
  }
  const all = [...votes.values()]
  const [own, plan] = [all.filter((vote) => vote < 0).length, all.filter((vote) => vote > 0).length]
  if (plan > own) return { ...outline, numbers: 'plan' }
  return own >= FEW && own > plan * 3 ? { ...outline, numbers: 'own' } : outline
}

/** Fewer serials may be single folders among those of the plan. */
const FEW = 3

function voteOf(name: string, outline: Outline): number {
  const found = numberAndWords(name, outline)
  if (!found) return 0
  if (isRoom(found.words)) return -1
  if (isOwn(outline.topics, found.id, found.words)) return 1
  return isSerial(outline.topics, found.id, found.words) ? -1 : 0
}
