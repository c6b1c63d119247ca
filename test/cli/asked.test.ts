import { describe, expect, test } from 'vitest'
import { found } from '../../src/cli/asked.ts'
import { INDICATOR, rule, SYSTEM } from '../explain/world.ts'

const rules = [rule('rate', {}, { id: '28.reviewed' }), rule('review', {}, { id: '28.true', name: '属实' })]
const system = { ...SYSTEM, indicators: [{ ...INDICATOR, rules }] }
const ids = (asked: string) => {
  const { indicator, rule: one } = found(system, asked)
  return one?.id ?? indicator.id
}

test.each([
  ['28', '28'],
  ['２８', '28'],
  ['指标28', '28'],
  ['第28项', '28'],
  ['28.Reviewed', '28.reviewed'],
  ['Package', 'package'],
])('%s is %s', (asked, id) => expect(ids(asked)).toBe(id))

describe('what is mistyped', () => {
  test('a rule: the nearest of its own indicator', () =>
    expect(() => found(system, '28.reveiwed')).toThrow('没有编号为“28.reveiwed”的指标或规则，最接近的是 28.reviewed'))

  test('no rule at all: those that there are', () =>
    expect(() => found(system, '28.公布')).toThrow('指标28的规则有：28.reviewed（合法性审核率）、28.true（属实）'))

  test('a name: the rules of that name', () =>
    expect(() => found(system, '审核率')).toThrow('名称里有这几个字的规则：28.reviewed（合法性审核率）'))

  test('nothing near: where to look', () =>
    expect(() => found(system, 'J3')).toThrow('全部指标见 audit indicators list'))

  test('what this edition switched off: why', () => {
    const extension = { of: [], off: [{ id: '28.limit', why: '国家文件未核实' }] }
    expect(() => found({ ...system, extension }, '28.limit')).toThrow('本版已停用（国家文件未核实）')
  })
})
