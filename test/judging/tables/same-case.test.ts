import { describe, expect, test } from 'vitest'
import type { Table } from '../../../src/core/evidence.ts'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../helpers/scope.ts'

const sheet = (title: string, ...lines: string[]): Table => ({
  name: 'Sheet1',
  kind: 'sheet',
  merges: [],
  rows: [[title], ...lines.map((line) => line.split('|'))].map((values, index) => ({
    index,
    values: values.map((value) => (value === '' ? null : value)),
  })),
})

/** What is told of which row of which table. */
const told = (params: Readonly<Record<string, unknown>>, ...given: Table[]): string[] =>
  judge(
    tables,
    { about: [['案件', '处罚', '审核']], except: ['移送'], late: 'ignore', ...params },
    scopeOf({
      documents: given.map((table, at) => paper({ path: `${at}`, tables: [table], format: 'xlsx', text: [] })),
      materials: [material('ledger')],
      serves: { ledger: given.map((_, at) => `${at}`) },
    }),
  ).flatMap(({ outcome, cites }) =>
    outcome === 'gap' || outcome === 'unclear'
      ? cites.map(({ file, cell }) => `${outcome} ${file} ${/\d+$/.exec(cell ?? '')?.[0]}`)
      : [],
  )

describe('a major case that the register of reviews has not', () => {
  const HEADS = '案号|被处罚人|处罚决定时间|是否重大案件'
  const cases = (...rows: string[]) => sheet('行政处罚案件台账', HEADS, ...rows)
  const register = (...rows: string[]) => sheet('法制审核情况登记', '案件名称|送审时间|审核意见出具时间', ...rows)
  const major = '示住建罚〔2021〕9号|示例建筑劳务公司|2021-05-06|是'
  const find = (...given: Table[]) => told({ registered: true }, ...given)

  test('is a gap where the register is of that year', () =>
    expect(find(cases(major), register('某商砼公司案|2021-03-01|2021-03-04'))).toEqual(['gap 0 3']))
  test('is asked where it is of another', () =>
    expect(find(cases(major), register('某商砼公司案|2020-03-01|2020-03-04'))).toEqual(['unclear 0 3']))
  test.each([
    ['by name', '示例建筑劳务公司未按图施工案|2021-04-01|2021-04-06'],
    ['by number', '示住建罚〔2021〕9号|2021-04-01|2021-04-06'],
  ])('is found %s', (_, row) => expect(find(cases(major), register(row))).toEqual([]))
  test('nothing is said without a register, of a case not yet decided, or of one that is not major', () => {
    expect(find(cases(major))).toEqual([])
    const others = cases('示住建罚〔2021〕9号|示例建筑劳务公司||是', '示住建罚〔2021〕8号|示例沙石公司|2021-05-06|否')
    expect(find(others, register('某商砼公司案|2021-03-01|2021-03-04'))).toEqual([])
  })
})

describe('what was to be handed over and was fined', () => {
  const review = (opinion: string) =>
    sheet(
      '案件审核登记',
      '当事人|处罚文号|审核结论|出具日期',
      `示例镇豆制品作坊|示市监罚〔2022〕3号|${opinion}|2022-03-01`,
    )
  const cases = sheet(
    '行政处罚案件台账',
    '处罚文号|当事人|处罚决定日期',
    '示市监罚〔2022〕3号|示例镇豆制品作坊|2022-03-09',
  )
  const handed = (who: string) => sheet('案件移送登记', '移送时间|当事人|接收机关', `2022-03-05|${who}|公安局`)
  const find = (...given: Table[]) => told({ transferred: true }, ...given)
  const ADVICE = '涉嫌构成犯罪，应移交公安机关处理'

  test('is told of the review and of the case', () =>
    expect(find(review(ADVICE), cases, handed('另一家作坊'))).toEqual(['gap 0 3', 'gap 1 3']))
  test('is none where the register of what was handed over has it', () =>
    expect(find(review(ADVICE), cases, handed('示例镇豆制品作坊'))).toEqual([]))
  test.each(['不构成犯罪，不移送', '同意', '涉嫌犯罪部分已移送公安机关'])('%s asks for none', (opinion) =>
    expect(find(review(opinion), cases)).toEqual([]),
  )
})
