import { availableParallelism } from 'node:os'
import type { ReadOptions } from '../reader.ts'
import { threadsFor } from '../sight/ocr/leave.ts'
import { type Answer, answer, type Work } from './answer.ts'
import { type Ended, type ReaderProcess, startReader } from './child.ts'
import type { Limits, Overrun } from './limits.ts'

/**
 * `slow` is what needs OCR; whatever is quick goes first, so that it never waits behind it. What comes to need OCR only
 * while it is being read is put off, unless nothing else waits.
 */
export type Pace = 'quick' | 'slow'

/** A file to be read. Its bytes are loaded when its turn has come, so that a long queue holds none. */
export type Task = {
  readonly pace: Pace
  load(): Promise<Work>
  readonly onPage?: NonNullable<ReadOptions['onPage']>
  readonly onStart?: () => void
  /** It was put off; it starts again later. */
  readonly onLater?: () => void
}

export type Pool = {
  /** Rejects where loading does, and when the pool is closed. */
  read(task: Task): Promise<Answer | Overrun>
  /** Ends at once whatever is being read. */
  close(): void
}

export class Closed extends Error {
  override name = 'Closed'
}

type Waiting = { readonly task: Task; done(answer: Answer | Overrun): void; failed(error: unknown): void }

/** Processes start when there is work for them. With no jobs at all, files are read in this process, without a guard. */
export function openPool(jobs: number, limits: Limits, processors = availableParallelism()): Pool {
  const most = Math.max(1, jobs)
  const queue: Record<Pace, Waiting[]> = { quick: [], slow: [] }
  const idle: ReaderProcess[] = []
  const all = new Set<ReaderProcess>()
  let running = 0
  let closed = false

  const take = (fresh: boolean): ReaderProcess => {
    const reader = (fresh ? undefined : idle.pop()) ?? startReader(limits)
    all.add(reader)
    return reader
  }
  const putBack = (reader: ReaderProcess) => {
    if (reader.isAlive()) idle.push(reader)
    else all.delete(reader)
  }
  const guarded = async (
    work: Work,
    onPage: NonNullable<ReadOptions['onPage']>,
    leave: () => number,
    fresh = false,
  ): Promise<Ended> => {
    const reader = take(fresh)
    const ended = await reader.read(work, onPage, leave)
    putBack(reader)
    // An earlier file may have left the process ill. A file is only blamed for what it does alone.
    const alone = typeof ended !== 'string' || ended === 'later' || ended === 'timed-out' || reader.served() === 1
    return alone || closed ? ended : guarded(work, onPage, leave, true)
  }
  /** Whoever reads just now may turn out to need recognition too, and whoever waits for it does. */
  const leaveFor = ({ pace }: Task) => {
    const mayBegin = pace === 'slow' || queue.quick.length === 0
    return mayBegin ? threadsFor(Math.min(most, running + queue.slow.length), processors) : 0
  }
  const run = async ({ task, done, failed }: Waiting) => {
    try {
      task.onStart?.()
      const [work, onPage, leave] = [await task.load(), task.onPage ?? (() => {}), () => leaveFor(task)]
      const ended = await (jobs === 0
        ? answer(work, limits.output, onPage, async () => leave())
        : guarded(work, onPage, leave))
      if (closed) failed(new Closed())
      else if (ended !== 'later') done(ended)
      else {
        task.onLater?.()
        queue.slow.push({ task: { ...task, pace: 'slow' }, done, failed })
      }
    } catch (error) {
      failed(error)
    }
  }
  const next = () => {
    while (running < most) {
      const waiting = queue.quick.shift() ?? queue.slow.shift()
      if (!waiting) return
      running++
      void run(waiting).finally(() => {
        running--
        next()
      })
    }
  }

  return {
    read: (task) =>
      new Promise((done, failed) => {
        if (closed) return failed(new Closed())
        queue[task.pace].push({ task, done, failed })
        // Not at once: what is asked for in the same breath is sorted by its pace first.
        queueMicrotask(next)
      }),
    close: () => {
      closed = true
      for (const { failed } of [...queue.quick.splice(0), ...queue.slow.splice(0)]) failed(new Closed())
      for (const reader of all) reader.end()
    },
  }
}
