import { expect, test } from 'vitest'
import { examplesOf } from '../../src/cli/examples.ts'
import { loadSystem } from '../../src/system/load.ts'

test('one rule’s examples are those that it has among all', async () => {
  const folder = 'indicators/zhaohua-2022'
  const system = await loadSystem(folder)
  const all = await examplesOf(folder, system)
  const ids = [...all.keys()]
  for (const id of [ids[0]!, ids[Math.floor(ids.length / 2)]!, ids.at(-1)!])
    expect([...(await examplesOf(folder, system, [id]))]).toEqual([[id, all.get(id)]])
  expect([...(await examplesOf(folder, system, ['没有这条规则']))]).toEqual([])
})
