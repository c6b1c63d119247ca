import type { Format, Note, Reading } from '../core/evidence.ts'
import type { Problem } from '../core/problem.ts'
import { each } from './folder/each.ts'
import { extensionOf } from './folder/extensions.ts'
import { mayBeSeen, routeOf } from './folder/route.ts'
import { type Source, sha256 } from './folder/source.ts'
import { textReading } from './formats/text/text.ts'
import { refusedUs } from './own/trouble.ts'
import { type Answer, plainAnswer, unread } from './process/answer.ts'
import { isPassing, type Limits, OVERRUNS } from './process/limits.ts'
import type { Pace, Pool } from './process/pool.ts'
import { note, type OcrMode } from './reader.ts'
import type { Cache, Key } from './store/cache.ts'
import { LazyReading, outlineOf } from './store/lazy.ts'
import type { Memory, Seen } from './store/memory.ts'

/** What became of one source. */
export type Got = {
  readonly source: Source
  readonly bytes: number
  readonly sha256: string
  readonly format: Format
  readonly macro: boolean
  readonly reading: Reading
  /** What was made of the reading, where it was asked for. */
  readonly digest?: Uint8Array
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
  /** Only beside a cache: texts are fetched from there when somebody asks for them. */
  readonly memory?: Memory | undefined
  readonly ocr: OcrMode
  readonly limits: Limits
  readonly watch: Watch
}

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

type Known = Pick<Got, 'format' | 'macro' | 'reading' | 'digest'>

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
      ? readHere(
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
      : kept(key, await cache?.get(key), means))
  if (known) {
    same.set(nameOf({ key }), known)
    watch.onDone([source.path], 0)
    return { source, bytes: size, sha256: key.sha256, ...known }
  }
  const pace = route?.where === 'slow' ? 'slow' : 'quick'
  const guess = route?.guess ?? 'unknown'
  return { source, key, size, pace, guess, cost: costOf(mayBeSeen(guess, ocr), size) }
}

const parse = ({ json }: Answer): Reading => JSON.parse(json)

function readHere(answer: Answer, before: Seen | undefined, key: Key, source: Source, { memory }: Means): Known {
  const { format, macro } = answer
  const reading = parse(answer)
  if (!memory) return { format, macro, reading }
  if (before) return { format, macro, reading, digest: before.digest }
  const seen: Seen = { format, macro, outline: outlineOf(reading), here: true, ...digested(format, reading, memory) }
  memory.learn(key, seen)
  return { format, macro, reading: fetchedHere(seen, key, source, memory) ?? reading, digest: seen.digest }
}

const digested = (format: Format, reading: Reading, { digest }: Memory) => ({
  digest: digest({ path: '', sha256: '', bytes: 0, format, ...reading }),
})

/** A file that lies in the cache: with a memory its text is let go once it has been digested. */
function kept(key: Key, answer: Answer | undefined, means: Means): Known | undefined {
  if (!answer) return undefined
  const { format, macro } = answer
  const reading = parse(answer)
  if (!means.memory) return { format, macro, reading }
  const seen: Seen = { format, macro, outline: outlineOf(reading), ...digested(format, reading, means.memory) }
  means.memory.learn(key, seen)
  return { format, macro, reading: fetched(seen, key, means), digest: seen.digest }
}

/** Undefined where its text cannot be had later on: then it is read now. */
function recalled(seen: Seen, key: Key, source: Source, means: Means): Known | undefined {
  const reading = seen.here ? fetchedHere(seen, key, source, means.memory) : fetched(seen, key, means)
  return reading && { format: seen.format, macro: seen.macro, reading, digest: seen.digest }
}

const fetched = ({ outline }: Seen, key: Key, { cache, memory }: Means): Reading =>
  new LazyReading(outline, () => {
    const answer = cache?.now(key)
    if (answer) return parse(answer)
    // Somebody else has cleared or spoilt the cache meanwhile.
    memory?.lose()
    throw new Lost()
  })

/** Of the formats that are read on the spot, only a plain text can be read again at once. */
function fetchedHere({ format, outline }: Seen, { sha256: known }: Key, source: Source, memory: Memory | undefined) {
  const isEmpty = outline.passages + outline.tables === 0
  if (!isEmpty && (format !== 'txt' || !source.now)) return undefined
  return new LazyReading(outline, () => {
    const bytes = bytesNow(source)
    if (bytes && sha256(bytes) === known) return textReading(bytes)
    memory?.lose()
    throw new Lost()
  })
}

function bytesNow(source: Source): Uint8Array | undefined {
  try {
    return source.now?.()
  } catch {
    return undefined
  }
}

/** A text that was there a moment ago. */
class Lost extends Error {
  override name = 'Lost'
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
    return (isKept && means.memory && kept(key, ended, means)) || { format, macro, reading }
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
