import { expect, test } from 'vitest'
import { admits } from '../../src/language/admitted.ts'

test.each([
  ['数字化归档管理制度也还没有出台', true],
  ['集中储存尚未起步', true],
  ['法律顾问暂未聘请', true],
  ['决策后评估未能全面开展', true],
  ['双随机抽查未及时公开', true],
  ['尚未发生行政复议案件', false],
  ['未收到检察建议', false],
  ['没有开展征收工作', false],
  ['对尚未建立台账的企业责令改正', false],
  ['如尚未建立,应当及时建立', false],
])('%s: %s', (sentence, owned) => expect(admits(sentence)).toBe(owned))
