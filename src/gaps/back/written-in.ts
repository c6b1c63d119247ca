import { historyOf } from '../model/history.ts'
import { SYSTEM } from '../model/words.ts'
import type { Returned } from './copy.ts'
import { copyOf } from './open.ts'
import { recordsIn } from './records.ts'

const LAST = '9999-12-31'

/** Whether somebody has written into a list of ours since it was made, or before. What is no list of ours is not. */
export function isWrittenIn(list: Returned): boolean {
  const lines = recordsIn(list.tables)
  const read = lines && historyOf(lines)
  if (!read) return false
  // A list whose history does not hold any more has been worked on.
  if (!('history' in read)) return true
  if (read.history.some(({ by }) => by !== SYSTEM)) return true
  try {
    const { copy } = copyOf(list, read.history, LAST)
    return copy.edits.length + copy.answers.length + copy.requests.length + copy.refusals.length > 0
  } catch {
    return true
  }
}
