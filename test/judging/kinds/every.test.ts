import { describe, expect, test } from 'vitest'
import type { Kind } from '../../../src/core/kind.ts'
import { percentOf } from '../../../src/core/percent.ts'
import { KINDS } from '../../../src/judging/kinds/index.ts'
import { judge } from '../../helpers/judges.ts'
import { ledger, material, paper, scopeOf, where } from '../../helpers/scope.ts'

const kinds: [string, Kind][] = Object.entries(KINDS)

/** A rule of each kind that any package can be judged by. */
const PARAMS: Readonly<Record<keyof typeof KINDS, Readonly<Record<string, unknown>>>> = {
  documents: { materials: ['opinion'] },
  rate: { ledger: '台账', part: where({ 审核日期: 'present' }), 'at-least': percentOf('100%') },
  share: { ledger: '台账', part: where({ 审核日期: 'present' }), 'at-least': percentOf('5%') },
  deadline: { ledger: '台账', column: '审核日期', by: '2022-03-01' },
  duration: { ledger: '台账', from: '送审日期', to: '审核日期', unit: 'workday', 'at-least': 5, 'at-most': 15 },
  order: { ledger: '台账', columns: ['送审日期', '审核日期'] },
  count: { ledger: '台账', date: '审核日期', 'at-least': 1 },
  total: { ledger: '台账', sum: '学时', by: ['名称'], year: '审核日期', 'at-least': 60 },
  content: { materials: ['opinion'], 'at-most-chars': 2000 },
  absence: {
    statement: ['opinion'],
    words: ['撤销'],
    checks: [{ ledger: '台账', where: where({ 学时: '0' }), says: '' }],
  },
  review: { question: '是否规范？' },
  rollup: { statement: ['opinion'], messages: [] },
  tables: {},
  claims: {},
  soundness: {},
  acts: { check: 'consultation', 'at-least': 30 },
}

const COLUMNS = { 名称: 'text', 送审日期: 'day', 审核日期: 'day', 学时: 'number' } as const

describe.each(kinds)('%s', (name, kind) => {
  test('bears its own name', () => expect(kind.name).toBe(name))

  test('says and mends in Chinese with full-width marks', () => {
    for (const { says, fix } of Object.values(kind.messages))
      for (const text of [says.replace('{question}', '问题'), fix])
        expect(text).toMatch(/^[^,;:?!()]*\p{Script=Han}[^,;:?!()]*$/u)
  })

  test('explains each parameter in Chinese', () => {
    for (const { description } of Object.values(kind.params)) expect(description).toMatch(/\p{Script=Han}/u)
  })

  test('has something to say of an empty package', () => {
    expect(judge(kind, PARAMS[name as keyof typeof KINDS], scopeOf()).map(({ outcome }) => outcome)).not.toEqual(
      expect.arrayContaining(['met']),
    )
  })

  test('never throws on evil cells', () => {
    const evil = ['9999-12-31', '=cmd|1', '<script>', '\u0000', '1e308', '-1', '__proto__', '0001-01-01']
    const rows = evil.map((text) => ({ 名称: text, 送审日期: text, 审核日期: text, 学时: text }))
    const documents = [paper({ path: '__proto__/.docx', title: '<script>', text: evil })]
    const scope = scopeOf({
      ledgers: [ledger('台账', COLUMNS, rows)],
      documents,
      materials: [material('opinion')],
      serves: { opinion: ['__proto__/.docx'] },
    })
    expect(judge(kind, PARAMS[name as keyof typeof KINDS], scope).length).toBeGreaterThan(0)
  })

  test('judges 30,000 rows of two tables', () => {
    const rows = (kind: string) =>
      Array.from({ length: 15_000 }, (_, index) => ({
        名称: index % 3 ? '同名' : `${kind}${index}`,
        送审日期: '2022-03-01',
        审核日期: index % 2 ? '2022-03-10' : '',
        学时: '1',
      }))
    const scope = scopeOf({
      ledgers: [
        ledger('台账', COLUMNS, rows('甲'), { file: 'a.xlsx' }),
        ledger('台账', COLUMNS, rows('乙'), { file: 'b.xlsx' }),
      ],
    })
    // Quadratic work would not end within the runner's patience; how fast it is, the benchmark tells.
    expect(judge(kind, PARAMS[name as keyof typeof KINDS], scope).length).toBeGreaterThan(0)
  })
})
