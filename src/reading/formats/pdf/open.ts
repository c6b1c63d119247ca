import { lettersIn } from '../shared/letters.ts'
import type { PdfDocument, PdfPage } from './engine.ts'
import { pdfium } from './pdfium.ts'
import { pdfjs } from './pdfjs.ts'

/**
 * PDFium reads first. What it refuses, cannot read or has doubts about is read by pdf.js, which is opened only then and
 * has the last word on why a file cannot be read at all.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const first = await orNothing(pdfium(bytes))
  if (!first?.pages) {
    await orNothing(first?.close())
    return pdfjs(bytes)
  }
  let second: Promise<PdfDocument> | undefined
  const other = () => {
    second ??= pdfjs(bytes)
    return second
  }
  const more = first.mended ? await orNothing(other()) : undefined
  return {
    pages: Math.max(first.pages, more?.pages ?? 0),
    mended: first.mended,
    info: async () => (await orNothing(first.info())) ?? (await other()).info(),
    attached: async () => (await orNothing(first.attached())) ?? (await other()).attached(),
    async page(number) {
      const page = await orNothing(first.page(number))
      if (page && !page.doubt && !first.mended) return page
      const again = await orNothing(other().then((document) => document.page(number)))
      const better = page && again ? betterOf(page, again) : (page ?? again)
      if (!better) throw new Error(`neither engine reads page ${number}`)
      return {
        ...better,
        ...(page?.pictured && { pictured: true }),
        ...(page?.doubt === 'laid' && { doubt: 'laid' }),
      }
    },
    async close() {
      await orNothing(first.close())
      await orNothing(second?.then((document) => document.close()))
    },
  }
}

function betterOf(first: PdfPage, second: PdfPage): PdfPage {
  // Both took the same glyphs for characters that they are not: only the first knows.
  if (first.doubt === 'garbled' && folded(first) === folded(second)) return first
  const [letters, others] = [lettersIn(first.text), lettersIn(second.text)]
  const isSound = (page: PdfPage) => page.doubt !== 'garbled'
  if (isSound(first) === isSound(second)) return others >= letters ? second : first
  // What is sound and short may have passed over what the other could not make out.
  const [sound, other] = isSound(first) ? [first, second] : [second, first]
  return lettersIn(sound.text) * 2 >= lettersIn(other.text) ? sound : other
}

const folded = ({ text }: PdfPage): string => text.replace(/\s+/g, '')

async function orNothing<T>(promised: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await promised
  } catch {
    return undefined
  }
}
