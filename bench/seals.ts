import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { findSeals, type Sighting } from '../src/reading/sight/seals/find.ts'
import { fansScored } from './seal-fans.ts'
import { type Page, sealPage } from './seal-pages.ts'
import { papersScored, share } from './seal-papers.ts'

/** Pages 0…199 were looked at while the thresholds were set; pages 1000…1199 were not. */
const SETS = { tuning: 0, 'held out': 1000 } as const
const PAGES = 200
/** Where `tuning 200 show` puts the pages that went wrong. */
const SHOWN = '.cache/seals'

type Score = { hits: number; kinds: number; missed: number; false: number; grey: number; greyPages: number; ms: number }

async function main([only, pages = String(PAGES), show]: string[]): Promise<void> {
  for (const [name, from] of Object.entries(SETS))
    if (!only || only === name.replace(' ', '-'))
      report(
        name,
        Number(pages),
        await scored(from, Number(pages), show === 'show'),
        await fansScored(from, Math.ceil(Number(pages) / 4), show === 'show'),
        await papersScored(from, Number(pages), show === 'show'),
      )
}

async function scored(from: number, pages: number, show: boolean): Promise<Score> {
  const score: Score = { hits: 0, kinds: 0, missed: 0, false: 0, grey: 0, greyPages: 0, ms: 0 }
  for (let seed = from; seed < from + pages; seed++) {
    const page = await sealPage(seed)
    const start = performance.now()
    const found = findSeals(page, 210)
    score.ms += performance.now() - start
    if (page.grey) {
      score.greyPages++
      if (found === null) score.grey++
      else if (show) console.log(page.name, 'grey page judged')
      continue
    }
    const wrong = compare(page, found ?? [], score, page.width / 210)
    if (show && wrong.length) {
      mkdirSync(SHOWN, { recursive: true })
      console.log(page.name, page.width, wrong.join(' | '))
      await sharp(page.data, { raw: { width: page.width, height: page.height, channels: 3 } })
        .png()
        .toFile(join(SHOWN, `${seed}.png`))
    }
  }
  return score
}

function compare({ seals }: Page, found: readonly Sighting[], score: Score, perMm: number): string[] {
  const left = [...found]
  const wrong: string[] = []
  for (const seal of seals) {
    const at = left.findIndex(
      ({ box }) =>
        share(seal, { x: box.x / perMm, y: box.y / perMm, width: box.width / perMm, height: box.height / perMm }) > 0.5,
    )
    if (at < 0) {
      score.missed++
      wrong.push(`missed ${seal.kind} ${[seal.x, seal.y, seal.width, seal.height].map(Math.round)}`)
      continue
    }
    score.hits++
    const [hit] = left.splice(at, 1)
    if (hit!.kind === seal.kind) score.kinds++
    else wrong.push(`${seal.kind} taken for ${hit!.kind}`)
  }
  score.false += left.length
  for (const { kind, box, certainty } of left)
    wrong.push(
      `false ${kind} ${certainty} ${[box.x, box.y, box.width, box.height].map((value) => Math.round(value / perMm))}`,
    )
  return wrong
}

function report(
  name: string,
  pages: number,
  { hits, kinds, missed, false: wrong, grey, greyPages, ms }: Score,
  ...more: readonly string[]
): void {
  const percent = (part: number, all: number) => (all === 0 ? '–' : (part / all).toFixed(3))
  console.log(
    `${name}: precision ${percent(hits, hits + wrong)}, recall ${percent(hits, hits + missed)} (${hits} found, ${missed} missed, ${wrong} false), kind right ${percent(kinds, hits)}, grey pages declined ${grey}/${greyPages}, ${(ms / pages).toFixed(0)} ms a page`,
  )
  for (const told of more) console.log(`${name}: ${told}`)
}

await main(process.argv.slice(2))
