import type { Evidence, Format, Note } from '../core/evidence.ts'
import type { Problem } from '../core/problem.ts'
import { contradicts, extensionOf } from './folder/extensions.ts'
import { fileSource, type Source } from './folder/source.ts'
import { type Unpacked, unpacked } from './folder/unpack.ts'
import { walk } from './folder/walk.ts'
import type { Got } from './got.ts'
import type { Means, Watch } from './means.ts'
import { watched as watchedFor } from './own/packages.ts'
import { ownTrouble } from './own/trouble.ts'
import { LIMITS, type Limits } from './process/limits.ts'
import { openPool } from './process/pool.ts'
import { NOTHING, note, type OcrMode } from './reader.ts'
import { readingsOf } from './readings.ts'
import type { Cache } from './store/cache.ts'
import { LazyEvidence, LazyReading } from './store/lazy.ts'
import type { Memory } from './store/memory.ts'

export type Gathered = {
  readonly evidence: readonly Evidence[]
  readonly problems: readonly Problem[]
  /** By path, what the memory's digester made of a file; not of every one. */
  readonly digestOf?: (path: string) => unknown
  /** Whether every reading is one that is kept: the same files then give the same, whatever the machine is busy with. */
  readonly isKept?: boolean
  /** Whether a text has gone from the cache since, so that whatever was made of all this is void. */
  readonly isLost?: () => boolean
}

/** How far a gathering has come. `share` 0…1 of what has to be read at all; undefined until that is known. */
export type Progress = {
  readonly done: number
  readonly total: number
  readonly share?: number
  /** What is being read just now, the longest in hand first. Page 0 of 0: not told. */
  readonly inHand: readonly { readonly path: string; readonly page: number; readonly pages: number }[]
}

