import { describe, expect, test } from 'vitest'
import { UNITS } from '../fixtures/make/all.ts'
import type { Expected, Planted } from '../fixtures/make/plant.ts'
import { PLANTED, TOLD_TOO } from '../fixtures/make/planted.ts'
import type { Report } from '../src/core/report.ts'
import { reportOn } from './helpers/fixture-report.ts'

/** As written: a finding of the rule (and subject) with the outcome and the words, or silence of it. */
function isAsWritten(report: Report, { files, expected }: Planted): boolean {
  if ('problem' in expected) {
    const own = report.problems.filter(({ file }) => file !== undefined && files.includes(file))
    return own.some(({ code }) => expected.problem === null || code === expected.problem)
  }
  const told = report.findings.filter((finding) => concerns(finding, expected))
  if ('silent' in expected) {
    const open = told.filter(({ outcome }) => outcome === 'gap' || outcome === 'unclear')
    return !open.some(
      ({ message }) => expected.says.length === 0 || expected.says.some((word) => message.includes(word)),
    )
  }
  return told.some(
    ({ outcome, message }) =>
      outcome === expected.outcome && (expected.says ?? []).every((word) => message.includes(word)),
  )
}

function concerns(
  { id, rule }: Report['findings'][number],
  expected: Exclude<Expected, { problem: unknown }>,
): boolean {
  const wanted = 'silent' in expected ? expected.silent : expected.rule
  return expected.subject === undefined ? rule === wanted : id === `${wanted}@${expected.subject}`
}

const accuses = (expected: Expected, id: string): boolean => {
  if ('problem' in expected) return false
  // A trap that is known to close is told apart by its reason.
  if ('silent' in expected) return id.startsWith(expected.silent)
  const { rule, subject, outcome } = expected
  return outcome === 'gap' && (subject === undefined ? id.split('@')[0] === rule : id === `${rule}@${subject}`)
}

describe.each(Object.keys(UNITS))('%s', (unit) => {
  const own = PLANTED.filter((planted) => planted.unit === unit)

  test.each(own.filter(({ wrong }) => wrong === ''))('$id: $indicator $what', async (planted) => {
    const report = await reportOn(unit)
    const told = report.findings
      .filter(({ indicator }) => indicator === planted.indicator)
      .map(({ id, outcome, message }) => `${outcome} ${id} ${message}`)
    expect(isAsWritten(report, planted), told.join('\n')).toBe(true)
  })

  test('every gap that must be mended is a planted one', async () => {
    const { findings } = await reportOn(unit)
    const gaps = findings.filter(({ outcome, severity }) => outcome === 'gap' && severity !== 'advised')
    const too = TOLD_TOO[unit] ?? []
    const unplanted = gaps.filter(({ id }) => !too.includes(id) && !own.some(({ expected }) => accuses(expected, id)))
    expect(unplanted.map(({ id, message }) => `${id} ${message}`)).toEqual([])
  })

  test('what is known to be reported wrongly still is', async () => {
    const report = await reportOn(unit)
    const mended = own.filter((planted) => planted.wrong !== '' && isAsWritten(report, planted))
    expect(mended.map(({ id }) => id)).toEqual([])
  })
})
