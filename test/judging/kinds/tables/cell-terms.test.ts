import { expect, test } from 'vitest'
import { tables } from '../../../../src/judging/kinds/tables/tables.ts'
import { sheet, workbook } from '../../../helpers/documents.ts'
import { judge } from '../../../helpers/judges.ts'
import { scopeOf } from '../../../helpers/scope.ts'

type Row = readonly string[]

const judged = (head: Row, ...rows: readonly Row[]) =>
  judge(
    tables,
    { about: [['检察建议']], late: 'gap', undone: ['回复'] },
    scopeOf({ documents: [workbook('检察建议回复表.xlsx', sheet('回复', [head, ...rows]))], asOf: '2022-07-31' }),
  ).map(({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`)

const HEAD = ['发文机关', '事由', '接到', '书面回复要求', '回复文号', '回出去的日子', '落实结果']
const KEPT: readonly Row[] = [
  ['区检察院', '扬尘', '2020-03-16', '两个月', '函1号', '2020-04-28', '立案'],
  ['区法院', '送达', '2020-11-25', '30日', '函2号', '2020-12-18', '改正'],
]
const answered = (day: string) => ['区检察院', '盲道', '2021-04-12', '两个月', '函3号', day, '调整']

test('on the last day of the term in the row is in time, the day after is not, whatever the columns are called', () => {
  expect(judged(HEAD, ...KEPT, answered('2021-06-12'))).toEqual(['met '])
  expect(judged(HEAD, ...KEPT, answered('2021-06-13'))).toEqual(['gap F4'])
})

test('what is not answered is late once the term is over, and not before', () => {
  const open = (day: string) => ['区检察院', '油烟', day, '两个月', '', '', '']
  expect(judged(HEAD, ...KEPT, open('2022-05-31'))).toEqual(['met '])
  expect(judged(HEAD, ...KEPT, open('2022-05-30'))).toEqual(['gap F4'])
})

test('how long a thing is kept, shown or valid is no term', () => {
  const head = HEAD.with(3, '公示时长')
  expect(judged(head, ...KEPT, answered('2021-09-13'))).toEqual(['met '])
})

test('where most rows take longer, the column is of something else', () => {
  const late = [answered('2021-09-13'), answered('2021-10-13'), answered('2021-11-13')]
  expect(judged(HEAD, ...KEPT, ...late)).toEqual(['met '])
})

test('the day before what is called actual is the one that was meant', () => {
  const head = ['条目', '牵头股室', '交账日子', '实际销号', '说明']
  const row = (day: string, note = '') => ['某事', '办公室', '2020-12-31', day, note]
  expect(judged(head, row('2020-12-11'), row('2020-12-31'))).toEqual(['met '])
  expect(judged(head, row('2020-12-11'), row('2021-01-01'))).toEqual(['gap D3'])
  expect(judged(head, row('2020-12-11'), row('', '推进中'))).toEqual(['gap D3'])
})

test('a bare figure is a term by its head, and behind both days it is of the two before it', () => {
  const built = (head: string, ...rows: readonly Row[]) =>
    judge(
      tables,
      { about: [['建房']], late: 'gap' },
      scopeOf({
        documents: [
          workbook(
            '流水.xlsx',
            sheet('流水', [['农家建房批准流水'], ['户', '递件那天', '批下来那天', head, '附记'], ...rows]),
          ),
        ],
        asOf: '2022-07-31',
      }),
    ).map(({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`)
  const kept: readonly Row[] = [
    ['母某', '2021-03-01', '2021-03-18', '20', ''],
    ['冯某', '2021-09-01', '2021-09-16', '20', ''],
  ]
  const row = (done: string, note = ''): Row => ['昝某', '2021-06-01', done, '20', note]
  expect(built('法律给的工作日', ...kept, row('2021-06-30'))).toEqual(['met '])
  expect(built('法律给的工作日', ...kept, row('2021-07-01'))).toEqual(['gap C5'])
  expect(built('法律给的工作日', ...kept, row('2021-07-08', '6月7日至6月25日省里评审，不计入'))).toEqual(['met '])
  expect(built('实际用了几个工作日', ...kept, row('2021-07-01'))).toEqual(['met '])
  expect(built('第几户', ...kept, row('2021-07-01'))).toEqual(['met '])
})
