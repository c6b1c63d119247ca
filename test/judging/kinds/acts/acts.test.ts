import type { Act, Item } from '../../../../src/core/act.ts'
import type { Day } from '../../../../src/core/day.ts'
import type { DocumentFacts } from '../../../../src/core/fact.ts'
import type { Document } from '../../../../src/core/package.ts'
import { acts } from '../../../../src/judging/kinds/acts/acts.ts'
import { judges } from '../../../helpers/judges.ts'
import { ledger, paper, scopeOf } from '../../../helpers/scope.ts'

let serial = 0
/** A paper of its own for each act. */
function of(act: Act, facts: Partial<DocumentFacts> = {}): Document {
  const made = paper({ path: `${++serial}.docx`, title: '会议纪要', issued: '2021-06-01' })
  return { ...made, facts: { ...made.facts, ...facts, acts: [act] } }
}

/** A book in which several are bound. */
function bound(title: string, ...acts: Act[]): Document {
  const made = paper({ path: `${++serial}.docx`, title, issued: '2021-06-01' })
  return { ...made, facts: { ...made.facts, acts } }
}

const at = { file: 'a.docx', quote: '原文' }
const PLAN = '示例迁建方案'
const RULE = '示例管理办法'

const notice = (name: string, from: Day, until: Day, more: object = {}): Act => ({
  kind: 'consultation',
  of: [name],
  from,
  until,
  shortened: null,
  market: 'no',
  at,
  ...more,
})
const opinion = (received: Day | null, issued: Day): Act => ({
  kind: 'opinion',
  of: [PLAN],
  numbers: [],
  received,
  issued,
  about: '合法性',
  at,
})
const item = (more: Partial<Item> = {}): Item => ({
  text: '审议重大行政决策事项',
  of: [PLAN],
  first: null,
  last: null,
  at,
  ...more,
})
const meeting = (day: Day, post: string, more: Partial<Item> = {}): Act => ({
  kind: 'meeting',
  day,
  chair: { name: '张某', post },
  items: [item(more)],
  text: '研究法治政府建设工作，审议方案',
  at,
})
/** Nobody says who presided: 张某 stands first among those present. */
const listed = (day: Day, more: Partial<Item>): Act => ({
  ...meeting(day, ''),
  kind: 'meeting',
  day,
  chair: { name: '张某', post: '', assumed: true },
  items: [item(more)],
  text: '审议方案',
})
/** A meeting of a book that is known by what stands above it. */
const headed = (post: string, line: string): Act => ({
  ...meeting('2021-05-20', post),
  kind: 'meeting',
  day: '2021-05-20',
  chair: { name: '张某', post },
  items: [item({})],
  text: '听取汇报',
  headed: [line],
})
/** A paper that says it in so many words. */
const saying = (title: string, text: string): Document => paper({ path: `${++serial}.docx`, title, text: [text] })
/** A notice in the name of a body. */
const issuedBy = (issuer: string, text: string): Document => {
  const one = saying('关于缴存保证金的通知', text)
  const fact = (value: string) => ({ value, at, certainty: 'certain' as const })
  return { ...one, facts: { ...one.facts, issuer: fact(issuer), number: fact('示劳监〔2021〕3号') } }
}
const filmed = { check: 'breach', words: ['强制没有全程录像'] }

const account = (law: boolean): Act => ({
  kind: 'account',
  who: { name: '张某', post: '镇长' },
  year: 2021,
  law: law ? at : null,
  at,
})

const scope = (...documents: Document[]) => scopeOf({ documents })
const unsure = (...documents: Document[]) => scopeOf({ documents, certain: false })
const decision = { check: 'consultation', about: '决策', 'at-least': 30 }
const rule = { check: 'consultation', about: '规范性文件', 'at-least': 7, unit: 'workday', market: 30 }
const first = { check: 'review-first' }
const time = { check: 'review-time', 'at-least': 7 }
const chair = { check: 'chair', words: ['法治政府建设'], posts: ['书记'] }

