import { expect, test } from 'vitest'
import { mayConcern } from '../../../src/judging/desk/speaking.ts'

const DRILLS = { text: '增强风险防范意识,定期开展应急演练,注重提升先期处置能力。', materials: [] }

test.each(['扫描001.pdf', 'IMG_2021.jpg', '盖章扫描件.pdf', '7/文件(1).pdf'])('%s may be anything', (path) =>
  expect(mayConcern(path, DRILLS)).toBe(true),
)

test.each(['2021年应急演练签到表.pdf', '突发事件应急演练总结扫描件.pdf'])('%s may be of drills', (path) =>
  expect(mayConcern(path, DRILLS)).toBe(true),
)

test.each(['法律顾问聘用合同.pdf', '行政许可决定书扫描.pdf'])('%s is of something else', (path) =>
  expect(mayConcern(path, DRILLS)).toBe(false),
)

test('three signs are too few to tell of anything, four are enough', () => {
  expect(mayConcern('公积金.pdf', DRILLS)).toBe(true)
  expect(mayConcern('法律顾问.pdf', DRILLS)).toBe(false)
})

test('one pair of signs may be shared by chance, two are of the same', () => {
  expect(mayConcern('应急值守名单.pdf', DRILLS)).toBe(false)
  expect(mayConcern('应急演出节目单.pdf', DRILLS)).toBe(true)
})
