import { expect, test } from 'vitest'
import { heldBy, servedByTables } from '../../src/placing/held.ts'
import type { Wanted } from '../../src/placing/wants.ts'
import { wantsOf } from '../../src/placing/wants.ts'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { sheet, workbook } from '../helpers/documents.ts'
import { shipped } from '../helpers/shipped.ts'

const SYSTEM = await shipped()
const { wanted } = wantsOf(SYSTEM.indicators)
const everywhere = { of: () => 1, folder: () => undefined }

const served = (...rows: readonly (readonly string[])[]): string[] => {
  const held = heldBy(recogniseLedgers([workbook('台账.xlsx', sheet('2021', rows))], SYSTEM.ledgers))
  return servedByTables(wanted, held.get('台账.xlsx'), everywhere)
    .filter(({ how }) => how === 'sure')
    .map(({ wanted: one }: { readonly wanted: Wanted }) => `${one.indicator}.${one.material.id}`)
}

const HEAD = ['决定书文号', '当事人', '案由', '立案日期', '处罚决定日期']
const ROW = ['昭示罚〔2021〕1号', '甲店', '无证经营', '2021-03-01', '2021-03-20']

test('a case book shows what it has columns for', () => {
  expect(served(HEAD, ROW)).not.toContain('54.list')
  expect(served(HEAD, ROW)).not.toContain('63.cases')
  expect(served([...HEAD, '公示日期'], [...ROW, '2021-03-25'])).toContain('54.list')
  expect(served([...HEAD, '告知日期'], [...ROW, '2021-03-11'])).toContain('63.cases')
})
