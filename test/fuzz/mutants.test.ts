import { expect, test } from 'vitest'
import { endingsOf, mutantOf } from './mutants.ts'
import { seedsFrom } from './seeds.ts'
import { structuralMutantOf, structured } from './structural.ts'

const seeds = seedsFrom(['fixtures/units'], 3)

const packed = structured(seeds)

test.each([
  ['sixty spoiled files', Array.from({ length: 60 }, (_, n) => mutantOf(n + 1, seeds))],
  [
    'forty with elements removed, doubled or swapped',
    Array.from({ length: 40 }, (_, n) => structuralMutantOf(n + 1, packed)),
  ],
])('%s each end in a typed result, and none in a crash of ours', async (_, mutants) => {
  const endings = await endingsOf(mutants, 'off', 2)
  const told = ({ mutant, wrong, codes }: (typeof endings)[number]) => `${mutant.seed} ${mutant.of} ${wrong ?? codes}`
  expect(endings.filter(({ wrong }) => wrong !== null).map(told)).toEqual([])
  expect(endings.filter(({ codes }) => codes.includes('crashed')).map(told)).toEqual([])
})

test('a seed gives the same mutant each time, and another seed another', () => {
  expect(structuralMutantOf(7, packed)).toEqual(structuralMutantOf(7, packed))
  expect(mutantOf(7, seeds)).toEqual(mutantOf(7, seeds))
  expect(Buffer.compare(mutantOf(7, seeds).bytes, mutantOf(8, seeds).bytes)).not.toBe(0)
})
