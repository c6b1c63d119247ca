import { entry, isObject, itemsOf, listAt } from '../values.ts'
import { hint, quoted } from '../words.ts'
import type { Check } from './check.ts'
import { unlike } from './twice.ts'

/** Every id is one of the system's; null where not all of them are known. */
export function checkTitles(check: Check, file: object, ids: readonly string[] | null): void {
  for (const item of itemsOf(file, 'titles')) {
    const own = entry(item, 'ids')
    if (!ids || !isObject(own)) continue
    for (const [index, id] of (listAt(item, 'ids') ?? []).entries())
      if (typeof id === 'string' && !ids.includes(id))
        check.tell(own, index, `没有编号为${quoted(id)}的指标${hint(id, ids)}`)
  }
}

/** One layer says a title once; another layer may say it anew. */
export const checkTwice = (check: Pick<Check, 'tell' | 'place'>, file: object): void =>
  unlike(check, itemsOf(file, 'titles'), 'title')
