import { written } from '../core/day.ts'
import type { Params, Values } from '../core/kind.ts'
import { percentName } from '../core/percent.ts'
import { SPAN_NAMES } from '../core/span.ts'
import type { Indicator, IndicatorSystem, Rule } from '../core/system.ts'
import { KINDS } from '../kinds/index.ts'
import { titled } from '../kinds/words.ts'
import { anyOf, conditionWords, rowsWords } from './conditions.ts'

type About = { readonly system: IndicatorSystem; readonly indicator: Indicator; readonly rule: Rule }

/** How a clerk is told of a kind: its name, what a rule of it asks, and what no such rule can see. */
export type KindWords = {
  readonly name: string
  asks(about: About): string[]
  readonly limits: string
}

const words = <const P extends Params>(
  { params }: { readonly params: P },
  name: string,
  limits: string,
  says: (values: Values<P>, about: About) => (string | false)[],
): KindWords => ({
  name,
  limits,
  asks(about) {
    if (Object.keys(params).some((key) => !Object.hasOwn(about.rule.params, key))) return []
    // Loading decoded them by these very parameters.
    return says(about.rule.params as Values<P>, about).filter((line) => line !== false)
  },
})

export const KIND_WORDS: Readonly<Record<keyof typeof KINDS, KindWords>> = {
  documents: words(
    KINDS.documents,
    '材料是否齐全',
    '只看有没有、题名、文号和日期，不判断内容是否真实、充分。',
    (asked, about) => [
      `${asked.materials.length > 1 ? (asked.need === 'any' ? '下列材料有其中一种即可：' : '下列材料每种都要有：') : '应有：'}${papers(about, asked.materials)}。`,
      asked.every === 'year' && '创建周期内每年都要有；年度未结束的，当年的不因未形成而判缺口。',
      asked['at-least'] > 1 && `每种至少${asked['at-least']}份。`,
      asked.number === 'required' && '须有发文字号。',
      asked.seal === 'required' && '须盖章。',
      asked['dated-by'] !== null && `成文日期不晚于${written(asked['dated-by'])}。`,
      asked.formats.length > 0 && `限${asked.formats.join('、')}格式。`,
      allSupporting(about, asked.materials) && '所列都是补充材料，没有的不判缺口。',
    ],
  ),

  rate: words(
    KINDS.rate,
    '按台账核算比率',
    '只按台账登记的内容核算，登记是否属实、有无漏登，请抽查原件。',
    (asked, { system, rule }) => [
      `分母：${rowsWords(asked.ledger, asked.where)}。`,
      `分子：其中${conditionWords(asked.part)}的。`,
      asked['at-least'] !== null && `比率应${atLeast(percentName(asked['at-least']))}。`,
      asked['at-most'] !== null && `比率应不高于${percentName(asked['at-most'])}。`,
      asked['at-most-parameter'] !== null && outside(system, asked['at-most-parameter']),
      asked.distinct.length > 0 && `${columns(asked.distinct)}都相同的记录合为一件，其中一条符合即为符合。`,
      asked.each === 'year' && `逐年核算${asked.year === null ? '' : `，年度看“${asked.year}”`}。`,
      asked['claimed-as'].length > 0 &&
        `自查报告等材料中写明${anyOf(asked['claimed-as'])}的，与核算结果对照，不一致的列为存疑。`,
      `没有应计入的记录时，${rule.name}无从核算，列为存疑；确无此类事项的，作零报告。`,
    ],
  ),

  share: words(
    KINDS.share,
    '按名册核算人数比例',
    '只按名册登记的内容核算，登记的身份、资格是否属实，请查看任职文件和证件。',
    (asked) => [
      `${asked.whole === null ? '总数' : '核算'}：${rowsWords(asked.ledger, asked.where)}，每人一条。`,
      asked.whole !== null && `总数只算：${conditionWords(asked.whole)}的。`,
      `其中计入的人员：${conditionWords(asked.part)}的。`,
      asked['part-or'] !== null && `${conditionWords(asked['part-or'])}的，也计入；名册没有这一列的，不看。`,
      `所占比例应${atLeast(percentName(asked['at-least']))}${asked['at-least-count'] > 0 ? `，且不少于${asked['at-least-count']}人` : ''}。`,
      asked.distinct.length > 0 && `${columns(asked.distinct)}都相同的记录合为一人。`,
    ],
  ),

  deadline: words(
    KINDS.deadline,
    '是否按期',
    '只看文件的落款日期或台账登记的日期，实际报送、公布的日期请核对凭证。',
    (asked, about) => [
      asked.materials !== null && `核对：${papers(about, asked.materials)}的成文日期。`,
      asked.ledger !== null && `核对：${rowsWords(asked.ledger, asked.where)}，看“${asked.column ?? ''}”。`,
      asked.by !== null && `应不晚于${written(asked.by)}。`,
      asked['by-each-year'] !== null &&
        `${yearly(asked['years-after'])}应不晚于${monthDay(asked['by-each-year'])}；期限落在创建周期以外的年度不核对。`,
      asked['advised-by'] !== null && `晚于${monthDay(asked['advised-by'])}、未超过上述期限的，列为存疑。`,
      asked.year !== null && `所属年度看“${asked.year}”。`,
    ],
  ),

  duration: words(
    KINDS.duration,
    '期限是否符合',
    '只按台账登记的日期计算，登记的日期是否属实，请抽查原件。',
    (asked) => [
      `核对：${rowsWords(asked.ledger, asked.where)}。`,
      `从“${asked.from}”到“${asked.to}”，按${SPAN_NAMES[asked.unit].replace('个', '')}计算${asked.unit === 'hour' ? '' : '；开始的当日不计入，截止的当日计入'}。`,
      asked['at-least'] !== null && `应不少于${asked['at-least']}${SPAN_NAMES[asked.unit]}。`,
      asked['at-most'] !== null &&
        `应不超过${asked['at-most']}${SPAN_NAMES[asked.unit]}${asked.unit === 'day' || asked.unit === 'month' ? '；期满遇法定休假日的，顺延至其后第一个工作日' : ''}。`,
      asked['at-most-column'] !== null &&
        `每件的时限看“${asked['at-most-column']}”（天数或到期日）${asked['at-most'] === null ? '' : '；没有填写的，按上述时限'}。`,
      asked.plus.length > 0 && `${asked.plus.map((column) => `“${column}”`).join('和')}所填的天数加到时限上。`,
      asked['less-from'] !== null &&
        asked['less-to'] !== null &&
        `从“${asked['less-from']}”到“${asked['less-to']}”的一段不计入。`,
      asked.missing === 'unclear' && `“${asked.to}”没有填写的，列为存疑。`,
      asked.missing === 'ignore' && '起止日期没有填写的，不计。',
      asked.missing === 'overdue' && `“${asked.to}”没有填写、到审核日已超过时限的，算逾期；尚未到期的，不计。`,
    ],
  ),

  order: words(KINDS.order, '先后次序', '只按台账登记的日期比较，登记的日期是否属实，请抽查原件。', (asked) => [
    `核对：${rowsWords(asked.ledger, asked.where)}。`,
    `日期应依次为：${asked.columns.map((column) => `“${column}”`).join(' → ')}${asked.strict ? '，同一天也不符合' : '，可以是同一天'}。`,
    asked.missing === 'ignore' ? '没有填写的一栏跳过，比较其余各栏。' : '有一栏没有填写的，列为存疑。',
  ]),

  count: words(
    KINDS.count,
    '次数和件数',
    '只数登记的记录或报送的文件，活动是否实际开展、效果如何，请人工核对。',
    (asked, about) => [
      asked.ledger !== null && `清点：${rowsWords(asked.ledger, asked.where)}。`,
      asked.ledger === null && asked.materials !== null && `清点：${papers(about, asked.materials)}。`,
      `${asked.by === null ? '' : `按“${asked.by}”分别计数，`}${EACH[asked.each]}${[
        asked['at-least'] === null ? [] : `不少于${asked['at-least']}${asked.ledger === null ? '份' : '条'}`,
        asked['at-most'] === null ? [] : `不超过${asked['at-most']}${asked.ledger === null ? '份' : '条'}`,
      ]
        .flat()
        .join('、')}。`,
      (asked.date ?? asked.year) !== null && `日期看“${asked.date ?? asked.year}”。`,
      asked.distinct.length > 0 && `${columns(asked.distinct)}都相同的记录合为一条。`,
      asked.each === 'year' && asked['at-least'] !== null && '年度未结束的，当年不因不足判缺口。',
      asked.each === 'month' && '尚未结束的月份不核对。',
    ],
  ),

  total: words(KINDS.total, '按人合计', '只按台账登记的数值合计，登记是否属实，请查看签到、证书等证明。', (asked) => [
    `合计：${rowsWords(asked.ledger, asked.where)}，按${columns(asked.by)}${asked.each === 'year' ? '逐年' : '在整个周期内'}合计“${asked.sum}”。`,
    `每项合计应不少于${asked['at-least']}。`,
    (asked.date ?? asked.year) !== null && `年度看“${asked.date ?? asked.year}”。`,
    asked.roster !== null &&
      `应有人员：${rowsWords(asked.roster, asked['roster-where'])}${asked['roster-name'] === null ? '' : `（看“${asked['roster-name']}”）`}；名册上有而台账没有登记的，按0计；可能年中到岗的，存疑。`,
    asked['roster-since'] !== null && `填有“${asked['roster-since']}”的，到岗以前的年度不要求。`,
    asked.each === 'year' && '年度未结束的，当年不因不足判缺口。',
  ]),

  content: words(
    KINDS.content,
    '文件写了什么',
    '只看写没写这些内容，不判断写得是否属实、是否到位。',
    (asked, about) => [
      `核对：${papers(about, asked.materials)}，${WHICH[asked.which]}。`,
      asked.sections.length > 0 && '应有下列部分（小标题或段首句，括号内的说法也算）：',
      ...asked.sections.map((section) => `　${synonyms(section)}`),
      asked.mentions.length > 0 && '应写到（括号内的说法也算）：',
      ...asked.mentions.map((mention) => `　${synonyms(mention)}`),
      asked.forbidden.length > 0 && `不应出现：${anyOf(asked.forbidden)}。`,
      asked.columns.length > 0 && `其中的表格应有这些栏：${asked.columns.join('、')}。`,
      asked['at-most-chars'] !== null && `不超过${asked['at-most-chars']}字（${CHARS}）。`,
      asked['at-least-chars'] !== null && `不少于${asked['at-least-chars']}字（${CHARS}）。`,
    ],
  ),

  absence: words(
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
  ),

  review: words(KINDS.review, '请人判断', '本条全部由人判断：没有答复的，列为存疑，绝不算作符合。', (asked, about) => [
    `请判断：${asked.question}`,
    `可查看：${asked.materials === null ? '本指标的全部材料' : papers(about, asked.materials)}。`,
    '判断后在 audit.yaml 或者退回的问题整改清单中答复“符合”或“不符合”，写明理由、姓名和日期；过了有效期，须重新判断。',
  ]),

  rollup: words(KINDS.rollup, '汇总核实', '只汇总其他各条发现的疑点，真假由人查看原件后认定。', (asked, about) => [
    `应有写明落款日期的${papers(about, asked.statement, '或')}。`,
    '其他各条发现下列情形的，汇总到这里请人核实，列为存疑：',
    ...asked.messages.map((message) => `　${gatheredWords(message)}`),
  ]),
}

