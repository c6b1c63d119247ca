import type { Changed } from '../core/change.ts'
import { NATURE_NAMES } from './explanation.ts'
import { TYPE_NAMES } from './ledgers.ts'

/** What has changed, before its id. */
export const THINGS: Readonly<Record<Changed, string>> = {
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
  titles: '题名例',
}

/** Fields of a system by their paths. */
export const FIELDS: Readonly<Record<string, string>> = {
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

/** A choice in plain words; whatever else stands there is told as it stands. */
export const choiceName = (key: string, text: string): string =>
  KINDS_OF_VALUES[key]?.[text] ?? WORDS[`${key}.${text}`] ?? WORDS[text] ?? text