judges(
  acts,
  { check: 'consultation', 'at-least': 30 },
  {
    exempt: [
      { when: 'no paper records such a thing', scope: scope(), says: 'nothing' },
      {
        when: 'the notice is about a rule',
        params: decision,
        scope: scope(of(notice(RULE, '2021-04-06', '2021-04-16'))),
        says: 'nothing',
      },
      {
        when: 'before the cycle',
        params: decision,
        scope: scope(of(notice(PLAN, '2019-04-06', '2019-04-16'))),
        says: 'nothing',
      },
      {
        when: 'a draft notice records nothing',
        params: decision,
        scope: scope(
          of(notice(PLAN, '2021-04-06', '2021-04-16'), {
            drafts: [{ value: '草稿', at, certainty: 'certain' }],
            issued: null,
            title: null,
          }),
        ),
        says: 'nothing',
      },
    ],
    met: [
      {
        when: 'thirty days where the first counts',
        params: decision,
        scope: scope(of(notice(PLAN, '2021-04-06', '2021-05-05'))),
        says: 'long-enough',
      },
      {
        when: 'thirty days to the day',
        params: decision,
        scope: scope(of(notice(PLAN, '2021-04-06', '2021-05-06'))),
        says: 'long-enough',
      },
      {
        when: 'shorter, with its reason',
        params: decision,
        scope: scope(of(notice(PLAN, '2021-04-06', '2021-04-16', { shortened: '情况紧急' }))),
        says: 'explained',
      },
      {
        when: 'a ledger has it with the same days, and its own rule tells',
        params: decision,
        scope: scopeOf({
          documents: [of(notice(PLAN, '2021-04-06', '2021-04-26'))],
          ledgers: [
            ledger('台账', { 事项: 'text', 起: 'day', 止: 'day' }, [
              { 事项: PLAN, 起: '2021-04-06', 止: '2021-04-26' },
            ]),
          ],
        }),
        says: 'kept',
      },
      {
        when: 'the opinion on the day of the meeting',
        params: first,
        scope: scope(of(opinion(null, '2021-05-20')), of(meeting('2021-05-20', '镇长'))),
        says: 'reviewed-before',
      },
      {
        when: 'seven working days',
        params: time,
        scope: scope(of(opinion('2021-04-29', '2021-05-12'))),
        says: 'thorough',
      },
      {
        when: 'the head spoke last',
        params: { check: 'last-word' },
        scope: scope(of(meeting('2021-05-20', '镇长', { last: at }))),
        says: 'spoke-last',
      },
      {
        when: 'the secretary presided',
        params: chair,
        scope: scope(of(meeting('2021-05-20', '镇党委书记'))),
        says: 'own-chair',
      },
      {
        when: 'in a book of minutes the meeting is headed by the matter',
        params: chair,
        scope: scope(
          bound(
            '2021年依法行政、法治政府建设汇编',
            headed('党委书记', '法治政府建设专题会议'),
            headed('副镇长', '镇长办公会'),
          ),
        ),
        says: 'own-chair',
      },
      {
        when: 'a report that says it',
        params: { check: 'accounts' },
        scope: scope(of(account(true))),
        says: 'with-law',
      },
    ],
    unclear: [
      {
        when: 'who spoke first only stands first among those present',
        params: { check: 'last-word' },
        scope: scope(of(listed('2021-05-20', { first: at }))),
        says: 'spoke-first',
      },
      {
        when: 'enough for a rule, but businesses are named',
        params: rule,
        scope: scope(of(notice(RULE, '2021-06-01', '2021-06-15', { market: 'perhaps' }))),
        says: 'nearly',
      },
      ...[
        { when: 'a short notice', params: decision, acts: [notice(PLAN, '2021-04-06', '2021-04-26')] },
        { when: 'a late opinion', params: first, acts: [opinion(null, '2021-05-25'), meeting('2021-05-20', '镇长')] },
        { when: 'a quick opinion', params: time, acts: [opinion('2021-05-24', '2021-05-25')] },
        { when: 'a deputy who presided', params: chair, acts: [meeting('2021-05-20', '副镇长')] },
      ].map(({ when, params, acts: done }) => ({
        when: `${when}, and a workbook that nobody could read may have it`,
        params,
        scope: scope(...done.map((act) => of(act)), paper({ path: '台账.xlsx', format: 'xlsx', extent: 'unread' })),
        says: 'unheard' as const,
      })),
      {
        when: 'the opinion a day after',
        params: first,
        scope: scope(of(opinion(null, '2021-05-21')), of(meeting('2021-05-20', '镇长'))),
        says: 'perhaps-after',
      },
      {
        when: 'somebody else presided in a year that goes on',
        params: chair,
        scope: scope(of(meeting('2022-05-20', '副镇长'))),
        says: 'other-chair',
      },
    ],
    gap: [
      {
        when: 'in a book of minutes it was a deputy, and whose chair the other meetings do not say is of no matter',
        params: chair,
        scope: scope(
          bound('2021年法治政府建设汇编', headed('党委副书记', '法治政府建设专题会议'), headed('', '镇长办公会')),
        ),
        says: 'other-chair',
      },
      {
        when: 'who spoke last the minutes say, whatever went unread',
        params: { check: 'last-word' },
        scope: scope(
          of(meeting('2021-05-20', '镇长', { first: at })),
          paper({ path: '台账.xlsx', format: 'xlsx', extent: 'unread' }),
        ),
        says: 'spoke-first',
      },
      {
        when: 'twenty days without a reason',
        params: decision,
        scope: scope(of(notice(PLAN, '2021-04-06', '2021-04-26'))),
        says: 'short',
        text: '《示例迁建方案》征求意见2021年4月6日至2021年4月26日，只有20日，应不少于30日，公告没有说明缩短的理由',
        cites: [at],
        subjects: [PLAN],
      },
      {
        when: 'twenty-nine days, whichever day counts first; and the duty need not be certain',
        params: decision,
        scope: unsure(of(notice(PLAN, '2021-04-06', '2021-05-04'))),
        says: 'short',
      },
      {
        when: 'enough for a rule, but it says that businesses are concerned',
        params: rule,
        scope: scope(of(notice(RULE, '2021-06-01', '2021-06-15', { market: 'said' }))),
        says: 'short',
      },
      {
        when: 'six working days',
        params: time,
        scope: scope(of(opinion('2021-04-29', '2021-05-11'))),
        says: 'quick',
      },
      {
        when: 'five working days for a rule',
        params: rule,
        scope: scope(of(notice(RULE, '2021-06-01', '2021-06-08'))),
        says: 'short',
      },
      {
        when: 'the opinion after the meeting',
        params: first,
        scope: scope(of(opinion(null, '2022-03-14')), of(meeting('2022-03-10', '镇长'))),
        says: 'reviewed-after',
        text: '《示例迁建方案》2022年3月10日已上会讨论，审查意见2022年3月14日才出具',
      },
      {
        when: 'three working days',
        params: time,
        scope: scope(of(opinion('2021-06-01', '2021-06-04'))),
        says: 'quick',
      },
      {
        when: 'the head spoke first',
        params: { check: 'last-word' },
        scope: scope(of(meeting('2021-05-20', '局长', { first: at }))),
        says: 'spoke-first',
      },
      {
        when: 'who spoke first stands first among those present, and speaks last elsewhere',
        params: { check: 'last-word' },
        scope: scope(
          of(listed('2021-05-20', { first: at })),
          of(listed('2021-06-20', { last: at, of: ['示例其他事项'], text: '研究其他事项' })),
        ),
        says: 'spoke-first',
      },
      {
        when: 'a deputy presided',
        params: chair,
        scope: scope(of(meeting('2021-05-20', '镇党委委员、副镇长'))),
        says: 'other-chair',
      },
      {
        when: 'a deputy secretary presided',
        params: chair,
        scope: scope(of(meeting('2021-05-20', '镇党委副书记'))),
        says: 'other-chair',
      },
      {
        when: 'one of two reports does not say it',
        params: { check: 'accounts' },
        scope: scope(of(account(false))),
        says: 'without-law',
      },
      {
        when: 'an account that admits what is not allowed',
        params: filmed,
        scope: scope(saying('拆除情况的说明', '拆除过程没有录像，事后补拍照片。')),
        says: 'breached',
        text: '《拆除情况的说明》写明了强制没有全程录像：“拆除过程没有录像,事后补拍照片”',
      },
      {
        when: 'rules for the public in the name of an inner body',
        params: { check: 'issuer' },
        scope: scope(issuedBy('示例区劳动保障监察大队', '施工企业一律缴存保证金。本通知自2021年9月1日起执行。')),
        says: 'own-name',
      },
    ],
  },
)
