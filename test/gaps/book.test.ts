import excel, { type Workbook } from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bookOf } from '../../src/gaps/book/book.ts'
import { safe } from '../../src/gaps/cells.ts'
import { shortBasis } from '../../src/gaps/item-words.ts'
import { firstList } from '../../src/gaps/next.ts'
import { auditOf } from '../helpers/lists.ts'
import { finding, SAMPLE as PLAIN, reportOf } from '../helpers/sample-report.ts'

const SAMPLE = auditOf(
  PLAIN.findings.map((one) => ({
    ...one,
    cites: one.id === '28.reviewed' ? one.cites : [{ file: `${one.indicator}.pdf` }],
  })),
)

async function book(report = SAMPLE, href = ''): Promise<Workbook> {
  const { history } = firstList(report, report.asOf)
  const made = new excel.Workbook()
  await made.xlsx.load((await bookOf({ report, history, on: report.asOf, href })) as never)
  return made
}

const sheet = async (name: string, report = SAMPLE, href = '') => (await book(report, href)).getWorksheet(name)!

const values = (of: Awaited<ReturnType<typeof sheet>>, column: string, from = 5) =>
  Array.from(
    { length: Math.max(0, of.rowCount - from + 1) },
    (_, row) => of.getCell(`${column}${from + row}`).value,
  ).filter((value) => value !== null)

const sheetNames = async (report = SAMPLE) =>
  (await book(report)).worksheets.map(({ name, state }) => (state === 'visible' ? name : `(${name})`))

test('the sheets that are filled in and signed stand first; what is only looked up is put away, so that a book printed whole is short', async () =>
  expect(await sheetNames()).toEqual([
    '封面',
    '问题整改清单',
    '存疑待核',
    '申请审批',
    '(未能读取)',
    '(已办结)',
    '(月报)',
    '(建议补充)',
    '(材料目录)',
    '(指标与依据)',
    '(历史)',
    '(记录)',
  ]))

test('what was not read is no matter for looking up', async () => {
  const { summary } = SAMPLE
  const unread = { ...SAMPLE, summary: { ...summary, files: { ...summary.files, unread: 1 } } }
  expect(await sheetNames(unread)).toContain('未能读取')
})

test('what may be chosen is said once for a column, and never twice for a cell', async () => {
  const { history } = firstList(SAMPLE, SAMPLE.asOf)
  const parts = unzipSync(await bookOf({ report: SAMPLE, history, on: SAMPLE.asOf }))
  const list = strFromU8(parts['xl/worksheets/sheet2.xml']!)
  expect([...list.matchAll(/sqref="([A-Z]+\d+:[A-Z]+\d+)"/g)].map(([, at]) => at)).toEqual(['K5:K6', 'M5:M6', 'Q5:Q6'])
})

test('problems stand on one sheet, questions on another, each with a number for ever', async () => {
  const list = await sheet('问题整改清单')
  expect(values(list, 'B').slice(0, 2)).toEqual(['28', '97'])
  expect(values(list, 'A').slice(0, 2)).toEqual([1, 2])
  const questions = await sheet('存疑待核')
  expect(values(questions, 'B', 4)).toEqual(['F1', '41'])
  expect(values(questions, 'A', 4)).toEqual([3, 4])
})

test.each([
  ['指标37；《重大行政决策程序暂行条例》第十五条', '《重大行政决策程序暂行条例》第十五条'],
  ['指标54；国办发〔2018〕118号（六）', '国办发〔2018〕118号（六）'],
  ['指标79“实现镇、村(居)委会人民调解委员会全覆盖”', '“实现镇、村(居)委会人民调…”'],
  ['方案“收集完善、规范整理”', '“收集完善、规范整理”'],
  ['指标42、98', '方案原文'],
  ['没有任何佐证材料的也要写明', '没有任何佐证材料的也要写明'],
])('a row’s 依据 is short: %s', (basis, short) => expect(shortBasis({ basis })).toBe(short))

test('every row carries its identity in a hidden column', async () => {
  const list = await sheet('问题整改清单')
  expect(list.getCell('R4').value).toBe('编号')
  expect(values(list, 'R')).toEqual(['p:28.reviewed', 'p:97.due@2021'])
  expect(list.getColumn(18).hidden).toBe(true)
})

test('the head is frozen, filtered and repeated on A4 across', async () => {
  const list = await sheet('问题整改清单')
  expect(list.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
  expect(list.autoFilter).toBe('A4:R6')
  expect(list.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, printTitlesRow: '3:4' })
})

test('computed cells are protected, those of people are open', async () => {
  const list = await sheet('问题整改清单')
  expect(list.getCell('D5').protection?.locked ?? true).toBe(true)
  for (const column of ['I', 'J', 'K', 'L', 'M', 'O', 'P', 'Q'])
    expect(list.getCell(`${column}5`).protection?.locked, column).toBe(false)
})

test('the state is chosen from a list, row by row', async () => {
  const list = await sheet('问题整改清单')
  expect(list.getCell('M5').dataValidation).toMatchObject({
    type: 'list',
    formulae: ['"待整改,整改中,已整改待复核,退回"'],
  })
  expect(list.getCell('M7').dataValidation).toBeUndefined()
})

test('a place is a link into the folder', async () => {
  const list = await sheet('问题整改清单', SAMPLE, '../区%20司法局/')
  expect(list.getCell('F5').value).toMatchObject({
    hyperlink: `../区%20司法局/${encodeURIComponent('28-合法性审核')}/${encodeURIComponent('规范性文件台账.xlsx')}`,
  })
})

describe('hostile text', () => {
  test.each(['=cmd|x!A1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', '\n=1'])('%j is no formula', async (message) => {
    const list = await sheet('问题整改清单', auditOf([finding({ message })]))
    expect(list.getCell('D5').value).toMatch(/^['␉]/)
  })

  test('control codes are visible', () => expect(safe('a\x1b\x00b')).toBe('a␛␀b'))

  test('what XML has no room for is visible', () =>
    expect(safe('a\ufffeb\uffffc\ud83dd😀')).toBe('a\\ufffeb\\uffffc\\ud83dd😀'))

  test('a cell holds no more than Excel allows, and says that it was cut', () => {
    expect(safe('长'.repeat(40_000))).toHaveLength(32_767)
    expect(safe('长'.repeat(40_000))).toMatch(/全文见 JSON 报告）$/)
    expect(safe('长'.repeat(32_767))).toHaveLength(32_767)
    expect(safe('长'.repeat(32_767))).not.toContain('截短')
  })
})

test('a clean report still gives a list that opens', async () => {
  const list = await sheet('问题整改清单', reportOf([]))
  expect(list.getCell('A4').value).toBe('序号')
})

test('the same report gives the same bytes', async () => {
  const { history } = firstList(SAMPLE, SAMPLE.asOf)
  const [one, two] = [0, 1].map(() => bookOf({ report: SAMPLE, history, on: SAMPLE.asOf }))
  expect(Buffer.from((await one)!).equals(Buffer.from((await two)!))).toBe(true)
})
