import { expect, test } from 'vitest'
import { assistantsIn, personIn } from '../../src/records/people.ts'

test.each([
  ['杨某勤 苟某玉', '苟某玉'],
  ['杨某勤\n苟某玉', '苟某玉'],
  ['杨某勤 苟某玉 石某(辅助，摄像)', '苟某玉'],
  ['杨某勤(230101)、苟某玉(230102)', '苟某玉'],
  ['张 三、李 四', '李四'],
  ['张 三', undefined],
  ['杨某勤、苟某玉(均不兼其他工作)', '苟某玉'],
  ['2名(杨某勤、苟某玉)', '苟某玉'],
  ['2名', undefined],
  ['杨某勤 苟某玉(区市场监管局另派2人)', '苟某玉'],
  ['综合执法大队 杨某', undefined],
])('the second person of %s', (cell, second) => {
  const field = personIn(cell, { nth: 1, what: 'name' })
  expect(field.state === 'text' ? field.text : undefined).toBe(second)
})

test.each([
  ['杜某远(协管员)', ['杜某远']],
  ['杜某远（带协管员王某波）', []],
  ['杜某远(协管员王某波陪同)', []],
])('who is noted as an assistant in %s', (cell, names) => expect(assistantsIn(cell)).toEqual(names))
