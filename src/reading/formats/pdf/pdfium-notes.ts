import type { Word } from '../tables/page-words.ts'
import { type Matrix, pointOn } from '../tables/rulings.ts'
import { filledAt } from './engine.ts'
import { type Pdfium, textFrom } from './pdfium-module.ts'

/** What lies on top of a page. `filled`: what was written into its form. `shown`: it has a picture of its own. */
export type Notes = { readonly filled: readonly Word[]; readonly shown: boolean }

// FPDF_ANNOT_*.
const [LINK, FREE_TEXT, WIDGET] = [2, 3, 20]
// FPDF_FORMFIELD_*: a box to choose from, a list to choose from, a text.
const WRITTEN: readonly number[] = [4, 5, 6]
const BUTTONS: readonly number[] = [1, 2, 3]

/** `form` opens the document's form; `room` is memory of PDFium for 64 bytes. */
export function notesOn(m: Pdfium, page: number, form: () => number, turn: Matrix, room: number): Notes {
  const filled: Word[] = []
  let shown = false
  const count = m.run.FPDFPage_GetAnnotCount(page)
  for (let at = 0; at < count; at++) {
    const note = m.run.FPDFPage_GetAnnot(page, at)
    if (note === 0) continue
    const kind = m.run.FPDFAnnot_GetSubtype(note)
    const text = textOf(m, note, kind, form, room)
    if (text) filled.push(filledAt(text, cornersOf(m, note, turn, room)))
    else if (text === undefined && kind !== LINK) shown ||= has(m, note, 'AP', room)
    m.run.FPDFPage_CloseAnnot(note)
  }
  return { filled, shown }
}

/** Undefined where none can be. */
function textOf(m: Pdfium, note: number, kind: number, form: () => number, room: number): string | undefined {
  if (kind === FREE_TEXT) {
    named(m, 'Contents', room)
    return textFrom(m, (at, size) => m.run.FPDFAnnot_GetStringValue(note, room, at, size))
  }
  if (kind !== WIDGET) return undefined
  const type = m.run.FPDFAnnot_GetFormFieldType(form(), note)
  if (!WRITTEN.includes(type)) return BUTTONS.includes(type) ? '' : undefined
  return textFrom(m, (at, size) => m.run.FPDFAnnot_GetFormFieldValue(form(), note, at, size))
}

function cornersOf(m: Pdfium, note: number, turn: Matrix, room: number): [number, number, number, number] {
  m.run.FPDFAnnot_GetRect(note, room)
  const [left = 0, top = 0, right = 0, bottom = 0] = m.heap.HEAPF32.subarray(room / 4, room / 4 + 4)
  return [...pointOn(turn, left, bottom), ...pointOn(turn, right, top)]
}

function has(m: Pdfium, note: number, key: string, room: number): boolean {
  named(m, key, room)
  return m.run.FPDFAnnot_HasKey(note, room) === 1
}

const named = (m: Pdfium, key: string, room: number): void => m.heap.HEAPU8.set(Buffer.from(`${key}\0`, 'latin1'), room)

export type Form = { readonly handle: number; readonly close: () => void }

// FPDF_FORMFILLINFO: its version, and callbacks of which none is wanted.
const [SIZE, VERSION] = [256, 2]

/** Fields tell their values only through the form they belong to. */
export function openForm(m: Pdfium, document: number): Form {
  const info = m.run.malloc(SIZE)
  if (info === 0) throw new Error('PDFium is out of memory')
  m.heap.HEAPU8.fill(0, info, info + SIZE)
  m.heap.HEAP32[info / 4] = VERSION
  const handle = m.run.FPDFDOC_InitFormFillEnvironment(document, info)
  return {
    handle,
    close() {
      m.run.FPDFDOC_ExitFormFillEnvironment(handle)
      m.run.free(info)
    },
  }
}
