import { expect, test } from 'vitest'
import type { Day } from '../../../src/core/day.ts'
import { restartOf } from '../../../src/judging/tables/restart.ts'

const FIRST: Day = '2022-03-01'

test.each([
  ['3月2日因材料不全退回补正；3月10日重新提交，办理时长自重新提交起算', '2022-03-10'],
  ['2022年3月11日重新受理', '2022-03-11'],
  ['补正后重新计算', null],
  ['2021年3月10日重新受理', null],
  ['3月10日送达', undefined],
])('%s: from which day it is counted', (remark, day) => expect(restartOf(remark, FIRST)).toBe(day))
