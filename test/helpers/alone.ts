import { mkdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { PLACE } from './temporary.ts'

/**
 * Does something while no other process of this run does what has the same name: what is made once and kept is otherwise
 * made by two test files at the same moment.
 */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Outside of a run nobody else is there.
  if (!basename(tmpdir()).startsWith(PLACE)) return work()
  const lock = join(tmpdir(), `alone-${name.replaceAll(/[/\\]/g, '-')}`)
  while (!taken(lock)) await setTimeout(100)
  try {
    return await work()
  } finally {
    rmdirSync(lock)
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
