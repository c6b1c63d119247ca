import { PDFDocument } from 'pdf-lib'
import type { SealKind, SeenSeal } from '../src/core/evidence.ts'
import { read } from '../src/reading/read.ts'
import { overlap } from '../src/reading/sight/render/pixels.ts'
import { printOn } from './paper-prints.ts'
import { blank, drawnOn, type Place, WAYS } from './paper-seals.ts'
import { type Rect, randomOf } from './seal-pages.ts'

const [W, H] = [210, 297]
const NAMES = [...Object.keys(WAYS), 'paths', 'none', 'none', 'none', 'none'] as const
const KINDS: readonly SealKind[] = ['round', 'round', 'round', 'oval', 'square', 'half']

type Paper = { readonly way: string; readonly seal: Place | undefined; readonly bytes: Uint8Array }

/** A page with a text layer, drawn from its number; on two of three there is one seal, put there in one of many ways. */
export async function sealPaper(seed: number): Promise<Paper> {
  const random = randomOf(seed * 4241 + 29)
  const [way, kind] = [random.pick(NAMES), random.pick(KINDS)]
  let solid: readonly Rect[] = []
  const isFree = (box: Rect) => solid.every((other) => overlap(other, box) === 0)
  let seal: Place | undefined
  const printed = await blank(W, H, (file) => {
    solid = printOn(file, random)
    if (way === 'paths') seal = drawnOn(file, random, kind, isFree)
  })
  const put = Object.entries(WAYS).find(([name]) => name === way)?.[1]
  if (!put) return { way, seal, bytes: printed }
  const file = await PDFDocument.load(printed)
  seal = await put({ file, page: file.getPage(0), isFree }, random, kind)
  return { way, seal, bytes: await file.save() }
}

type Tally = { papers: number; found: number; kinds: number; wrong: number; drawn: number; sizes: number[] }

/** How many of the seals on such papers are seen, by how they were put there. */
export async function papersScored(from: number, papers: number, show: boolean): Promise<string> {
  const tallies = new Map<string, Tally>()
  for (let seed = from; seed < from + papers; seed++) {
    const { way, seal, bytes } = await sealPaper(seed)
    const tally = tallies.get(way) ?? { papers: 0, found: 0, kinds: 0, wrong: 0, drawn: 0, sizes: [] }
    tallies.set(way, tally)
    const seen = await read(bytes, 'pdf', { ocr: 'auto', onPage: () => tally.drawn++ })
    const hit = seal && seen.seals?.find(({ box }) => share(inMm(box), seal.box) > 0.5)
    tally.papers++
    if (hit) {
      tally.found++
      if (hit.kind === seal.kind) tally.kinds++
      tally.sizes.push(Math.abs(hit.sizeMm - Math.max(seal.box.width, seal.box.height)))
    }
    const wrong = (seen.seals ?? []).filter((one) => one !== hit)
    tally.wrong += wrong.length
    if (show && (wrong.length > 0 || (seal && !hit)))
      console.log(
        `paper ${seed}`,
        way,
        seal?.kind,
        seal && rounded(seal.box),
        'false:',
        wrong.map((one) => [one.kind, one.certainty, rounded(inMm(one.box))]),
      )
  }
  return told(tallies)
}

function told(tallies: ReadonlyMap<string, Tally>): string {
  const lines = [...tallies].sort().map(([way, { papers, found, kinds, wrong, drawn }]) => {
    const seals = way === 'none' ? 'no seal' : `${found} of ${papers} found, kind right ${kinds}`
    return `  ${way.padEnd(8)} ${papers} papers, ${drawn} drawn: ${seals}, ${wrong} false`
  })
  const all = [...tallies.values()]
  const sum = (of: (tally: Tally) => number) => all.reduce((total, tally) => total + of(tally), 0)
  const sealed = sum(({ papers }) => papers) - (tallies.get('none')?.papers ?? 0)
  const [found, wrong] = [sum((one) => one.found), sum((one) => one.wrong)]
  const sizes = all.flatMap((one) => one.sizes).sort((a, b) => a - b)
  const size = sizes[Math.floor(sizes.length * 0.9)]?.toFixed(1) ?? '–'
  return [
    `papers: precision ${(found / (found + wrong)).toFixed(3)}, recall ${(found / sealed).toFixed(3)} (${found} of ${sealed} found, ${wrong} false), nine in ten no more than ${size} mm off in size`,
    ...lines,
  ].join('\n')
}

const inMm = ({ x, y, width, height }: SeenSeal['box']): Rect => ({
  x: x * W,
  y: y * H,
  width: width * W,
  height: height * H,
})

const rounded = ({ x, y, width, height }: Rect): number[] => [x, y, width, height].map(Math.round)

/** Intersection over union. */
export function share(a: Rect, b: Rect): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  if (across <= 0 || down <= 0) return 0
  return (across * down) / (a.width * a.height + b.width * b.height - across * down)
}
