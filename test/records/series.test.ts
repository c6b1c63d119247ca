import { expect, test } from 'vitest'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { sheet, workbook } from '../helpers/documents.ts'
import { shipped } from '../helpers/shipped.ts'

const { ledgers: specs } = await shipped()

const read = (...rows: readonly (readonly (string | number | null)[])[]) =>
  recogniseLedgers([workbook('执法人员培训学时.xlsx', sheet('Sheet1', rows))], specs).ledgers[0]

const said = (ledger: ReturnType<typeof read>) =>
  ledger?.rows.map((row) => ['姓名', '年度', '学时'].map((column) => row.field(column)).map(({ text }) => text))

test('one attribute over several years is one column, and each row one record a year', () => {
  const ledger = read(['姓名', '2020学时', '2021学时'], ['陈远', 60, 62], ['李静', 40, 66])
  expect(ledger?.spec.id).toBe('L10')
  expect(said(ledger)).toEqual([
    ['陈远', '2020', '60'],
    ['陈远', '2021', '62'],
    ['李静', '2020', '40'],
    ['李静', '2021', '66'],
  ])
  expect(ledger?.rows[1]?.place('学时').cell).toBe('C2')
  expect(ledger?.assigned.filter(({ column }) => column === '学时').map(({ place }) => place.cell)).toEqual([
    'B1',
    'C1',
  ])
})

test('the sum of a year is what counts, beside the parts of it', () => {
  const ledger = read(
    ['姓名', '2020年网络', '2020年集中', '2020年合计', '2021年网络', '2021年集中', '2021年合计'],
    ['陈远', 40, 20, 60, 50, 12, 62],
    ['李静', 20, 20, 40, 50, 16, 66],
  )
  expect(said(ledger)).toEqual([
    ['陈远', '2020', '60'],
    ['陈远', '2021', '62'],
    ['李静', '2020', '40'],
    ['李静', '2021', '66'],
  ])
})

test('a blank year stays a blank, and is none of another year', () => {
  const ledger = read(['姓名', '2020年度学时', '2021年度学时'], ['陈远', 60, 62], ['李静', null, 66])
  expect(ledger?.rows[2]?.field('学时').state).toBe('blank')
})

test('one year alone, or a year beside a column of years, is no series', () => {
  expect(said(read(['姓名', '2021年学时'], ['陈远', 60], ['李静', 40]))).toHaveLength(2)
  expect(
    said(read(['年度', '姓名', '2020学时', '2021学时'], [2020, '陈远', 60, null], [2021, '陈远', null, 62])),
  ).toHaveLength(2)
})

const both = (title: string, ...heads: readonly [string, string]) =>
  recogniseLedgers(
    [
      workbook(
        '登记.xlsx',
        sheet('Sheet1', [
          [title],
          ['姓名', '执法证号', heads[0], '2020年学时', '2021年学时', heads[1]],
          ['陈远', 'H0800111', '2024-12-31', 60, 62, '是'],
          ['李静', 'H0800112', '2024-12-31', 40, 66, '是'],
        ]),
      ),
    ],
    specs,
  ).ledgers.map((ledger) => [ledger.spec.id, ledger.rows.length])

test('a table of hours that is the roster of those persons besides is both', () => {
  expect(both('行政执法人员持证上岗及培训学时登记表', '有效期至', '是否在岗')).toEqual([
    ['L10', 4],
    ['L09', 2],
  ])
  expect(both('行政执法人员培训学时登记表', '备注', '联系电话')).toEqual([['L10', 4]])
})
