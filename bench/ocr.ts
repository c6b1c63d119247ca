import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { paddle } from '../src/reading/sight/ocr/paddle.ts'
import { RUNTIMES } from '../src/reading/sight/ocr/runtime.ts'
import { drawn, faces, typed, WEAR } from './ocr-pages.ts'
import { TEXTS, type Text } from './ocr-texts.ts'
import { errorsIn, keylessIn } from './spelling.ts'

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
      show: { type: 'boolean' },
    },
  })
  const runtime = RUNTIMES.find((name) => name === values.runtime)
  const engine = await paddle({ ...(runtime && { runtime }), threads: Number(values.threads ?? 2) })
  console.log(
    `${engine.version}, ${values.threads ?? 2} threads, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, load ${loadavg()[0]!.toFixed(1)}, ${faces()
      .map(({ name }) => name)
      .join(', ')}`,
  )
  for (const heldOut of [false, true]) {
    const name = heldOut ? 'held out' : 'tuning'
    const texts = TEXTS.filter((text) => text.heldOut === heldOut)
    const all = { edits: 0, signs: 0 }
    const pages = new Map(texts.map((text) => [text.name, { errors: 0, signs: 0 }]))
    for (const [wear, dpi] of SETS) {
      const { edits, signs, wall, cpu } = await measured(
        engine,
        texts,
        wear,
        dpi,
        values.show === true && !heldOut,
        pages,
      )
      all.edits += edits
      all.signs += signs
      console.log(
        `${name.padEnd(10)}${wear.padEnd(13)}${dpi} dpi  CER ${((100 * edits) / signs).toFixed(2)} % (${edits} of ${signs})  ${wall.toFixed(2)} s a page, ${cpu.toFixed(2)} s of processor`,
      )
    }
    console.log(
      `${name.padEnd(10)}all sets, ${texts.length} pages   CER ${((100 * all.edits) / all.signs).toFixed(2)} %`,
    )
    for (const text of texts) console.log(`${''.padEnd(10)}${pageTold(text, pages.get(text.name))}`)
  }
  await engine.close()
}

type Count = { errors: number; signs: number }

/** The whole CER counts signs without a key as well, though nothing but other weights could ever read them. */
function pageTold({ name, lines }: Text, { errors, signs }: Count = { errors: 0, signs: 0 }): string {
  const keyless = keylessIn(lines) * SETS.length
  const rest = keyless > 0 ? `; ${keyless} of these signs have no key in the weights` : ''
  return `${name}: ${errors} of ${signs}${rest}`
}

type Measure = { readonly edits: number; readonly signs: number; readonly wall: number; readonly cpu: number }

async function measured(
  engine: Awaited<ReturnType<typeof paddle>>,
  texts: readonly Text[],
  wear: keyof typeof WEAR,
  dpi: number,
  show: boolean,
  pages: ReadonlyMap<string, Count>,
): Promise<Measure> {
  let [edits, signs, wall, cpu] = [0, 0, 0, 0]
  const all = faces()
  for (const { name, lines, face } of texts) {
    const page = await WEAR[wear](await drawn(await typed(lines, all[face % all.length]!), dpi))
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
    const own = pages.get(name)
    if (own) {
      own.errors += found.errors
      own.signs += found.signs
    }
    edits += found.errors
    signs += found.signs
  }
  return { edits, signs, wall: wall / texts.length, cpu: cpu / texts.length }
}

await main()
