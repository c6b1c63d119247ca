import { percentName } from '../core/percent.ts'
import { SPAN_NAMES } from '../core/span.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { KINDS } from '../judging/kinds/index.ts'
import { quoted } from '../language/prose.ts'
import { anyOf, conditionWords, rowsWords } from './conditions.ts'
import { papers, words } from './kind-words.ts'

export const rate = words(
  KINDS.rate,
  '按台账核算比率',
  '只按台账登记的内容核算，登记是否属实、有无漏登，请抽查原件。',
  (asked, { system, rule }) => [
    `分母：${rowsWords(asked.ledger, asked.where)}。`,
    `分子：其中${conditionWords(asked.part)}的。`,
    asked['at-least'] !== null && `比率应${atLeast(percentName(asked['at-least']))}。`,
    asked['at-most'] !== null && `比率应不高于${percentName(asked['at-most'])}。`,
    asked['at-most-parameter'] !== null && outside(system, asked['at-most-parameter']),
    asked.distinct.length > 0 && `${quoted(asked.distinct)}都相同的记录合为一件，其中一条符合即为符合。`,
    asked.each === 'year' && `逐年核算${asked.year === null ? '' : `，年度看“${asked.year}”`}。`,
    asked['claimed-as'].length > 0 &&
      `自查报告等材料中写明${anyOf(asked['claimed-as'])}的，与核算结果对照，不一致的列为存疑。`,
    `没有应计入的记录时，${rule.name}无从核算，列为存疑；确无此类事项的，作零报告。`,
  ],
)

export const share = words(
  KINDS.share,
  '按名册核算人数比例',
  '只按名册登记的内容核算，登记的身份、资格是否属实，请查看任职文件和证件。',
  (asked) => [
    `${asked.whole === null ? '总数' : '核算'}：${rowsWords(asked.ledger, asked.where)}，每人一条。`,
    asked.whole !== null && `总数只算：${conditionWords(asked.whole)}的。`,
    `其中计入的人员：${conditionWords(asked.part)}的。`,
    asked['part-or'] !== null && `${conditionWords(asked['part-or'])}的，也计入；名册没有这一列的，不看。`,
    `所占比例应${atLeast(percentName(asked['at-least']))}${asked['at-least-count'] > 0 ? `，且不少于${asked['at-least-count']}人` : ''}。`,
    asked.distinct.length > 0 && `${quoted(asked.distinct)}都相同的记录合为一人。`,
  ],
)

export const duration = words(
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
)

export const order = words(
  KINDS.order,
  '先后次序',
  '只按台账登记的日期比较，登记的日期是否属实，请抽查原件。',
  (asked) => [
    `核对：${rowsWords(asked.ledger, asked.where)}。`,
    `日期应依次为：${asked.columns.map((column) => `“${column}”`).join(' → ')}${asked.strict ? '，同一天也不符合' : '，可以是同一天'}。`,
    asked.missing === 'ignore' ? '没有填写的一栏跳过，比较其余各栏。' : '有一栏没有填写的，列为存疑。',
  ],
)

export const count = words(
  KINDS.count,
  '次数和件数',
  '只数登记的记录或报送的文件，活动是否实际开展、效果如何，请人工核对。',
  (asked, about) => [
    asked.ledger !== null && `清点：${rowsWords(asked.ledger, asked.where)}。`,
    asked.ledger === null && asked.materials !== null && `清点：${papers(about, asked.materials)}。`,
    `${asked.by === null ? '' : `按“${asked.by}”分别计数，`}${EACH[asked.each]}${[
      asked['at-least'] === null
        ? []
        : `不少于${asked['at-least']}${asked.noun ?? (asked.ledger === null ? '份' : '条')}`,
      asked['at-most'] === null
        ? []
        : `不超过${asked['at-most']}${asked.noun ?? (asked.ledger === null ? '份' : '条')}`,
    ]
      .flat()
      .join('、')}。`,
    (asked.date ?? asked.year) !== null && `日期看“${asked.date ?? asked.year}”。`,
    asked.distinct.length > 0 && `${quoted(asked.distinct)}都相同的记录合为一条。`,
    asked.each === 'year' && asked['at-least'] !== null && '年度未结束的，当年不因不足判缺口。',
    asked.each === 'month' && '尚未结束的月份不核对。',
  ],
)

export const total = words(
  KINDS.total,
  '按人合计',
  '只按台账登记的数值合计，登记是否属实，请查看签到、证书等证明。',
  (asked) => [
    `合计：${rowsWords(asked.ledger, asked.where)}，按${quoted(asked.by)}${asked.each === 'year' ? '逐年' : '在整个周期内'}合计“${asked.sum}”。`,
    `每项合计应不少于${asked['at-least']}。`,
    (asked.date ?? asked.year) !== null && `年度看“${asked.date ?? asked.year}”。`,
    asked.roster !== null &&
      `应有人员：${rowsWords(asked.roster, asked['roster-where'])}${asked['roster-name'] === null ? '' : `（看“${asked['roster-name']}”）`}；名册上有而台账没有登记的，按0计；可能年中到岗的，存疑。`,
    asked['roster-since'] !== null && `填有“${asked['roster-since']}”的，到岗以前的年度不要求。`,
    asked.each === 'year' && '年度未结束的，当年不因不足判缺口。',
  ],
)

const EACH = { cycle: '整个创建周期内', year: '创建周期内每年', month: '每月' } as const

const atLeast = (percent: string): string => (percent === '100%' ? '达到100%' : `不低于${percent}`)

function outside({ parameters }: IndicatorSystem, id: string): string {
  const found = parameters.find((parameter) => parameter.id === id)
  const value = found?.value ?? null
  const state = value === null ? '尚未提供，待对照' : `现为${value}，${found?.verified ? '已核实' : '未核实'}`
  return `比率应不高于“${found?.name ?? id}”（${state}）。${value === null ? '没有这个数值时，只列核算结果，列为存疑。' : ''}`
}