export type GatherOptions = {
  readonly onProgress?: (progress: Progress) => void
  /** Without one, every file is read anew. */
  readonly cache?: Cache | undefined
  /** Beside the cache: what was made of the folder's files, so that most texts need not even be fetched. */
  readonly memory?: Memory | undefined
  /** How many files are read at once, each in its own process; 0 reads in this process, without its guard. */
  readonly jobs?: number
  readonly ocr?: OcrMode
  readonly limits?: Partial<Limits>
  /** Ends the gathering at once; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** Reads every file of a unit's folder and changes none. What could not be read, or not wholly, is told. */
export async function gather(folder: string, options: GatherOptions = {}): Promise<Gathered> {
  const { files, unopened, problems } = await walk(folder)
  const { file } = { ...LIMITS, ...options.limits }
  const sources = files.map(({ path, onDisk }) => fileSource(path, onDisk, file))
  const inside = await readAll(sources, options)
  insistOnAll(sources, inside.got)
  await options.memory?.save()
  return {
    ...(options.memory && {
      digestOf: digestsOf(inside.got),
      isLost: options.memory.isLost,
      isKept: inside.got.every(({ digest }) => digest !== undefined),
    }),
    evidence: [...unopened.map(unopenedEvidence), ...inside.got.map(evidenceOf)].sort(byPath),
    problems: [...problems, ...inside.problems, ...inside.got.flatMap(problemsOf)].sort(byFile),
  }
}

/** What lies in the folder is told, whatever became of it. */
function insistOnAll(sources: readonly Source[], got: readonly Got[]): void {
  const read = new Set(got.map(({ source }) => source))
  if (sources.some((source) => !read.has(source))) throw ownTrouble('有文件在读取时漏掉了')
}

function digestsOf(got: readonly Got[]): (path: string) => unknown {
  const digests = new Map(got.map(({ source, digest }) => [source.path, digest]))
  return (path) => {
    const digest = digests.get(path)
    if (!digest) return undefined
    try {
      return JSON.parse(Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString())
    } catch {
      return undefined
    }
  }
}

/** One file, as `gather` would read it in a folder of its own. */
export async function gatherFile(name: string, onDisk: string, options: GatherOptions = {}): Promise<Gathered> {
  const { file } = { ...LIMITS, ...options.limits }
  const { got, problems } = await readAll([fileSource(name, onDisk, file)], options)
  return {
    evidence: got.map(evidenceOf).sort(byPath),
    problems: [...problems, ...got.flatMap(problemsOf)].sort(byFile),
  }
}

async function readAll(sources: readonly Source[], options: GatherOptions): Promise<Unpacked> {
  const { cache, memory, jobs = 2, ocr = 'auto', signal, onProgress = () => {} } = options
  const limits = { ...LIMITS, ...options.limits }
  signal?.throwIfAborted()
  const pool = openPool(jobs, limits)
  signal?.addEventListener('abort', pool.close, { once: true })
  try {
    const { onFound, ...watch } = watched(sources.length, onProgress)
    const means: Means = { pool, cache, memory, ocr, limits, watch }
    const { value } = await watchedFor(async () => unpacked(await readingsOf(sources, means), means, onFound))
    return value
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', pool.close)
    pool.close()
  }
}

/** Adds up what readings tell of themselves. */
function watched(
  files: number,
  onProgress: (progress: Progress) => void,
): Watch & { readonly onFound: (files: number) => void } {
  let total = files
  const inHand = new Map<string, { path: string; page: number; pages: number }>()
  let [done, cost, spent] = [0, 0, 0]
  const tell = () => onProgress({ done, total, ...(cost > 0 && { share: spent / cost }), inHand: [...inHand.values()] })
  return {
    onFound: (more) => {
      total += more
      tell()
    },
    onPlan: (added) => {
      cost += added
      tell()
    },
    onPage: (path, page, pages) => {
      inHand.set(path, { path, page, pages })
      tell()
    },
    onLater: (path) => {
      inHand.delete(path)
      tell()
    },
    onDone: (paths, own) => {
      for (const path of paths) inHand.delete(path)
      spent += own
      done += paths.length
      tell()
    },
  }
}

const unopenedEvidence = ({ path, format, note }: { path: string; format: Format; note: Note }): Evidence => ({
  path,
  sha256: '',
  bytes: 0,
  format,
  ...NOTHING,
  notes: [note],
})

const evidenceOf = ({ source: { path }, sha256, bytes, format, reading }: Got): Evidence => {
  const about = { path, sha256, bytes, format }
  return reading instanceof LazyReading ? new LazyEvidence(about, reading) : { ...about, ...reading }
}

function problemsOf({ source: { path }, format, macro, reading, refused }: Got): Problem[] {
  const told = refused ? [refused] : [...remarks(format, macro, extensionOf(path)), ...reading.notes]
  return told.map(({ code, message }) => ({ code, message, file: path }))
}

function remarks(format: Format, macro: boolean, extension: string): Problem[] {
  const told: Problem[] = []
  if (contradicts(extension, format))
    told.push(
      note('mismatch', `扩展名是 ${extension}，内容却是${nameOf(format)}，已按内容处理：${remedy(extension, format)}`),
    )
  if (macro) told.push(note('macro', '文件含宏，宏没有运行：请另存为不含宏的 docx 或 xlsx 后重新放入'))
  return told
}

/** What a system exports under the name of Word or Excel is opened by them, and would not be under its own. */
function remedy(extension: string, format: Format): string {
  const asked = ['html', 'mht', 'csv', 'txt', 'rtf'].includes(format)
  if (asked && ['xls', 'xlsx', 'et'].includes(extension)) return '请用 Excel 或 WPS 打开，另存为 xlsx'
  if (asked && ['doc', 'docx', 'wps'].includes(extension)) return '请用 Word 或 WPS 打开，另存为 docx'
  return '请改正扩展名'
}

const NAMES: Partial<Record<Format, string>> = {
  txt: '纯文本',
  html: '网页',
  mht: '网页',
  audio: '录音',
  video: '录像',
  executable: '程序',
  shortcut: '快捷方式',
  zip: '压缩包',
  doc: '旧版 Word 文件',
  xls: '旧版 Excel 文件',
}

const nameOf = (format: Format): string => NAMES[format] ?? ` ${format}`

const byPath = (a: Evidence, b: Evidence): number => order(a.path, b.path)

const byFile = (a: Problem, b: Problem): number => order(a.file ?? '', b.file ?? '') || order(a.code, b.code)

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
