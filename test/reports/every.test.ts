import { describe, expect, test } from 'vitest'
import { formatOf, RENDERERS } from '../../src/reports/index.ts'
import { PLAIN } from '../../src/reports/renderer.ts'
import { EMPTY, SAMPLE } from '../helpers/sample-report.ts'

describe.each(Object.entries(RENDERERS))('%s', (name, load) => {
  test('renders an empty report', async () => {
    const renderer = await load()
    expect((await renderer.render(EMPTY, PLAIN)).length).toBeGreaterThan(0)
  })

  test('ends a text with exactly one newline', async () => {
    const output = await (await load()).render(SAMPLE, PLAIN)
    if (typeof output === 'string') expect(output).toMatch(/[^\n]\n$/)
  })

  test('gives the same bytes for the same report', async () => {
    const renderer = await load()
    expect(await renderer.render(SAMPLE, PLAIN)).toEqual(await renderer.render(SAMPLE, PLAIN))
  })

  test('is found again by its own extension', async () => {
    const { extensions } = await load()
    expect(extensions.map((extension) => formatOf(`报告.${extension}`))).toEqual(extensions.map(() => name))
  })
})

test('an extension that nobody renders is not guessed', () => {
  expect([formatOf('报告.doc'), formatOf('报告'), formatOf('a.json/报告')]).toEqual([undefined, undefined, undefined])
})
