import type { OcrEngine } from './engine.ts'
import { leave } from './leave.ts'
import { paddle } from './paddle.ts'

let opened: Promise<OcrEngine | undefined> | undefined

/**
 * The engine of this process, opened when a first picture asks for it. Undefined where its packages are not installed.
 * Recognition takes hundreds of times as long as anything else, so whoever asks may be told to come back later.
 */
export async function ocrEngine(): Promise<OcrEngine | undefined> {
  const threads = await leave()
  opened ??= withPictures(threads).catch(() => undefined)
  return opened
}

/** An engine without the package that opens pictures would take every picture for a damaged one. */
async function withPictures(threads: number): Promise<OcrEngine> {
  await import('sharp')
  return paddle({ threads })
}
