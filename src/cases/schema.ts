import { FORMATS } from '../core/evidence.ts'
import { CERTAINTIES } from '../core/fact.ts'
import { OUTCOMES } from '../core/outcome.ts'
import { UNIT_KINDS } from '../core/system.ts'
import {
  choice,
  day,
  file,
  flag,
  list,
  listOrNone,
  mapping,
  orNull,
  type Schema,
  text,
  words,
} from '../system/schemas/shape.ts'
import {
  EXPECTATIONS,
  type RawAnswer,
  type RawCase,
  type RawDeclares,
  type RawEarlier,
  type RawPaper,
  type RawRuleCases,
  SHOWN,
} from './raw.ts'

const cell: Schema = { type: ['string', 'number', 'null'] }

const times: Schema = { type: 'integer', description: '照样重复几份，文字中的 <n> 依次为 1、2、3……', default: 1 }

const row: Schema = {
  type: 'object',
  description: '一行：列名和单元格内容；没有写的列为空白',
  properties: { times, in: orNull(text('在另一个文件中的，写文件名')) },
  additionalProperties: cell,
}

const perLedger = (items: Schema, description: string): Schema => ({
  type: 'object',
  description,
  additionalProperties: items,
  default: {},
})

const paper = mapping<RawPaper>({
  material: orNull(text('是本指标的哪种材料（编号或名称）；不写则为放在别处的文件')),
  title: orNull(text('题名；不写即为材料名称')),
  number: orNull(text('文号')),
  issuer: orNull(text('印发单位')),
  issued: orNull(day('成文日期；不写即没有日期')),
  dated: choice(CERTAINTIES, '成文日期有多确定：certain 确定，likely 推定，weak 识别不清', { default: 'certain' }),
  text: { type: ['string', 'array'], items: { type: 'string' }, description: '正文，一段或几段', default: [] },
  chars: orNull({ type: 'integer', description: '把正文补足到这么多字' }),
  table: listOrNone(list(cell, '一行'), '文件中的表格，第一行为表头'),
  draft: flag('是否未定稿', { default: false }),
  sealed: { type: ['boolean', 'null'], description: '是否检出印章；不写即没有检测', default: null },
  read: choice(['whole', 'partly', 'unread'], '读了全部、部分，还是没能读取', { default: 'whole' }),
  format: choice(FORMATS, '文件格式', { default: 'docx' }),
  sure: flag('能否认定是这种材料', { default: true }),
  near: orNull(text('只是接近这种材料，写明为何不能确定')),
  times,
})

// A word stands for a mapping with nothing but defaults beside it.
const orWord = (of: readonly string[], { properties, required }: Schema, description: string): Schema => ({
  type: ['string', 'object'],
  pattern: `^(${of.join('|')})$`,
  examples: of,
  description,
  properties,
  required,
  additionalProperties: false,
})

const DECLARES = ['零报告', '不适用']
const ANSWERS = ['符合', '不符合']

const declares = mapping<RawDeclares>({
  declares: choice(DECLARES, '声明'),
  reason: { ...words('理由'), default: '周期内未发生此类事项' },
  by: { ...words('声明人'), default: '办公室' },
  on: orNull(day('声明日期；不写即为审核日')),
})

const answer = mapping<RawAnswer>({
  answer: choice(ANSWERS, '答复'),
  reason: { ...words('理由'), default: '已核对原件' },
  by: { ...words('答复人'), default: '复核人员' },
  on: orNull(day('答复日期；不写即为审核日')),
  until: orNull(day('有效期至')),
})

const earlier = mapping<RawEarlier>({
  message: text('其他规则的发现，写作“规则种类.消息”', { examples: ['rate.claim-differs'] }),
  outcome: choice(OUTCOMES, '其结论', { default: 'unclear' }),
  indicator: { ...words('属于哪项指标'), default: '28' },
  says: { ...words('消息原文'), default: '两处不一致' },
})

const value: Schema = { type: ['string', 'number', 'null'] }

const one = mapping<RawCase>({
  name: text('情形，一句话；同一规则下不能重复'),
  expect: choice(EXPECTATIONS, 'met 符合，gap 缺口，unclear 存疑，noted 建议补充，exempt 不适用，off 不判断'),
  says: words('结论中应有的一段话'),
  subject: orNull(text('规则有几个结论时，指哪一个，如年度 "2021"、材料编号')),
  'as-of': orNull(day('审核日；不写即为创建周期的最后一天')),
  unit: orNull(choice(UNIT_KINDS, 'department 部门，town 镇；不写即为规则所对的单位')),
  certain: flag('本指标是否确定由该单位承担', { default: true }),
  rows: perLedger(list(row, '各行'), '台账：名称和各行'),
  lacks: perLedger(list(text('列名'), '各列'), '台账缺少哪些列'),
  documents: listOrNone(paper, '文件'),
  claims: {
    type: 'object',
    description: '自查报告中自称的比率，如 合法性审核率: 100%',
    additionalProperties: { type: ['string', 'number'] },
    default: {},
  },
  declares: { ...orNull(orWord(DECLARES, declares, '本单位就本指标作的声明')) },
  answers: listOrNone(orWord(ANSWERS, answer, '人对本规则的答复'), '人对本规则的答复'),
  parameters: { type: 'object', description: '参数的取值', additionalProperties: value, default: {} },
  earlier: listOrNone(earlier, '其他规则的发现（只用于汇总的规则）'),
})

const impossible: Schema = {
  type: 'object',
  description: '这条规则不会得出的结论，写明为何',
  properties: Object.fromEntries(SHOWN.map((outcome) => [outcome, text('理由')])),
  additionalProperties: false,
  default: {},
}

const ruleCases = mapping<RawRuleCases>({
  rule: text('规则的编号', { examples: ['28.reviewed'] }),
  impossible,
  cases: list(one, '用例', { minItems: 1 }),
})

export const casesSchema = (): Schema => file('Cases', list(ruleCases, '各条规则的用例'))
