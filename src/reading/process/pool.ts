import { availableParallelism } from 'node:os'
import type { ReadOptions } from '../reader.ts'
import { threadsFor } from '../sight/ocr/leave.ts'
import { type Answer, answer, type Later, type Work } from './answer.ts'
import { type Ended, type Failed, type ReaderProcess, startReader } from './child.ts'
import { attempts, type Course, newCourse } from './course.ts'
import type { Fatal, Limits, Overrun } from './limits.ts'

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
  /** Rejects where loading does, when the pool is closed, and with `OwnTrouble` where nothing can be read at all. */
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
  /**
   * An earlier file may have left the process ill, and somebody else may have ended it: a file, or a page of it, is only
   * blamed for what it does to two of them, and what fails in the programme itself is tried twice as well.
   */
  const guarded = async (
    work: Work,
    onPage: NonNullable<ReadOptions['onPage']>,
    leave: () => number,
  ): Promise<Answer | Fatal | Later> => {
    const course = newCourse()
    const mayTryAgain = attempts(course)
    let failed = false
    for (let fresh = false; ; fresh = true) {
      // Closed meanwhile: no process may be started any more.
      if (closed) throw new Closed()
      const { ended, alone } = await once(work, course, onPage, leave, fresh)
      if (closed) throw new Closed()
      if (typeof ended === 'string' || 'json' in ended) return ended
      if ('trouble' in ended) {
        if (failed) throw ended.trouble
        failed = true
      } else {
        const { fatal, step } = ended
        // What fills its own memory by itself will do so again.
        if ((alone && fatal === 'out-of-memory' && !step) || !mayTryAgain(fatal, step)) return fatal
      }
    }
  }
  const once = async (
    work: Work,
    course: Course,
    onPage: NonNullable<ReadOptions['onPage']>,
    leave: () => number,
    fresh: boolean,
  ): Promise<{ ended: Answer | Later | Ended | Failed; alone: boolean }> => {
    const reader = take(fresh)
    const ended = await reader.read(work, course, onPage, leave)
    putBack(reader)
    return { ended, alone: reader.served() === 1 }
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
        ? answer(work, limits.output, { onPage }, async () => leave())
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
