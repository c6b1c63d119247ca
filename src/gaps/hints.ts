import { deadlineOf, grantOf, isOverdue, type Request, type Round } from './model/entry.ts'
import type { Shown } from './rows.ts'

/** What the system has to say to whoever takes the row in hand. */
export function hintsOf({ entry, round, on }: Shown): string {
  const before = entry.rounds.at(-2)
  const deadline = deadlineOf(round)
  const lapsed = round.requests
    .filter((one) => one.lapsed)
    .map(({ what, until }) => `${what}已于${until}到期，恢复整改`)
  const waiting = round.requests.filter((one) => !one.decision).map(({ what }) => `${what}申请待审批`)
  const last = round.requests.at(-1)
  const denied = last?.decision?.granted === false && `${last.what}申请未获同意（${deciderOf(last)}）`
  const grant = grantOf(round, on)
  const aside =
    grant && `经${deciderOf(grant)}同意${grant.what}${grant.until ? `，至${grant.until}` : ''}：${grant.reason}`
  return [
    round.round > 1 && `第${round.round}轮（${before?.closed?.on ?? ''}办结后再次出现）`,
    before?.answer?.until && round.round > 1 && `原核实意见有效期至${before.answer.until}`,
    deadline !== (round.fields.整改时限 ?? '') &&
      `已批准延期至${deadline}（首次时限${round.fields.整改时限 || '未定'}）`,
    ...lapsed,
    ...waiting,
    denied,
    aside,
    isOverdue(round, on) && '已逾期',
    round.answer?.answer === '不符合' &&
      `${round.answer.answerer}${round.answer.answered}核实为问题：${round.answer.reason}`,
    round.recheck && (round.recheck.result !== '仍存在' || round.state === '退回') && recheckWords(round.recheck),
    round.sentBack.length > 0 && `累计退回${round.sentBack.length}次`,
    ...Object.entries(round.conflicts).map(
      ([name, values]) =>
        `${name}两份返回不一致，未采用：${values.map(({ value, from }) => `${value || '（空）'}（${from}）`).join('、')}`,
    ),
    ...round.refused.map(({ words, why }) => `未采用“${words}”：${why}`),
  ]
    .filter(Boolean)
    .join('\n')
}

const deciderOf = ({ decision }: Request): string => `${decision?.decider ?? ''}${decision?.decided ?? ''}`

/** What is still there stands in its own column, as it is now. */
const recheckWords = ({ result, why }: NonNullable<Round['recheck']>): string =>
  result === '仍存在' ? '复核仍发现，见“问题”栏' : [result, why].filter(Boolean).join('：')
