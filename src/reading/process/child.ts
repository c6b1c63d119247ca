import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { HOME } from '../../core/home.ts'
import { OwnTrouble, ownTrouble, refusedUs } from '../own/trouble.ts'
import type { ReadOptions } from '../reader.ts'
import type { SeenPage } from '../sight/ocr/clear.ts'
import type { Answer, Later, Work } from './answer.ts'
import type { Course, Step } from './course.ts'
import { type Fatal, type Limits, timeFor } from './limits.ts'
import { WORDS } from './watch.ts'

/** A file whose reading ended the process, and at which page. */
export type Ended = { readonly fatal: Fatal; readonly step: Step | undefined }

/** Not the file's doing: the reader could not start, lacks a part, or was ended by somebody else. */
export type Failed = { readonly trouble: OwnTrouble }

/** What the process is sent: a file, or an answer to its question. */
export type Asked = Order | { readonly threads: number }

export type Order = Work & { readonly time: number; readonly timePerPage: number; readonly course: Course }

/** What the process says. */
export type Told =
  | Answer
  | { readonly ready: true }
  | { readonly page: number; readonly pages: number }
  | { readonly text: number }
  | { readonly seen: SeenPage; readonly of: number }
  | { readonly asks: 'leave' }
  | { readonly later: true }
  | { readonly ours: string }

/** One process that reads files, one at a time. What goes too far costs the process, never the run. */
export type ReaderProcess = {
  /**
   * `leave` answers whether recognition may begin, and on how many threads; 0 ends the reading for now. What is done of
   * the file is put down in `course`.
   */
  read(
    work: Work,
    course: Course,
    onPage: NonNullable<ReadOptions['onPage']>,
    leave: () => number,
  ): Promise<Answer | Later | Ended | Failed>
  /** False once it has ended, for whatever reason. */
  isAlive(): boolean
  /** How many files it was given: a fault may belong to an earlier one. */
  served(): number
  end(): void
}

/**
 * A process, not a thread: a thread that runs out of memory inside JSON.parse or a garbage collection takes the whole
 * programme with it (V8 aborts), a native library's fault does so always, and only a process can be ended at any moment.
 */
export function startReader(limits: Limits): ReaderProcess {
  const child = spawned(limits)
  if (child instanceof OwnTrouble) return stillborn(child)
  let [alive, ready, served, said] = [true, false, 0, '']
  let step: Step | undefined
  let settle: (ended: Answer | Later | Ended | Failed) => void = () => {}
  let onMessage: (told: Told) => void = () => {}
  let over: Ended | Failed | undefined

  const start = countdown(limits.start, () => {
    end({ trouble: cannotStart('') })
    child.kill('SIGKILL')
  })
  const end = (how: Ended | Failed) => {
    clearInterval(start)
    alive = false
    over ??= how
    settle(over)
  }
  // Where it cannot be reached it has ended, and tells so itself.
  const send = (asked: Asked) => void child.send(asked, () => {})
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-10_000)
  })
  child.on('message', (told: Told) => {
    if (!('ready' in told)) return onMessage(told)
    ready = true
    clearInterval(start)
  })
  child.on('error', (error) => end({ trouble: refusedUs(error) ?? cannotStart(said || error.message) }))
  child.on('close', (_code, signal) => end(ready ? endOf(said, signal, step) : { trouble: cannotStart(said) }))

  return {
    isAlive: () => alive,
    served: () => served,
    end: () => void child.kill('SIGKILL'),
    read: (work, course, onPage, leave) =>
      new Promise((done) => {
        served++
        step = undefined
        settle = done
        onMessage = (told) => {
          if ('json' in told) done(told)
          if ('later' in told) done('later')
          if ('asks' in told) send({ threads: leave() })
          if ('text' in told) step = { kind: 'texts', page: told.text }
          if ('seen' in told) course.seen.set(told.of, told.seen)
          if ('page' in told) {
            step = { kind: 'looks', page: told.page }
            onPage(told.page, told.pages)
          }
          if ('ours' in told) {
            end({ trouble: new OwnTrouble(told.ours) })
            child.kill('SIGKILL')
          }
        }
        if (over) return settle(over)
        send({ ...work, time: timeFor(limits, work.bytes.length), timePerPage: limits.timePerPage, course })
      }),
  }
}

/**
 * Where the machine has no thread for it, Node hangs before a line of ours has run. Looks of this process are counted and
 * not the clock, so that a pause does not count; and whatever comes of it, it is no verdict on a file.
 */
function countdown(looks: number, onLast: () => void): NodeJS.Timeout {
  let left = looks
  return setInterval(() => {
    if (--left === 0) onLast()
  }, SECOND).unref()
}

const SECOND = 1000

function stillborn(trouble: OwnTrouble): ReaderProcess {
  return { isAlive: () => false, served: () => 0, end: () => {}, read: async () => ({ trouble }) }
}

/** What Node and V8 say where the machine has no more. */
const NO_MEMORY = /out of memory|allocation failed|could not allocate|\bOOM\b/i

const cannotStart = (said: string): OwnTrouble => {
  const why = NO_MEMORY.test(said) ? '本机内存不足' : firstLine(said)
  return ownTrouble(`读取文件的程序无法启动${why && `（${why}）`}`)
}

const firstLine = (said: string): string =>
  /^(?:\w*Error|.*Fatal).*$/m
    .exec(said)?.[0]
    .replace(/(?:file:\/\/)?[\\/][^\s'":]+/g, '…')
    .slice(0, 120) ?? ''

const OF_HEAP = /reached heap limit|ineffective mark-compacts|CALL_AND_RETRY_LAST|bad_alloc/i
const BY_OTHERS: readonly (string | null)[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGXCPU']

function endOf(said: string, signal: string | null, step: Step | undefined): Ended | Failed {
  if (said.includes(WORDS.time)) return { fatal: 'timed-out', step }
  if (said.includes(WORDS.memory) || OF_HEAP.test(said)) return { fatal: 'out-of-memory', step }
  if (NO_MEMORY.test(said)) return { trouble: ownTrouble('本机内存不足，读取文件的程序中止') }
  if (BY_OTHERS.includes(signal)) return { trouble: ownTrouble(`读取文件的程序被系统或其他程序中止（${signal}）`) }
  return { fatal: 'crashed', step }
}

function spawned({ heap, memory, output, idle }: Limits): ChildProcess | OwnTrouble {
  const { file, loader } = entry()
  try {
    return fork(file, [memory, output, idle].map(String), {
      serialization: 'advanced',
      execArgv: [...loader, `--max-old-space-size=${heap}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
  } catch (error) {
    return refusedUs(error) ?? cannotStart(String(error))
  }
}

/** The bundle has its worker beside it; from the sources it is run as they are. */
function entry(): { readonly file: string; readonly loader: readonly string[] } {
  if (!HOME.endsWith('.ts')) return { file: fileURLToPath(new URL('./worker.js', HOME)), loader: [] }
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return { file: fileURLToPath(new URL('./worker.ts', import.meta.url)), loader: ['--import', tsx] }
}
