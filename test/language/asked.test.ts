import { describe, expect, test } from 'vitest'
import { askedAs } from '../../src/language/asked.ts'
import { lexicon } from '../../src/language/lexicon.ts'
import { indexOfWords } from '../../src/language/words-index.ts'

const index = indexOfWords(lexicon())
const asked = (label: string) => askedAs(label, index)

describe('a head that asks is what it would be called on paper', () => {
  test.each([
    ['哪天立的案', '立案日期'],
    ['什么时候出的庭', '出庭日期'],
    ['何时挂到网上', '上网公示日期'],
    ['谁承办的', '承办人'],
    ['几时扣的', '扣押日期'],
    ['几时退的', '返还日期'],
    ['哪个股室承办', '承办股室'],
    ['哪两个同志办的', '办理人'],
    ['哪几名执法员查的', '检查人'],
    ['哪天挂的', '公示日期'],
    ['罚的谁', '被处罚人'],
    ['查的哪家', '被检查单位'],
    ['跟谁签的', '签订相对方'],
    ['罚了多少', '处罚金额'],
    ['多少人参加', '参加人数'],
    ['学了多少学时', '培训学时'],
    ['承诺几个工作日', '承诺时限'],
    ['第几号决定书', '决定书编号'],
    ['因为啥罚', '处罚原因'],
    ['评的几星', '评价等级'],
    ['查了什么', '检查内容'],
    ['什么文件', '文件'],
    ['怎么处理的', '处理结果'],
    ['审核意见怎么说', '审核意见'],
    ['在哪儿宣传', '宣传地点'],
    ['哪一年', '年度'],
    ['征求意见到哪天', '征求意见截止日期'],
    ['从哪天征求意见', '征求意见开始日期'],
    ['最迟哪天答复', '应答复日期'],
  ])('%s: %s', (label, name) => expect(asked(label)[0]).toBe(name))
})

describe('what asks for yes or no', () => {
  test.each([
    ['延没延期', '是否延期'],
    ['负责人出没出庭', '负责人是否出庭'],
    ['还在不在岗', '是否在岗'],
    ['是不是实名', '是否实名'],
    ['兑现了没有', '是否兑现'],
    ['整改完了吗', '是否整改'],
    ['专职还是兼职', '专职或兼职'],
    ['一审还是二审', '一审或二审'],
  ])('%s: %s', (label, name) => expect(asked(label)).toContain(name))
})

test('where only the cells can tell, both are said', () => {
  expect(asked('决定书是几号')).toEqual(['决定书日期', '决定书编号', '决定书文号'])
  expect(asked('几号答复代表')).toEqual(['答复代表日期'])
})

test('what asks nothing is left as it is', () => {
  for (const label of ['立案日期', '是否移送', '有效期至', '决定书文号', '近几年', '在岗情况', '满意度'])
    expect(asked(label), label).toEqual([])
  expect(asked('请各科室填写当年什么时候开展了哪些执法活动并附照片')).toEqual([])
})

describe('a word or two below the head of a group, or alone', () => {
  test.each([
    ['从', '开始日期'],
    ['到', '截止日期'],
    ['送去', '报送日期'],
    ['回来', '完成日期'],
    ['改完', '整改完成'],
  ])('%s: %s', (label, name) => expect(asked(label)[0]).toBe(name))
  test.each(['到岗', '送达', '从业人数', '罚款'])('%s says what it is by itself', (label) =>
    expect(asked(label)).toEqual([]),
  )
})
