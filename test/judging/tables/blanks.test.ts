import { expect, test } from 'vitest'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { sheet, workbook } from '../../helpers/documents.ts'
import { judge } from '../../helpers/judges.ts'
import { scopeOf } from '../../helpers/scope.ts'

type Row = readonly string[]

const HEAD = ['案号', '决定日期', '结果', '上网日期', '备注']
const FULL: readonly Row[] = [
  ['昭府复〔2020〕3号', '2020-04-28', '维持', '2020-05-11', ''],
  ['昭府复〔2020〕9号', '2020-08-03', '撤销', '2020-08-14', ''],
  ['昭府复〔2021〕4号', '2021-04-07', '维持', '2021-04-16', ''],
]
const judged = (row: Row, others = FULL) =>
  judge(
    tables,
    { about: [['复议']], undone: ['公示', '公开'] },
    scopeOf({
      documents: [workbook('行政复议决定书上网登记.xlsx', sheet('登记', [HEAD, ...others, row]))],
      asOf: '2022-07-31',
    }),
  ).map(({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`)

test('the one row without what all others have stands out', () => {
  expect(judged(['昭府复〔2021〕12号', '2021-08-30', '维持', '', ''])).toEqual(['gap D5'])
  expect(judged(['昭府复〔2021〕12号', '2021-08-30', '维持', '未传', ''])).toEqual(['gap D5'])
})

test('a row that says why, that ended otherwise or is young lacks nothing', () => {
  expect(judged(['昭府复〔2021〕12号', '2021-08-30', '维持', '', '涉及未成年人'])).toEqual(['met '])
  expect(judged(['昭府复〔2021〕12号', '—', '申请人撤回', '', ''])).toEqual(['met '])
  expect(judged(['昭府复〔2021〕12号', '2021-08-30', '不予公开', '', ''])).toEqual(['met '])
})

test('a blank that is asked for by its head is none while its row is under way', () => {
  const filed = (...row: Row) =>
    judge(
      tables,
      { about: [['归档']], filled: [['档号']] },
      scopeOf({
        documents: [workbook('归档登记.xlsx', sheet('归档', [['事项', '决定日期', '档号', '备注'], ...FILED, row]))],
        asOf: '2022-07-31',
      }),
    ).map(({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`)
  expect(filed('矿产规划', '2022-06-10', '', '已公布')).toEqual(['gap C5'])
  expect(filed('矿产规划', '2022-06-10', '', '移交期限至9月10日，整理中')).toEqual(['met '])
})
const FILED: readonly Row[] = [
  ['地价', '2020-10-12', 'JC2020-01', ''],
  ['总规', '2021-08-20', 'JC2021-01', ''],
  ['控规', '2021-12-03', 'JC2021-02', ''],
]

test('ninety days are waited for, one more is enough', () => {
  expect(judged(['昭府复〔2022〕8号', '2022-05-01', '维持', '', ''])).toEqual(['gap D5'])
  expect(judged(['昭府复〔2022〕8号', '2022-05-02', '维持', '', ''])).toEqual(['met '])
})

test('among three rows, or where many have none, none stands out', () => {
  const row = ['昭府复〔2021〕12号', '2021-08-30', '维持', '', '']
  expect(judged(row, FULL.slice(0, 2))).toEqual(['met '])
  expect(judged(row, [...FULL.slice(0, 2), row])).toEqual(['met '])
})

test('the rest of a head is no row', () => {
  expect(judged(['', '', '合议', '', ''])).toEqual(['met '])
})

