import { type Command, Option } from 'commander'
import type { ExitCode, Io } from './io.ts'

type Options = { readonly format: 'text' | 'json'; readonly cacheDir?: string }

const MEANING = `
退出码：0 可以正常使用；1 有影响使用的问题（✗ 行），按行末的命令处理`

/** `audit doctor`: what this machine can read and what it lacks, each with the one thing that mends it. */
export function doctorCommand(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('doctor')
    .description('检查本机能不能正常使用：能读哪些文件、缺什么、怎么补')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .option('--cache-dir <folder>', '要检查的缓存文件夹')
    .addHelpText('after', MEANING)
    .action(async () => finish(await run(command.opts<Options>(), io)))
}

async function run({ format, cacheDir }: Options, io: Io): Promise<ExitCode> {
  const { examined } = await import('./doctor-checks.ts')
  const checks = await examined(io, cacheDir)
  const ok = checks.every((check) => check.ok || !check.needed)
  if (format === 'json') io.out(`${JSON.stringify({ format: 1, ok, checks }, null, 2)}\n`)
  else {
    const lines = checks.map(({ ok: fine, needed, name, found, fix }) => {
      const aside = fine || needed ? '' : '（不影响审核结果）'
      return `${fine ? '✓' : '✗'} ${name}：${found}${aside}${fine ? '' : `\n    ${fix}`}`
    })
    io.out(`${[...lines, '', ok ? '可以正常使用' : '有影响使用的问题，请按上面 ✗ 行的提示处理'].join('\n')}\n`)
  }
  return ok ? 0 : 1
}
