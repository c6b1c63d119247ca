import { expect, test } from 'vitest'
import { endingsOf, mutantOf } from './mutants.ts'
import { seedsFrom } from './seeds.ts'

const seeds = seedsFrom(['fixtures/units'], 3)

test('sixty spoiled files each end in a typed result, and none in a crash of ours', async () => {
  const mutants = Array.from({ length: 60 }, (_, n) => mutantOf(n + 1, seeds))
  const endings = await endingsOf(mutants, 'off', 2)
  const told = ({ mutant, wrong, codes }: (typeof endings)[number]) => `${mutant.seed} ${mutant.of} ${wrong ?? codes}`
  expect(endings.filter(({ wrong }) => wrong !== null).map(told)).toEqual([])
  expect(endings.filter(({ codes }) => codes.includes('crashed')).map(told)).toEqual([])
})

test('a seed gives the same mutant each time, and another seed another', () => {
  expect(mutantOf(7, seeds)).toEqual(mutantOf(7, seeds))
  expect(Buffer.compare(mutantOf(7, seeds).bytes, mutantOf(8, seeds).bytes)).not.toBe(0)
})
