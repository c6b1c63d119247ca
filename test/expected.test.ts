import { describe, expect, test } from 'vitest'
import { UNITS } from '../fixtures/make/all.ts'
import { exitCodeOf } from '../src/cli/exit-code.ts'
import { RENDERERS } from '../src/reports/index.ts'
import { reportOn } from './helpers/fixture-report.ts'

const SCREEN = { width: 100, colour: false, all: false }

// `npx vitest -u` writes the files; without it, and wherever CI is set, a report that has changed or has no file fails.
describe.each(Object.keys(UNITS))('the report on %s, whole', (unit) => {
  test.each([
    ['json', 'json'],
    ['text', 'txt'],
  ] as const)('as %s', async (format, extension) => {
    const renderer = await RENDERERS[format]!()
    const text = renderer.render(await reportOn(unit), SCREEN)
    await expect(await text).toMatchFileSnapshot(`../fixtures/expected/${unit}.${extension}`)
  })
})

test('清水镇, where nothing is wrong that must be mended, ends well', async () => {
  expect(exitCodeOf(await reportOn('清水镇'), 'required')).toBe(0)
})

test.each(Object.keys(UNITS).filter((unit) => unit !== '清水镇'))('%s has gaps', async (unit) => {
  expect(exitCodeOf(await reportOn(unit), 'required')).toBe(1)
})
