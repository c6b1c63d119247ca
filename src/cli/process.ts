import { type Day, dayOf } from '../core/day.ts'
import type { Io } from './io.ts'

/** The real process as an `Io`. A reader that closes the pipe early (`| head`) is no error. */
export function processIo(process: NodeJS.Process): Io {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    out: (data) => void process.stdout.write(data),
    err: (text) => void process.stderr.write(text),
    cwd: process.cwd(),
    env: process.env,
    today: localDay(new Date()),
    stdout: { isTTY: process.stdout.isTTY ?? false, columns: process.stdout.columns ?? 0 },
    stderr: { isTTY: process.stderr.isTTY ?? false, columns: process.stderr.columns ?? 0 },
    onInterrupt: (listener) => onInterrupt(process, listener),
  }
}

/** The second Ctrl-C ends at once. */
function onInterrupt(process: NodeJS.Process, listener: () => void): () => void {
  let asked = false
  const hear = () => {
    if (asked) process.exit(130)
    asked = true
    listener()
  }
  process.on('SIGINT', hear)
  return () => process.off('SIGINT', hear)
}

function localDay(now: Date): Day {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())!
}
