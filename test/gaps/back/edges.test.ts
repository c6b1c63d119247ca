import { describe, expect, test } from 'vitest'
import { tablesWith } from '../../../src/gaps/back/tables.ts'
import { baselineOf } from '../../../src/gaps/baseline.ts'
import { sheet } from '../../helpers/documents.ts'
import { auditOf, found } from '../../helpers/lists.ts'

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
