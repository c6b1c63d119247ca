import { expect, test } from 'vitest'
import { audit } from '../../src/audit/audit.ts'
import { digestOf, factsAt } from '../../src/audit/digest.ts'
import type { Order } from '../../src/audit/order.ts'
import { packageOf } from '../../src/audit/package.ts'
import { recognise } from '../../src/facts/recognise.ts'
import { resolveUnit } from '../../src/system/responsibility.ts'
import { loadUnitFile } from '../../src/system/unit-file.ts'
import { gathered } from '../helpers/readings.ts'
import { shipped } from '../helpers/shipped.ts'

const system = shipped()
// A department and a town, with papers of every kind between them; the others are of the same making.
const UNITS = ['区司法局', '清水镇']

async function orderOf(name: string): Promise<Order> {
  const folder = `fixtures/units/${name}`
  const { evidence, problems } = await gathered(folder, { jobs: 0, ocr: 'off' })
  const found = resolveUnit(await system, name)
  if (!('unit' in found)) throw new Error(name)
  const unitFile = await loadUnitFile(folder, await system)
  const tool = { name: 'test', version: '0' }
  return { system: await system, unit: found.unit, unitFile, evidence, problems, asOf: '2022-07-31', tool }
}

/** As they come back from where they are kept: text, and made without the file's path. */
const digestsOf = ({ evidence }: Order): Map<string, unknown> =>
  new Map(evidence.map((one) => [one.path, JSON.parse(JSON.stringify(digestOf({ ...one, path: '' })))]))

test.each(UNITS)('an audit with digests is one without, byte for byte: %s', async (name) => {
  const order = await orderOf(name)
  const digests = digestsOf(order)
  const without = JSON.stringify(audit(order))
  expect(JSON.stringify(audit({ ...order, digestOf: (path) => digests.get(path) }))).toBe(without)
})

test('and so is one with some of them', async () => {
  const order = await orderOf('区市场监管局')
  const digests = digestsOf(order)
  const without = JSON.stringify(audit(order))
  const half = new Map([...digests].filter((_, index) => index % 2 === 0))
  expect(JSON.stringify(audit({ ...order, digestOf: (path) => half.get(path) }))).toBe(without)
})

test.each(UNITS)('facts do not hang on where the file lies: %s', async (name) => {
  const { evidence } = await orderOf(name)
  for (const one of evidence)
    expect(factsAt('别处/甲.docx', recognise(one))).toEqual(recognise({ ...one, path: '别处/甲.docx' }))
})

test('what is no digest is not taken for one', async () => {
  const order = await orderOf('清水镇')
  const odd = [null, 'x', {}, { facts: {} }, []]
  const digests = new Map(order.evidence.map(({ path }, index) => [path, odd[index % odd.length]]))
  expect(packageOf({ ...order, digestOf: (path) => digests.get(path) }).found.documents).toEqual(
    packageOf(order).found.documents,
  )
})

test('texts are looked at only where a rule asks for them', async () => {
  const order = await orderOf('区司法局')
  const digests = digestsOf(order)
  const looked = new Set<string>()
  const watched = order.evidence.map((one) => ({
    ...one,
    get passages() {
      looked.add(one.path)
      return one.passages
    },
  }))
  audit({ ...order, evidence: watched, digestOf: (path) => digests.get(path) })
  // Rules and reports that lie with a table are read for what they promise of its rows.
  expect(looked.size).toBeLessThan(order.evidence.length * 0.75)
})
