import type { Indicator } from '../../core/system.ts'
import { paperWord } from '../../language/paper-words.ts'
import { bare, pairsIn } from '../../language/text.ts'

/** What says nothing of a file's subject. */
const MUTE = new RegExp(paperWord('mute'), 'gu')
const LEAST = 4
const SHARED = 2

/** Whether an unread file may be of this indicator by its name: 扫描001 may be anything, 应急培训签到表 nothing on permits. */
export function mayConcern(path: string, indicator: Pick<Indicator, 'text' | 'materials'>): boolean {
  const name = bare(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]{1,5}$/u, '')).replace(MUTE, '')
  const words = name.replace(/[^\p{Script=Han}]/gu, ' ')
  const pairs = words.split(/\s+/u).flatMap(pairsIn)
  if (pairs.length < LEAST - 1) return true
  const known = knownOf(indicator)
  return new Set(pairs.filter((pair) => known.has(pair))).size >= SHARED
}

const memory = new WeakMap<object, ReadonlySet<string>>()

function knownOf(indicator: Pick<Indicator, 'text' | 'materials'>): ReadonlySet<string> {
  const known =
    memory.get(indicator) ??
    new Set(
      [indicator.text, ...indicator.materials.map(({ name }) => name)].flatMap((text) =>
        pairsIn(bare(text).replace(MUTE, '')),
      ),
    )
  memory.set(indicator, known)
  return known
}
