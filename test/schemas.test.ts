import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { casesSchema } from '../src/cases/schema.ts'
import type { Report } from '../src/core/report.ts'
import { KINDS } from '../src/judging/kinds/index.ts'
import { schemas } from '../src/system/schemas/all.ts'
import { FORMATS } from '../src/system/schemas/shape.ts'

const all: ReturnType<typeof schemas> = { ...schemas(KINDS), cases: casesSchema() }
const validates = (name: string) =>
  new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, formats: FORMATS }).compile(all[name] ?? {})

// `npx vitest run test/schemas.test.ts -u` writes them; a stale file fails.
test.each(Object.keys(all))('schemas/%s.schema.json is what the code says', async (name) => {
  await expect(`${JSON.stringify(all[name], null, 2)}\n`).toMatchFileSnapshot(`../schemas/${name}.schema.json`)
})

const none = { exempt: 0, noted: 0, met: 0, unclear: 0, gap: 0 }

const REPORT: Report = {
  format: 2,
  tool: { name: 'fazhi-audit', version: '0.1.0' },
  system: { id: 'qingshan-2022', version: '1.0.0', name: '青山区法治政府建设指标体系', sha256: 'a'.repeat(64) },
  unit: { name: '区司法局', kind: 'department' },
  asOf: '2022-07-31',
  clock: '以报送日为准',
  summary: {
    indicators: { ...none, gap: 1 },
    findings: { ...none, gap: 1 },
    files: { total: 1, read: 1, partly: 0, unread: 0, unmatched: 0 },
  },
  indicators: [{ id: '28', level1: '一、制度', text: '合法性审核率达100%。', part: 'named', outcome: 'gap', note: '' }],
  blocks: [
    {
      id: 'proved:28.reviewed',
      class: 'proved',
      severity: 'required',
      indicators: ['28'],
      what: '合法性审核率91.7%（11/12），应达100%',
      items: [{ words: '甲办法', places: [{ file: '28/台账.xlsx', sheet: '2022', cell: 'G9' }] }],
      places: [{ file: '28/台账.xlsx', sheet: '2022', cell: 'G9' }],
      basis: '指标28',
      act: '补齐合法性审核意见书',
      findings: ['28.reviewed'],
    },
  ],
  findings: [
    {
      id: '28.reviewed',
      indicator: '28',
      rule: '28.reviewed',
      kind: 'rate',
      outcome: 'gap',
      severity: 'required',
      key: 'short',
      data: { part: 11, whole: 12 },
      message: '合法性审核率91.7%（11/12），应达100%',
      remedy: '补齐合法性审核意见书',
      expected: '100%',
      actual: '11/12',
      basis: '指标28',
      erratum: '',
      cites: [
        { file: '28/台账.xlsx', sheet: '2022', cell: 'G9', quote: '' },
        { file: '28/通知.pdf', page: 3 },
      ],
    },
  ],
  sources: [
    {
      rule: '28.reviewed',
      text: '《甲法》第一条',
      for: '未经审核不得审议',
      says: '',
      law: '甲法',
      edition: '2020-01-01',
      article: '第一条',
      source: '公布文本',
      checked: '2022-06-01',
      verified: true,
    },
  ],
  files: [
    {
      path: '28/台账.xlsx',
      sha256: 'b'.repeat(64),
      bytes: 1024,
      format: 'xlsx',
      read: 'whole',
      pages: 1,
      pagesRead: 1,
      matches: [{ indicator: '28', material: 'list', why: '表头相符' }],
      facts: { title: '台账', issued: '2021-05-06' },
    },
  ],
  problems: [{ code: 'encrypted', message: '文件已加密，请提供未加密的文件', file: '28/密.pdf' }],
}

describe('the report schema', () => {
  const valid = validates('report')

  test('accepts a report', () => {
    valid(REPORT)
    expect(valid.errors).toBe(null)
  })

  test.each([
    ['an unknown key', { ...REPORT, extra: 1 }],
    ['an unknown outcome', { ...REPORT, indicators: [{ ...REPORT.indicators[0], outcome: 'passed' }] }],
    ['a day that does not exist', { ...REPORT, asOf: '2022-02-30' }],
    [
      'a page before the first',
      { ...REPORT, findings: [{ ...REPORT.findings[0], cites: [{ file: 'a.pdf', page: 0 }] }] },
    ],
    ['another format', { ...REPORT, format: 1 }],
  ])('refuses %s', (_, report) => expect(valid(report)).toBe(false))

  test('refuses a report without any one of its keys', () => {
    const without = (key: string) => Object.fromEntries(Object.entries(REPORT).filter(([name]) => name !== key))
    expect(Object.keys(REPORT).filter((key) => valid(without(key)))).toEqual([])
  })
})

describe("the schema of a unit's own file", () => {
  const valid = validates('unit-file')

  test('knows each key in Chinese and in English', () => {
    const chinese = { 单位: '区司法局', 声明: [{ 指标: '5', 声明: '不适用', 理由: '无此职能', 声明人: '办公室' }] }
    const english = {
      unit: '区司法局',
      declarations: [{ indicator: '5', declares: '不适用', reason: '无此职能', by: '办公室' }],
    }
    expect([valid(chinese), valid(english)]).toEqual([true, true])
  })

  test('still asks for what is needed', () => expect(valid({ 声明: [{ 指标: '5', 声明: '不适用' }] })).toBe(false))
})
