import type { Format } from '../../../core/evidence.ts'
import { type ReadOptions, Unreadable } from '../../reader.ts'
import { type Picture, picture } from '../render/picture.ts'
import { type Clarity, lookClosely } from './clear.ts'
import { type Seen, widthInMm } from './look.ts'
import { ocrEngine } from './open.ts'

/** `seen` lacks the pages that could not be shown; it is empty where the whole picture is damaged. */
export type LookedAt = {
  readonly engine: string
  readonly pages: number
  readonly seen: readonly (Seen & Clarity & { readonly page: number })[]
}

/** Reads a picture page by page. Undefined where no engine is installed. */
export async function lookAtPicture(
  bytes: Uint8Array,
  format: Format,
  { onPage }: Pick<ReadOptions, 'onPage'>,
): Promise<LookedAt | undefined> {
  const engine = await ocrEngine()
  if (!engine) return undefined
  const shown = await opened(bytes, format)
  const seen: LookedAt['seen'][number][] = []
  for (let page = 1; shown && page <= shown.pages; page++) {
    onPage?.(page, shown.pages)
    const pixels = await shown.page(page).catch(() => undefined)
    if (pixels) seen.push({ page, ...(await lookClosely(engine, pixels, widthInMm(pixels), page)) })
  }
  return { engine: engine.version, pages: shown?.pages ?? 1, seen }
}

async function opened(bytes: Uint8Array, format: Format): Promise<Picture | undefined> {
  try {
    return await picture(bytes, format)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    return undefined
  }
}
