import { describe, expect, test } from 'vitest'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { sheet, workbook } from '../../helpers/documents.ts'
import { judge } from '../../helpers/judges.ts'
import { scopeOf } from '../../helpers/scope.ts'

const FILE = '复议台账.xlsx'
const judged = (undone: string, ...rows: readonly string[][]): string[] =>
  judge(
    tables,
    { about: [['复议']], undone: [undone] },
    scopeOf({
      documents: [workbook(FILE, sheet('复议', [['文号', '复议事项', '履行情况', '备注'], ...rows]))],
      serves: { book: [FILE] },
      asOf: '2022-07-31',
    }),
  ).map(({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`)

const row = (state: string, remark: string) => ['昭府复〔2022〕3号', '土地权属', state, remark]

test('what is entered as done while the remarks say that it is still to come is told', () => {
  expect(judged('履行', row('已履行', '初稿已形成，尚待局务会审议后送达'))).toEqual(['gap D2'])
  expect(judged('履行', row('已履行', '至今未作出'))).toEqual(['gap D2'])
})

test.each([
  ['the remarks say that it was', row('已履行', '2022年4月2日重新作出决定并送达')],
  ['they go on to say that it was', row('已履行', '3月尚未作出，4月2日已送达')],
  ['it is another who has not', row('已履行', '申请人尚未领取')],
  ['it is entered as open', row('在办', '尚待局务会审议')],
])('not where %s', (_, one) => expect(judged('履行', one)).not.toContain('gap D2'))

test('not under a rule that asks of something else', () =>
  expect(judged('公示', row('已履行', '尚待局务会审议后送达'))).not.toContain('gap D2'))

test('under 差评处理 整改完成 is how it ended, and 回访及说明 tells of it', () => {
  const rated = (state: string, told: string): string[] =>
    judge(
      tables,
      { about: [['差评']], undone: ['整改', '回访'] },
      scopeOf({
        documents: [
          workbook(
            '差评.xlsx',
            sheet('差评', [
              ['序号', '评价时间', '评价结果', '整改完成', '回访及说明'],
              ['1', '2021.12.13', '不满意', state, told],
            ]),
          ),
        ],
        serves: { book: ['差评.xlsx'] },
        asOf: '2022-07-31',
      }),
    ).flatMap(({ outcome, cites }) => (outcome === 'gap' ? cites.flatMap(({ cell }) => cell ?? []) : []))
  expect(rated('是', '多次电话未接通，截至填表日尚未回访')).toEqual(['E2'])
  expect(rated('是', '2021年12月16日回访，群众满意')).toEqual([])
  expect(rated('——', '匿名且无联系方式，不在实名差评统计内')).toEqual([])
})

describe('under a head that says how matters stand', () => {
  const handled = (heads: readonly string[], one: readonly string[], undone = '答复'): string[] =>
    judge(
      tables,
      { about: [['投诉', '评查']], undone: [undone] },
      scopeOf({
        documents: [workbook('登记.xlsx', sheet('投诉登记', [heads, one]))],
        serves: { book: ['登记.xlsx'] },
        asOf: '2022-07-31',
      }),
    ).flatMap(({ outcome, cites }) => (outcome === 'gap' ? cites.flatMap(({ cell }) => cell ?? []) : []))
  const heads = ['编号', '被投诉单位', '办理状态', '备注']
  const told = (state: string, remark: string) => handled(heads, ['1', '某足浴店', state, remark])

  test.each([
    ['已办结', '账册尚未提供，至今未回复投诉人'],
    ['办结', '尚未到现场核查，待下乡时一并处理'],
    ['已完成', '转给执法队，一直没有下文'],
  ])('%s, and the remarks say %s', (state, remark) => expect(told(state, remark)).toEqual(['D2']))

  test.each([
    ['已受理', '尚未到现场核查'],
    ['已办结', '投诉人尚未领取退款'],
    ['已办结', '举报奖励金尚未发放'],
    ['已办结', '3月10日还在核查，3月15日已答复投诉人'],
  ])('not %s, where they say %s', (state, remark) => expect(told(state, remark)).toEqual([]))

  test('what the matter was about is not what became of it', () =>
    expect(
      handled(['编号', '存在问题情况', '整改情况', '备注'], ['1', '回证至今未补上', '已整改', '1月7日补上'], '整改'),
    ).toEqual([]))
  test('what was found and entered as put right, and never was', () =>
    expect(
      handled(['编号', '存在问题', '整改情况', '备注'], ['1', '回证没签', '已整改', '回证到现在也没补上'], '整改'),
    ).toEqual(['D2']))
})
