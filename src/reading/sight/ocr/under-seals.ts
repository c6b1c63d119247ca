import { around, type Box, cut, overlap, type Pixels } from '../render/pixels.ts'
import { divided, type RuledPage } from './ruled-page.ts'
import { boxOf, type Models, moved, type Word } from './words.ts'

/**
 * Reads what stands under red seals. In the red channel a red seal is as light as the paper, while ink stays dark: there
 * the day under the seal is whole, which in colour reads `2020 -15`.
 */
export async function underSeals(
  models: Models,
  page: RuledPage,
  words: readonly Word[],
  seals: readonly Box[],
): Promise<readonly Word[]> {
  let all = words
  for (const seal of seals) all = await underSeal(models, page, all, seal)
  return all
}

const MARGIN = 12

async function underSeal(models: Models, page: RuledPage, words: readonly Word[], seal: Box): Promise<readonly Word[]> {
  const covered = words.filter(({ quad }) => overlap(boxOf(quad), seal) > 0.05)
  const region = inside(around([seal, ...covered.map(({ quad }) => boxOf(quad))]), page.pixels)
  const bare = withoutRed(cut(page.pixels, region))
  const seen = (await models.find(bare)).map((quad) => moved(quad, region.x, region.y))
  const quads = divided(seen, page.frames).map((quad) => moved(quad, -region.x, -region.y))
  const found = (await models.read(bare, quads))
    .map((word) => ({ ...word, quad: moved(word.quad, region.x, region.y) }))
    .filter(
      ({ quad, certainty }) =>
        certainty >= 0.5 && overlap(boxOf(quad), around([seal, ...covered.map((word) => boxOf(word.quad))])) > 0.5,
    )

  const kept = covered.filter((word) => !isReadBetter(word, found) && !isOfSeal(word, seal))
  const added = found.filter(({ quad }) => {
    const box = boxOf(quad)
    return !kept.some((word) => overlap(boxOf(word.quad), box) > 0.5) && touches(box, [seal, ...covered])
  })
  const others = words.filter((word) => !covered.includes(word))
  return [
    ...others,
    ...kept,
    ...added.filter((word) => !others.some((other) => overlap(boxOf(other.quad), boxOf(word.quad)) > 0.5)),
  ]
}

const touches = (box: Box, [seal, ...covered]: readonly [Box, ...Word[]]): boolean =>
  overlap(box, seal) > 0.05 || covered.some(({ quad }) => overlap(boxOf(quad), box) > 0.5)

function isReadBetter(word: Word, found: readonly Word[]): boolean {
  const same = found.filter(({ quad }) => overlap(boxOf(quad), boxOf(word.quad)) > 0.5)
  return same.some(
    ({ certainty, text }) => certainty >= 0.9 || (certainty >= word.certainty && text.length >= word.text.length),
  )
}

/** The seal's own bent letters come out as noise. */
const isOfSeal = ({ quad, certainty }: Word, seal: Box): boolean => certainty < 0.9 && overlap(boxOf(quad), seal) > 0.8

function inside({ x, y, width, height }: Box, page: Pixels): Box {
  const left = Math.max(0, Math.floor(x) - MARGIN)
  const top = Math.max(0, Math.floor(y) - MARGIN)
  return {
    x: left,
    y: top,
    width: Math.min(page.width, Math.ceil(x + width) + MARGIN) - left,
    height: Math.min(page.height, Math.ceil(y + height) + MARGIN) - top,
  }
}

/** Grey of the red channel alone, with everything from a faint red upwards as white as paper. */
function withoutRed({ width, height, data }: Pixels): Pixels {
  const out = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at += 3) out.fill(Math.min(255, Math.round((data[at]! * 255) / 195)), at, at + 3)
  return { width, height, data: out }
}
