import type { Evidence } from '../../../core/evidence.ts'
import { fill, kind } from '../../../core/kind.ts'
import { exempt, type Verdict } from '../../../core/verdict.ts'
import { fileName, listed } from '../../../language/prose.ts'
import { howUnread } from '../../desk/scope.ts'
import { breached } from './breaches.ts'
import { consultations } from './consultations.ts'
import { aboutOf } from './found.ts'
import { issuedWithin } from './issuers.ts'
import { accounts, chaired, lastWord } from './meetings.ts'
import { reviewedFirst, reviewTime } from './opinions.ts'
import { unheardIn } from './unread.ts'

const messages = {
  nothing: { says: '{name}：没有能核对的文件', fix: '无需处理' },
  kept: { says: '{subject}已登记在台账中，日期一致，按台账核对', fix: '无需处理' },
  'long-enough': { says: '{subject}征求意见{from}至{until}，共{days}{unit}，不少于{least}{unit}', fix: '无需处理' },
  explained: {
    says: '{subject}征求意见{from}至{until}，共{days}{unit}，公告说明了缩短的理由（{why}）',
    fix: '无需处理',
  },
  short: {
    says: '{subject}征求意见{from}至{until}，只有{days}{unit}，应不少于{least}{unit}，公告没有说明缩短的理由',
    fix: '请核对公告的起止日期；当时说明过缩短理由的，补报说明；没有说明的，如实写明情况',
  },
  nearly: {
    says: '{subject}征求意见{from}至{until}，共{days}{unit}，可能不足{least}{unit}',
    fix: '请核对起止日期和该文件是否与生产经营活动密切相关；不足的，如实写明情况',
  },
  'reviewed-before': { says: '{subject}的审查意见{issued}出具，不晚于{day}{what}', fix: '无需处理' },
  'reviewed-after': {
    says: '{subject}{day}已{what}，审查意见{issued}才出具',
    fix: '请核对两份文件的日期：写错的，报更正说明；确实先议后审的，如实写明情况和整改措施',
  },
  'perhaps-after': { says: '{subject}可能{day}已{what}，审查意见{issued}才出具', fix: '请对照原件核对两个日期' },
  thorough: { says: '{subject}{from}送审，{until}出具意见，共{days}个工作日', fix: '无需处理' },
  quick: {
    says: '{subject}{from}送审，{until}出具意见，只有{days}个工作日，应不少于{least}个工作日',
    fix: '请核对送审和出具日期；确有紧急情况的，附说明',
  },
  'spoke-last': { says: '{day}讨论{subject}，{chair}最后发言', fix: '无需处理' },
  'spoke-first': {
    says: '{day}讨论{subject}，{chair}先于他人发言，没有最后发言（“{words}”）',
    fix: '请核对会议原始记录；记录有误的，报更正；确实如此的，如实写明情况，今后由主要负责人最后发言',
  },
  'own-chair': { says: '{year}年的会议（{day}）由{chair}主持', fix: '无需处理' },
  'other-chair': {
    says: '{year}年的会议（{day}）由{chair}主持，没有找到主要负责人当年主持的会议',
    fix: '当年另有主要负责人主持的会议的，请补报纪要；没有的，如实写明情况',
  },
  breached: {
    says: '{paper}写明了{matter}：“{words}”{also}',
    fix: '请核对原件；确实如此的，停止执行或者补正，并如实写明情况和整改措施',
  },
  'own-name': {
    says: '{paper}以{issuer}名义发布，对外规定“{words}”，而内设机构、派出机构、临时机构不得制定行政规范性文件',
    fix: '请核对原件；确实如此的，停止执行，需要继续执行的由有权机关按程序重新制定，并如实写明情况',
  },
  unheard: {
    says: '{said}；但有{count}个文件{how}（{files}），其中可能有所记载',
    fix: '请人工查看未能读取的文件，或换成可读取的格式后重新核对',
  },
  'with-law': { says: '{who}{year}年述职写了法治建设职责（“{words}”）', fix: '无需处理' },
  'without-law': {
    says: '{who}{year}年述职报告没有写履行推进法治建设第一责任人职责的情况',
    fix: '请补报写明该项内容的述职（述法）报告；当年没有述法的，如实写明情况',
  },
} as const

