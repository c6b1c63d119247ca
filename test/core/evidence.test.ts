import { expect, test } from 'vitest'
import { cellPlace, type Table } from '../../src/core/evidence.ts'

const table = (kind: Table['kind']): Table => ({ name: '表1', kind, rows: [{ index: 48, values: ['甲'] }], merges: [] })

test('a cell of a sheet has an address', () => {
  expect(cellPlace('台账.xlsx', table('sheet'), 48, 2)).toEqual({ file: '台账.xlsx', sheet: '表1', cell: 'C49' })
})

test('a cell of a table in a document is told by row and column', () => {
  expect(cellPlace('报告.docx', table('grid'), 48, 2)).toEqual({ file: '报告.docx', cell: '表1第49行第3列' })
})

test('a web page under a workbook’s name is opened as a workbook, and has addresses', () => {
  expect(cellPlace('系统导出.xls', table('grid'), 48, 2)).toEqual({ file: '系统导出.xls', sheet: '表1', cell: 'C49' })
  expect(cellPlace('系统导出.html', table('grid'), 48, 2)).toEqual({ file: '系统导出.html', cell: '表1第49行第3列' })
})
