import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dice } from '../../../fixtures/make/kit/dice.ts'
import type { Judgement, Sheet } from '../sheet.ts'
import { type Matter, type Office, officeOf, type Piece } from './office.ts'
import { counsel, emergency, nothing, reviews, yearly } from './papers.ts'
import { penalties, proposals, requests, satisfaction, training } from './tables.ts'

/**
 * Writes labelled packages by grammar: offices × folder habits × wordings × planted faults. The words are not the
 * programme's: nothing here reads `words/` or the indicator system. Seeds of one half are looked at while building (even
 * tens), those of the other half only measured.
 * `npm run bench:packages:make -- FOLDER [FIRST_SEED] [COUNT]`
 */
const MATTERS: readonly Matter[] = [
  requests,
  training,
  penalties,
  satisfaction,
  proposals,
  nothing,
  yearly,
  counsel,
  emergency,
  reviews,
]

const [folder, first = '1', count = '10'] = process.argv.slice(2)
if (!folder) {
  console.error('Usage: npm run bench:packages:make -- FOLDER [FIRST_SEED] [COUNT]')
  process.exit(2)
}
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) await write(seed)

async function write(seed: number): Promise<void> {
  const office = officeOf(seed, dice(seed * 7919 + 13))
  const pieces = MATTERS.map((matter) => matter(office))
  const name = `${seed}-${office.unit}`
  const root = join(folder!, name)
  for (const piece of pieces)
    for (const file of piece.files) {
      const path = join(root, 'package', office.unit, pathOf(office, piece, file.name))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, await file.make())
    }
  writeFileSync(join(root, 'sheet.json'), `${JSON.stringify(sheetOf(office, pieces), null, 1)}\n`)
  console.log(
    `${name}: ${pieces.flatMap(({ files }) => files).length} files, ${pieces.flatMap(({ faults }) => faults).length} faults`,
  )
}

function pathOf(office: Office, { ids, words }: Piece, name: string): string {
  return `${office.folder(ids, words)}${name}`
}

function sheetOf(office: Office, pieces: readonly Piece[]): Sheet {
  const faults = pieces.flatMap((piece) => piece.faults)
  const indicators: Record<string, Judgement> = {}
  for (const id of pieces.flatMap((piece) => [...piece.ids, ...piece.clean])) {
    const gaps = faults
      .filter((fault) => fault.id === id)
      .map(({ what, file = null, row = null }) => ({ what, file, row }))
    const isClean = pieces.some(({ clean }) => clean.includes(id))
    indicators[id] = {
      truth: gaps.length > 0 ? 'gap' : isClean ? 'clean' : 'arguable',
      ask: gaps.length > 0 || !isClean,
      gaps,
    }
  }
  const files = pieces.flatMap((piece) =>
    piece.files.map((file) => ({ ...file, path: pathOf(office, piece, file.name) })),
  )
  return {
    unit: office.unit,
    asOf: '2022-07-31',
    indicators,
    papers: Object.fromEntries(files.map(({ path, serves, mustNot = [] }) => [path, { serves, mustNot }])),
    files: files.flatMap(({ path, flaw }) => (flaw ? [{ path, flaw }] : [])),
  }
}
