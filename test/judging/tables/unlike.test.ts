import { expect, test } from 'vitest'
import type { Table } from '../../../src/core/evidence.ts'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { saysAside } from '../../../src/records/remark.ts'
import { judge } from '../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../helpers/scope.ts'

type Sheet = readonly [name: string, ...lines: readonly string[]]

const found = (params: Readonly<Record<string, unknown>>, ...sheets: readonly Sheet[]): string[] => {
  const made = sheets.map(([name, ...lines]): Table => {
    const rows = lines.map((line, index) => ({ index, values: line.split('|').map((value) => value || null) }))
    return { name, kind: 'sheet', merges: [], rows }
  })
  const documents = [paper({ path: 'a.xlsx', tables: made, format: 'xlsx', text: [] })]
  const scope = scopeOf({ documents, materials: [material('ledger')], serves: { ledger: ['a.xlsx'] } })
  return judge(tables, params, scope).flatMap(({ outcome, cites }) =>
    outcome === 'met' ? [] : cites.map(({ sheet, cell }) => `${outcome} ${sheet} ${cell}`),
  )
}

const HEAD = '序号|当事人|金额'
const lines = (sum: number): string[] =>
  ['甲店', '乙店', '丙店', '丁店', '戊店'].map((name, at) => `${at + 1}|${name}|${at + 1}000`).concat(`合计||${sum}`)

test('a sum of money that is none is told, and asked where a note may explain it or the rows are few', () => {
  const ask = { about: [['缴库']] }
  expect(found(ask, ['2020年缴库', HEAD, ...lines(15000)], ['2021年缴库', HEAD, ...lines(18000)])).toEqual([
    'gap 2021年缴库 C7',
  ])
  expect(found(ask, ['2021年缴库', HEAD, ...lines(18000)])).toEqual(['gap 2021年缴库 C7'])
  expect(found(ask, ['2021年缴库', HEAD, ...lines(15000).slice(0, 4), '合计||11000'])).toEqual([
    'unclear 2021年缴库 C6',
  ])
  expect(
    found(
      ask,
      ['2020年缴库', HEAD, ...lines(15000)],
      ['2021年缴库', HEAD, ...lines(18000), '说明：含上年结转3000元。'],
    ),
  ).toEqual(['unclear 2021年缴库 C7'])
})

test('a row that says it is no case is none', () => {
  expect(saysAside('集日劝导,未立案,不作案件统计')).toBe(true)
  expect(saysAside('已作案件统计')).toBe(false)
})
