import type { Format, Note, Reading } from '../core/evidence.ts'
import type { ProblemCode } from '../core/problem.ts'
import type { SeenPage } from './sight/ocr/clear.ts'

/** `auto` recognises only pages without usable text. */
export const OCR_MODES = ['auto', 'off', 'all'] as const
export type OcrMode = (typeof OCR_MODES)[number]

/** `onPage` is called before each page of work; it is how a long read shows that it is alive. Pages from 1. */
export type ReadOptions = {
  readonly ocr: OcrMode
  /** What the file's name ends in: a hint for what to tell of a file that nothing knows. */
  readonly extension?: string
  readonly onPage?: (page: number, pages: number) => void
  readonly steps?: Steps
}

/**
 * A long read goes page by page, and what it has done outlasts the process it is done in: where that has to be ended,
 * another goes on from there, and passes over the page that ended two of them.
 */
export type Steps = {
  /** Asked before a page's own text is read. Whether it is passed over, and why. */
  text(page: number): ProblemCode | undefined
  /** What an earlier process saw of a page. */
  seen(page: number): SeenPage | undefined
  /** Whether a page is not to be looked at again, and why. */
  passed(page: number): ProblemCode | undefined
  keep(page: number, seen: SeenPage): void
}

/** One reader a format: bytes → passages and tables with places. It knows no path and no clock. */
export type Reader = {
  readonly name: string
  /** Raised whenever the same bytes may give another reading; part of the cache key. */
  readonly version: number
  readonly formats: readonly Format[]
  /** Throws `Unreadable` for what is the file's fault; anything else that is thrown is told as ours. */
  read(bytes: Uint8Array, format: Format, options?: ReadOptions): Promise<Reading>
}

/** A file that cannot be read, and why, in a plain Chinese sentence with the next step. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly code: ProblemCode

  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export const NOTHING: Reading = {
  extent: 'unread',
  pages: 0,
  pagesRead: 0,
  passages: [],
  tables: [],
  properties: {},
  notes: [],
}

/** A reading of which nothing was missed. */
export function whole(found: Partial<Reading>): Reading {
  const pages = found.pages ?? 1
  return { ...NOTHING, extent: 'whole', pages, pagesRead: pages, ...found }
}

export const note = (code: Note['code'], message: string, at?: Note['at']): Note => ({
  code,
  message,
  ...(at && { at }),
})
