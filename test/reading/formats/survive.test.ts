import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reading } from '../../../src/core/evidence.ts'
import { extensionOf } from '../../../src/reading/folder/extensions.ts'
import { identify } from '../../../src/reading/folder/identify.ts'
import { read } from '../../../src/reading/read.ts'
import { FOLDER, sample } from './samples.ts'

const NAMES = readdirSync(FOLDER).sort()

/** A picture that survives is recognised each time, and that takes a second: those files are spoiled less often. */
const often = (times: number, name: string) => (name.startsWith('pasted') ? Math.ceil(times / 6) : times)

/** Read, or told with a next step; never our own crash. */
function isTyped({ extent, notes }: Reading): boolean {
  return (extent === 'whole' || notes.length > 0) && notes.every(({ code }) => code !== 'crashed')
}

async function readAs(bytes: Uint8Array, extension: string): Promise<Reading> {
  return read(bytes, (await identify(bytes, extension)).format)
}

test.each(NAMES)('%s is read whole', async (name) => {
  expect(await readAs(sample(name), extensionOf(name))).toMatchObject({ extent: 'whole' })
})

test.each(NAMES)('%s cut off anywhere gives a typed reading', async (name) => {
  const bytes = sample(name)
  const parts = often(40, name)
  for (let share = 1; share < parts; share++) {
    const reading = await readAs(bytes.subarray(0, Math.floor((bytes.length * share) / parts)), extensionOf(name))
    expect(reading, `at ${share}/${parts}`).toSatisfy(isTyped)
  }
})

test.each(NAMES)('%s with bytes changed anywhere gives a typed reading', async (name) => {
  const bytes = sample(name)
  const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
      const spoilt = Buffer.from(bytes)
      for (const { at, to } of changes) spoilt[at] = to
      expect(await readAs(spoilt, extensionOf(name))).toSatisfy(isTyped)
    }),
    { numRuns: often(60, name), seed: 20220731 },
  )
})
