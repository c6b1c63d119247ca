import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Listen, LONGEST, QUIET, watching } from '../../src/cli/watch.ts'
import { UserError } from '../../src/core/problem.ts'

/** A folder whose changes the test makes, and an audit that takes until the test ends it. */
function watched() {
  const ends: (() => void)[] = []
  const controller = new AbortController()
  let heard = (_: string) => {}
  let broken = (_: Error) => {}
  let closed = 0
  const listen: Listen = (_, hear, fail) => {
    heard = hear
    broken = fail
    return () => void closed++
  }
  const again = vi.fn(() => new Promise<void>((resolve) => void ends.push(resolve)))
  const over = watching('区司法局', again, controller.signal, listen)
  return {
    again,
    over,
    change: (name = '28/台账.xlsx') => heard(name),
    fail: (error: Error) => broken(error),
    finish: async () => {
      ends.pop()?.()
      await vi.advanceTimersByTimeAsync(0)
    },
    stop: () => controller.abort(),
    closed: () => closed,
  }
}

const pass = (time: number) => vi.advanceTimersByTimeAsync(time)

describe('a folder that is watched', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('is audited again within two seconds of a change', () => expect(LONGEST).toBeLessThan(2000))

  test('is not audited while nothing changes', async () => {
    const { again } = watched()
    await pass(100_000)
    expect(again).not.toHaveBeenCalled()
  })

  test('several changes at once are one', async () => {
    const { again, change } = watched()
    for (let count = 0; count < 5; count++) {
      change()
      await pass(QUIET - 1)
    }
    expect(again).not.toHaveBeenCalled()
    await pass(1)
    expect(again).toHaveBeenCalledTimes(1)
  })

  test('changes that do not end are not waited for', async () => {
    const { again, change } = watched()
    for (let time = 0; time < LONGEST; time += QUIET / 3) {
      change()
      await pass(QUIET / 3)
    }
    expect(again).toHaveBeenCalledTimes(1)
  })

  test('what changes during an audit is audited after it', async () => {
    const { again, change, finish } = watched()
    change()
    await pass(QUIET)
    change()
    await pass(QUIET)
    expect(again).toHaveBeenCalledTimes(1)
    await finish()
    expect(again).toHaveBeenCalledTimes(2)
  })

  test.each(['28/~$台账.xlsx', '.~台账.xlsx', '28\\~$台账.xlsx'])(
    '%s, of a file that is open, is no change',
    async (name) => {
      const { again, change } = watched()
      change(name)
      await pass(LONGEST)
      expect(again).not.toHaveBeenCalled()
    },
  )

  test('ends when it is told to, and lets go of the folder', async () => {
    const { over, stop, change, again, closed } = watched()
    change()
    stop()
    await over
    await pass(LONGEST)
    expect(again).not.toHaveBeenCalled()
    expect(closed()).toBe(1)
  })

  test('ends with a sentence where it cannot be watched', async () => {
    const { over, fail } = watched()
    fail(new UserError('不能监视'))
    await expect(over).rejects.toThrow('不能监视')
  })
})

test('a file that is written deep in a real folder is heard', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-watch-'))
  mkdirSync(join(folder, '28-合法性审核', '2021'), { recursive: true })
  const controller = new AbortController()
  let count = 0
  const over = watching(
    folder,
    async () => {
      count++
      controller.abort()
    },
    controller.signal,
  )
  writeFileSync(join(folder, '28-合法性审核', '2021', '台账.csv'), '序号,文号')
  await over
  expect(count).toBe(1)
})
