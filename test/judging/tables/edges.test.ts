import { describe, expect, test } from 'vitest'
import type { Table } from '../../../src/core/evidence.ts'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../helpers/scope.ts'

const sheet = (title: string, ...lines: string[]): Table => ({
  name: 'Sheet1',
  kind: 'sheet',
  merges: [],
  rows: [[title], ...lines.map((line) => line.split('|'))].map((values, index) => ({ index, values })),
})

const verdicts = (params: Readonly<Record<string, unknown>>, ...given: Table[]) =>
  judge(
    tables,
    params,
    scopeOf({
      documents: given.map((table, at) => paper({ path: `${at}`, tables: [table], format: 'xlsx', text: [] })),
      materials: [material('ledger')],
      serves: { ledger: given.map((_, at) => `${at}`) },
    }),
  )

const outcomes = (params: Readonly<Record<string, unknown>>, ...given: Table[]) =>
  verdicts(params, ...given).map(({ outcome }) => outcome)

describe('a total that is not the sum of its parts is told where it is one', () => {
  const sums = (right: number, wrong: number) => {
    const rows = Array.from({ length: right + wrong }, (_, at) => `${at}乡|20|24|10|${at < right ? 54 : 60}`)
    return outcomes({}, sheet('培训学时统计表', '单位|初任培训|专题培训|网络培训|合计', ...rows))
  }
  test('in four rows', () => expect(sums(4, 1)).toEqual(['unclear']))
  test('in four rows of five', () => expect(sums(8, 2)).toEqual(['unclear']))
  test('three of four are fewer', () => expect(sums(3, 1)).toEqual(['met']))
  test('seven of nine are fewer', () => expect(sums(7, 2)).toEqual(['met']))
})

describe('a case is known in another table by whom it concerns', () => {
  const found = (party: string) =>
    outcomes(
      { about: [['案件', '处罚', '审核']], except: ['移送'], late: 'ignore', registered: true },
      sheet(
        '行政处罚案件台账',
        '案号|被处罚人|处罚决定时间|是否重大案件',
        `示住建罚〔2021〕9号|${party}|2021-05-06|是`,
      ),
      sheet(
        '法制审核情况登记',
        '案件名称|送审时间|审核意见出具时间',
        `${party}违法建设案|2021-04-01|2021-04-02`,
        '乙公司违法占道案|2021-06-01|2021-06-02',
      ),
    )
  test('by five signs', () => expect(found('甲建材公司')).toEqual(['met']))
  test('not by four, which are those of many', () => expect(found('建材公司')).toEqual(['gap']))
})

describe('a rate is made of two columns', () => {
  const told = (of: number, part: number) => {
    const rows = [
      ['甲', of, part],
      ['乙', 2 * of, 2 * part],
      ['合计', 3 * of, 3 * part],
    ]
    const lines = rows.map((row) => [...row, '88%'].join('|'))
    const [verdict] = verdicts(
      { rates: ['网上可办率'], 'at-least': { part: 90, of: 100 } },
      sheet('统计', '部门|事项数|可网办数|网上可办率', ...lines),
    )
    return String(verdict?.data.rows)
  }
  test('that make it, rounded to a whole percent', () =>
    expect(told(2000, 1750)).toContain('网上可办率5250/6000，即87.5%，低于90%'))
  test('not where they make a little less: then it is as stated', () =>
    expect(told(10_000, 8749)).toContain('网上可办率88%，低于90%'))
})

describe('what stands in the line of sums under a column', () => {
  const book = (head: string, total: string, ...cells: string[]) =>
    outcomes(
      {},
      sheet('建议办理登记', `编号|${head}|件数`, ...cells.map((one, at) => `${at + 1}号|${one}|1`), `合计|${total}|3`),
    )
  test('is no sum of years, and no sum where it is how many rows there are', () => {
    expect(book('届次', '9', '2020', '2021', '2022')).toEqual(['met'])
    expect(book('届次', '3', '2', '2', '4')).toEqual(['met'])
  })
  test('else it is one', () => expect(book('数量', '9', '2', '2', '4')).toEqual(['unclear']))
})
