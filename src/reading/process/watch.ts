import { writeSync } from 'node:fs'
import process from 'node:process'
import { Worker } from 'node:worker_threads'

/** What a reader process says of itself before it ends itself. */
export const WORDS = { time: '[reader: out of time]', memory: '[reader: out of memory]' } as const

/** Guards a reader process from inside. Times are milliseconds of the processor, of all threads together. */
export type Watch = {
  /** It ends when so much more has been used. */
  allow(milliseconds: number): void
  /** No earlier than before. */
  extend(milliseconds: number): void
  /** What is left, 0…1 of what was allowed last. */
  left(): number
  /** Nothing is in hand, or the parent is waited for. */
  rest(): void
  /** Something is in hand again. */
  resume(): void
}

const used = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const LOOKED = 100
const SECOND = 1000
/** What the watch itself takes in a second, and more. */
const NOTHING = 25

// Memory outside the heap has no limit of its own, and a loop that never ends hears neither the parent nor its death.
// So a thread looks on, and ends the process from inside.
const LOOK_ON = `
const { workerData: { memory, parent, until, words } } = require('node:worker_threads')
const end = (word) => {
  if (word) require('node:fs').writeSync(2, word)
  process.kill(process.pid, 'SIGKILL')
}
setInterval(() => {
  const { user, system } = process.cpuUsage()
  if (process.ppid !== parent) end('')
  else if (process.memoryUsage.rss() > memory * 1024 * 1024) end(words.memory)
  else if ((user + system) / 1000 > until[0]) end(words.time)
}, ${LOOKED})`

/** Resolves when the watch stands. Rejects where this machine has no thread for it. */
export async function startWatch(memory: number, idle: number): Promise<Watch> {
  const until = new Float64Array(new SharedArrayBuffer(8)).fill(Number.POSITIVE_INFINITY)
  const workerData = { memory, parent: process.ppid, until, words: WORDS }
  const thread = new Worker(LOOK_ON, { eval: true, workerData })
  await new Promise((online, failed) => thread.once('online', online).once('error', failed))
  thread.unref()

  let [busy, allowed, before, still] = [false, 0, used(), 0]
  // A promise that nobody will ever keep uses no processor, so that no limit of time ends it.
  setInterval(() => {
    const now = used()
    still = busy && now - before < NOTHING ? still + 1 : 0
    before = now
    if (still < idle) return
    writeSync(2, WORDS.time)
    process.kill(process.pid, 'SIGKILL')
  }, SECOND).unref()

  return {
    allow(milliseconds) {
      allowed = milliseconds
      until[0] = used() + milliseconds
      busy = true
    },
    extend(milliseconds) {
      until[0] = Math.max(until[0]!, used() + milliseconds)
    },
    left: () => (until[0]! - used()) / allowed,
    rest() {
      busy = false
    },
    resume() {
      busy = true
      still = 0
    },
  }
}
