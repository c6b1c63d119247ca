import { describe, expect, test } from 'vitest'
import { vocabulary } from '../../src/records/vocabulary.ts'

const eventsOf = (...stack: string[]) => vocabulary().parts(stack).events

describe('what only the brackets call by its name', () => {
  test('is what the column is of', () => {
    expect(eventsOf('进来的日子(立案)')).toEqual(['立案'])
    expect(eventsOf('办案过程', '司法所看（法制审核）')).toEqual(['办理', '法制审核'])
  })
  test('is a note where the head says it itself', () => {
    expect(eventsOf('送达日期(办结)')).toEqual(['送达'])
    expect(eventsOf('当事人(申请)')).toEqual([])
  })
  test('is a note under a sum or a remark, and where it says more', () => {
    expect(eventsOf('金额(处罚)')).toEqual([])
    expect(eventsOf('备注(延期)')).toEqual([])
    expect(eventsOf('期限(含延期)')).toEqual([])
  })
})

test('the two ends of what a group is of', () => {
  const parts = (leaf: string) => vocabulary().parts(['上网听意见', leaf])
  expect(parts('从')).toMatchObject({ attributes: ['日期'], turns: { 两端: '起' } })
  expect(parts('到')).toMatchObject({ attributes: ['日期'], turns: { 两端: '止' } })
  expect(eventsOf('司法所审', '送去')).toEqual(['送审'])
  expect(eventsOf('司法所审', '回来')).toEqual(['审核', '完成'])
})
