import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import { FORMATS, type Format } from '../../core/evidence.ts'
import { each } from '../folder/each.ts'
import { glance } from '../folder/quick-file.ts'
import type { Answer } from '../process/answer.ts'
import type { OcrMode } from '../reader.ts'
import { stampOf } from './stamp.ts'

/** What a reading hangs on, besides the versions of what reads it. */
export type Key = { readonly sha256: string; readonly extension: string; readonly ocr: OcrMode }

/** Readings by the content of their file. Losing it costs time and nothing else, so it never fails: it counts. */
export type Cache = {
  readonly folder: string
  get(key: Key): Promise<Answer | undefined>
  /** The same, at once. */
  now(key: Key): Answer | undefined
  /** Whether it is there now. */
  put(key: Key, answer: Answer): Promise<boolean>
  /** Entries that were not what they should be, and whether anything could not be written. */
  trouble(): { readonly damaged: number; readonly unwritable: boolean }
}

/** Raised when entries are written otherwise. */
const LAYOUT = 1

export function openCache(folder: string): Cache {
  let damaged = 0
  let unwritable = false
  const checked = (bytes: Uint8Array | undefined, key: Key): Answer | undefined => {
    const found = bytes && parsed(bytes, key)
    if (found === 'damaged') damaged++
    return typeof found === 'object' ? found : undefined
  }
  return {
    folder,
    trouble: () => ({ damaged, unwritable }),
    get: async (key) => checked(await existing(join(folder, fileOf(key))), key),
    now: (key) => checked(existingNow(join(folder, fileOf(key))), key),
    put: async (key, answer) => {
      if (unwritable) return false
      try {
        await written(folder, fileOf(key), await packed(key, answer))
        return true
      } catch {
        unwritable = true
        return false
      }
    },
  }
}

function fileOf(key: Key): string {
  const name = createHash('sha256').update(`${LAYOUT} ${key.sha256} ${key.ocr} ${key.extension}`).digest('hex')
  return join(name.slice(0, 2), `${name}.json.gz`)
}

async function existing(path: string): Promise<Buffer | undefined> {
  try {
    return (await glance(path, SMALL)).bytes ?? (await readFile(path))
  } catch {
    return undefined
  }
}

function existingNow(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

const SMALL = 1024 * 1024

type Head = Key & { readonly stamp: string; readonly format: Format; readonly macro: boolean; readonly check: string }

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A line that says what the reading is of, and the reading. */
async function packed({ sha256, extension, ocr }: Key, { format, macro, json }: Answer): Promise<Uint8Array> {
  const head: Head = { sha256, extension, ocr, stamp: stampOf(format), format, macro, check: digest(json) }
  return promisify(gzip)(`${JSON.stringify(head)}\n${json}`, { level: 3 })
}

/** No more than a reading may be long: an entry from elsewhere could be a bomb. */
const LONGEST = 400_000_000

/** Undefined: sound, but written by other versions. */
function parsed(bytes: Uint8Array, key: Key): Answer | 'damaged' | undefined {
  try {
    const text = gunzipSync(bytes, { maxOutputLength: LONGEST }).toString('utf8')
    const end = text.indexOf('\n')
    const [head, json]: [unknown, string] = [JSON.parse(text.slice(0, end)), text.slice(end + 1)]
    if (!isHead(head) || !isOf(head, key) || head.check !== digest(json)) return 'damaged'
    return head.stamp === stampOf(head.format) ? { format: head.format, macro: head.macro, json } : undefined
  } catch {
    return 'damaged'
  }
}

const isOf = (head: Head, { sha256, extension, ocr }: Key): boolean =>
  head.sha256 === sha256 && head.extension === extension && head.ocr === ocr

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('check' in value)) return false
  return FORMATS.some((format) => format === value.format)
}

/** Beside its place first and then renamed: whoever reads meanwhile sees the old entry or the new one, never half a one. */
export async function written(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, file)
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    // What units send is in here, so nobody else may read it.
    await writeFile(temporary, bytes, { mode: 0o600 })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    // Another run may hold or have put the same entry; Windows then refuses the rename.
    if (!(await existing(path))) throw error
  }
}

/** `entries` counts readings only; the bytes are those of everything that is kept. */
export type Holding = { readonly entries: number; readonly bytes: number }

export const holdingOf = async (folder: string): Promise<Holding> => summed(await entriesOf(folder))

/** Removes entries and nothing else: the folder may have been given by hand, and hold other things. */
export async function clearCache(folder: string): Promise<Holding> {
  const found = await entriesOf(folder)
  for (const { path } of found) await rm(path, { force: true })
  for (const shelf of new Set(found.map(({ path }) => dirname(path)))) await rmdir(shelf).catch(() => {})
  return summed(found)
}

const summed = (found: readonly Entry[]): Holding => ({
  entries: found.filter(({ path }) => READING.test(path)).length,
  bytes: found.reduce((sum, { bytes }) => sum + bytes, 0),
})

type Entry = { readonly path: string; readonly bytes: number }

const READING = /\.json\.gz(\.[0-9a-f-]{36}\.tmp)?$/
const ENTRY = /^[0-9a-f]{64}\.(json|known|report)\.gz(\.[0-9a-f-]{36}\.tmp)?$/
const HOUR = 3_600_000

/** With what an interrupted run left behind; what a run is writing just now is its own. */
async function entriesOf(folder: string): Promise<Entry[]> {
  const shelves = (await listed(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))
  const found = await each(shelves, 8, async (shelf) => {
    const paths = (await listed(join(folder, shelf))).filter((name) => ENTRY.test(name))
    return each(paths, 1, async (name) => {
      const path = join(folder, shelf, name)
      const stats = await stat(path).catch(() => undefined)
      const inUse = name.endsWith('.tmp') && stats && Date.now() - stats.mtimeMs < HOUR
      return stats && !inUse ? [{ path, bytes: stats.size }] : []
    })
  })
  return found.flat(2)
}

const listed = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
