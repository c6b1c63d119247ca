import { describe, expect, test } from 'vitest'
import type { ColumnSpec, Field } from '../../src/core/ledger.ts'
import { isAside, remarked, saidAside } from '../../src/records/remark.ts'
import { column } from '../helpers/documents.ts'

const LONGER = column('延长天数', 'number', { exception: true })
const EXCLUDED = column('特别程序天数', 'number', { exception: true })
const IS_LONGER = column('是否批准延期', 'flag', { marks: { '': 'no' } })
const MOVED = column('是否移送', 'flag', { marks: { '': 'no' } })
const CORRECTED = column('补正日期', 'day', { marks: { '': 'none' } })

const said = (remark: string, spec: ColumnSpec, year?: number) => shown(remarked(remark, spec, year))

test('an extension is heard under any head, for its days and for whether there was one', () => {
  const texts = ['食品经营许可', '3月22日经局长批准延长10日并出具延期告知书']
  expect(shown(saidAside(texts, LONGER))).toBe(10)
  expect(shown(saidAside(texts, IS_LONGER))).toBe(true)
  expect(saidAside(['食品经营许可', '关于延长经营许可期限的申请'], IS_LONGER)).toBeUndefined()
})

function shown(field: Field | undefined): unknown {
  if (field?.state === 'number') return field.number
  if (field?.state === 'flag') return field.flag
  return field?.state === 'day' ? field.day : field?.state
}

describe('a limit that was extended', () => {
  test.each([
    ['经分管局长批准延长10个工作日，延期告知书已送达', 10, true],
    ['未能按期办结，经批准延期30日', 30, true],
    ['经代表工委同意，延长至9月15日前答复', '2021-09-15', true],
    ['同意顺延到2022年1月4日', '2022-01-04', true],
    ['案情复杂，经批准延长', 'unreadable', true],
    ['未申请延长', 'unreadable', 'unreadable'],
    ['专家评审7个工作日依法不计入办理期限', undefined, undefined],
    ['材料齐全，当场受理', undefined, undefined],
  ])('%s', (remark, days, flag) => {
    expect(said(remark, LONGER, 2021)).toBe(days)
    expect(said(remark, IS_LONGER, 2021)).toBe(flag)
  })
})

describe('an end that was moved, where the table has no column for it', () => {
  const MOVED_TO = column('延期后时限', 'time', { marks: { '': 'none' } })
  test.each([
    ['涉及两镇交界，经区热线办批准延期至2021-10-27', '2021-10-27'],
    ['主办单位同意延长到11月3日', '2021-11-03'],
    ['未同意延期至2021-10-27', 'unreadable'],
    ['经批准延期5个工作日', 'unreadable'],
    ['已电话回访', undefined],
  ])('%s', (remark, until) => expect(said(remark, MOVED_TO, 2021)).toBe(until))
})

describe('a time that is not counted', () => {
  test.each([
    ['专家评审7个工作日依法不计入办理期限', 7],
    ['现场检测用时10个工作日，按规定从办理时限中扣除', 10],
    ['听证时间不计入办理期限', 'unreadable'],
    ['送检鉴定', 'unreadable'],
    ['经批准延长10个工作日', undefined],
    ['受理次日撤回，不计入办件', undefined],
  ])('%s', (remark, days) => expect(said(remark, EXCLUDED)).toBe(days))
})

test('a clause speaks for the column that it names', () => {
  expect(said('案情复杂，经批准延长办案期限30日', MOVED)).toBeUndefined()
  expect(said('未予处罚，已移送公安机关', MOVED)).toBe(true)
  expect(said('征求第三方意见，同意延长20个工作日', CORRECTED)).toBeUndefined()
  expect(said('已通知补正', CORRECTED)).toBe('unreadable')
})

test.each([
  ['要求补正，逾期未补正，视为放弃', true],
  ['申请人撤回', true],
  ['受理后终止，不计入办件', true],
  ['不予处罚决定（初次、轻微、及时改正）', true],
  ['证据不足，销案', true],
  ['依法不予公开', false],
  ['履行期限未到', false],
  ['不计入应答复数', true],
  ['专家评审7个工作日不计入办理期限', false],
  ['按期办结', false],
])('%s: the row says itself whether it came to something', (remark, aside) => expect(isAside([remark])).toBe(aside))

describe('put off for holidays is not extended', () => {
  test.each(['国庆放假,顺延', '跨春节，顺延', '遇端午假期顺延'])('%s', (remark) => {
    expect(said(remark, LONGER)).toBeUndefined()
    expect(said(remark, IS_LONGER)).toBeUndefined()
  })
  test.each([
    ['春节后经批准顺延', 'unreadable'],
    ['国庆放假，延期办理', 'unreadable'],
    ['国庆放假，顺延5个工作日', 5],
    ['顺延', 'unreadable'],
  ])('%s may be', (remark, days) => expect(said(remark, LONGER)).toBe(days))
})
