import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The installed version of a package; most packages do not export their package.json, so it is looked for upwards. */
export function versionOf(name: string, entry: string = name): string {
  let folder = dirname(createRequire(import.meta.url).resolve(entry))
  for (;;) {
    const stated = statedIn(join(folder, 'package.json'), name)
    if (stated) return stated
    if (dirname(folder) === folder) return '?'
    folder = dirname(folder)
  }
}

function statedIn(file: string, name: string): string | undefined {
  try {
    const stated: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof stated !== 'object' || stated === null || !('name' in stated) || !('version' in stated)) return undefined
    return stated.name === name ? String(stated.version) : undefined
  } catch {
    return undefined
  }
}
