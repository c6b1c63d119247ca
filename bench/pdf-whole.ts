import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileSource } from '../src/reading/folder/source.ts'
import { gather } from '../src/reading/gather.ts'
import { LIMITS } from '../src/reading/process/limits.ts'
import { openPool } from '../src/reading/process/pool.ts'
import { readingsOf } from '../src/reading/readings.ts'

// Bundled and run by bench/pdf.ts: reads a folder whole, in two processes. With `warm` they have read another folder
// before the clock starts.

const [folder = '', other] = process.argv.slice(2)

if (other === undefined) {
  const { evidence } = await gather(folder, { jobs: 2, ocr: 'off' })
  tell(evidence.map(({ pagesRead }) => pagesRead))
} else {
  const pool = openPool(2, LIMITS)
  const nothing = () => {}
  const watch = { onPage: nothing, onLater: nothing, onDone: nothing, onPlan: nothing }
  const read = (place: string) =>
    readingsOf(
      readdirSync(place).map((name) => fileSource(name, join(place, name), LIMITS.file)),
      { pool, cache: undefined, ocr: 'off', limits: LIMITS, watch },
    )
  await read(other)
  const began = performance.now()
  const got = await read(folder)
  tell(
    got.map(({ reading }) => reading.pagesRead),
    performance.now() - began,
  )
  pool.close()
}

function tell(pages: readonly number[], ms = 0): void {
  console.log(JSON.stringify({ pages: pages.reduce((sum, own) => sum + own, 0), ms }))
}