type Message = keyof typeof messages

/** Papers are records too: what they say was done, by whom and when, is held against the plan where no ledger exists. */
export const acts = kind({
  name: 'acts',
  summary:
    '文件写明的事：征求意见的起止、审查意见与会议的先后、谁主持、谁最后发言、述职写没写法治、写明了哪些违规、谁发的规矩。',
  decides: 'machine',
  params: {
    check: {
      type: 'choice',
      of: ['consultation', 'review-first', 'review-time', 'last-word', 'chair', 'accounts', 'breach', 'issuer'],
      description:
        '核对什么：征求意见期限、先审后议、审查时间、末位发言、会议主持人、述职内容、文件自己写明的违规、内设和派出机构自己发的规矩',
    },
    about: { type: 'choice', of: ['决策', '规范性文件'], description: '限于决策还是规范性文件', default: null },
    'at-least': { type: 'integer', description: '不少于多少天', default: null },
    unit: { type: 'choice', of: ['day', 'workday'], description: '按日还是工作日', default: 'day' },
    market: { type: 'integer', description: '与市场主体密切相关的，不少于多少日', default: null },
    words: {
      type: 'texts',
      description: '会议是关于什么的；写明的是哪些违规（words/breaches.yaml 里的名称）',
      default: [],
    },
    'denied-in': {
      type: 'texts',
      description: '这些名称的表里写“不涉及”“没有”的，一并指出',
      default: [],
    },
    posts: { type: 'texts', description: '应由什么职务的人主持', default: [] },
  },
  messages,

  judge(params, scope) {
    const about = aboutOf(params.about)
    const least = params['at-least'] ?? 0
    const checks: Readonly<Record<string, () => readonly Verdict<Message>[]>> = {
      consultation: () => consultations(scope, { about, least, unit: params.unit, market: params.market }),
      'review-first': () => reviewedFirst(scope, about),
      'review-time': () => reviewTime(scope, about, least),
      'last-word': () => lastWord(scope),
      chair: () => chaired(scope, params.words, params.posts),
      accounts: () => accounts(scope),
      breach: () => breached(scope, params.words, params['denied-in']),
      issuer: () => issuedWithin(scope),
    }
    const found = distinct(checks[params.check]?.() ?? []).map((one) => doubted(one, unheardIn(scope)))
    return found.length > 0 ? found : [exempt('nothing', { name: scope.rule.name })]
  },
})

/** What a ledger or another paper may still explain; who spoke last and what a report does not say, it says itself. */
const OPEN: ReadonlySet<Message> = new Set(['short', 'reviewed-after', 'quick', 'other-chair'])

function doubted(verdict: Verdict<Message>, unread: readonly Evidence[]): Verdict<Message> {
  if (verdict.outcome !== 'gap' || !OPEN.has(verdict.message) || unread.length === 0) return verdict
  const files = unread.map(({ path }) => path)
  const data = {
    ...verdict.data,
    said: fill(messages[verdict.message].says, verdict.data),
    count: files.length,
    how: howUnread(unread),
    files: listed(files.map(fileName), '个'),
  }
  return {
    ...verdict,
    outcome: 'unclear',
    message: 'unheard',
    data,
    cites: [...verdict.cites, ...files.map((file) => ({ file }))],
  }
}

/** A paper filed twice is told once. */
function distinct(verdicts: readonly Verdict<Message>[]): Verdict<Message>[] {
  return [...new Map(verdicts.map((one) => [`${one.subject} ${one.message}`, one])).values()].map((one, at, all) =>
    all.findIndex(({ subject }) => subject === one.subject) === at
      ? one
      : { ...one, subject: `${one.subject} ${one.message}` },
  )
}
