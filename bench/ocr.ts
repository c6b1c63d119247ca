import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { paddle } from '../src/evidence/ocr/paddle.ts'
import { RUNTIMES } from '../src/evidence/ocr/runtime.ts'
import { drawn, type Face, faces, PAGES, typed, WEAR } from './ocr-pages.ts'
import { errorsIn } from './spelling.ts'

const SETS: readonly (readonly [keyof typeof WEAR, number])[] = [
  ['clean', 100],
  ['clean', 150],
  ['clean', 200],
  ['clean', 300],
  ['skewed', 200],
  ['noisy', 150],
  ['1-bit', 200],
  ['photographed', 150],
]

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runtime: { type: 'string' },
      threads: { type: 'string' },
      face: { type: 'string' },
      show: { type: 'boolean' },
    },
  })
  const runtime = RUNTIMES.find((name) => name === values.runtime)
  const engine = await paddle({ ...(runtime && { runtime }), threads: Number(values.threads ?? 2) })
  const face = faces().find(({ name }) => name === values.face) ?? faces()[0]!
  console.log(
    `${engine.version}, ${values.threads ?? 2} threads, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${face.name}`,
  )
  const all = { edits: 0, signs: 0 }
  for (const [wear, dpi] of SETS) {
    const { edits, signs, wall, cpu } = await measured(engine, face, wear, dpi, values.show === true)
    all.edits += edits
    all.signs += signs
    console.log(
      `${wear.padEnd(13)}${dpi} dpi  CER ${((100 * edits) / signs).toFixed(2)} % (${edits} of ${signs})  ${wall.toFixed(2)} s a page, ${cpu.toFixed(2)} s of processor`,
    )
  }
  console.log(`all sets           CER ${((100 * all.edits) / all.signs).toFixed(2)} %`)
  await engine.close()
}

type Measure = { readonly edits: number; readonly signs: number; readonly wall: number; readonly cpu: number }

async function measured(
  engine: Awaited<ReturnType<typeof paddle>>,
  face: Face,
  wear: keyof typeof WEAR,
  dpi: number,
  show: boolean,
): Promise<Measure> {
  let [edits, signs, wall, cpu] = [0, 0, 0, 0]
  for (const lines of PAGES) {
    const page = await WEAR[wear](await drawn(await typed(lines, face), dpi))
    const [start, used] = [performance.now(), process.cpuUsage()]
    const { lines: read } = await engine.recognise(page)
    const spent = process.cpuUsage(used)
    wall += (performance.now() - start) / 1000
    cpu += (spent.user + spent.system) / 1e6
    const found = errorsIn(
      lines,
      read.map(({ text }) => text),
    )
    if (show) for (const line of read) console.log(line.certainty.toFixed(2), line.text)
    edits += found.errors
    signs += found.signs
  }
  return { edits, signs, wall: wall / PAGES.length, cpu: cpu / PAGES.length }
}

await main()
