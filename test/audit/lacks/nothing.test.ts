import { describe, expect, test } from 'vitest'
import { hasNothing } from '../../../src/audit/lacks/nothing.ts'
import type { Match } from '../../../src/core/package.ts'
import type { Finding } from '../../../src/core/report.ts'
import { material, scopeOf } from '../../helpers/scope.ts'

const { indicator, package: found } = scopeOf({
  materials: [material('asked'), material('besides', { need: 'supporting' })],
})
const lacking: Finding = {
  id: '28.materials',
  indicator: indicator.id,
  rule: '28.materials',
  kind: 'documents',
  outcome: 'gap',
  severity: 'required',
  key: 'missing',
  data: {},
  message: '未见材料',
  remedy: '',
  expected: '',
  actual: '未见',
  basis: '',
  erratum: '',
  cites: [],
  lacks: { materials: ['asked'] },
}
const match = (more: Partial<Match>): Match => ({
  file: '登记.xlsx',
  indicator: indicator.id,
  material: 'besides',
  sure: true,
  why: '',
  ...more,
})
const none = (...matches: Match[]) => hasNothing([lacking], indicator, { ...found, matches })
/** The same file is another indicator's own. */
const elsewhere = match({ indicator: '64', material: 'own' })

describe('nothing at all for an indicator', () => {
  test('is said where no file serves it', () => {
    expect(none()).toBe(true)
    expect(none(elsewhere)).toBe(true)
    expect(none(match({ sure: false }))).toBe(true)
  })

  test('is not said beside what it asks for, wherever that lies', () => {
    expect(none(match({ material: 'asked' }), elsewhere)).toBe(false)
  })

  test('is not said beside what only supports it and serves no other one', () => {
    expect(none(match({}))).toBe(false)
    expect(none(match({}), match({ indicator: '64', material: null }))).toBe(false)
  })

  test('is said where what only supports it is another one’s, unless the unit itself put it here', () => {
    expect(none(match({}), elsewhere)).toBe(true)
    expect(none(match({ placed: true }), elsewhere)).toBe(false)
  })
})
