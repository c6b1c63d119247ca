import { type Day, dayOf } from '../core/day.ts'
import type { Io } from './io.ts'

/**
 * The real process as an `Io`. A reader that closes the pipe early (`| head`) is no error; a result that could not be
 * written is one. What is only said about it never changes the answer.
 */
export function processIo(process: NodeJS.Process): Io {
  process.stderr.on('error', () => {})
  const err = (text: string) => void process.stderr.write(text)
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    err(`结果没有写完（${error.code}）：请检查磁盘空间，或换一个位置后重试\n`)
    endWith(process, 2)
  })
  return {
    out: (data) => void process.stdout.write(data),
    err,
    cwd: process.cwd(),
    env: process.env,
    today: localDay(new Date()),
    stdout: { isTTY: process.stdout.isTTY ?? false, columns: process.stdout.columns ?? 0 },
    stderr: { isTTY: process.stderr.isTTY ?? false, columns: process.stderr.columns ?? 0 },
    onInterrupt: (listener) => onInterrupt(process, listener),
  }
}

/** Whatever the programme itself would end with. */
const endWith = (process: NodeJS.Process, code: number): void =>
  void process.on('exit', () => {
    process.exitCode = code
  })

/** As shells have it. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The second signal ends at once. */
function onInterrupt(process: NodeJS.Process, listener: () => void): () => void {
  let asked = false
  const hear = (signal: NodeJS.Signals) => {
    const code = CODES[SIGNALS.find((one) => one === signal) ?? 'SIGINT']
    if (asked) process.exit(code)
    asked = true
    endWith(process, code)
    listener()
  }
  for (const signal of SIGNALS) process.on(signal, hear)
  return () => {
    for (const signal of SIGNALS) process.off(signal, hear)
  }
}

function localDay(now: Date): Day {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())!
}
