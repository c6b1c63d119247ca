import { AsyncLocalStorage } from 'node:async_hooks'
import { availableParallelism } from 'node:os'

/** Asks whether recognition may begin now: on so many threads, or 0 for not now. */
export type AskLeave = () => Promise<number>

type Asking = { readonly ask: AskLeave; refused: boolean }

// Of each reading its own: without processes, two gatherings may read in one.
const current = new AsyncLocalStorage<Asking>()

/** Reads; undefined where it would have come to recognition and had no leave, so that it has to be read once more. */
export async function withLeave<T>(ask: AskLeave, read: () => Promise<T>): Promise<T | undefined> {
  const asking: Asking = { ask, refused: false }
  const found = await current.run(asking, read)
  return asking.refused ? undefined : found
}

/** On how many threads recognition may begin. Throws where it may not: then nothing of the reading is kept. */
export async function leave(): Promise<number> {
  const asking = current.getStore()
  const threads = asking ? await asking.ask() : threadsFor(1, availableParallelism())
  if (asking && threads === 0) {
    asking.refused = true
    throw new Error('recognition has to wait')
  }
  return threads
}

/** Nobody has measured more. */
const MOST = 4

/** Threads for each of so many recognisers on one machine: more than it has processors only makes them wait. */
export const threadsFor = (recognisers: number, processors: number): number =>
  Math.max(1, Math.min(MOST, Math.floor(processors / Math.max(1, recognisers))))
