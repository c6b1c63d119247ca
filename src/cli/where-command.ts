import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { UserError } from '../core/problem.ts'
import { TOOL, version } from './about.ts'
import { clockOf } from './clock.ts'
import { systemOf, unitOf } from './gathered.ts'
import { gathering, type ReadingOptions, readingOptions } from './gathering.ts'
import { interruptible } from './interrupt.ts'
import type { ExitCode, Io } from './io.ts'
import { checkedFile } from './read-command.ts'

type Options = ReadingOptions & {
  readonly format: 'text' | 'json'
  readonly unit?: string
  readonly indicators?: string
}

const MEANING = `
退出码：0 认定为某项材料；1 没有认定；2 用法有错`

/** `audit where`: which materials a file of a package serves, what it nearly is, and what would change that. */
export function whereCommand(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('where <file> [folder]')
    .description('查看一个文件在整包材料里归到哪项指标、哪种材料，接近什么，怎样改才能认定')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .option('--unit <name>', '责任单位名称（默认取 audit.yaml 或文件夹名）')
    .option('--indicators <folder>', '使用另一套指标体系')
    .addHelpText('after', MEANING)
    .action(async (file: string, folder: string | undefined) =>
      finish(await interruptible(io, (signal) => run(file, folder, command.opts<Options>(), io, signal))),
    )
  readingOptions(command)
}

async function run(
  given: string,
  asked: string | undefined,
  options: Options,
  io: Io,
  signal: AbortSignal,
): Promise<ExitCode> {
  const path = checkedFile(given, io)
  const system = await systemOf(options.indicators, io)
  const { homeOf, pathIn } = await import('./own-unit.ts')
  const folder = asked === undefined ? homeOf(path, system)?.folder : resolve(io.cwd, asked)
  if (folder === undefined)
    throw new UserError(`看不出“${given}”在哪个单位的材料文件夹里：请写明，如 audit where ${given} ./区司法局`)
  const within = pathIn(folder, path)
  const [{ gather }, { insistOnFolder }, { packageOf }, { standingOf }, { standingText }, { loadUnitFile }] =
    await Promise.all([
      import('../reading/gather.ts'),
      import('../reading/folder/walk.ts'),
      import('../audit/package.ts'),
      import('../audit/seen/where.ts'),
      import('./where-text.ts'),
      import('../system/unit-file.ts'),
    ])
  await insistOnFolder(folder)
  const unitFile = await loadUnitFile(folder, system)
  const unit = await unitOf(system, options.unit, unitFile, folder)
  const gathered = await gathering(folder, options, io, signal, (means) => gather(folder, means))
  const { asOf } = clockOf(undefined, io.today, system.cycle)
  const { found } = packageOf({ system, unit, unitFile, asOf, tool: { name: TOOL, version: version() }, ...gathered })
  const standings = standingOf(found, system, within)
  if (standings.length === 0) throw new UserError(`审核“${folder}”时没有读到“${within}”：请核对路径`)
  io.out(
    options.format === 'json'
      ? `${JSON.stringify({ format: 1, unit: unit.name, files: standings }, null, 2)}\n`
      : standingText(standings, unit.name),
  )
  const isServed = standings.some((one) =>
    [one, ...one.parts].some(({ serves }) => serves.some(({ sure, material }) => sure && material !== null)),
  )
  return isServed ? 0 : 1
}
