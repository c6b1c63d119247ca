import type { Day } from '../../core/day.ts'
import type { Answer } from '../../core/package.ts'
import { roundOf } from '../model/entry.ts'
import type { Event } from '../model/event.ts'
import { standingOf } from '../model/fold.ts'
import { ruleOf } from '../model/recheck.ts'

/**
 * What persons have answered on the lists and still holds, as an audit takes the answers of `audit.yaml`: a question that is
 * answered with a name, a day and a reason is not put again.
 */
export function answersOf(history: readonly Event[], on: Day): Answer[] {
  const { entries } = standingOf(history)
  return [...entries.values()].flatMap((entry) => {
    const { item, state, answer: given } = roundOf(entry)
    if (!item.settledBy || !given || state !== '已核实') return []
    const { answer, reason, answerer: by, answered, until } = given
    if (until !== '' && until < on) return []
    const at = { file: '问题整改清单', sheet: '存疑待核', cell: `序号${entry.number}` }
    const rules = [...new Set(item.findings.map(ruleOf))]
    return rules.map((rule) => ({ rule, answer, reason, by, on: answered, until: until || null, at }))
  })
}
