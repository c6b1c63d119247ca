import { expect, test } from 'vitest'
import type { Table } from '../../../src/core/evidence.ts'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../helpers/judges.ts'
import { paper, scopeOf } from '../../helpers/scope.ts'

/** A workbook: its name, and for each sheet its name and its lines. */
type Book = readonly [path: string, ...sheets: readonly (readonly [name: string, ...lines: readonly string[]])[]]

const found = (params: Readonly<Record<string, unknown>>, ...books: readonly Book[]): string[] => {
  const documents = books.map(([path, ...sheets]) =>
    paper({
      path,
      format: 'xlsx',
      text: [],
      tables: sheets.map(([name, ...lines]): Table => {
        const rows = lines.map((line, index) => ({ index, values: line.split('|').map((value) => value || null) }))
        return { name, kind: 'sheet', merges: [], rows }
      }),
    }),
  )
  return judge(tables, params, scopeOf({ documents })).flatMap(({ outcome, cites }) =>
    outcome === 'gap' ? cites.map(({ file, sheet, cell }) => `${file} ${sheet} ${cell}`) : [],
  )
}

const DRAWN = {
  about: [['抽查'], ['计划', '名单']],
  except: ['结果'],
  'listed-in': [['抽查'], ['结果']],
  'not-in': ['计划'],
  planned: true,
}
const HEAD = '序号|抽取对象|检查人员'
const [A, B, C, D] = ['1|绿野农资店|张甲、李乙', '2|青禾种业|张甲、李乙', '3|丰登饲料厂|张甲', '4|柳溪兽药店|李乙']
const RESULT = '序号|检查对象|检查日期|备注'
const result = (...lines: readonly string[]) => lines.map((line) => line.replace(/\|[^|]*$/u, '|2021-09-03|'))

test('what was drawn and has no result is told, with the list that lacks it', () => {
  const drawn: Book = ['抽查名单.xlsx', ['2021', '2021年抽查名单', HEAD, A, B, C, D]]
  expect(found(DRAWN, drawn, ['抽查结果.xlsx', ['2021', '2021年抽查结果', RESULT, ...result(A, B, C, D)]])).toEqual([])
  expect(found(DRAWN, drawn, ['抽查结果.xlsx', ['2021', '2021年抽查结果', RESULT, ...result(A, B, C)]])).toEqual([
    '抽查名单.xlsx 2021 B6',
    '抽查结果.xlsx 2021 B3',
  ])
})

test('plan and result may be sheets of one workbook, whose name speaks of both', () => {
  const book: Book = [
    '2021抽查计划和结果.xlsx',
    ['抽查计划', HEAD, A, B, C, D],
    ['抽查结果', RESULT, ...result(A, B, C)],
  ]
  expect(found(DRAWN, book)).toEqual(['2021抽查计划和结果.xlsx 抽查计划 B5', '2021抽查计划和结果.xlsx 抽查结果 B2'])
})

test('what comes back every year has to stand in the result of its own', () => {
  const drawn: Book = [
    '抽查名单.xlsx',
    ['2020', '2020年抽查名单', HEAD, A, B, C, D],
    ['2021', '2021年抽查名单', HEAD, A, B, C, D],
  ]
  const [first, second] = [result(A, B, C, D).map((line) => line.replace('2021', '2020')), result(A, B, C)]
  expect(
    found(DRAWN, drawn, [
      '抽查结果.xlsx',
      ['2020', '2020年抽查结果', RESULT, ...first],
      ['2021', '2021年抽查结果', RESULT, ...second],
    ]),
  ).toEqual(['抽查名单.xlsx 2021 B6', '抽查结果.xlsx 2021 B3'])
})

test('a year without any result, and this one, are not judged', () => {
  const drawn: Book = [
    '抽查名单.xlsx',
    ['2021', '2021年抽查名单', HEAD, A, B, C, D],
    ['2022', '2022年抽查名单', HEAD, A, B, C, D],
  ]
  expect(found(DRAWN, drawn, ['抽查结果.xlsx', ['2021', '2021年抽查结果', RESULT, ...result(A, B, C, D)]])).toEqual([])
})

test('lists of which less than three quarters join are of other things', () => {
  const drawn: Book = ['抽查名单.xlsx', ['2021', '2021年抽查名单', HEAD, A, B, C, D, '5|长岭养殖场|张甲']]
  expect(found(DRAWN, drawn, ['抽查结果.xlsx', ['2021', '2021年抽查结果', RESULT, ...result(A, B, C)]])).toEqual([])
})
