import type { ReadOptions } from '../../reader.ts'
import { pdfium, type Renderer } from '../render/pdf-pages.ts'
import { type Clarity, edgeOf } from './clear.ts'
import { type Seen, sealsSeen } from './look.ts'

/** What a page shows besides its text. */
export type Sealed = Pick<Seen, 'seals'> & Pick<Clarity, 'edge'>

/** Seals are sought at four pixels a millimetre. */
const DPI = 102

/** Seals stand at the end. A file with more pictures than this is a book of them. */
const MOST = 300

/**
 * Draws these pages and looks for seals, though their text is known: an electronic paper bears its seal as a picture. Of
 * what cannot be drawn, and without PDFium, nothing is told.
 */
export async function sealsOnPages(
  bytes: Uint8Array,
  wanted: readonly number[],
  onPage: (page: number) => void,
  steps?: ReadOptions['steps'],
): Promise<Sealed[]> {
  const renderer = wanted.length > 0 ? await pdfium(bytes).catch(() => undefined) : undefined
  if (!renderer) return []
  const found: Sealed[] = []
  try {
    for (const page of wanted.slice(-MOST)) {
      if (steps?.passed(page)) continue
      onPage(page)
      found.push(...(await sealsOnPage(renderer, page)))
    }
  } finally {
    await renderer.close()
  }
  return found
}

async function sealsOnPage(renderer: Renderer, page: number): Promise<Sealed[]> {
  try {
    const { pixels, mm } = await renderer.page(page, DPI)
    return [{ seals: sealsSeen(pixels, mm, page), edge: edgeOf(pixels, mm, page) }]
  } catch {
    return []
  }
}
