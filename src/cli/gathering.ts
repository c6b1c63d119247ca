import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import process from 'node:process'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { UserError } from '../core/problem.ts'
import type { GatherOptions } from '../reading/gather.ts'
import type { OcrMode } from '../reading/reader.ts'
import type { Cache } from '../reading/store/cache.ts'
import type { Digester, Memory } from '../reading/store/memory.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Io } from './io.ts'
import { lies } from './output.ts'
import { display, PROGRESS_MODES, type ProgressMode } from './progress.ts'

/** What every command that reads files may be told about the reading. */
export type ReadingOptions = {
  readonly ocr: OcrMode
  readonly jobs?: number
  readonly cacheDir?: string
  readonly cache: boolean
  readonly progress?: ProgressMode
}

const OCR: readonly OcrMode[] = ['auto', 'off', 'all']

export const readingOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--ocr <mode>', '扫描件和照片的文字识别：auto 只识别没有文字的页，off 不识别，all 全部识别')
        .choices(OCR)
        .default('auto'),
    )
    .option('--jobs <n>', '同时读取几个文件（默认按处理器个数，最多 4）', countOf)
    .option('--cache-dir <folder>', '读取缓存放在哪个文件夹（默认在用户的缓存文件夹，见 audit cache info）')
    .option('--no-cache', '不用读取缓存，全部重新读取')
    .addOption(
      new Option('--progress <mode>', '读取进度：bar 显示在终端，json 逐行供程序读，none 不显示').choices(
        PROGRESS_MODES,
      ),
    )

function countOf(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text)
  throw new InvalidArgumentError('请写 1 到 99 的整数')
}

// Each takes up to a few hundred megabytes, and beyond four the disk and the programme itself are what is waited for.
const jobsHere = (): number => Math.min(4, availableParallelism())

export function cacheFolderOf(given: string | undefined, io: Io): string | undefined {
  if (given === undefined) return cacheFolder(io, process.platform)
  // An empty variable of a script would scatter readings over the folder one stands in.
  if (given.trim() === '') throw new UserError('--cache-dir 后面是空的：请写明文件夹；不要缓存的，用 --no-cache')
  return resolve(io.cwd, given)
}

/** Gathers with these options: shows how far it is, and tells once what was wrong with the cache. */
export async function gathering<T>(
  evidence: string,
  options: ReadingOptions & { readonly quiet?: boolean },
  io: Io,
  signal: AbortSignal,
  gather: (options: GatherOptions) => Promise<T>,
  digester?: Digester,
): Promise<T> {
  const cache = await cacheFor(evidence, options, io)
  const memory =
    cache &&
    digester &&
    (await (await import('../reading/store/memory.ts')).openMemory(cache.folder, evidence, digester))
  const { show, end } = display(io, options.progress ?? (options.quiet ? 'none' : 'bar'), () => performance.now())
  try {
    return await gather({
      cache,
      memory,
      signal,
      ocr: options.ocr,
      jobs: options.jobs ?? jobsHere(),
      // What is given up counts as done, and would be told as if it were.
      onProgress: (progress) => !signal.aborted && show(progress),
    })
  } finally {
    end()
    if (cache) io.err(troubleOf(cache, memory))
  }
}

/** Undefined where nothing is kept. */
export const cacheOf = async (evidence: string, options: ReadingOptions, io: Io): Promise<string | undefined> =>
  (await cacheFor(evidence, options, io))?.folder

/** Evidence is never written to, not even by a cache that lies in it. */
async function cacheFor(evidence: string, { cache, cacheDir }: ReadingOptions, io: Io): Promise<Cache | undefined> {
  if (!cache) return undefined
  const folder = cacheFolderOf(cacheDir, io)
  if (folder === undefined) return undefined
  if (!lies(folder, evidence)) return (await import('../reading/store/cache.ts')).openCache(folder)
  if (cacheDir !== undefined)
    throw new UserError(`缓存文件夹“${cacheDir}”在材料文件夹里面：审核绝不改动材料文件夹，请换到别处`)
  return undefined
}

function troubleOf({ folder, trouble }: Cache, memory: Memory | undefined): string {
  const troubles = [trouble(), ...(memory ? [memory.trouble()] : [])]
  const damaged = troubles.reduce((sum, one) => sum + one.damaged, 0)
  const unwritable = troubles.some((one) => one.unwritable)
  const lines = [
    ...(damaged > 0 ? [`读取缓存中有 ${damaged} 条记录已损坏，相应文件已重新读取\n`] : []),
    ...(unwritable
      ? [
          `读取缓存“${folder}”无法写入，本次不影响结果，只是下次仍要重新读取：请检查权限和磁盘空间，或用 --cache-dir 换一个位置\n`,
        ]
      : []),
  ]
  return lines.join('')
}
