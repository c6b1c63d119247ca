import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROBLEM_CODES } from '../../src/core/problem.ts'
import { gather } from '../../src/reading/gather.ts'

/** A sound file to be spoiled. */
export type Seed = { readonly name: string; readonly bytes: Uint8Array }

export type Mutant = { readonly name: string; readonly bytes: Uint8Array; readonly seed: number; readonly of: string }

/** Mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Change = (bytes: Buffer, at: (below: number) => number, other: Uint8Array) => Buffer

const FIGURES = ['0', '-1', '4294967295', '99999999999', '1e309', 'NaN', '../../', '%s', '\0', '<', '&#0;']

const CHANGES: readonly Change[] = [
  (bytes, at) => {
    for (let n = 1 + at(8); n > 0; n--) bytes[at(bytes.length)] = at(256)
    return bytes
  },
  (bytes, at) => {
    for (let n = 1 + at(8); n > 0; n--) bytes[at(bytes.length)]! ^= 1 << at(8)
    return bytes
  },
  (bytes, at) => bytes.subarray(0, at(bytes.length)),
  (bytes, at) => bytes.subarray(at(Math.min(bytes.length, 2048))),
  (bytes, at) => {
    const from = at(bytes.length)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + at(512))])
  },
  (bytes, at) => {
    const from = at(bytes.length)
    const piece = bytes.subarray(from, from + at(4096))
    return Buffer.concat([bytes.subarray(0, from), ...Array<Buffer>(2 + at(6)).fill(piece), bytes.subarray(from)])
  },
  (bytes, at) => bytes.fill(at(2) * 255, at(bytes.length), at(bytes.length)),
  (bytes, at) => {
    // Lengths, counts and offsets stand in such places.
    const where = at(Math.max(1, bytes.length - 4))
    bytes.writeUInt32LE([0, 1, 0x7fffffff, 0xffffffff, 0x80000000][at(5)]!, Math.min(where, bytes.length - 4))
    return bytes
  },
  (bytes, at) => {
    const where = at(bytes.length)
    return Buffer.concat([bytes.subarray(0, where), Buffer.from(FIGURES[at(FIGURES.length)]!), bytes.subarray(where)])
  },
  (bytes, at) => {
    const text = bytes.toString('latin1')
    const figures = [...text.matchAll(/\d{1,10}/g)]
    const found = figures[at(Math.max(1, figures.length))]
    if (!found) return bytes
    const figure = FIGURES[at(5)]!
    return Buffer.from(text.slice(0, found.index) + figure + text.slice(found.index + found[0].length), 'latin1')
  },
  (bytes, at, other) => Buffer.concat([bytes.subarray(0, at(bytes.length)), other.subarray(at(other.length))]),
]

/** The mutant of a number is the same for ever, as long as the seeds are. */
export function mutantOf(seed: number, seeds: readonly Seed[]): Mutant {
  const random = randomFrom(seed)
  const at = (below: number) => Math.floor(random() * below)
  const [parent, other] = [seeds[at(seeds.length)]!, seeds[at(seeds.length)]!]
  let bytes: Buffer = Buffer.from(parent.bytes)
  for (let n = 1 + at(3); n > 0; n--) if (bytes.length > 8) bytes = CHANGES[at(CHANGES.length)]!(bytes, at, other.bytes)
  return { name: parent.name, bytes, seed, of: parent.name }
}

/** What is wrong with how a mutant ended: not in a typed result. `slow` and `grave` end soundly but are worth a look. */
export type Ending = {
  readonly mutant: Mutant
  readonly extent: string
  readonly codes: readonly string[]
  readonly wrong: string | null
}

/** Reads mutants in reader processes, many to a folder. */
export async function endingsOf(mutants: readonly Mutant[], ocr: 'off' | 'auto', jobs: number): Promise<Ending[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
  try {
    for (const { seed, name, bytes } of mutants) {
      mkdirSync(join(folder, String(seed)))
      writeFileSync(join(folder, String(seed), name), bytes)
    }
    const { evidence, problems } = await gather(folder, { jobs, ocr })
    return mutants.map((mutant): Ending => {
      const path = `${mutant.seed}/${mutant.name}`
      const own = problems.filter(({ file }) => file === path)
      const found = evidence.find((one) => one.path === path)
      const codes = own.map(({ code }) => code)
      const untold = found?.extent !== 'whole' && own.length === 0
      const untyped = own.find(({ code, message }) => !(code in PROBLEM_CODES) || !message.includes('请'))
      const wrong = !found ? 'lost' : untold ? 'untold' : untyped ? `untyped: ${untyped.message}` : null
      return { mutant, extent: found?.extent ?? '', codes, wrong }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
