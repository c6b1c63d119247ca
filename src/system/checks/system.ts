import type { Cycle, SystemParameter } from '../../core/system.ts'
import { entry, itemsOf, listAt, textOf } from '../values.ts'
import { hint, quoted } from '../words.ts'
import type { Check } from './check.ts'
import { checkRead } from './laws.ts'
import { unlike } from './twice.ts'

/** `indicators` is null where some of their files could not be read. */
export function checkSystemFile(check: Check, file: object, indicators: readonly string[] | null): void {
  for (const key of ['milestones', 'parameters', 'errata']) unlike(check, itemsOf(file, key), 'id')
  if (itemsOf(file, 'off').length > 0 && textOf(file, 'extends') === undefined)
    check.tell(file, 'off', '写了“off”，却没有用“extends”写明沿用哪套体系')
  const cycle = entry(file, 'cycle')
  if (check.sound<Cycle>(cycle) && cycle.from > cycle.to)
    check.tell(cycle, 'to', `截止日（${cycle.to}）早于起始日（${cycle.from}）`)
  for (const one of itemsOf(file, 'parameters'))
    if (check.sound<SystemParameter>(one) && one.verified) checkRead(check, one, one.source, one.checked)
  if (!indicators) return
  for (const erratum of itemsOf(file, 'errata')) {
    const ids = listAt(erratum, 'indicators') ?? []
    ids.forEach((id, index) => {
      if (typeof id === 'string' && !indicators.includes(id))
        check.tell(ids, index, `没有指标${quoted(id)}${hint(id, indicators)}`)
    })
  }
}
