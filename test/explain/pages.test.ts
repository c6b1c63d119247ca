import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { examplesOf } from '../../src/cli/examples.ts'
import { docPages } from '../../src/explain/pages.ts'
import { loadSystem } from '../../src/system/load.ts'

// `npm run docs` writes them; a stale page fails.
describe('docs/指标 is what the shipped system says', async () => {
  const folder = 'indicators/zhaohua-2022'
  const system = await loadSystem(folder)
  const pages = docPages(system, await examplesOf(folder, system))

  test.each([...pages.keys()])('%s', async (file) => {
    await expect(pages.get(file), '指标有改动：运行 npm run docs 更新说明').toMatchFileSnapshot(
      `../../docs/指标/${file}`,
    )
  })

  test('there is no other page', () =>
    expect(readdirSync('docs/指标').toSorted()).toEqual([...pages.keys()].toSorted()))

  test('every indicator has its place in the index, and every link leads somewhere', () => {
    const anchors = new Set(
      [...pages].flatMap(([file, text]) => [
        file,
        ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => `${file}#${id}`),
      ]),
    )
    const links = [...pages.values()].flatMap((text) =>
      [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => decodeURIComponent(to ?? '')),
    )
    expect(links.filter((to) => !anchors.has(to))).toEqual([])
    expect(links.length).toBeGreaterThan(system.indicators.length)
  })
})
