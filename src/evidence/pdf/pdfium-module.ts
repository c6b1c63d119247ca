// The functions of PDFium that are called here, by the names under which its WebAssembly has them: public/fpdf*.h of
// PDFium says what they do. All take and give numbers, which may be handles or places in its memory.
const CALLS = [
  '_malloc',
  '_free',
  '_FPDF_InitLibrary',
  '_FPDF_LoadMemDocument',
  '_FPDF_CloseDocument',
  '_FPDF_GetLastError',
  '_FPDF_GetPageCount',
  '_FPDF_GetMetaText',
  '_FPDF_LoadPage',
  '_FPDF_ClosePage',
  '_FPDFPage_GetRotation',
  '_FPDFPage_CountObjects',
  '_FPDFPage_GetObject',
  '_FPDFPage_GetAnnotCount',
  '_FPDFPage_GetAnnot',
  '_FPDFPage_CloseAnnot',
  '_FPDFAnnot_GetSubtype',
  '_FPDFAnnot_HasKey',
  '_FPDFPageObj_GetType',
  '_FPDFPageObj_GetBounds',
  '_FPDFPageObj_GetMatrix',
  '_FPDFFormObj_CountObjects',
  '_FPDFFormObj_GetObject',
  '_FPDFTextObj_GetFont',
  '_FPDFTextObj_GetTextRenderMode',
  '_FPDFFont_GetIsEmbedded',
  '_FPDFFont_GetBaseFontName',
  '_FPDFPath_GetDrawMode',
  '_FPDFPath_CountSegments',
  '_FPDFPath_GetPathSegment',
  '_FPDFPathSegment_GetType',
  '_FPDFPathSegment_GetPoint',
  '_FPDFPathSegment_GetClose',
  '_FPDFText_LoadPage',
  '_FPDFText_ClosePage',
  '_FPDFText_CountChars',
  '_FPDFText_GetUnicode',
  '_FPDFText_HasUnicodeMapError',
  '_FPDFText_IsGenerated',
  '_FPDFText_IsHyphen',
  '_FPDFText_GetCharOrigin',
  '_FPDFText_GetLooseCharBox',
  '_FPDFText_GetFontSize',
  '_FPDFText_GetMatrix',
] as const

/** Its memory is seen through other arrays whenever it has grown: they are not to be kept. */
const VIEWS = ['HEAPU8', 'HEAP32', 'HEAPF32', 'HEAPF64'] as const

export type Pdfium = Readonly<Record<(typeof CALLS)[number], (...given: readonly number[]) => number>> & {
  readonly HEAPU8: Uint8Array
  readonly HEAP32: Int32Array
  readonly HEAPF32: Float32Array
  readonly HEAPF64: Float64Array
}

let kept: Promise<Pdfium> | undefined

/** The PDFium of this process: to open another costs as much as ten pages. Rejects where it is not installed. */
export function openPdfium(): Promise<Pdfium> {
  kept ??= opened()
  return kept
}

/** After a fault nothing in its memory is to be trusted any more. */
export function forgetPdfium(): void {
  kept = undefined
}

const MOST_KEPT = 128 * 1024 * 1024

/** Its memory grows and never shrinks: what a large document has left behind goes as a whole. */
export function leavePdfium({ HEAPU8 }: Pdfium): void {
  if (HEAPU8.length > MOST_KEPT) forgetPdfium()
}

async function opened(): Promise<Pdfium> {
  const { PDFiumModule } = await import('@hyzyla/pdfium')
  const module: unknown = await PDFiumModule({})
  if (!isPdfium(module)) throw new Error('this PDFium lacks functions that are needed')
  module._FPDF_InitLibrary()
  return module
}

const isPdfium = (value: unknown): value is Pdfium =>
  typeof value === 'object' &&
  value !== null &&
  CALLS.every((name) => typeof Reflect.get(value, name) === 'function') &&
  VIEWS.every((name) => ArrayBuffer.isView(Reflect.get(value, name)))
