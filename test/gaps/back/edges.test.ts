import { describe, expect, test } from 'vitest'
import { tablesWith } from '../../../src/gaps/back/tables.ts'
import { dayIn } from '../../../src/gaps/back/written.ts'
import { baselineOf } from '../../../src/gaps/baseline.ts'
import { placesOf } from '../../../src/gaps/item-words.ts'
import { firstList, nextList } from '../../../src/gaps/next.ts'
import { sheet } from '../../helpers/documents.ts'
import { auditOf, back, found, headOf, sentOut, sheetOf, write } from '../../helpers/lists.ts'

describe('rows that somebody joined across columns are no rows of the table', () => {
  const joined = (rows: number) => {
    const lines = Array.from({ length: 60 }, (_, at) => [at + 1, '甲', '乙'])
    const across = { top: 1, bottom: rows, left: 0, right: 1 }
    const [table] = tablesWith(
      [sheet('清单', [['序号', '问题', '状态'], ...lines], { merges: [across] })],
      ['序号', '问题', '状态'],
      ['序号'],
    )
    return table!.rows.filter((row) => row.joined).length
  }
  test('one', () => expect(joined(1)).toBe(1))
  test('two', () => expect(joined(2)).toBe(2))
  test('fifty', () => expect(joined(50)).toBe(50))
  test('fifty-one are a whole table that somebody centred', () => expect(joined(51)).toBe(0))
})

test('what is known is known for ninety days, where nobody says how long', () => {
  const [known] = baselineOf(auditOf([found('28.reviewed')]), '整改中', '2022-01-01').known
  expect(known?.until).toBe('2022-04-01')
})

describe('a number in a cell of days is a day that lost its form', () => {
  test.each([
    ['36526', '2000-01-01'],
    ['73050', '2099-12-31'],
    ['36525', undefined],
    ['73051', undefined],
  ])('%s: %s', (text, day) => expect(dayIn(text)).toBe(day))
})

describe('the places of a problem', () => {
  const places = (files: number) => Array.from({ length: files }, (_, at) => ({ file: `${at + 1}.pdf`, page: 1 }))
  test('in three files are named file by file', () =>
    expect(
      placesOf({ places: places(3) })
        .split('\n')
        .map((line) => line.slice(0, 5)),
    ).toEqual(['1.pdf', '2.pdf', '3.pdf']))
  test('in four the last is counted', () =>
    expect(
      placesOf({ places: places(4) })
        .split('\n')
        .at(-1),
    ).toBe('……等4个文件'))

  const cells = (count: number) =>
    placesOf({
      places: Array.from({ length: count }, (_, at) => ({ file: 'a.xlsx', sheet: '表', cell: `A${at + 2}` })),
    })
  test('in four cells are named cell by cell', () => expect(cells(4)).not.toContain('等4处'))
  test('in five they are counted', () => expect(cells(5)).toContain('等5处'))
})

describe('a problem that an old format cut', () => {
  const report = auditOf([found('28.reviewed', { message: '甲乙丙丁戊己庚辛壬癸'.repeat(30) })])
  const { history } = firstList(report, '2022-07-10')
  const refused = async (length: number, end = '') => {
    const tables = await sentOut(history, report, '2022-07-10')
    const list = sheetOf(tables, '问题整改清单')
    const column = headOf(list).values.indexOf('问题')
    const printed = String(list.rows.find(({ values }) => values[0] === 1)?.values[column]).replace(/\s+/gu, '')
    const cut = write(tables, '问题整改清单', 1, { 问题: printed.slice(0, length) + end })
    return nextList([back(cut)], [], report, '2022-07-20').told.filter(({ why }) => why.includes('改动未采用')).length
  }
  test('after two hundred signs is the same', async () => expect(await refused(200)).toBe(0))
  test('after fewer was changed by hand', async () => expect(await refused(199)).toBe(1))
  test('and so was one with other words at its end', async () => expect(await refused(200, '无')).toBe(1))
})
