import type { ReadOptions } from '../../reader.ts'
import { pdfium, pdfjs, type Renderer } from '../render/pdf-pages.ts'
import { lookClosely, type SeenPage } from './clear.ts'
import type { OcrEngine } from './engine.ts'
import { ocrEngine } from './open.ts'

/** `engine` is null where nothing was looked at. A page that could not be drawn is not among `pages`. */
export type Looked = { readonly engine: string | null; readonly pages: ReadonlyMap<number, SeenPage> }

/** Draws and reads these pages, one after the other, so that memory holds one of them at a time. */
export async function lookAtPages(
  bytes: Uint8Array,
  wanted: readonly number[],
  onPage: (page: number) => void,
  steps?: ReadOptions['steps'],
): Promise<Looked> {
  const pages = new Map<number, SeenPage>()
  const engine = wanted.length > 0 ? await ocrEngine() : undefined
  if (!engine) return { engine: null, pages }

  const renderer = await rendererOf(bytes)
  const seenNow = async (page: number) => {
    onPage(page)
    const seen = await seenOn(engine, renderer, page)
    if (seen) steps?.keep(page, seen)
    return seen
  }
  try {
    for (const page of wanted) {
      const seen = steps?.seen(page) ?? (steps?.passed(page) ? undefined : await seenNow(page))
      if (seen) pages.set(page, seen)
    }
  } finally {
    await renderer.close()
  }
  return { engine: engine.version, pages }
}

async function rendererOf(bytes: Uint8Array): Promise<Renderer> {
  try {
    return await pdfium(bytes)
  } catch {
    // Not installed, or a file that only pdf.js can mend.
    return pdfjs(bytes)
  }
}

/** A page that cannot be drawn stays unread and must not cost the other pages. */
async function seenOn(engine: OcrEngine, renderer: Renderer, page: number): Promise<SeenPage | undefined> {
  try {
    const { pixels, mm } = await renderer.page(page)
    return await lookClosely(engine, pixels, mm, page)
  } catch {
    return undefined
  }
}
