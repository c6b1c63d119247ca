import type { Format, Note, Reading } from '../core/evidence.ts'
import type { Problem } from '../core/problem.ts'
import { type Answer, plainAnswer, unread } from './answer.ts'
import type { Cache, Key } from './cache.ts'
import { each } from './each.ts'
import { extensionOf } from './extensions.ts'
import { isPassing, type Limits, OVERRUNS } from './limits.ts'
import type { Pace, Pool } from './pool.ts'
import { note, type OcrMode } from './reader.ts'
import { mayBeSeen, routeOf } from './route.ts'
import { type Source, sha256 } from './source.ts'

/** What became of one source. */
export type Got = {
  readonly source: Source
  readonly bytes: number
  readonly sha256: string
  readonly format: Format
  readonly macro: boolean
  readonly reading: Reading
  /** It could not even be opened. */
  readonly refused?: Problem
}

export type Watch = {
  /** A file is in hand, at this page of so many; 0 of 0 before the first. */
  readonly onPage: (path: string, page: number, pages: number) => void
  /** A file is put down unfinished, to be taken up again. */
  readonly onLater: (path: string) => void
  /** Files of the same bytes are done; `cost` is its part of what `onPlan` announced. */
  readonly onDone: (paths: readonly string[], cost: number) => void
  readonly onPlan: (cost: number) => void
}

export type Means = {
  readonly pool: Pool
  readonly cache: Cache | undefined
  readonly ocr: OcrMode
  readonly limits: Limits
  readonly watch: Watch
}

// More would wait for the same disk, and each holds a file's bytes.
const WIDTH = 8

/** Reads each source once: from the cache, here, or in a process. Same bytes under the same ending share one reading. */
export async function readingsOf(sources: readonly Source[], means: Means): Promise<Got[]> {
  const parsed = new Map<string, Reading>()
  const surveyed = await each(sources, WIDTH, (source) => survey(source, means, parsed))

  const jobs = new Map<string, Job[]>()
  for (const found of surveyed)
    if ('pace' in found) jobs.set(nameOf(found), [...(jobs.get(nameOf(found)) ?? []), found])
  means.watch.onPlan([...jobs.values()].reduce((sum, [job]) => sum + job!.cost, 0))
  const done = new Map(Array.from(jobs, ([name, same]) => [name, run(same, means)]))
  // One that fails ends the run; the others must not fail unheard meanwhile.
  await Promise.all(done.values())
  return Promise.all(
    surveyed.map(async (found) => {
      if (!('pace' in found)) return found
      const { source, size, key } = found
      return { source, bytes: size, sha256: key.sha256, ...(await done.get(nameOf(found))!) }
    }),
  )
}

type Job = {
  readonly source: Source
  readonly key: Key
  readonly size: number
  readonly pace: Pace
  readonly guess: Format
  readonly cost: number
}

type Known = Pick<Got, 'format' | 'macro' | 'reading'>

const nameOf = ({ key }: Pick<Job, 'key'>): string => `${key.sha256} ${key.extension}`

async function survey(source: Source, means: Means, parsed: Map<string, Reading>): Promise<Got | Job> {
  const { cache, ocr, limits, watch } = means
  const look = await source.look()
  const { size } = look
  if ('refused' in look) {
    watch.onDone([source.path], 0)
    const { refused } = look
    return { source, bytes: size, sha256: '', ...lost('unknown', refused), refused }
  }

  const key: Key = { sha256: look.sha256, extension: extensionOf(source.path), ocr }
  const { where, guess } = await routeOf(look.head, size, key.extension, ocr)
  const known =
    where === 'here' ? await plainAnswer(look.bytes ?? look.head, guess, ocr, limits.output) : await cache?.get(key)
  if (known) {
    const reading = parsed.get(nameOf({ key })) ?? parse(known)
    parsed.set(nameOf({ key }), reading)
    watch.onDone([source.path], 0)
    return { source, bytes: size, sha256: key.sha256, format: known.format, macro: known.macro, reading }
  }
  const pace = where === 'slow' ? 'slow' : 'quick'
  return { source, key, size, pace, guess, cost: costOf(mayBeSeen(guess, ocr), size) }
}

const parse = ({ json }: Answer): Reading => JSON.parse(json)

/** A rough measure, good enough to guess the time that is left: what may be a scan takes far longer. */
const costOf = (maySee: boolean, size: number): number => (maySee ? 4 : 1) * (50_000 + size)

async function run(same: readonly Job[], { pool, cache, ocr, watch }: Means): Promise<Known> {
  const { source, key, pace, guess, cost } = same[0]!
  try {
    const ended = await pool.read({
      pace,
      onStart: () => watch.onPage(source.path, 0, 0),
      onPage: (page, pages) => watch.onPage(source.path, page, pages),
      onLater: () => watch.onLater(source.path),
      load: async () => {
        const bytes = await source.bytes()
        if (sha256(bytes) !== key.sha256) throw new Changed()
        return { bytes, extension: key.extension, ocr }
      },
    })
    if (typeof ended === 'string') return lost(guess, OVERRUNS[ended])
    const { format, macro } = ended
    const reading = parse(ended)
    if (!reading.notes.some(isPassing)) await cache?.put(key, ended)
    return { format, macro, reading }
  } catch (error) {
    if (error instanceof Changed || isMissing(error)) return lost(guess, CHANGED)
    throw error
  } finally {
    watch.onDone(
      same.map((job) => job.source.path),
      cost,
    )
  }
}

const lost = (format: Format, told: Note): Known => ({ format, macro: false, reading: unread(told) })

class Changed extends Error {}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && 'syscall' in error

const CHANGED = note('not-read', '读取期间文件被改动或移走，没有读取：请关闭正在编辑它的程序，待文件不再变动后重新运行')
