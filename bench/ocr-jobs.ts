import { loadavg } from 'node:os'
import sharp from 'sharp'
import { LIMITS } from '../src/reading/process/limits.ts'
import { openPool } from '../src/reading/process/pool.ts'
import { drawn, faces, PAGES, typed } from './ocr-pages.ts'

/** Processes × threads of each. */
const WAYS = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
] as const

/** How scans are best shared out over processors: the same pages read in each way, in turn, so that load hits all alike. */
async function main([count = '8', rounds = '3']: string[]): Promise<void> {
  const scans = await scansOf(Number(count))
  const took = new Map<string, number[]>()
  const texts = new Set<string>()
  for (let round = 0; round < Number(rounds); round++)
    for (const [jobs, threads] of WAYS) {
      const name = `${jobs} × ${threads}`
      const pool = openPool(jobs, LIMITS, jobs * threads)
      const start = performance.now()
      const ended = await Promise.all(
        scans.map((bytes) => pool.read({ pace: 'slow', load: async () => ({ bytes, extension: 'png', ocr: 'all' }) })),
      )
      const seconds = (performance.now() - start) / 1000
      pool.close()
      texts.add(ended.map((one) => (typeof one === 'string' ? one : one.json)).join())
      took.set(name, [...(took.get(name) ?? []), seconds])
      console.log(`${name}: ${seconds.toFixed(1)} s for ${scans.length} pages, load ${loadavg()[0]!.toFixed(1)}`)
    }
  for (const [name, all] of took)
    console.log(`${name}: median ${all.toSorted((a, b) => a - b)[all.length >> 1]!.toFixed(1)} s`)
  console.log(texts.size === 1 ? 'all read the same' : `${texts.size} different readings`)
}

async function scansOf(count: number): Promise<Uint8Array[]> {
  const face = faces()[0]!
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const page = await drawn(await typed([...PAGES[at % PAGES.length]!, `第${at + 1}份`], face), 150)
      return sharp(page.data, { raw: { width: page.width, height: page.height, channels: 3 } })
        .png()
        .toBuffer()
    }),
  )
}

await main(process.argv.slice(2))
