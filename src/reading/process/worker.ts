import process from 'node:process'
import { OwnTrouble } from '../own/trouble.ts'
import type { ReadOptions } from '../reader.ts'
import { answer } from './answer.ts'
import type { Asked, Order, Told } from './child.ts'
import { startWatch } from './watch.ts'

// The entry of a reader process: one file in, its reading out, nothing else. See child.ts for the other end.

const [memory = 0, output = 0, idle = 0] = process.argv.slice(2).map(Number)

// Ctrl-C reaches every process of the terminal; the parent decides what ends and when.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())
// Libraries leave promises behind that fail after the answer. One that the answer hangs on ends as a time-out.
process.on('unhandledRejection', () => {})

const tell = (told: Told) => process.send?.(told)

const watch = await startWatch(memory, idle)

let given: (threads: number) => void = () => {}

process.on('message', (asked: Asked) => {
  if ('threads' in asked) given(asked.threads)
  else start(asked)
})
tell({ ready: true })

/** So little time is left that the pages read so far are worth more than one more. */
const LITTLE = 0.1

function start({ time, timePerPage, course, ...work }: Order): void {
  let threads = 1
  const onPage = (page: number, pages: number) => {
    watch.extend(timePerPage * threads)
    tell({ page, pages })
  }
  const steps: NonNullable<ReadOptions['steps']> = {
    text(page) {
      const passed = course.texts.get(page) ?? course.rest ?? (watch.left() < LITTLE ? 'timed-out' : undefined)
      if (!passed) tell({ text: page })
      return passed
    },
    seen: (page) => course.seen.get(page),
    passed: (page) => course.looks.get(page) ?? course.rest,
    keep: (of, seen) => void tell({ seen, of }),
  }
  const ask = async () => {
    watch.rest()
    threads = await new Promise<number>((done) => {
      given = done
      tell({ asks: 'leave' })
    })
    watch.resume()
    return threads
  }
  watch.allow(time)
  answer(work, output, { onPage, steps }, ask)
    .then((found) => tell(found === 'later' ? { later: true } : found))
    .catch((error: unknown) => {
      if (error instanceof OwnTrouble) tell({ ours: error.message })
      else process.exit(1)
    })
    .finally(() => watch.rest())
}
