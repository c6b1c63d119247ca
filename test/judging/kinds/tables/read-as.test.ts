import { expect, test } from 'vitest'
import { tables } from '../../../../src/judging/kinds/tables/tables.ts'
import { recogniseLedgers } from '../../../../src/records/ledgers.ts'
import { sheet, workbook } from '../../../helpers/documents.ts'
import { judge } from '../../../helpers/judges.ts'
import { scopeOf } from '../../../helpers/scope.ts'
import { shipped } from '../../../helpers/shipped.ts'

const { ledgers: specs } = await shipped()

function found(...rows: readonly (readonly string[])[]) {
  const book = workbook(
    '执法办案子.xlsx',
    sheet('2022', [
      ['2022年案子登记'],
      ['哪家的', '哪天下的决定', '哪些人去的', '咋处理的', '罚了好多', '备注'],
      ...rows,
    ]),
  )
  const { ledgers } = recogniseLedgers([book], specs)
  expect(ledgers.map(({ spec }) => spec.name)).toEqual(['行政处罚案件台账'])
  return judge(tables, { about: [['处罚', '案子']], 'two-persons': true }, scopeOf({ documents: [book], ledgers })).map(
    ({ outcome, cites }) => `${outcome} ${cites.map(({ cell }) => cell ?? '').join(',')}`,
  )
}

const PAIR = [
  ['李某', '2022-04-11', '张三、李四', '罚款', '300', ''],
  ['王某', '2022-05-11', '张三、李四', '罚款', '200', ''],
]
const LEAFLETS = ['赶场的', '2022-05-12', '李四', '发单子', '', '宣传，不是案子']

test('who went is who acted, where the ledger that the table is reads it so', () => {
  expect(found(...PAIR, ['赵某', '2022-06-11', '张三', '罚款', '500', ''])).toEqual(['gap C5'])
})

test('a row that says of itself that it is no case is none', () => {
  expect(found(...PAIR, LEAFLETS)).toEqual(['met '])
})
