import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json: the same from the sources and from the bundle. */
export function root(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

export const TOOL = 'fazhi-audit'

export function version(): string {
  const found: unknown = JSON.parse(readFileSync(join(root(), 'package.json'), 'utf8'))
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : '0.0.0'
}

/** The indicator system that ships with the tool. */
export const shippedSystem = (): string => join(root(), 'indicators', 'zhaohua-2022')
