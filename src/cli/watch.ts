import { type FSWatcher, watch } from 'node:fs'
import { UserError } from '../core/problem.ts'

/** Calls back with the name of whatever changes in a folder, until the returned function is called. */
export type Listen = (folder: string, heard: (name: string) => void, broken: (error: Error) => void) => () => void

/** Milliseconds: after the last of several changes, and at most after the first – two seconds with room for the start. */
export const [QUIET, LONGEST] = [300, 1500]

/**
 * Audits again whenever the folder has changed; what changes during an audit is audited after it. Ends when `signal` says so.
 * A programme that saves makes several changes at once: they are one.
 */
export async function watching(
  folder: string,
  again: () => Promise<void>,
  signal: AbortSignal,
  listen: Listen = listened,
): Promise<void> {
  const turn = turns()
  const end = listen(folder, (name) => isOfOffice(name) || turn.heard(), turn.fail)
  signal.addEventListener('abort', turn.stop)
  try {
    while (!signal.aborted && (await turn.due())) await again()
  } finally {
    signal.removeEventListener('abort', turn.stop)
    turn.stop()
    end()
  }
}

/** What WPS and LibreOffice lay beside a file while it is open. */
const isOfOffice = (name: string): boolean => /(?:^|[/\\])(?:~\$|\.~)/.test(name)

/** Changes on one side, and on the other whoever waits for the next audit to be due. */
function turns() {
  let quiet: NodeJS.Timeout | undefined
  let longest: NodeJS.Timeout | undefined
  let state: 'waiting' | 'due' | 'over' = 'waiting'
  let failure: Error | undefined
  let wake = () => {}
  const forget = () => {
    clearTimeout(quiet)
    clearTimeout(longest)
    quiet = longest = undefined
  }
  const become = (next: typeof state) => {
    forget()
    if (state !== 'over') state = next
    wake()
  }
  return {
    heard: () => {
      clearTimeout(quiet)
      quiet = setTimeout(() => become('due'), QUIET)
      longest ??= setTimeout(() => become('due'), LONGEST)
    },
    fail: (error: Error) => {
      failure = error
      become('over')
    },
    stop: () => become('over'),
    /** Whether there is something to audit; false once it is over. */
    due: async (): Promise<boolean> => {
      if (state === 'waiting')
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      if (failure) throw failure
      const is = state === 'due'
      if (is) state = 'waiting'
      return is
    },
  }
}

const listened: Listen = (folder, heard, broken) => {
  const watcher = watcherOf(folder)
  watcher.on('change', (_, name) => heard(String(name ?? '')))
  watcher.on('error', (error) => broken(notWatched(folder, error)))
  return () => watcher.close()
}

function watcherOf(folder: string): FSWatcher {
  try {
    return watch(folder, { recursive: true })
  } catch (error) {
    throw notWatched(folder, error)
  }
}

const notWatched = (folder: string, cause: unknown): UserError =>
  new UserError(`不能监视“${folder}”的变动：请去掉 --watch，改动后重新运行`, [], { cause })
