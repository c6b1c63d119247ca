import { expect, test } from 'vitest'
import { tellingsByCatalogue } from '../../src/placing/catalogue.ts'
import { outlineOf } from '../../src/placing/outline.ts'
import { sheet, workbook } from '../helpers/documents.ts'
import { material, scopeOf } from '../helpers/scope.ts'

const indicators = Array.from({ length: 104 }, (_, at) => ({
  ...scopeOf({ materials: [material('any')] }).indicator,
  id: String(at + 1),
}))
const OUTLINE = outlineOf(indicators)
const PLACES: readonly string[][] = [
  ['1-2、4、6-11', '01 便民服务', '7、8合一个'],
  ['21-33', '规范性文件', ''],
  ['34、36-41', '重大决策', ''],
  ['47-60', '执法', ''],
  ['69-77、81', '权力监督', ''],
  ['86-90', '应急管理', ''],
]
const told = (...rows: readonly string[][]) =>
  tellingsByCatalogue(
    [workbook('目录.xlsx', sheet('目录', [['某镇资料目录'], ['指标', '材料放在哪里', '说明'], ...PLACES, ...rows]))],
    OUTLINE,
  ).map(({ indicator, at, whole }) => `${indicator} ${at.cell} ${at.quote} ${whole}`)

test('the row of an indicator that names no place and says that there is nothing is a lack of it', () => {
  expect(told(['46', '——', '没有材料'])).toEqual(['46 A9 没有材料 true'])
  expect(told(['46', '', '还没有制定'])).toEqual(['46 A9 还没有制定 true'])
  expect(told(['12、46', '——', '没有材料'])).toEqual(['12 A9 没有材料 true', '46 A9 没有材料 true'])
})

test.each([
  ['it is another’s', ['82-84', '——', '不是镇的，没有材料']],
  ['it never happened', ['49', '——', '没有发生过']],
  ['it names a place', ['46', '重大决策', '没有材料的已说明']],
  ['it says nothing', ['46', '——', '']],
])('it is none where %s', (_, row) => expect(told(row)).toEqual([]))

test('a short list, and a long one of few indicators, is no list of what is handed in', () => {
  const of = (...rows: readonly string[][]) =>
    tellingsByCatalogue(
      [workbook('表.xlsx', sheet('表', [['指标', '位置', '说明'], ...rows, ['46', '——', '没有材料']]))],
      OUTLINE,
    )
  expect(of(...PLACES.slice(0, 4))).toEqual([])
  expect(of(...Array.from({ length: 8 }, (_, at) => [String(at + 1), '甲', '']))).toEqual([])
  expect(of(...Array.from({ length: 14 }, (_, at) => [String(at + 1), '甲', '']))).toHaveLength(1)
})
