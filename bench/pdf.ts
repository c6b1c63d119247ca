import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { build } from 'esbuild'
import glob from 'fast-glob'
import type { PdfEngine } from '../src/reading/formats/pdf/engine.ts'
import { openPdf } from '../src/reading/formats/pdf/open.ts'
import { pdfium } from '../src/reading/formats/pdf/pdfium.ts'
import { pdfjs } from '../src/reading/formats/pdf/pdfjs.ts'
import { samples } from '../test/reading/formats/pdf/pages.ts'
import { linesOf, makeOffice, makePlain } from './pdf-set.ts'
import { has, median, timed } from './timing.ts'

// npm run bench:pdf -- [documents] [rounds]: what the two engines read, how fast, and a whole read against pdftotext.

const [count = 100, rounds = 7] = process.argv.slice(2).map(Number)
const ENGINES: Readonly<Record<string, PdfEngine>> = { pdfium, 'pdf.js': pdfjs, together: openPdf }
const folded = (text: string) => text.replace(/\s+/g, '')
const place = mkdtempSync(join(tmpdir(), 'audit-bench-pdf-'))

console.log(`machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, node ${process.version}`)
try {
  const sets = await made()
  await fidelity(sets)
  await speed(sets)
  await whole(sets)
} finally {
  rmSync(place, { recursive: true })
}

type Sets = readonly { readonly name: string; readonly folder: string }[]

async function made(): Promise<Sets> {
  const [office, plain] = [join(place, 'office'), join(place, 'plain')]
  mkdirSync(office)
  const exported = makeOffice(office, count)
  if (!exported) console.log('soffice is not there: no documents as an office exports them')
  await makePlain(plain, count)
  return [...(exported ? [{ name: 'by LibreOffice', folder: office }] : []), { name: 'by pdfkit', folder: plain }]
}

async function textBy(engine: PdfEngine, bytes: Uint8Array): Promise<string> {
  const document = await engine(bytes)
  const pages: string[] = []
  for (let number = 1; number <= document.pages; number++) pages.push((await document.page(number)).text)
  await document.close()
  return folded(pages.join('\n'))
}

/** Against what was written where that is known; else one engine against the other. */
async function fidelity(sets: Sets): Promise<void> {
  console.log('\nfidelity: texts equal after folding blanks')
  const texts = async (path: string | Uint8Array) => {
    const bytes = typeof path === 'string' ? readFileSync(path) : path
    const found: Record<string, string> = {}
    for (const [name, engine] of Object.entries(ENGINES))
      found[name] = await textBy(engine, bytes).catch((error: unknown) => `! ${String(error)}`)
    return found
  }

  const fixtures = glob.sync('fixtures/**/*.pdf').sort()
  const unlike: string[] = []
  for (const path of fixtures) {
    const found = await texts(path)
    if (found.pdfium !== found['pdf.js']) unlike.push(basename(path))
  }
  console.log(`  fixtures             ${fixtures.length - unlike.length} of ${fixtures.length} alike by both`, unlike)

  const known = [
    ...(await samples()).map(({ name, bytes, says }) => ({ set: 'samples', name, from: bytes, says })),
    ...sets.flatMap(({ name: set, folder }) =>
      readdirSync(folder)
        .slice(0, 20)
        .map((name) => ({
          set,
          name,
          from: join(folder, name),
          says: folded(
            linesOf(Number(basename(name, '.pdf')))
              .flat()
              .join(''),
          ),
        })),
    ),
  ]
  for (const set of new Set(known.map((one) => one.set))) {
    const own = known.filter((one) => one.set === set)
    const found = await Promise.all(own.map(async ({ from, ...one }) => ({ ...one, texts: await texts(from) })))
    for (const engine of Object.keys(ENGINES)) {
      const wrong = found.filter(({ says, texts }) => texts[engine] !== says).map(({ name }) => name)
      console.log(`  ${set.padEnd(20)} ${engine.padEnd(9)} ${own.length - wrong.length} of ${own.length}`, wrong)
    }
  }
}

/** In this process, warm, one engine after the other in every round. */
async function speed(sets: Sets): Promise<void> {
  console.log('\nms a page, one process, warm; medians')
  const few = [{ name: 'fixtures', paths: glob.sync('fixtures/units/区司法局/**/*.pdf').sort() }].concat(
    sets.map(({ name, folder }) => ({
      name,
      paths: readdirSync(folder)
        .slice(0, 10)
        .map((file) => join(folder, file)),
    })),
  )
  for (const { name, paths } of few) {
    const files = paths.map((path) => readFileSync(path))
    const spent: Record<string, number[]> = {}
    for (let round = 0; round <= rounds; round++)
      for (const [engine, read] of Object.entries(ENGINES)) {
        const began = performance.now()
        let pages = 0
        for (const bytes of files) pages += await pagesBy(read, bytes)
        if (round > 0) spent[engine] = [...(spent[engine] ?? []), (performance.now() - began) / pages]
      }
    const shown = Object.entries(spent).map(([engine, own]) => `${engine} ${median(own).toFixed(2)}`)
    console.log(`  ${name.padEnd(20)} ${shown.join('   ')}`)
  }
}

async function pagesBy(engine: PdfEngine, bytes: Uint8Array): Promise<number> {
  try {
    const document = await engine(bytes)
    for (let number = 1; number <= document.pages; number++) await document.page(number)
    await document.close()
    return document.pages
  } catch {
    return 0
  }
}

/** The whole read of all documents, as `audit` does it, against pdftotext on one file after the other. */
async function whole(sets: Sets): Promise<void> {
  if (!has('pdftotext')) return console.log('\npdftotext is not there: nothing to compare with')
  const out = resolve('.cache/bench-pdf')
  const source = (name: string) => join('src/reading/process', name)
  await build({
    entryPoints: { whole: 'bench/pdf-whole.ts', worker: source('worker.ts') },
    outdir: out,
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
  })
  const other = join(place, 'other')
  await makePlain(other, 6)
  console.log(`\na whole read of ${count} documents of 10 pages; medians of ${rounds} rounds, ratios within a round`)
  for (const { name, folder } of sets) {
    const paths = readdirSync(folder).map((file) => join(folder, file))
    const read = (...more: string[]) => timed(process.execPath, [join(out, 'whole.js'), folder, ...more])
    const rows = Array.from({ length: rounds }, () => {
      // Begun by a shell: to begin a process from this one costs as much as pdftotext itself.
      const peer = timed('sh', ['-c', 'for file; do pdftotext "$file" - > /dev/null; done', 'sh', ...paths]).ms
      const cold = read()
      const warm: { pages: number; ms: number } = JSON.parse(read(other).stdout)
      if (warm.pages !== count * 10) throw new Error(`only ${warm.pages} pages were read`)
      return { peer, cold: cold.ms, warm: warm.ms }
    })
    const ms = (pick: (row: (typeof rows)[number]) => number) => median(rows.map(pick))
    console.log(`  ${name.padEnd(20)} pdftotext, file by file       ${ms((row) => row.peer).toFixed(0)} ms`)
    for (const [label, key] of [
      ['two workers, process start and all', 'cold'],
      ['two workers that have started', 'warm'],
    ] as const)
      console.log(
        `  ${''.padEnd(20)} ${label.padEnd(34)} ${ms((row) => row[key]).toFixed(0)} ms  ${ms((row) => row[key] / row.peer).toFixed(2)}× (goal ≤ 1.0×)`,
      )
  }
}
