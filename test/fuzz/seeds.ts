import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import glob from 'fast-glob'
import { isLitter } from '../../src/reading/folder/names.ts'
import type { Seed } from './mutants.ts'

/** The fixtures' real files, a few of each ending, always the same ones. */
export function seedsFrom(folders: readonly string[], each: number): Seed[] {
  const byEnding = new Map<string, Seed[]>()
  const patterns = folders.map((folder) => `${glob.escapePath(folder)}/**/*`)
  for (const path of glob.sync(patterns, { dot: false }).sort()) {
    const ending = extname(path).toLowerCase()
    const known = byEnding.get(ending) ?? []
    const bytes = readFileSync(path)
    if (!isLitter(basename(path)) && known.length < each && bytes.length > 0 && bytes.length < 3_000_000)
      byEnding.set(ending, [...known, { name: `${basename(path, extname(path)).slice(0, 20)}${ending}`, bytes }])
  }
  return [...byEnding.values()].flat()
}
