import type { Io } from './io.ts'

/** The user pressed Ctrl-C. */
export class Interrupted extends Error {
  override name = 'Interrupted'
}

/**
 * Runs a command that Ctrl-C ends tidily: what is being read is dropped, and `halt` stops it before anything is written.
 * A second Ctrl-C is the process's own business (process.ts).
 */
export async function interruptible<T>(io: Io, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const forget = io.onInterrupt?.(() => controller.abort(new Interrupted()))
  try {
    return await run(controller.signal)
  } finally {
    forget?.()
  }
}

/** A signal that came during a long calculation is heard only after a turn of the event loop. */
export async function halt(signal: AbortSignal): Promise<void> {
  await new Promise((turn) => setImmediate(turn))
  signal.throwIfAborted()
}
