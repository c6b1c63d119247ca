import type { SeenSeal } from '../../../core/evidence.ts'
import type { Strip } from './strips.ts'

/** What the edges of one page show; its sizes in millimetres. */
export type Edge = {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly strips: readonly Strip[]
}

/**
 * Seals that were stamped across the fanned edges of several pages (骑缝章): each page bears a strip of it, too narrow to
 * be known alone. Laid side by side they must be a round seal: as wide as high, and each strip as high as the circle is there.
 */
export function fannedSeals(edges: readonly Edge[]): SeenSeal[] {
  const found: SeenSeal[] = []
  for (const side of ['right', 'left'] as const) {
    const used = new Set<Strip>()
    const inOrder = edges.toSorted((a, b) => a.page - b.page)
    for (const [at, edge] of inOrder.entries())
      for (const strip of edge.strips) {
        if (strip.side !== side || used.has(strip)) continue
        const run = runFrom({ edge, strip }, inOrder.slice(at + 1), side)
        const seal = run.length > 1 ? sealOf(run, side) : undefined
        if (!seal) continue
        for (const one of run) used.add(one.strip)
        found.push(seal)
      }
  }
  return found.sort((a, b) => a.page - b.page || a.box.y - b.box.y)
}

type Part = { readonly edge: Edge; readonly strip: Strip }

/** Both sides of a sheet are pages, and only one of them is stamped; or one strip was too faint to be seen. */
const APART = 2

function runFrom(first: Part, rest: readonly Edge[], side: Strip['side']): Part[] {
  const run = [first]
  for (const edge of rest) {
    const last = run.at(-1) ?? first
    if (edge.page - last.edge.page > APART) break
    const strip = edge.strips.find((one) => one.side === side && run.some((part) => isBeside(one, part.strip)))
    if (strip) run.push({ edge, strip })
  }
  return run
}

/** Most of the one lies as high as the other. */
const isBeside = (a: Strip, b: Strip): boolean =>
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.7 * Math.min(a.bottom - a.top, b.bottom - b.top)

const [SMALLEST, LARGEST] = [26, 62]

function sealOf(run: readonly Part[], side: Strip['side']): SeenSeal | undefined {
  const [first] = run
  const top = Math.min(...run.map(({ strip }) => strip.top))
  const high = Math.max(...run.map(({ strip }) => strip.bottom)) - top
  if (!first || high < SMALLEST || high > LARGEST) return undefined
  const fits = [laid(run, 0), laid(run, mean(run.map(({ strip }) => strip.width)))]
    .filter(({ wide }) => wide >= 0.6 * high && wide <= 1.4 * high)
    .map(({ wide, places }) => mean(misfits(run, places, wide, high)) / high)
  const off = Math.min(...fits)
  if (fits.length === 0 || off > MISFIT) return undefined
  const { edge, strip } = first
  const left = side === 'right' ? edge.width - strip.margin - strip.width : strip.margin
  return {
    page: edge.page,
    pages: run.map((one) => one.edge.page),
    kind: 'half',
    box: {
      x: hundredths(left / edge.width),
      y: hundredths(strip.top / edge.height),
      width: hundredths(strip.width / edge.width),
      height: hundredths((strip.bottom - strip.top) / edge.height),
    },
    sizeMm: Math.round(high),
    certainty: hundredths(0.95 - off),
  }
}

/** Of the height of the seal, how far its strips may be from the circle. */
const MISFIT = 0.22

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

const hundredths = (value: number): number => Math.round(value * 100) / 100

/** Where each strip begins when they are laid side by side, with so much left free for each page between them. */
function laid(run: readonly Part[], between: number): { readonly wide: number; readonly places: readonly number[] } {
  const places: number[] = []
  let [wide, page] = [0, run[0]?.edge.page ?? 0]
  for (const { edge, strip } of run) {
    wide += between * Math.max(0, edge.page - page - 1)
    places.push(wide)
    wide += strip.width
    page = edge.page
  }
  return { wide, places }
}

/** How much higher or lower each strip is than the circle at its place. */
function misfits(run: readonly Part[], places: readonly number[], wide: number, high: number): number[] {
  return run.map(({ strip }, at) => {
    const from = (places[at] ?? 0) - wide / 2
    const to = from + strip.width
    const nearest = from <= 0 && to >= 0 ? 0 : Math.min(Math.abs(from), Math.abs(to)) / (wide / 2)
    return Math.abs(strip.bottom - strip.top - high * Math.sqrt(Math.max(0, 1 - nearest ** 2)))
  })
}

/** Whether what was seen on one page is a part of this one. */
export const isPartOf = (seal: SeenSeal, fan: SeenSeal): boolean =>
  seal.kind === 'half' &&
  (fan.pages ?? []).includes(seal.page) &&
  seal.box.x > 0.5 === fan.box.x > 0.5 &&
  Math.min(seal.box.y + seal.box.height, fan.box.y + fan.box.height) > Math.max(seal.box.y, fan.box.y)
