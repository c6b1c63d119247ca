import { optional } from '../../own/packages.ts'

// The functions of PDFium that are called here, by the names under which its WebAssembly has them: public/fpdf*.h of
// PDFium says what they do. All take and give numbers, which may be handles or places in its memory.
const CALLS = [
  'malloc',
  'free',
  'FPDF_InitLibrary',
  'FPDF_LoadMemDocument',
  'FPDF_CloseDocument',
  'FPDF_GetLastError',
  'FPDF_DocumentHasValidCrossReferenceTable',
  'FPDF_GetPageCount',
  'FPDF_GetMetaText',
  'FPDFDoc_GetAttachmentCount',
  'FPDFDoc_GetAttachment',
  'FPDFAttachment_GetName',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageWidthF',
  'FPDF_GetPageHeightF',
  'FPDFPage_GetRotation',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFAnnot_GetSubtype',
  'FPDFAnnot_HasKey',
  'FPDFAnnot_GetRect',
  'FPDFAnnot_GetStringValue',
  'FPDFAnnot_GetFormFieldType',
  'FPDFAnnot_GetFormFieldValue',
  'FPDFDOC_InitFormFillEnvironment',
  'FPDFDOC_ExitFormFillEnvironment',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetStrokeColor',
  'FPDFPageObj_GetMatrix',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFTextObj_GetFont',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFFont_GetIsEmbedded',
  'FPDFFont_GetBaseFontName',
  'FPDFPath_GetDrawMode',
  'FPDFPath_CountSegments',
  'FPDFPath_GetPathSegment',
  'FPDFPathSegment_GetType',
  'FPDFPathSegment_GetPoint',
  'FPDFPathSegment_GetClose',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetText',
  'FPDFText_GetUnicode',
  'FPDFText_HasUnicodeMapError',
  'FPDFText_IsGenerated',
  'FPDFText_IsHyphen',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetCharAngle',
  'FPDFText_GetFillColor',
  'FPDFText_GetFontSize',
  'FPDFText_GetMatrix',
] as const

type Calls = Readonly<Record<(typeof CALLS)[number], (...given: readonly number[]) => number>>

const VIEWS = ['HEAPU8', 'HEAP32', 'HEAPF32', 'HEAPF64'] as const

/** PDFium's memory. Whenever it has grown it is seen through other arrays: they are not to be kept. */
type Heap = {
  readonly HEAPU8: Uint8Array
  readonly HEAP32: Int32Array
  readonly HEAPF32: Float32Array
  readonly HEAPF64: Float64Array
}

export type Pdfium = { readonly run: Calls; readonly heap: Heap }

let kept: Promise<Pdfium> | undefined

/** The PDFium of this process: to open another costs as much as ten pages. Rejects where it is not installed. */
export function openPdfium(): Promise<Pdfium> {
  kept ??= optional('@hyzyla/pdfium', opened).catch((error: unknown) => {
    forgetPdfium()
    throw error
  })
  return kept
}

/** After a fault nothing in its memory is to be trusted any more. */
export function forgetPdfium(): void {
  kept = undefined
}

const MOST_KEPT = 128 * 1024 * 1024

/** Its memory grows and never shrinks: what a large document has left behind goes as a whole. */
export function leavePdfium({ heap }: Pdfium): void {
  if (heap.HEAPU8.length > MOST_KEPT) forgetPdfium()
}

async function opened(): Promise<Pdfium> {
  const { PDFiumModule } = await import('@hyzyla/pdfium')
  // What it is given becomes the module itself.
  const heap: unknown = await PDFiumModule(quiet())
  // Not its own wrappers, which check on every call what they are given.
  const run: unknown = isObject(heap) ? Reflect.get(heap, 'wasmExports') : undefined
  if (!isHeap(heap) || !isCalls(run)) throw new Error('this PDFium lacks functions that are needed')
  bound(Reflect.get(run, 'memory'))
  run.FPDF_InitLibrary()
  return { run, heap }
}

const quiet = (): { wasmBinary?: ArrayBuffer; print: () => void; printErr: () => void } => ({
  print() {},
  printErr() {},
})

const MB = (1024 * 1024) / 65_536
const MOST_PAGES = 1024 * MB

/** What one page may add: three times what 200,000 drawn lines take. Forms within forms take all there is, in seconds. */
const MOST_FOR_PAGE = 384 * MB
let allowed = MOST_PAGES

/** Forms within forms can ask for all there is: PDFium gives up at a gigabyte, long before the process has to be ended. */
function bound(memory: unknown): void {
  if (!isMemory(memory)) throw new Error('this PDFium has no memory')
  const grow = memory.grow.bind(memory)
  Object.defineProperty(memory, 'grow', {
    value: (pages: number) => {
      if (memory.buffer.byteLength / 65_536 + pages > allowed) throw new RangeError('PDFium has taken its share')
      return grow(pages)
    },
  })
}

/** Loads a page, which may not take more memory than pages do. */
export function loadPage({ run, heap }: Pdfium, document: number, index: number): number {
  allowed = Math.min(MOST_PAGES, heap.HEAPU8.length / 65_536 + MOST_FOR_PAGE)
  try {
    return run.FPDF_LoadPage(document, index)
  } finally {
    allowed = MOST_PAGES
  }
}

/** Memory of PDFium for as long as it is used. */
export function inMemory<T>({ run }: Pdfium, size: number, use: (at: number) => T): T {
  const at = run.malloc(size)
  if (at === 0) throw new Error('PDFium is out of memory')
  try {
    return use(at)
  } finally {
    run.free(at)
  }
}

/** A text of two bytes a sign, which is asked for twice: for its length with its end in bytes, and then to be written. */
export function textFrom(m: Pdfium, ask: (at: number, size: number) => number): string {
  const size = ask(0, 0)
  if (size <= 2) return ''
  return inMemory(m, size, (at) => {
    ask(at, size)
    return utf16(m, at, size - 2)
  })
}

export const utf16 = ({ heap }: Pdfium, at: number, size: number): string =>
  Buffer.from(heap.HEAPU8.buffer, at, size).toString('utf16le')

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isMemory = (value: unknown): value is { buffer: ArrayBuffer; grow(pages: number): number } =>
  isObject(value) && 'buffer' in value && 'grow' in value && typeof value.grow === 'function'

const isCalls = (value: unknown): value is Calls =>
  isObject(value) && CALLS.every((name) => typeof Reflect.get(value, name) === 'function')

const isHeap = (value: unknown): value is Heap =>
  isObject(value) && VIEWS.every((name) => ArrayBuffer.isView(Reflect.get(value, name)))
