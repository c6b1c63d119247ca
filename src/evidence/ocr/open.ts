import type { OcrEngine } from './engine.ts'
import { paddle } from './paddle.ts'

let opened: Promise<OcrEngine | undefined> | undefined

/** The engine of this process, opened when a first picture asks for it. Undefined where its packages are not installed. */
export function ocrEngine(): Promise<OcrEngine | undefined> {
  opened ??= withPictures().catch(() => undefined)
  return opened
}

/** An engine without the package that opens pictures would take every picture for a damaged one. */
async function withPictures(): Promise<OcrEngine> {
  await import('sharp')
  return paddle()
}
