import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { HOME } from '../core/home.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { hashOf } from './files.ts'
import type { Kinds } from './schemas/indicators.ts'

/**
 * Parsing some 4,500 lines of YAML takes 500 ms in a fresh process, loading and compiling the validator 250; reading the
 * resolved rule set back as JSON takes 20, with the hash. So the build writes it to `dist/systems/<folder>.json`, and loading takes it from there
 * as long as nothing that went into it has changed by a byte: the names and contents of the folder's files, what the kinds
 * declare, the tool's version. Anything else is parsed in full. From source there is no such folder, so nothing is stale.
 */
const FOLDER = new URL('./systems/', HOME)

type Compiled = { readonly key: string; readonly system: IndicatorSystem }

/** Names what a compiled system was made of. */
export function keyOf(files: ReadonlyMap<string, Buffer>, kinds: Kinds, version: string): string {
  return hashOf(files, JSON.stringify([version, Object.values(kinds).map(({ name, params }) => [name, params])]))
}

export const compiledFile = (folder: string, within: URL = FOLDER): URL =>
  new URL(`${encodeURIComponent(basename(resolve(folder)))}.json`, within)

export const written = (compiled: Compiled): string => `${JSON.stringify(compiled)}\n`

/** The one that was fetched last. Nobody changes a system, and what is derived from it is kept as long as it is. */
let last: { readonly text: string; readonly key: string; readonly system: IndicatorSystem } | undefined

/** Undefined where there is none, or it was made of something else. */
export async function fetched(file: URL, key: string): Promise<IndicatorSystem | undefined> {
  try {
    const text = await readFile(file, 'utf8')
    if (last?.key === key && last.text === text) return last.system
    const compiled: unknown = JSON.parse(text)
    if (!isCompiled(compiled) || compiled.key !== key) return undefined
    last = { text, key, system: compiled.system }
    return compiled.system
  } catch {
    // No build, or a broken one: the folder itself is the truth.
    return undefined
  }
}

const isCompiled = (value: unknown): value is Compiled =>
  typeof value === 'object' && value !== null && 'key' in value && 'system' in value
