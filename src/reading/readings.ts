import type { Format, Note } from '../core/evidence.ts'
import { each } from './folder/each.ts'
import { extensionOf } from './folder/extensions.ts'
import { mayBeSeen, routeOf } from './folder/route.ts'
import { type Source, sha256 } from './folder/source.ts'
import type { Got, Known } from './got.ts'
import { kept, parse, readHere, recalled } from './kept.ts'
import type { Means } from './means.ts'
import { refusedUs } from './own/trouble.ts'
import { plainAnswer, unread } from './process/answer.ts'
import { isPassing, OVERRUNS } from './process/limits.ts'
import type { Pace } from './process/pool.ts'
import { note } from './reader.ts'
import type { Key } from './store/cache.ts'

// More would wait for the same disk, and each holds a file's bytes.
const WIDTH = 8

/** Reads each source once: from the cache, here, or in a process. Same bytes under the same ending share one reading. */
export async function readingsOf(sources: readonly Source[], means: Means): Promise<Got[]> {
  const same = new Map<string, Known>()
  const surveyed = await each(sources, WIDTH, (source) => survey(source, means, same))

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

const nameOf = ({ key }: Pick<Job, 'key'>): string => `${key.sha256} ${key.extension}`

async function survey(source: Source, means: Means, same: Map<string, Known>): Promise<Got | Job> {
  const { cache, ocr, limits, watch } = means
  const look = await source.look()
  const { size } = look
  if ('refused' in look) {
    watch.onDone([source.path], 0)
    const { refused } = look
    return { source, bytes: size, sha256: '', ...lost('unknown', refused), refused }
  }

  const key: Key = { sha256: look.sha256, extension: extensionOf(source.path), ocr }
  const seen = means.memory?.recall(key)
  const found = same.get(nameOf({ key })) ?? (seen && recalled(seen, key, source, means))
  const route = found ? undefined : await routeOf(look.head, size, key.extension, ocr)
  const known =
    found ??
    (route?.where === 'here'
      ? await readHere(
          await plainAnswer(
            { bytes: look.bytes ?? look.head, extension: key.extension, ocr },
            route.guess,
            limits.output,
          ),
          seen,
          key,
          source,
          means,
        )
      : await kept(key, await cache?.get(key), means))
  if (known) {
    same.set(nameOf({ key }), known)
    watch.onDone([source.path], 0)
    return { source, bytes: size, sha256: key.sha256, ...known }
  }
  const pace = route?.where === 'slow' ? 'slow' : 'quick'
  const guess = route?.guess ?? 'unknown'
  return { source, key, size, pace, guess, cost: costOf(mayBeSeen(guess, ocr), size) }
}

/** A rough measure, good enough to guess the time that is left: what may be a scan takes far longer. */
const costOf = (maySee: boolean, size: number): number => (maySee ? 4 : 1) * (50_000 + size)

async function run(same: readonly Job[], means: Means): Promise<Known> {
  const { pool, cache, ocr, watch } = means
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
    const isKept = !ended.lacking && !reading.notes.some(isPassing) && (await cache?.put(key, ended))
    return (isKept && means.memory && (await kept(key, ended, means))) || { format, macro, reading }
  } catch (error) {
    const ours = refusedUs(error)
    if (ours) throw ours
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
