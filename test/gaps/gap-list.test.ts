import excel, { type Worksheet } from 'exceljs'
import { describe, expect, test } from 'vitest'
import { safe } from '../../src/gaps/cells.ts'
import { gapListOf } from '../../src/gaps/gap-list.ts'
import { STATES } from '../../src/gaps/rows.ts'
import { finding, reportOf, SAMPLE } from '../helpers/sample-report.ts'

async function sheets(report = SAMPLE): Promise<Worksheet[]> {
  const book = new excel.Workbook()
  await book.xlsx.load((await gapListOf(report)) as never)
  return book.worksheets
}

const column = (sheet: Worksheet, index: number, from = 4) =>
  Array.from({ length: Math.max(0, sheet.rowCount - from + 1) }, (_, row) => sheet.getCell(from + row, index).value)

test('gaps come before doubts, vetoes before all', async () => {
  const [list] = await sheets()
  expect(column(list!, 4)).toEqual(['否决待核', '必须改', '建议改', '存疑'])
  expect(column(list!, 3)).toEqual(['F1', '28', '97', '41'])
})

test('every entry carries its identity in a hidden column', async () => {
  const [list] = await sheets()
  expect(column(list!, 14)).toEqual(['F1.none', '28.reviewed', '97.due@2021', '41.review'])
  expect(list!.getColumn(14).hidden).toBe(true)
})

test('the header is frozen, filtered and repeated on A4 landscape', async () => {
  const [list] = await sheets()
  expect(list!.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  expect(list!.autoFilter).toBe('A3:N7')
  expect(list!.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToWidth: 1,
    printTitlesRow: '3:3',
  })
})

test('the state is chosen from a list, row by row', async () => {
  const [list] = await sheets()
  expect(list!.getCell('L4').dataValidation).toMatchObject({ type: 'list', formulae: [`"${STATES.join(',')}"`] })
  expect(list!.getCell('L8').dataValidation).toBeUndefined()
})

describe('hostile text', () => {
  test.each(['=cmd|x!A1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', '\n=1'])('%j is no formula', async (message) => {
    const [list] = await sheets(reportOf([finding({ message })]))
    expect(list!.getCell('E4').value).toMatch(/^['␉]/)
  })

  test('control codes are visible', () => expect(safe('a\x1b\x00b')).toBe('a␛␀b'))

  test('a cell holds no more than Excel allows, and says that it was cut', () => {
    expect(safe('长'.repeat(40_000))).toHaveLength(32_767)
    expect(safe('长'.repeat(40_000))).toMatch(/全文见 JSON 报告）$/)
    expect(safe('长'.repeat(32_767))).toHaveLength(32_767)
    expect(safe('长'.repeat(32_767))).not.toContain('截短')
  })
})

test('a clean report still gives a list that opens', async () => {
  const [list] = await sheets(reportOf([]))
  expect(list!.getCell('A3').value).toBe('序号')
})
