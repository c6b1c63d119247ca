import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import glob from 'fast-glob'
import type { TestProject } from 'vitest/node'

/** Where the sources lie built while they are tested. */
export const PLACE = '.cache/built'

/**
 * From the sources each command parses the whole system, and each reader process starts by translating what it is made
 * of: several hundred times in one run, for longer than most tests take. So both are made once by the build itself, and
 * anew as soon as a byte of what goes into it has changed.
 */
export function setup(project: TestProject): void {
  build()
  project.onTestsRerun(build)
}

function build(): void {
  const code = codeOf()
  const mark = join(PLACE, 'code')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === code) return
  const fresh = `${PLACE}-${process.pid}`
  const { status, stderr } = spawnSync(process.execPath, ['build.js', fresh], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  writeFileSync(join(fresh, 'code'), code)
  rmSync(PLACE, { recursive: true, force: true })
  renameSync(fresh, PLACE)
}

function codeOf(): string {
  const hash = createHash('sha256')
  const files = glob.sync(['src/**/*.ts', 'words/*', 'indicators/**/*', 'build.js', 'package.json'])
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest('hex')
}
