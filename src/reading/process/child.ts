import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ReadOptions } from '../reader.ts'
import type { Answer, Later, Work } from './answer.ts'
import { type Limits, type Overrun, timeFor } from './limits.ts'

export type Ended = Answer | Overrun | Later

/** What the process is sent: a file, or an answer to its question. */
export type Asked = Work | { readonly threads: number }

/** What the process says. */
export type Told =
  | Answer
  | { readonly page: number; readonly pages: number }
  | { readonly asks: 'leave' }
  | { readonly later: true }

/** One process that reads files, one at a time. What goes too far costs the process, never the run. */
export type ReaderProcess = {
  /** `leave` answers whether recognition may begin, and on how many threads; 0 ends the reading for now. */
  read(work: Work, onPage: NonNullable<ReadOptions['onPage']>, leave: () => number): Promise<Ended>
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
  let alive = true
  let served = 0
  let said = ''
  let settle: (ended: Ended) => void = () => {}
  let onMessage: (message: unknown) => void = () => {}

  const over = () => {
    alive = false
    settle(/out of memory|allocation failed/i.test(said) ? 'out-of-memory' : 'crashed')
  }
  const send = (asked: Asked) => void child.send(asked, (error) => error && over())
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-10_000)
  })
  child.on('message', (message) => onMessage(message))
  child.on('error', over)
  child.on('close', over)

  return {
    isAlive: () => alive,
    served: () => served,
    end: () => void child.kill('SIGKILL'),
    read: (work, onPage, leave) =>
      new Promise((done) => {
        served++
        const end = () => {
          settle('timed-out')
          child.kill('SIGKILL')
        }
        let deadline = Date.now() + timeFor(limits, work.bytes.length)
        let timer = setTimeout(end, deadline - Date.now())
        settle = (ended) => {
          clearTimeout(timer)
          if (typeof ended === 'string' && ended !== 'later') alive = false
          done(ended)
        }
        onMessage = (message) => {
          if (isAnswer(message)) return settle(message)
          if (isObject(message) && 'later' in message) return settle('later')
          if (isObject(message) && 'asks' in message) return send({ threads: leave() })
          if (!isPage(message)) return
          deadline = Math.max(deadline, Date.now() + limits.timePerPage)
          clearTimeout(timer)
          timer = setTimeout(end, deadline - Date.now())
          onPage(message.page, message.pages)
        }
        if (alive) send(work)
        else over()
      }),
  }
}

function spawned({ heap, memory, output }: Limits): ChildProcess {
  const { file, loader } = entry()
  return fork(file, [String(memory), String(output)], {
    serialization: 'advanced',
    execArgv: [...loader, `--max-old-space-size=${heap}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** The bundle has its worker beside it; from the sources it is run as they are. */
function entry(): { readonly file: string; readonly loader: readonly string[] } {
  if (!import.meta.url.endsWith('.ts'))
    return { file: fileURLToPath(new URL('./worker.js', import.meta.url)), loader: [] }
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return { file: fileURLToPath(new URL('./worker.ts', import.meta.url)), loader: ['--import', tsx] }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isAnswer = (value: unknown): value is Answer => isObject(value) && 'json' in value && 'format' in value

const isPage = (value: unknown): value is { readonly page: number; readonly pages: number } =>
  isObject(value) && 'page' in value && 'pages' in value
