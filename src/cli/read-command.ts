import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Evidence } from '../core/evidence.ts'
import { UserError } from '../core/problem.ts'
import { isLitter, isUndecoded, UNDECODED } from '../reading/folder/names.ts'
import { clockOf } from './clock.ts'
import { systemOf, unitOf } from './gathered.ts'
import { gathering, type ReadingOptions, readingOptions } from './gathering.ts'
import { interruptible } from './interrupt.ts'
import type { ExitCode, Io } from './io.ts'

type Options = ReadingOptions & {
  readonly format: 'text' | 'json'
  readonly all?: boolean
  readonly unit?: string
  readonly indicators?: string
}

const MEANING = `
退出码：0 已读取（全部或部分）；1 没有读出内容；2 用法有错`

/** `audit read`: what the auditor sees in one file, for whoever wonders why it says what it says. */
export function readCommand(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('read <file>')
    .description(
      '查看审核程序从一个文件里读到了什么：文字、表格、文号、题名、日期、印章，认作什么材料、哪种台账，为什么',
    )
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .option('--all', '全文和表格全部显示，不节选')
    .option('--unit <name>', '责任单位名称（默认看上级文件夹的名称和 audit.yaml；看不出的，不分单位）')
    .option('--indicators <folder>', '使用另一套指标体系')
    .addHelpText('after', MEANING)
    .action(async (file: string) =>
      finish(await interruptible(io, (signal) => run(file, command.opts<Options>(), io, signal))),
    )
  readingOptions(command)
}

async function run(given: string, options: Options, io: Io, signal: AbortSignal): Promise<ExitCode> {
  const path = checkedFile(given, io)
  const system = await systemOf(options.indicators, io)
  const [{ gatherFile }, { seenIn, seenAsJson }, { seenAlone }, { homeOf }] = await Promise.all([
    import('../reading/gather.ts'),
    import('./read-text.ts'),
    import('../audit/seen/alone.ts'),
    import('./own-unit.ts'),
  ])
  const gathered = await gathering(path, options, io, signal, (means) =>
    gatherFile(basename(path).normalize('NFC'), path, means),
  )
  const home = homeOf(path, system)
  const unit = options.unit === undefined ? (home?.unit ?? null) : await unitOf(system, options.unit, null, '')
  const prefix = home ? home.within.slice(0, home.within.lastIndexOf('/') + 1) : ''
  const lying = gathered.evidence.map((one): Evidence => ({ ...one, path: `${prefix}${one.path}` }))
  const { asOf } = clockOf(undefined, io.today, system.cycle)
  const seen = seenAlone(lying, system, unit, asOf)
  io.out(options.format === 'json' ? seenAsJson(gathered, seen) : seenIn(gathered, seen, options.all ?? false))
  return gathered.evidence.every(({ extent }) => extent === 'unread') ? 1 : 0
}

export function checkedFile(given: string, { cwd }: Io): string {
  const path = resolve(cwd, given)
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats && isUndecoded(path)) throw new UserError(`“${given}”的${UNDECODED}`)
  if (!stats) throw new UserError(`找不到文件“${given}”：请核对路径后重新运行`)
  if (stats.isDirectory())
    throw new UserError(`“${given}”是文件夹：请指明其中一个文件，审核整个文件夹请用 audit ${given}`)
  if (isLitter(basename(path)))
    throw new UserError(`“${given}”是系统或办公软件自动生成的文件，不是佐证材料，审核时不读取：请删除后再报送`)
  if (!stats.isFile()) throw new UserError(`“${given}”不是普通文件（管道或设备），不能读取`)
  return path
}
