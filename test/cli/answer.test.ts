import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { run } from '../helpers/run.ts'

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'audit-answer-'))
  mkdirSync(join(place, '区司法局'))
})

const answer = (...args: string[]) => run(['answer', '区司法局', ...args], { cwd: place })
const file = () => join(place, '区司法局/audit.yaml')
const GIVEN = ['--by', '王一', '--reason', '纪要第3页写明了'] as const

test('an answer stands in audit.yaml with name, day and reason, and what stood there stays', async () => {
  writeFileSync(file(), '# 由办公室维护\n单位: 区司法局 # 全称见方案\n')
  const made = await answer('43.dissent', '符合', ...GIVEN, '--on', '2022-07-20')
  expect(made).toMatchObject({ code: 0, out: '已记下：43.dissent 符合（王一，2022-07-20）：纪要第3页写明了\n' })
  expect(readFileSync(file(), 'utf8')).toBe(
    '# 由办公室维护\n单位: 区司法局 # 全称见方案\n答复:\n  - 要求: 43.dissent\n    答复: 符合\n    理由: 纪要第3页写明了\n    答复人: 王一\n    日期: 2022-07-20\n',
  )
})

test('a second answer comes after the first, and the file is still one that an audit takes', async () => {
  await answer('43.dissent', '符合', ...GIVEN, '--on', '2022-07-20')
  expect((await answer('43.dissent', '不符合', ...GIVEN, '--on', '2022-07-21', '--until', '2022-12-31')).code).toBe(0)
  const text = readFileSync(file(), 'utf8')
  expect(text.match(/要求: 43\.dissent/g)).toHaveLength(2)
  expect(text).toContain('有效期至: 2022-12-31')
  // It is read and checked again before the next is written.
  expect((await answer('43.dissent', '符合', ...GIVEN)).code).toBe(0)
})

test('a file whose keys are English goes on in English', async () => {
  writeFileSync(file(), 'answers:\n  - {rule: 43.dissent, answer: 符合, reason: 看过, by: 李二, on: 2022-07-01}\n')
  await answer('43.dissent', '不符合', ...GIVEN, '--on', '2022-07-20')
  expect(readFileSync(file(), 'utf8')).toMatch(/rule: 43\.dissent[\s\S]*rule: 43\.dissent[\s\S]*answer: 不符合/)
})

describe('what is refused leaves the file as it was', () => {
  test.each([
    ['without a name', ['43.dissent', '符合', '--reason', '看过'], '没有写答复人'],
    ['without a reason', ['43.dissent', '符合', '--by', '王一', '--reason', ' '], '没有写理由'],
    ['another word', ['43.dissent', '差不多', ...GIVEN], '请写“符合”或“不符合”'],
    ['a day that is none', ['43.dissent', '符合', ...GIVEN, '--on', '2022-02-30'], '日期“2022-02-30”不对'],
    ['a day to come', ['43.dissent', '符合', ...GIVEN, '--on', '2999-01-01'], '晚于今天'],
    [
      'run out before it was given',
      ['43.dissent', '符合', ...GIVEN, '--on', '2022-07-20', '--until', '2022-07-19'],
      '早于答复日期',
    ],
    ['no such rule', ['43.nothing', '符合', ...GIVEN], '没有“43.nothing”这条要求'],
    ['what the papers tell', ['28.reviewed', '符合', ...GIVEN], '由系统按材料核对'],
  ])('%s', async (_, args, why) => {
    const { code, err } = await answer(...args)
    expect([code, err]).toEqual([2, expect.stringContaining(why)])
    expect(() => readFileSync(file())).toThrow()
  })

  test('a veto', async () => {
    const { code, err } = await answer('F2.doubts', '符合', ...GIVEN)
    expect([code, err]).toEqual([2, expect.stringContaining('涉及否决项')])
  })

  test('a file with a fault', async () => {
    writeFileSync(file(), '答复: 随便\n')
    expect((await answer('43.dissent', '符合', ...GIVEN)).code).toBe(2)
    expect(readFileSync(file(), 'utf8')).toBe('答复: 随便\n')
  })
})