const roll = (filled: readonly (readonly string[])[], row: Row) =>
  judge(
    tables,
    { about: [['法律顾问']], filled },
    scopeOf({
      documents: [
        workbook(
          '村法律顾问表.xlsx',
          sheet('表', [
            ['序号', '镇名称', '村名称', '顾问姓名', '合同期限'],
            ['1', '甲镇', '一村', '成某', '2021-08-01至2022-12-31'],
            ['2', '甲镇', '二村', '敖某', '2022-01-01至2023-12-31'],
            ['3', '甲镇', '三村', '纪某', '2022-01-01至2022-12-31'],
            row,
          ]),
        ),
      ],
      asOf: '2022-07-31',
    }),
  ).map(({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`)

test('暂无 where all others have somebody is none, under a head that is asked for', () => {
  expect(roll([['顾问']], ['4', '甲镇', '四村', '暂无', ''])).toEqual(['gap D5'])
  expect(roll([], ['4', '甲镇', '四村', '暂无', ''])).toEqual(['met '])
  expect(roll([['顾问']], ['4', '甲镇', '四村', '苟某', '2022-01-01至2022-12-31'])).toEqual(['met '])
})

test('a term that is over with nothing under 结果, where all others have one, is open', () => {
  const rows: Row[] = [
    ['袁某', '批评教育', '2020-05-31', '5月22日道歉'],
    ['程某', '书面检查', '2020-12-31', '12月25日整改'],
    ['凌某', '调离', '2021-11-30', '11月26日调离'],
  ]
  const told = (row: Row) =>
    judge(
      tables,
      { about: [['干部']], late: 'gap', undone: ['整改'] },
      scopeOf({
        documents: [workbook('干部处理登记.xlsx', sheet('表', [['干部', '处理方式', '限改到', '结果'], ...rows, row]))],
        asOf: '2022-07-31',
      }),
    ).map(({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`)
  expect(told(['简某', '限期整改', '2021-06-30', ''])).toEqual(['gap C5'])
  expect(told(['简某', '限期整改', '2022-07-31', ''])).toEqual(['met '])
})

test('a young row counts neither for the others nor against them', () => {
  const young = ['昭府复〔2022〕8号', '2022-07-18', '维持', '', '']
  expect(judged(['昭府复〔2021〕12号', '2021-08-30', '维持', '', ''], [...FULL, young])).toEqual(['gap D6'])
})

test('of a row for each year the one without what the others have stands out', () => {
  const yearly = (second: string) =>
    judge(
      tables,
      { about: [['目录']], undone: ['公示', '公开'] },
      scopeOf({
        documents: [
          workbook(
            '目录公开.xlsx',
            sheet('公开', [
              ['哪一年', '审定日期', '上网日期'],
              ['2020年目录', '2020-03-10', '2020-03-18'],
              ['2021年目录', '2021-03-12', second],
              ['2022年目录', '2022-03-04', '2022-03-11'],
            ]),
          ),
        ],
        asOf: '2022-07-31',
      }),
    ).map(({ outcome }) => outcome)
  expect(yearly('')).toEqual(['gap'])
  expect(yearly('2021-03-20')).toEqual(['met'])
})

test('what is asked of some rows alone is missed in those alone', () => {
  const assessed = (size: string) =>
    judge(
      tables,
      { about: [['分歧']], undone: ['第三方评估'], only: ['分歧大'] },
      scopeOf({
        documents: [
          workbook(
            '部门分歧处理.xlsx',
            sheet('分歧', [
              ['文件', '分歧大不大', '第三方评估日期', '印发日期'],
              ['甲办法', '大', '2021-05-14', '2021-06-07'],
              ['乙办法', '大', '2022-04-22', '2022-05-16'],
              ['丙办法', size, '', '2021-10-25'],
            ]),
          ),
        ],
        asOf: '2022-07-31',
      }),
    ).map(({ outcome }) => outcome)
  expect(assessed('大')).toEqual(['gap'])
  expect(assessed('小')).toEqual(['met'])
})

test('what is still under way, or was taken out of the list, has no file number yet', () => {
  const filed = (row: Row) =>
    judge(
      tables,
      { about: [['归档']], undone: ['归档'], filled: [['卷号']] },
      scopeOf({
        documents: [
          workbook(
            '决策归档清单.xlsx',
            sheet('归档', [
              ['事项', '承办股室', '归档情况', '卷号', '备注'],
              ['甲方案', '供水股', '已归档', 'ZC-01', ''],
              ['乙规划', '供水股', '已归档', 'ZC-02', ''],
              ['丙办法', '供水股', '已归档', 'ZC-03', ''],
              row,
            ]),
          ),
        ],
        asOf: '2022-07-31',
      }),
    ).map(({ outcome }) => outcome)
  expect(filed(['丁规划', '供水股', '在办', '', '2022年11月完成后立卷'])).toEqual(['met'])
  expect(filed(['丁规划', '供水股', '不归', '', '已调出目录，不立卷'])).toEqual(['met'])
  expect(filed(['丁规划', '供水股', '已归档', '', ''])).toEqual(['gap'])
})
