import { expect, test } from 'vitest'
import { exitCodeOf } from '../../src/cli/exit-code.ts'
import { finding, reportOf } from '../helpers/sample-report.ts'

const met = finding({ outcome: 'met' })
const unclear = finding({ outcome: 'unclear' })
const gap = (severity: 'veto' | 'required' | 'advised') => finding({ severity })

test.each([
  ['required', [met, unclear], 0],
  ['required', [gap('advised')], 0],
  ['required', [gap('required')], 1],
  ['required', [gap('veto')], 1],
  ['veto', [gap('required')], 0],
  ['veto', [gap('veto')], 1],
  ['advised', [gap('advised')], 1],
  ['unclear', [unclear], 1],
  ['unclear', [met], 0],
  ['never', [gap('veto')], 0],
] as const)('--fail-on %s', (gate, findings, code) => {
  expect(exitCodeOf(reportOf(findings), gate)).toBe(code)
})

test('nothing judged is not clean', () => {
  expect(exitCodeOf(reportOf([]), 'never')).toBe(2)
})

test('a crashed rule outweighs its gaps', () => {
  const report = reportOf([gap('required')], { problems: [{ code: 'rule-crashed', message: '' }] })
  expect(exitCodeOf(report, 'required')).toBe(2)
})

test('256 gaps are not exit code 0', () => {
  expect(exitCodeOf(reportOf(Array.from({ length: 256 }, () => gap('required'))), 'required')).toBe(1)
})
