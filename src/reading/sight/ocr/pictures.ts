import type { Format } from '../../../core/evidence.ts'
import type { ProblemCode } from '../../../core/problem.ts'
import { type ReadOptions, Unreadable } from '../../reader.ts'
import { type Picture, picture } from '../render/picture.ts'
import { lookClosely, type SeenPage } from './clear.ts'
import { widthInMm } from './look.ts'
import { ocrEngine } from './open.ts'
import type { Passed } from './passed.ts'

/** `seen` lacks the pages that could not be shown; it is empty where the whole picture is damaged. */
export type LookedAt = {
  readonly engine: string
  readonly pages: number
  readonly seen: readonly (SeenPage & { readonly page: number })[]
  readonly passed: Passed
}

/** Reads a picture page by page. Undefined where no engine is installed. */
export async function lookAtPicture(
  bytes: Uint8Array,
  format: Format,
  { onPage, steps }: Pick<ReadOptions, 'onPage' | 'steps'>,
): Promise<LookedAt | undefined> {
  const engine = await ocrEngine()
  if (!engine) return undefined
  const shown = await opened(bytes, format)
  const seen: LookedAt['seen'][number][] = []
  const passed = new Map<number, ProblemCode>()
  const seenNow = async (from: Picture, page: number) => {
    onPage?.(page, from.pages)
    const pixels = await from.page(page).catch(() => undefined)
    const one = pixels && (await lookClosely(engine, pixels, widthInMm(pixels), page))
    if (one) steps?.keep(page, one)
    return one
  }
  for (let page = 1; shown && page <= shown.pages; page++) {
    const why = steps?.passed(page)
    if (why) passed.set(page, why)
    const one = steps?.seen(page) ?? (why ? undefined : await seenNow(shown, page))
    if (one) seen.push({ page, ...one })
  }
  return { engine: engine.version, pages: shown?.pages ?? 1, seen, passed }
}

async function opened(bytes: Uint8Array, format: Format): Promise<Picture | undefined> {
  try {
    return await picture(bytes, format)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    return undefined
  }
}
