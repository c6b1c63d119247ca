import { type Day, isDay, written } from '../core/day.ts'
import { UserError } from '../core/problem.ts'
import type { Cycle } from '../core/system.ts'

/** The day of the audit: as asked, else today, but never later than the submission day unless asked. */
export function clockOf(asked: string | undefined, today: Day, { to, from }: Cycle): { asOf: Day; clock: string } {
  if (asked !== undefined) {
    if (!isDay(asked)) throw new UserError(`--as-of 的日期“${asked}”不对：请写成 2022-07-31 这样的形式`)
    if (asked < from) throw new UserError(`--as-of 的日期 ${asked} 早于创建周期起始日 ${from}，没有可审核的内容`)
    const note = asked > to ? `审核日晚于报送截止日（${written(to)}）` : ''
    return { asOf: asked, clock: note }
  }
  if (today <= to) return { asOf: today < from ? from : today, clock: '' }
  return { asOf: to, clock: `创建周期已结束，审核日按报送截止日${written(to)}计算；如需另定，请用 --as-of` }
}
