import { openParser } from '../../formats/pdf/pdfjs.ts'
import { optional } from '../../own/packages.ts'
import { picture } from './picture.ts'
import type { Pixels } from './pixels.ts'

/** One page as a printer would put it on paper. `mm` is the paper's width. */
export type Rendered = { readonly pixels: Pixels; readonly mm: number }

/** Draws pages of one document, one at a time; nothing of a page stays behind. */
export type Renderer = {
  readonly name: string
  /** Pages from 1. The page's own turn is honoured. `dpi` is what is tried for. */
  page(number: number, dpi?: number): Promise<Rendered>
  close(): Promise<void>
}

const DPI = 150
/** Pages made by scanning programs may be as small as a stamp or metres wide: these keep their text legible and memory bounded. */
const [SHORTEST, LONGEST] = [1754, 4000]

/** How many pixels a point (1/72 inch) of a page of this size becomes. */
export function scaleOf(width: number, height: number, dpi: number = DPI): number {
  const long = Math.max(width, height, 1)
  return Math.min(LONGEST, Math.max((SHORTEST * dpi) / DPI, (long * dpi) / 72)) / long
}

/** PDFium: six times as fast as pdf.js, and it draws fonts that are not embedded. Throws where it is not installed. */
export async function pdfium(bytes: Uint8Array): Promise<Renderer> {
  // A library of its own for each document: its memory only ever grows.
  const library = await optional('@hyzyla/pdfium', async () => (await import('@hyzyla/pdfium')).PDFiumLibrary.init())
  const document = await library.loadDocument(bytes)
  return {
    name: 'pdfium',
    async page(number, dpi) {
      const page = document.getPage(number - 1)
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const { width, height, data } = await page.render({
        scale: scaleOf(originalWidth, originalHeight, dpi),
        render: 'bitmap',
        // Electronic seals are drawn by signature fields.
        renderFormFields: true,
      })
      return { pixels: { width, height, data: withoutAlpha(data) }, mm: (originalWidth * 25.4) / 72 }
    },
    async close() {
      document.destroy()
      library.destroy()
    },
  }
}

/** pdf.js, slower; for machines on which PDFium is not installed. */
export async function pdfjs(bytes: Uint8Array): Promise<Renderer> {
  const parser = await openParser(bytes)
  return {
    name: 'pdf.js',
    async page(number, dpi) {
      const { pages } = await parser.getInfo({ partial: [number], parsePageInfo: true })
      const { width: across = 595, height: down = 842 } = pages[0] ?? {}
      const scale = scaleOf(across, down, dpi)
      const shot = await parser.getScreenshot({ partial: [number], scale, imageDataUrl: false })
      const drawn = await picture(shot.pages[0]?.data ?? new Uint8Array(), 'png')
      return { pixels: await drawn.page(1), mm: (across * 25.4) / 72 }
    },
    close: () => parser.destroy(),
  }
}

function withoutAlpha(data: Uint8Array): Uint8Array {
  const out = new Uint8Array((data.length / 4) * 3)
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    out[to] = data[from]!
    out[to + 1] = data[from + 1]!
    out[to + 2] = data[from + 2]!
  }
  return out
}
