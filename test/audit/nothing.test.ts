import { expect, test } from 'vitest'
import { answered } from '../../src/audit/nothing.ts'
import type { Nothing } from '../../src/core/package.ts'
import { gap } from '../../src/core/verdict.ts'
import { scopeOf } from '../helpers/scope.ts'
import { shipped } from '../helpers/shipped.ts'

const SYSTEM = await shipped()
const none: Nothing = {
  of: SYSTEM.denials.find(({ id }) => id === 'regulation')!,
  file: '说明.docx',
  sentence: '我局三年未制定规范性文件',
  from: null,
  to: null,
  at: { file: '说明.docx' },
}
const indicator = SYSTEM.indicators.find(({ id }) => id === '30')!
const made = scopeOf({})
const scope = {
  ...made,
  indicator,
  rule: { ...made.rule, id: '30.rule' },
  package: { ...made.package, nothings: [none] },
}
const lack = (shown: boolean) =>
  gap('missing', {}, { lacks: { materials: ['report'], ...(shown ? { shown: true as const } : {}) } })

test('what the unit never had is not missing', () => expect(answered(lack(false), scope).outcome).toBe('exempt'))
test('what it did in an earlier year is missing in the next, whatever it says it never had', () =>
  expect(answered(lack(true), scope).outcome).toBe('gap'))

test('a paper that was handed in without a day stays so, whatever there was none of', () => {
  const sound = { ...scope, rule: { ...scope.rule, id: 'package.soundness' } }
  expect(answered(gap('undated', {}), sound).outcome).toBe('gap')
})
