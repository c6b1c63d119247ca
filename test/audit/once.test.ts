import { expect, test } from 'vitest'
import { flawedOnce, toldOnce } from '../../src/audit/once.ts'
import type { Finding } from '../../src/core/report.ts'
import { finding } from '../helpers/sample-report.ts'

const outcomes = (findings: readonly Finding[]) => toldOnce(findings).map(({ id, outcome }) => `${id} ${outcome}`)

const ordered = (id: string, order: string, rows: string): Finding =>
  finding({
    id,
    rule: id,
    indicator: id.slice(0, 2),
    kind: 'order',
    key: 'out-of-order',
    data: { ledger: '行政规范性文件台账', order, rows },
  })

const STEP = '合法性审核意见日期不晚于集体审议日期'
const WHOLE = `征求意见截止日期不晚于${STEP}不晚于公布日期`

test('two days the wrong way round are told under the step that demands their order, and not again under the procedure', () => {
  expect(outcomes([ordered('26.steps', WHOLE, '甲办法'), ordered('28.before', STEP, '甲办法')])).toEqual([
    '26.steps noted',
    '28.before gap',
  ])
})

test('the procedure tells what the step does not', () => {
  expect(outcomes([ordered('26.steps', WHOLE, '甲办法、乙办法'), ordered('28.before', STEP, '甲办法')])).toEqual([
    '26.steps gap',
    '28.before gap',
  ])
  expect(outcomes([ordered('26.steps', WHOLE, '甲办法')])).toEqual(['26.steps gap'])
})

const contract = (name: string): Finding[] => [
  finding({ id: 'package.soundness@1', kind: 'soundness', key: 'expired', data: { paper: '《法律顾问聘用合同》' } }),
  finding({
    id: '98.advisers',
    rule: '98.advisers',
    indicator: '98',
    kind: 'documents',
    key: 'unsound',
    outcome: 'unclear',
    data: { files: name },
  }),
]

test('a contract that ran out is one fault, whatever else it could have served', () => {
  expect(flawedOnce(contract('《法律顾问聘用合同》')).map(({ outcome }) => outcome)).toEqual(['gap', 'noted'])
  expect(flawedOnce(contract('《村法律顾问合同》')).map(({ outcome }) => outcome)).toEqual(['gap', 'unclear'])
})

const meetings = (year: number, period: string, cites: Finding['cites'] = []): Finding[] => [
  finding({ id: `96.yearly@${period}`, indicator: '96', kind: 'count', key: 'few', data: { period }, cites }),
  finding({ id: `96.chaired@${year}`, indicator: '96', kind: 'acts', key: 'other-chair', data: { year } }),
]

test('a meeting of the year that another chaired is told, and none is said to be missing; of another year it is', () => {
  expect(outcomes(meetings(2021, '2021年'))).toEqual(['96.yearly@2021年 noted', '96.chaired@2021 gap'])
  expect(outcomes(meetings(2020, '2021年'))).toEqual(['96.yearly@2021年 gap', '96.chaired@2020 gap'])
  // Some were held, and too few: that is another fault.
  expect(outcomes(meetings(2021, '2021年', [{ file: '纪要.pdf' }]))[0]).toBe('96.yearly@2021年 gap')
})
