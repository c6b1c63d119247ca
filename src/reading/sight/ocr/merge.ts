import type { Note, Passage, SeenSeal } from '../../../core/evidence.ts'
import { bare } from '../../../language/text.ts'
import type { PageTable } from '../../formats/pdf/tables.ts'
import { note } from '../../reader.ts'
import { fannedSeals, isPartOf } from '../seals/fan.ts'
import type { Clarity } from './clear.ts'
import type { Seen } from './look.ts'

export const NO_ENGINE = '本机没有安装文字识别组件，可运行 audit doctor 查看'

export const NOTHING_SEEN = note(
  'no-text',
  '已作文字识别，没有认出文字（可能是照片、空白页，或字迹太淡）：需要文字内容的，请重新扫描或由人工核对',
)

/** The pages that nobody should trust the reading of. `what` is a page of which there is one. */
export function blurredNotes(pages: readonly number[], total: number, what: string): Note[] {
  const shown = pages.slice(0, 20).join('、') + (pages.length > 20 ? `等${pages.length}` : '')
  const which = total === 1 ? what : `第${shown}页`
  const [page] = pages
  return page === undefined
    ? []
    : [note('partly', `${which}模糊，文字可能认不全：请重新拍摄或扫描后放入`, total === 1 ? undefined : { page })]
}

/**
 * The passages of one page. Where the text layer is of no use, what was seen replaces it; where it is good, only what it
 * lacks is added, such as the words of a picture.
 */
export function together(
  layer: readonly Passage[],
  seen: Pick<Seen, 'passages'> | undefined,
  useless: boolean,
): readonly Passage[] {
  if (!seen || seen.passages.length === 0) return layer
  if (useless) return seen.passages
  const known = bare(layer.map(({ text }) => text).join(''))
  return [...layer, ...seen.passages.filter(({ text }) => !known.includes(bare(text)))]
}

/** The tables of one page: drawn lines with typed text are surer than what was recognised, unless that text is of no use. */
export function tablesTogether(
  layer: readonly PageTable[],
  seen: Pick<Seen, 'tables'> | undefined,
  useless: boolean,
): readonly PageTable[] {
  return seen && (useless || layer.length === 0) ? seen.tables : layer
}

/**
 * What was found is told in any case; that there is none only where every page was looked at and had colour. A seal
 * across the edges of several pages is one.
 */
export function sealsOn(
  pages: readonly (Pick<Seen, 'seals'> & Pick<Clarity, 'edge'>)[],
  total: number,
): readonly SeenSeal[] | null {
  const fanned = fannedSeals(pages.map(({ edge }) => edge))
  const alone = pages.flatMap(({ seals }) => seals ?? []).filter((seal) => !fanned.some((fan) => isPartOf(seal, fan)))
  const found = [...alone, ...fanned].sort((a, b) => a.page - b.page || a.box.y - b.box.y || a.box.x - b.box.x)
  const judged = pages.filter(({ seals }) => seals !== null).length
  return found.length > 0 || judged === total ? found : null
}
