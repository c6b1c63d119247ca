import { describe, expect, test } from 'vitest'
import { deniedIn, denies } from '../../src/language/denied.ts'

describe('a denial reaches', () => {
  test('to the end of its sentence', () => expect(deniedIn('未收到投诉,举报')[0]?.scope).toBe('收到投诉,举报'))

  test('to a clause that soon denies for itself', () =>
    expect(deniedIn('未收到投诉,这个年度里也未受理复议案件')[0]?.scope).toBe('收到投诉'))

  test('past a clause that does so only far inside', () =>
    expect(deniedIn('未收到投诉,举报以及其他各种来信来访未办')[0]?.scope).toBe('收到投诉,举报以及其他各种来信来访未办'))
})

describe('the act that is denied', () => {
  const denied = (adverb: string) => denies({ scope: `${adverb}制定规范性文件` }, ['规范性文件'], ['制定'])
  test('may stand fourteen signs behind its denial', () => expect(denied('单'.repeat(14))).toBe(true))
  test('but not fifteen', () => expect(denied('单'.repeat(15))).toBe(false))
})

describe('the thing', () => {
  const denied = (between: string) => denies({ scope: `制定${between}规范性文件` }, ['规范性文件'], ['制定'])
  test('may stand sixty signs behind it', () => expect(denied('甲'.repeat(58))).toBe(true))
  test('but not sixty-one', () => expect(denied('甲'.repeat(59))).toBe(false))
})
