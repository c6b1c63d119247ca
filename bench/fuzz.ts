import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Ending, endingsOf, mutantOf } from '../test/fuzz/mutants.ts'
import { seedsFrom } from '../test/fuzz/seeds.ts'
import { structuralMutantOf, structured } from '../test/fuzz/structural.ts'

// npm run fuzz -- [how many] [first seed] [auto|off]: spoils the fixtures' files at random; every other one keeps its bytes
// in order and has elements of its XML removed, doubled or swapped. Each must end in a typed result. A mutant that does not is kept in .cache/fuzz, and its seed makes it again.

const [count = 2000, first = Math.floor(Date.now() / 1000) % 1_000_000_000] = process.argv.slice(2, 4).map(Number)
const ocr = process.argv[4] === 'auto' ? 'auto' : 'off'
const FOLDER = '.cache/fuzz'
const BATCH = 100

const seeds = seedsFrom(['fixtures/units', 'fixtures/files'], 20)
console.log(`${count} mutants of ${seeds.length} files, seeds ${first} to ${first + count - 1}, --ocr ${ocr}`)

const packed = structured(seeds)
const spoilt = (seed: number) => (seed % 2 === 0 ? mutantOf(seed, seeds) : structuralMutantOf(seed, packed))

const kept: Ending[] = []
const tally = new Map<string, number>()
const started = performance.now()
for (let done = 0; done < count; done += BATCH) {
  const mutants = Array.from({ length: Math.min(BATCH, count - done) }, (_, n) => spoilt(first + done + n))
  for (const ending of await endingsOf(mutants, ocr, 2)) {
    const grave = ending.codes.filter((code) => ['crashed', 'timed-out', 'out-of-memory'].includes(code))
    const key = ending.wrong ?? [ending.extent, ...new Set(ending.codes)].join(' ')
    tally.set(key, (tally.get(key) ?? 0) + 1)
    if (ending.wrong !== null || grave.length > 0) keep(ending)
  }
}

for (const [key, times] of [...tally].sort((a, b) => b[1] - a[1])) console.log(`${String(times).padStart(6)}  ${key}`)
const wrong = kept.filter((ending) => ending.wrong !== null)
console.log(
  `${wrong.length} ended without a typed result; ${kept.length - wrong.length} crashed, hung or ran out of memory and were told; ${((performance.now() - started) / 1000).toFixed(0)} s`,
)
process.exitCode = wrong.length > 0 ? 1 : 0

function keep(ending: Ending): void {
  const { seed, name, bytes } = ending.mutant
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, `${seed}-${name}`), bytes)
  console.log(
    `  seed ${seed}  ${name}  ${ending.wrong ?? ending.codes.join(' ')}  → ${join(FOLDER, `${seed}-${name}`)}`,
  )
  kept.push(ending)
}
