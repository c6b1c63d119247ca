import { type Command, Option } from 'commander'
import { UserError } from '../core/problem.ts'
import { cacheFolderOf } from './gathering.ts'
import type { ExitCode, Io } from './io.ts'

type Options = { readonly cacheDir?: string; readonly format: 'text' | 'json' }

/** `audit cache …`: where readings are kept, how much that is, and how to be rid of them. */
export function cacheCommand(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const cache = program.command('cache').description('查看或清空读取缓存')
  const add = (name: string, description: string, run: (options: Options) => Promise<ExitCode>) => {
    const command = cache
      .command(name)
      .description(description)
      .option('--cache-dir <folder>', '缓存文件夹不在默认位置时指明')
      .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
      .action(async () => finish(await run(command.opts<Options>())))
  }
  add('info', '显示缓存的位置和大小', (options) => info(options, io))
  add('clear', '清空缓存：只删除本工具存的记录，不影响任何材料', (options) => clear(options, io))
}

async function info({ cacheDir, format }: Options, io: Io): Promise<ExitCode> {
  const folder = folderOf(cacheDir, io)
  const { holdingOf } = await import('../reading/store/cache.ts')
  const { entries, bytes } = await holdingOf(folder)
  if (format === 'json') io.out(`${JSON.stringify({ folder, entries, bytes })}\n`)
  else
    io.out(
      `${folder}\n${entries === 0 ? '缓存是空的' : `${entries} 个文件的读取结果，共 ${megabytes(bytes)}`}\n` +
        '缓存里有材料的文字内容，只有本机当前用户可以查看；不再需要时用 audit cache clear 清空\n',
    )
  return 0
}

async function clear({ cacheDir, format }: Options, io: Io): Promise<ExitCode> {
  const folder = folderOf(cacheDir, io)
  const { clearCache } = await import('../reading/store/cache.ts')
  const { entries, bytes } = await clearCache(folder)
  if (format === 'json') io.out(`${JSON.stringify({ folder, entries, bytes })}\n`)
  else io.out(entries === 0 ? '缓存是空的，没有可清除的记录\n' : `已清除 ${entries} 条记录，共 ${megabytes(bytes)}\n`)
  return 0
}

function folderOf(given: string | undefined, io: Io): string {
  const folder = cacheFolderOf(given, io)
  if (folder === undefined) throw new UserError('找不到用户的缓存文件夹：请用 --cache-dir 指明')
  return folder
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`
