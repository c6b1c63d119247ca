import { expect, test } from 'vitest'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { sheet, workbook } from '../../helpers/documents.ts'
import { judge } from '../../helpers/judges.ts'
import { scopeOf } from '../../helpers/scope.ts'

const judged = (result: string) =>
  judge(
    tables,
    { about: [['移送']], undone: ['移送', '立案'] },
    scopeOf({
      documents: [
        workbook(
          '移送登记.xlsx',
          sheet('移送', [
            ['案件', '移送日期', '处理结果'],
            ['甲案', '2021-05-06', '审查起诉'],
            ['乙案', '2021-06-07', result],
          ]),
        ),
      ],
      asOf: '2022-07-31',
    }),
  ).map(({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`)

test('what was refused and sent back, as the cell goes on to say, is not left undone', () => {
  expect(judged('未立案')).toEqual(['gap C3'])
  expect(judged('不予立案，2022.4.11退回，已按行政处罚程序处理')).toEqual(['met '])
})
