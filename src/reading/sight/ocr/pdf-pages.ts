import { pdfium, pdfjs, type Renderer } from '../render/pdf-pages.ts'
import { type Clarity, lookClosely } from './clear.ts'
import type { OcrEngine } from './engine.ts'
import type { Seen } from './look.ts'
import { ocrEngine } from './open.ts'

/** `engine` is null where nothing was looked at. A page that could not be drawn is not among `pages`. */
export type Looked = { readonly engine: string | null; readonly pages: ReadonlyMap<number, Seen & Clarity> }

/** Draws and reads these pages, one after the other, so that memory holds one of them at a time. */
export async function lookAtPages(
  bytes: Uint8Array,
  wanted: readonly number[],
  onPage: (page: number) => void,
): Promise<Looked> {
  const pages = new Map<number, Seen & Clarity>()
  const engine = wanted.length > 0 ? await ocrEngine() : undefined
  if (!engine) return { engine: null, pages }

  const renderer = await rendererOf(bytes)
  try {
    for (const page of wanted) {
      onPage(page)
      const seen = await seenOn(engine, renderer, page)
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
async function seenOn(engine: OcrEngine, renderer: Renderer, page: number): Promise<(Seen & Clarity) | undefined> {
  try {
    const { pixels, mm } = await renderer.page(page)
    return await lookClosely(engine, pixels, mm, page)
  } catch {
    return undefined
  }
}
