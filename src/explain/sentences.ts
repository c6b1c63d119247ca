import { KINDS } from '../judging/kinds/index.ts'
import { anyOf, rowsWords } from './conditions.ts'
import { type KindWords, papers, words } from './kind-words.ts'
import { count, duration, order, rate, share, total } from './sentences-ledgers.ts'
import { content, deadline, documents } from './sentences-papers.ts'

const absence = words(
  KINDS.absence,
  '有没有发生',
  '没有发现不等于没有：只在本单位报送的材料中查找，网上和上级掌握的情况请人工查证。',
  (asked, about) => [
    `应有写明落款日期的${papers(about, asked.statement, '或')}，应在审核日（不晚于报送截止日）以前一年内作出；已在 audit.yaml 中作零报告的，视同说明。`,
    asked.words.length > 0 &&
      `在全部材料中查找：${anyOf(asked.words)}${asked.near.length > 0 ? `，并且同一句中有${anyOf(asked.near)}` : ''}。出现的，列为存疑，请人核实。`,
    asked.words.length > 0 &&
      `否定的说法、书名号中的文件名、法规和制度条文中的这些字样不算${asked.except.length > 0 ? `；句中有${anyOf(asked.except)}的也不算` : ''}。`,
    ...asked.checks.map(
      ({ ledger, where, says }) =>
        `${rowsWords(ledger, where)}，即为相反情形${says ? `（${says}）` : ''}；有这样的记录的，判为缺口。`,
    ),
  ],
)

const review = words(
  KINDS.review,
  '请人判断',
  '本条全部由人判断：没有答复的，列为存疑，绝不算作符合。',
  (asked, about) => [
    `请判断：${asked.question}`,
    asked.group !== null && `问的是本单位是否属于“${asked.group}”；名单已经确定的单位不问。`,
    asked.group === null &&
      `可查看：${asked.materials === null ? '本指标的全部材料' : papers(about, asked.materials)}。`,
    '判断后在 audit.yaml 或者退回的问题整改清单中答复“符合”或“不符合”，写明理由、姓名和日期；过了有效期，须重新判断。',
  ],
)

const tables = words(
  KINDS.tables,
  '台账逐行核对',
  '凡名称相符的台账都核对，不论什么样式；表中注明延期的，按延长后的期限；其他规则已经指出的行，不再重复。',
  (asked) => [
    `核对名称中有${asked.about.map((some) => anyOf(some)).join('，并有')}的台账。`,
    asked.first.length > 0 && `${asked.first.join('、')}应不晚于${asked.then.join('、')}；倒置的，判为缺口。`,
    asked.late === 'gap' && '超过表中所列期限的，判为缺口；注明延期但没有写延至何时的，列为存疑。',
    asked.late === 'ask' && '超过表中所列期限的，列为存疑。',
    asked['at-most'] !== null &&
      `${asked.from.join('、')}至${asked.to.join('、')}应不超过${asked['at-most']}${asked.unit === 'day' ? '日' : '个工作日'}；超过的，或者到期仍空白的，判为缺口。`,
    asked['own-terms'].length > 0 &&
      `${asked['own-terms'].join('、')}的期限在本单位的制度中查找，制度施行后超过的，判为缺口。`,
    asked.undone.length > 0 && `登记为没有${asked.undone.join('、')}的，判为缺口；还没到期的不算。`,
    asked.grounded && '登记没有依据却仍保留的，判为缺口。',
    asked.filled.length > 0 &&
      `${asked.filled.map((some) => anyOf(some)).join('、')}等栏目不应空白；整栏多数已填、个别空白的，判为缺口。`,
    asked['two-persons'] && '执法人员一栏只有一人的，判为缺口。',
    asked.rates.length > 0 && `按合计行重算${anyOf(asked.rates)}，应不低于规定的比率；不足的，判为缺口。`,
    asked.satisfied && '满意度按满意、基本满意的合计占收回的份数重算。',
    '比率与所列数字不符、合计与各行之和不符的，列为存疑。',
  ],
)

const rollup = words(KINDS.rollup, '汇总核实', '只汇总其他各条发现的疑点，真假由人查看原件后判断。', (asked, about) => [
  `应有写明落款日期的${papers(about, asked.statement, '或')}。`,
  '其他各条发现下列情形的，汇总到这里请人核实，列为存疑：',
  ...asked.messages.map((message) => `　${gatheredWords(message)}`),
])

const soundness = words(
  KINDS.soundness,
  '材料本身',
  '只看文件上写着的：签名、印章是图片的认不全，列为存疑；是否真实、是否有效，请人查看原件。',
  () => [
    '逐件查看所报的每个文件，不论哪项指标用到：是不是草稿，落款、签字、结论、日期是否空着，是不是外单位自己的文件，合同、证件是否在创建周期内到期，日期与引用的文件是否对得上。',
    '在文件所在的或者所属的指标下指出；没有所属指标的，列在整包要求下。写得明白的判为缺口，拿不准的列为存疑。',
    '草稿旁边有定稿的、征求意见公告所附的、作为附件的空白表样，不算。',
  ],
)

const CHECKS: Readonly<Record<string, string>> = {
  consultation: '征求意见的公告写明的起止日期',
  'review-first': '合法性审查意见的出具日期不晚于会议讨论和印发的日期',
  'review-time': '审查意见书写明的送审、出具日期之间的工作日',
  'last-word': '会议纪要、记录写明主要负责人最后发言',
  chair: '会议纪要写明的主持人',
  accounts: '每份述职（述法）报告都写了法治建设职责',
}

const acts = words(
  KINDS.acts,
  '文件所记的事',
  '只看文件里写着的日期、职务和姓名；没有写的不作判断，图片识别的日期请对照原件。',
  (asked) => [
    `核对${CHECKS[asked.check] ?? asked.check}，几份文件按书名号里的名称连起来看。`,
    asked['at-least'] !== null &&
      `应不少于${asked['at-least']}${asked.unit === 'workday' ? '个工作日' : '日'}${asked.market === null ? '' : `，与市场主体生产经营密切相关的不少于${asked.market}日`}。`,
    asked.posts.length > 0 && `应由${asked.posts.join('、')}主持。`,
  ],
)

export const KIND_WORDS: Readonly<Record<keyof typeof KINDS, KindWords>> = {
  documents,
  rate,
  share,
  deadline,
  duration,
  order,
  count,
  total,
  tables,
  content,
  absence,
  review,
  rollup,
  soundness,
  acts,
}

/** A kind that this edition of the tool does not know has no words. */
export const kindWords = (kind: string): KindWords | undefined =>
  Object.entries(KIND_WORDS).find(([name]) => name === kind)?.[1]

/** `rate.claim-differs` in words. */
const GATHERED: Readonly<Record<string, string>> = {
  'claim-differs': '自称的比率与台账核算的不一致',
  disputed: '同一件在不同文件中登记不一',
  reversed: '止期早于起期',
  'out-of-order': '日期先后不符',
  future: '成文日期晚于审核日',
}

function gatheredWords(message: string): string {
  const [kind = '', key = ''] = message.split('.')
  const name = kindWords(kind)?.name
  const what = GATHERED[key] ?? `其他发现（${message}）`
  return name ? `${name}：${what}` : what
}
