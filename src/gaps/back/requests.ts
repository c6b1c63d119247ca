import type { Day } from '../../core/day.ts'
import { type Entry, roundOf } from '../model/entry.ts'
import type { Standing } from '../model/fold.ts'
import { isRequest, REQUESTS } from '../model/words.ts'
import type { Refusal, RequestMade } from './copy.ts'
import type { BackRow, BackTable } from './tables.ts'
import { dayIn } from './written.ts'

const ASKED = ['问题序号', '申请事项', '申请至', '理由或阶段目标', '申请人', '申请日期'] as const
const DECIDED = ['审批意见', '审批人', '审批日期'] as const

/** What was applied for on 申请审批, and how the group decided. */
export function requestsIn(
  table: BackTable,
  sent: Standing,
  on: Day,
): { requests: RequestMade[]; refusals: Refusal[] } {
  const requests: RequestMade[] = []
  const refusals: Refusal[] = []
  for (const row of table.rows) {
    const words = [...row.words].filter(([header, text]) => text && header !== '系统提示')
    if (!words.some(([header]) => header !== '问题序号' && header !== '申请编号')) continue
    const made = madeIn(row, sent, on)
    if ('request' in made) requests.push(made.request)
    else
      refusals.push({
        at: row.cells.get(made.header) ?? `${row.sheet}!第${row.row}行`,
        why: made.why,
        entry: made.entry ?? '',
        words: words.map(([header, text]) => `${header}=${text}`).join('；'),
      })
  }
  return { requests, refusals }
}

type Made =
  | { readonly request: RequestMade }
  | { readonly header: string; readonly why: string; readonly entry?: string }

function madeIn(row: BackRow, sent: Standing, on: Day): Made {
  const word = (header: string) => row.words.get(header) ?? ''
  const id = word('申请编号')
  const entry = entryOf(row, sent)
  if (!entry)
    return { header: '问题序号', why: `问题序号“${word('问题序号')}”在清单中没有：请按“问题整改清单”的序号填写` }
  const fault = (header: string, why: string): Made => ({ header, why, entry: entry.id })
  const known = entry.rounds.flatMap(({ requests }) => requests).find((one) => one.id === id.split('@')[0])
  if (id && !known) return fault('申请编号', '申请编号不是这份清单的：新的申请请另填一行，申请编号留空')

  const what = word('申请事项')
  if (!isRequest(what)) return fault('申请事项', `没有“${what}”这种申请：请写${REQUESTS.join('、')}之一`)
  const round = roundOf(entry)
  if (round.item.severity === 'veto' && what !== '延期')
    return fault('申请事项', `第${entry.number}条是否决项，不得${what}：请整改，或如实说明`)
  const until = dayIn(word('申请至'))
  if (word('申请至') && !until) return fault('申请至', `日期“${word('申请至')}”不对：请写成 2022-07-31 的样子`)
  if (!until && what !== '不适用') return fault('申请至', `申请${what}的，请写明至哪一天`)
  for (const header of ['理由或阶段目标', '申请人', '申请日期'] as const)
    if (!word(header)) return fault(header, `没有写${header}，申请未采用：请补写`)
  const asked = dayIn(word('申请日期'))
  if (!asked) return fault('申请日期', `申请日期“${word('申请日期')}”不是日期：请写成 2022-07-31 的样子`)
  if (asked > on) return fault('申请日期', `申请日期${asked}晚于今天（${on}）：请核对`)
  if (!known && until && until < on) return fault('申请至', `${what}至${until}，已经过期：请核对`)
  const first = round.fields.整改时限 ?? ''
  if (what === '延期' && !known && /^\d/.test(first) && until && until <= first)
    return fault('申请至', `延期后的${until}不晚于首次时限${first}：请核对`)

  const decision = decisionIn(row, on)
  if ('why' in decision) return fault(decision.header, decision.why)
  const base = {
    entry,
    id: known?.id ?? '',
    what,
    until: until ?? ('' as const),
    asked,
    at: `${row.sheet}!第${row.row}行`,
  }
  const request = { ...base, reason: word('理由或阶段目标'), asker: word('申请人'), decision: decision.decision }
  const same = !known || (known.what === what && known.until === request.until && known.reason === request.reason)
  return same ? { request } : fault('申请事项', '已交的申请不能改：请另填一行，申请编号留空')
}

function entryOf(row: BackRow, { entries }: Standing): Entry | undefined {
  const number = Number(row.words.get('问题序号'))
  const id = row.words.get('申请编号')?.replace(/^[^@]*@/, '')
  return (id && entries.get(id)) || [...entries.values()].find((one) => one.number === number)
}

type Decision = { readonly decision: RequestMade['decision'] } | { readonly header: string; readonly why: string }

function decisionIn(row: BackRow, on: Day): Decision {
  const [granted, decider, day] = DECIDED.map((header) => row.words.get(header) ?? '') as [string, string, string]
  if (!granted && !decider && !day) return { decision: null }
  if (granted !== '同意' && granted !== '不同意')
    return {
      header: '审批意见',
      why: granted ? `审批意见“${granted}”不对：请写“同意”或“不同意”` : '没有写审批意见：请写“同意”或“不同意”',
    }
  if (!decider) return { header: '审批人', why: '没有写审批人，审批未采用：请补写' }
  const decided = dayIn(day)
  if (!decided)
    return {
      header: '审批日期',
      why: day ? `审批日期“${day}”不是日期：请写成 2022-07-31 的样子` : '没有写审批日期，审批未采用：请补写',
    }
  if (decided > on) return { header: '审批日期', why: `审批日期${decided}晚于今天（${on}）：请核对` }
  return { decision: { granted: granted === '同意', decider, decided } }
}

export const REQUEST_HEADERS: readonly string[] = [...ASKED, ...DECIDED, '系统提示', '申请编号']
