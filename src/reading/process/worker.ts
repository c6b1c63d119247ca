import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { answer, type Work } from './answer.ts'
import type { Asked, Told } from './child.ts'

// The entry of a reader process: one file in, its reading out, nothing else. See child.ts for the other end.

const [memory, output] = process.argv.slice(2).map(Number)

// Memory outside the heap has no limit of its own, and a loop that never ends hears neither the parent nor its death.
// So a thread looks on, and ends the process from inside.
const WATCH = `
const { workerData } = require('node:worker_threads')
setInterval(() => {
  const tooMuch = process.memoryUsage.rss() > workerData.memory * 1024 * 1024
  if (tooMuch) require('node:fs').writeSync(2, 'out of memory')
  if (tooMuch || process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL')
}, 100)`
new Worker(WATCH, { eval: true, workerData: { memory, parent: process.ppid } }).unref()

// Ctrl-C reaches every process of the terminal; the parent decides what ends and when.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())
// Libraries leave promises behind that fail after the answer. One that the answer hangs on ends as a time-out.
process.on('unhandledRejection', () => {})

const tell = (told: Told) => process.send?.(told)

let given: (threads: number) => void = () => {}

process.on('message', (asked: Asked) => {
  if ('threads' in asked) given(asked.threads)
  else start(asked)
})

function start(work: Work): void {
  const onPage = (page: number, pages: number) => tell({ page, pages })
  const ask = () =>
    new Promise<number>((done) => {
      given = done
      tell({ asks: 'leave' })
    })
  answer(work, output ?? 0, onPage, ask).then(
    (found) => tell(found === 'later' ? { later: true } : found),
    () => process.exit(1),
  )
}
