import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kind } from '../../src/core/kind.ts'
import { faultLine } from '../../src/core/problem.ts'
import { checkSystem } from '../../src/system/load.ts'

const messages = { found: { says: '已找到', fix: '' } }
const judge = () => []

const documents = kind({
  name: 'documents',
  summary: '必备材料齐全',
  params: {
    materials: { type: 'materials', description: '材料' },
    need: { type: 'choice', of: ['all', 'any'], default: 'all', description: '全部或其一' },
    'at-least': { type: 'integer', default: 1, description: '份数' },
  },
  messages,
  decides: 'machine',
  judge,
})

const rate = kind({
  name: 'rate',
  summary: '比例',
  params: {
    ledger: { type: 'ledger', description: '台账' },
    where: { type: 'where', default: [], description: '计入的行' },
    part: { type: 'where', description: '合格的行' },
    'at-least': { type: 'percent', default: null, description: '下限' },
    'at-most': { type: 'percent', default: null, description: '上限' },
    'at-most-parameter': { type: 'parameter', default: null, description: '上限参数' },
    distinct: { type: 'columns', default: [], description: '去重的列' },
  },
  messages,
  decides: 'machine',
  judge,
})

const deadline = kind({
  name: 'deadline',
  summary: '按期',
  params: {
    materials: { type: 'materials', default: null, description: '材料' },
    ledger: { type: 'ledger', default: null, description: '台账' },
    column: { type: 'column', default: null, description: '日期列' },
    by: { type: 'day', default: null, description: '期限' },
    'by-each-year': { type: 'month-day', default: null, description: '每年的期限' },
    grace: { type: 'span', default: null, description: '宽限' },
  },
  messages,
  decides: 'machine',
  judge,
})

const order = kind({
  name: 'order',
  summary: '先后',
  params: {
    ledger: { type: 'ledger', description: '台账' },
    columns: { type: 'columns', description: '列' },
    strict: { type: 'flag', default: false, description: '不能同日' },
  },
  messages,
  decides: 'machine',
  judge,
})

const absence = kind({
  name: 'absence',
  summary: '没有发生',
  params: {
    statement: { type: 'materials', description: '情况说明' },
    words: { type: 'texts', default: [], description: '相反的字样' },
    topics: { type: 'classes', default: [], description: '同义词' },
    checks: { type: 'checks', default: [], description: '相反的行' },
  },
  messages,
  decides: 'machine',
  judge,
})

const rollup = kind({
  name: 'rollup',
  summary: '汇总',
  params: {
    statement: { type: 'materials', description: '情况说明' },
    messages: { type: 'texts', description: '结果' },
  },
  messages,
  turn: 1,
  decides: 'machine',
  judge,
})

/** A few kinds with one parameter of each type, so that these tests do not hang on the tool's own. */
export const KINDS = { documents, rate, deadline, order, absence, rollup }

export const SYSTEM = `id: qingshan-2022
version: 1.0.0
name: 青山区法治政府建设指标体系
source: 青法组〔2022〕1号
cycle: {from: 2021-01-01, to: 2022-07-31}
parameters:
  - {id: city-rate, name: 全市平均, value: null}
errata:
  - {id: e2, indicators: ["2"], printed: 最长5日, applied: 最长15日, why: 与下限重合}
package:
  text: 报送自查报告
  materials:
    - {id: self-report, name: 自查报告, nature: statement}
  rules:
    - {id: there, name: 自查报告, kind: documents, materials: [self-report], demanded: 报送自查报告}
`

export const UNITS = `units:
  - {name: 区司法局, kind: department, aliases: [区委依法治区办]}
  - {name: 区政府办公室, kind: department}
  - {name: 柳树镇, kind: town}
groups:
  - {name: 各镇, holds: towns}
  - {name: 区级相关部门, aliases: [区级有关部门], holds: candidates}
`

export const LEDGERS = `ledgers:
  - id: L01
    name: 规范性文件台账
    key: [文件名称]
    columns:
      - {name: 文件名称, needed: true, also: [标题]}
      - {name: 送审日期, type: day}
      - {name: 公布日期, type: day, needed: true}
      - {name: 是否备案, type: flag, marks: {"": no}}
      - {name: 条数, type: number}
`

export const INDICATORS = `- id: "1"
  level1: 一、制度
  level2: 1.文件
  text: 合法性审核率达100%。
  units: {printed: 区司法局、区级相关部门；各镇, cell: explicit}
  materials:
    - {id: opinion, name: 审核意见书, nature: process, titles: [合法性审核意见]}
    - {id: list, name: 文件清单, nature: ledger, ledger: L01}
  rules:
    - {id: there, name: 审核意见书, kind: documents, materials: [opinion], demanded: 合法性审核率达100%}
    - id: reviewed
      name: 合法性审核率
      kind: rate
      ledger: 规范性文件台账
      where: {公布日期: present}
      part: {是否备案: 是}
      at-least: 99.5%
- id: "2"
  level1: 一、制度
  level2: 1.文件
  text: 公布后15日内备案。
  units: {printed: "", cell: absent, as: 区政府办公室, why: 按上行推定}
  rules:
    - id: in-time
      name: 备案期限
      kind: rate
      erratum: e2
      ledger: L01
      part: {公布日期: {within: 15日, of: 送审日期}}
      at-most-parameter: city-rate
      for: [department]
      in-force: {from: 2021-07-15}
`

export type World = Partial<Record<string, string>>

/** The four files, or what a test puts in their place; an empty text leaves the file out. */
export function written(world: World = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'system-'))
  const files = {
    'system.yaml': SYSTEM,
    'units.yaml': UNITS,
    'ledgers.yaml': LEDGERS,
    '01-制度.yaml': INDICATORS,
    ...world,
  }
  for (const [name, text] of Object.entries(files)) if (text) writeFileSync(join(folder, name), text)
  return folder
}

/** Every fault, as the command line shows it. */
export async function faultsOf(world: World): Promise<string[]> {
  const { faults } = await checkSystem(written(world), KINDS)
  return faults.map(faultLine)
}

/** The indicators with one passage changed, which has to be there. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the world does not say ${from}`)
  return text.replace(from, to)
}