/** A kind that this edition of the tool does not know has no words. */
export const kindWords = (kind: string): KindWords | undefined =>
  Object.entries(KIND_WORDS).find(([name]) => name === kind)?.[1]

const WHICH = { any: '有一份符合即可', every: '每份都要符合', together: '各份合起来看' } as const
const EACH = { cycle: '整个创建周期内', year: '创建周期内每年', month: '每月' } as const
const CHARS = '汉字、标点各计1字，连续的数字或字母计1字，不计空格'

const atLeast = (percent: string): string => (percent === '100%' ? '达到100%' : `不低于${percent}`)

const columns = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、')

const synonyms = ([first = '', ...others]: readonly string[]): string =>
  others.length > 0 ? `${first}（${others.join('、')}）` : first

function papers({ indicator }: About, ids: readonly string[], last = '、'): string {
  const names = ids.map((id) => titled(indicator.materials.find((material) => material.id === id)?.name ?? id))
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}${last}${names.at(-1)}`
}

const allSupporting = ({ indicator }: About, ids: readonly string[]): boolean =>
  ids.every((id) => indicator.materials.find((material) => material.id === id)?.need === 'supporting')

/** 03-01 → 3月1日 */
function monthDay(text: string): string {
  const [month, day] = text.split('-').map(Number)
  return `${month}月${day}日`
}

function yearly(after: number): string {
  if (after === 0) return '每年的'
  return after === 1 ? '上一年度的，次年' : `某年度的，其后第${after}年`
}

function outside({ parameters }: IndicatorSystem, id: string): string {
  const found = parameters.find((parameter) => parameter.id === id)
  const value = found?.value ?? null
  const state = value === null ? '尚未提供，待对照' : `现为${value}，${found?.verified ? '已核实' : '未核实'}`
  return `比率应不高于“${found?.name ?? id}”（${state}）。${value === null ? '没有这个数值时，只列核算结果，列为存疑。' : ''}`
}

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
