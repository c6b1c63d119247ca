import { hasOptional } from '../../own/installed.ts'
import { lacking, optional } from '../../own/packages.ts'
import type { OcrEngine } from './engine.ts'
import { leave } from './leave.ts'
import { paddle } from './paddle.ts'

let opened: Promise<OcrEngine> | undefined

/**
 * The engine of this process, opened when a first picture asks for it. Undefined where its packages are not installed;
 * where they are and do not open, that is trouble of ours. Recognition takes hundreds of times as long as anything else,
 * so whoever asks may be told to come back later.
 */
export async function ocrEngine(): Promise<OcrEngine | undefined> {
  if (!hasOptional()) {
    lacking()
    return undefined
  }
  const threads = await leave()
  opened ??= withPictures(threads)
  try {
    return await optional('paddleocr', () => opened ?? withPictures(threads))
  } catch (error) {
    opened = undefined
    throw error
  }
}

/** An engine without the package that opens pictures would take every picture for a damaged one. */
async function withPictures(threads: number): Promise<OcrEngine> {
  await optional('sharp', () => import('sharp'))
  return paddle({ threads })
}
