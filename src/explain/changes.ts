import type { Change, Changed, FieldChange } from '../core/change.ts'
import { isDay, written } from '../core/day.ts'
import { type Percent, percentName } from '../core/percent.ts'
import { type Span, spanName } from '../core/span.ts'
import { clipped } from '../core/text.ts'
import type { Where } from '../core/where.ts'
import { conditionWords, rowsWords } from './conditions.ts'
import { NATURE_NAMES } from './explanation.ts'
import { kindOf } from './kind-of.ts'
import { TYPE_NAMES } from './ledgers.ts'
import { kindWords } from './sentences.ts'

/** 28.review-time 合法性审核时间：不少于（at-least）5 → 7 */
export function changeWords({ of, id, name, change, why, fields }: Change): string {
  const about = of === 'system' ? '体系' : `${NAMES[of]}${id}${id.endsWith(name) ? '' : ` ${clipped(name, 40)}`}`
  if (change === 'added') return `${about}：新增`
  if (change === 'removed') return why ? `${about}：停用，理由：${why}` : `${about}：删去`
  return `${about}：${fields.map(fieldWords).join('；')}`
}

const NAMES: Readonly<Record<Changed, string>> = {
  system: '',
  milestone: '时间节点 ',
  parameter: '外部数值 ',
  erratum: '勘误 ',
  unit: '单位 ',
  group: '类别 ',
  ledger: '台账 ',
  column: '台账栏目 ',
  indicator: '指标 ',
  material: '材料 ',
  rule: '',
}

function fieldWords({ key, kind, from, to }: FieldChange): string {
  const param = kind === null ? undefined : kindOf({ kind })?.params[key]
  const name = param ? `${param.description.replace(/（[a-z]+）/g, '')}（${key}）` : (FIELDS[key] ?? key)
  const [before, after] = [from, to].map((value) => itemsOf(key, param?.type, value))
  if (before && after && before.length + after.length > 2) return `${name}${listWords(before, after)}`
  return `${name} ${valueWords(key, param?.type, from)} → ${valueWords(key, param?.type, to)}`
}

const FIELDS: Readonly<Record<string, string>> = {
  id: '编号',
  version: '版本',
  name: '名称',
  source: '来源',
  'cycle.from': '创建周期起',
  'cycle.to': '创建周期止',
  'cycle.note': '创建周期的说明',
  due: '时间',
  value: '数值',
  verified: '是否核实',
  indicators: '涉及的指标',
  printed: '印发文本',
  applied: '处理',
  why: '理由',
  kind: '判断方式',
  aliases: '别名',
  sure: '把握',
  note: '说明',
  holds: '范围',
  members: '成员',
  titles: '题名、表名',
  except: '不算的题名',
  key: '区分各件的栏目',
  type: '填什么',
  needed: '是否必需',
  also: '也可以写作',
  marks: '记号',
  level1: '一级指标',
  level2: '二级指标',
  text: '原文',
  units: '责任单位',
  exempts: '不作要求的单位',
  need: '必备或补充',
  nature: '性质',
  ledger: '台账',
  issuers: '印发单位',
  formats: '格式',
  severity: '轻重',
  basis: '依据',
  erratum: '原文疑误',
  for: '适用的单位',
  from: '自何日起适用',
  until: '至何日止适用',
  remedy: '整改办法',
}

/** Choices that a clerk never typed; `need.required` goes before `required`. */
const WORDS: Readonly<Record<string, string>> = {
  'need.required': '必备',
  'severity.required': '必须改',
  required: '必须',
  supporting: '补充',
  veto: '否决',
  advised: '建议改',
  department: '区级部门',
  town: '镇',
  certain: '确定',
  likely: '推定',
  unsure: '未核实',
  all: '每种都要有',
  any: '有其一即可',
  every: '每份都要符合',
  together: '合起来看',
  once: '周期内有即可',
  cycle: '整个周期',
  year: '每年',
  month: '每月',
  'type.year': '年度',
  'unit.day': '日',
  'unit.workday': '工作日',
  'unit.hour': '小时',
  unclear: '存疑',
  ignore: '不计',
  overdue: '算逾期',
  explicit: '印有',
  merged: '与上行合并',
  absent: '印发文本为空',
  listed: '以名单为准',
  towns: '各镇',
  departments: '各部门',
  candidates: '待认领',
}

const KINDS_OF_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: TYPE_NAMES,
  nature: NATURE_NAMES,
}

/** Lists of words, and what can be told as one. */
function itemsOf(key: string, type: string | undefined, value: unknown): string[] | undefined {
  if (!Array.isArray(value) || type === 'where') return undefined
  if (type === 'checks') return value.map(checkWords)
  return value.map((item: unknown) => itemWords(item, key))
}

function listWords(before: readonly string[], after: readonly string[]): string {
  const [more, less] = [after.filter((item) => !before.includes(item)), before.filter((item) => !after.includes(item))]
  const parts = [
    ...(more.length > 0 ? [`增加${quoted(more)}`] : []),
    ...(less.length > 0 ? [`删去${quoted(less)}`] : []),
  ]
  return parts.length > 0 ? parts.join('，') : '次序有变'
}

const quoted = (items: readonly string[]): string => items.map((item) => `“${clipped(item, 60)}”`).join('')

function valueWords(key: string, type: string | undefined, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（无）'
  if (value === true) return '是'
  if (value === false) return '否'
  if (type === 'where') return isWhere(value) ? conditionWords(value) || '全部记录' : '（无）'
  const items = itemsOf(key, type, value)
  if (items) return items.length > 0 ? items.map((item) => clipped(item, 60)).join('、') : '（无）'
  return clipped(itemWords(value, key), 80)
}

function itemWords(value: unknown, key = ''): string {
  if (Array.isArray(value)) return value.map((item) => itemWords(item, key)).join('、')
  if (isPercent(value)) return percentName(value)
  if (isSpan(value)) return spanName(value)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .flatMap(([name, item]) => (item ? [itemWords(item, name)] : []))
      .join(' ')
  const text = String(value)
  if (isDay(text)) return written(text)
  if (key === 'kind') return kindWords(text)?.name ?? text
  return KINDS_OF_VALUES[key]?.[text] ?? WORDS[`${key}.${text}`] ?? WORDS[text] ?? text
}

function checkWords(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('ledger' in value) || !('where' in value))
    return itemWords(value)
  return isWhere(value.where) ? rowsWords(String(value.ledger), value.where) : String(value.ledger)
}

const isWhere = (value: unknown): value is Where =>
  Array.isArray(value) && value.every((one: unknown) => typeof one === 'object' && one !== null && 'tests' in one)
const isPercent = (value: unknown): value is Percent =>
  typeof value === 'object' && value !== null && 'part' in value && 'of' in value
const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'count' in value && 'unit' in value
