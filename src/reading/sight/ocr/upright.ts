import { type Pixels, type Turn, turned } from '../render/pixels.ts'
import { findOn, type RuledPage, ruledPage } from './ruled-page.ts'
import { boxOf, type Models, type Quad, sureness, type Word } from './words.ts'

export type Upright = { readonly page: RuledPage; readonly rotation: Turn; readonly words: readonly Word[] }

const SURE = 0.8

/**
 * Reads a page whichever way it lies. An upright page is read once and costs nothing more; only where the reading is
 * doubtful, or the text stands in columns, some of it is tried the other way round.
 */
export async function upright(models: Models, pixels: Pixels): Promise<Upright> {
  const page = ruledPage(pixels)
  const quads = await findOn(models, page)
  const sideways = area(quads, isTall) > area(quads, isWide)
  const words = sideways ? [] : await models.read(page.pixels, quads)
  if (!sideways && (words.length === 0 || sureness(words) >= SURE)) return { page, rotation: 0, words }

  const rotation = await best(models, pixels, sideways ? [90, 270, 0] : [0, 180])
  if (rotation === 0) return { page, rotation, words: sideways ? await models.read(page.pixels, quads) : words }
  const right = ruledPage(turned(pixels, rotation))
  return { page: right, rotation, words: await models.read(right.pixels, await findOn(models, right)) }
}

const isTall = (quad: Quad): boolean => boxOf(quad).height > 1.5 * boxOf(quad).width
const isWide = (quad: Quad): boolean => boxOf(quad).width > 1.5 * boxOf(quad).height

function area(quads: readonly Quad[], counts: (quad: Quad) => boolean): number {
  return quads.filter(counts).reduce((sum, quad) => sum + boxOf(quad).width * boxOf(quad).height, 0)
}

/** The way round in which a sample reads best; the first one wins a tie. */
async function best(models: Models, pixels: Pixels, turns: readonly Turn[]): Promise<Turn> {
  let [found, most] = [turns[0] ?? 0, -1]
  for (const turn of turns) {
    const page = turned(pixels, turn)
    const certainty = sureness(await models.read(page, sample(await models.find(page))))
    if (certainty > most + 0.05) [found, most] = [turn, certainty]
  }
  // Nothing reads well either way: columns of vertical writing, or no text at all.
  return most < 0.6 ? 0 : found
}

/** Big pieces, but not the biggest: those are letterheads and pictures. */
function sample(quads: readonly Quad[]): Quad[] {
  const size = (quad: Quad) => boxOf(quad).width * boxOf(quad).height
  const sorted = quads.toSorted((a, b) => size(b) - size(a))
  return sorted.length < 8 ? sorted.slice(0, 4) : sorted.slice(3, 7)
}
