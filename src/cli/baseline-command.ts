import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import { type Day, isDay } from '../core/day.ts'
import { UserError } from '../core/problem.ts'
import type { Held, Known } from '../gaps/baseline.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { type AuditOptions, auditedFolder } from './audited-folder.ts'
import { type ReadingOptions, readingOptions } from './gathering.ts'
import { interruptible } from './interrupt.ts'
import type { ExitCode, Io } from './io.ts'
import { checkedOutput, write } from './output.ts'

type Options = ReadingOptions &
  AuditOptions & {
    readonly write?: boolean
    readonly frozen?: boolean
    readonly until?: string
    readonly reason?: string
  }

const MEANING = `
示例：
  audit baseline ./区司法局 区司法局.基线.json --write --reason "八月底前整改" --until 2022-08-31
  audit baseline ./区司法局 区司法局.基线.json            对照：有新缺口的不通过，已改的从基线中去掉

缺口按内容认，不按个数：同一条下面多出一件，就是新缺口。
退出码：0 没有新缺口；1 有新缺口，或基线中有过期的；2 没有完成审核`

/** `audit baseline`: for a shared repository whose gaps are known; new ones fail, and what is mended may not come back. */
export function baselineCommand(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('baseline <folder> <file>')
    .description('持续集成用：对照已知缺口的基线，只有新缺口和过期的才算不通过')
    .option('--write', '把现有缺口记为基线（已有的基线被代替）')
    .option('--until <date>', '与 --write 同用：容许到哪一天（默认 90 天）')
    .option('--reason <text>', '与 --write 同用：为什么暂时容许')
    .option('--frozen', '只对照，不改基线文件')
    .option('--as-of <date>', '审核日，如 2022-07-31')
    .option('--unit <name>', '责任单位名称（默认取 audit.yaml 或文件夹名）')
    .option('--indicators <folder>', '使用另一套指标体系')
    .addHelpText('after', MEANING)
    .action(async (folder: string, file: string) =>
      finish(await interruptible(io, (signal) => run(folder, file, command.opts<Options>(), io, signal))),
    )
  readingOptions(command)
}

async function run(given: string, file: string, options: Options, io: Io, signal: AbortSignal): Promise<ExitCode> {
  const folder = resolve(io.cwd, given)
  const path = checkedOutput(file, io.cwd, folder)
  const { baselineIn, baselineOf, heldAgainst, written } = await import('../gaps/baseline.ts')
  const until = untilOf(options)
  if (!options.write && !existsSync(path))
    throw new UserError(`找不到基线“${file}”：请先加 --write --reason "…" 记下现有缺口`)
  if (options.write && !options.reason)
    throw new UserError('记基线要写明理由：请加 --reason，如 --reason "八月底前整改"')
  const baseline = options.write ? undefined : baselineIn(sourceOf(path), basename(path))

  const report = await auditedFolder(folder, options, io, signal)
  if (report.findings.length === 0) throw new UserError('没有审核任何一条规则，不能对照基线：请核对单位和文件夹')
  const on = options.asOf !== undefined && isDay(options.asOf) ? options.asOf : io.today
  if (!baseline) {
    const made = baselineOf(report, options.reason ?? '', on, until)
    write(path, written(made))
    const [first] = made.known
    io.out(
      first
        ? `已记下 ${made.known.length} 处缺口，容许到 ${first.until}：${file}\n`
        : `没有缺口，已记下空的基线：${file}\n`,
    )
    return 0
  }
  const held = heldAgainst(baseline, report, on)
  io.out(`${linesOf(held).map(visible).join('\n')}\n`)
  const next = written(held.left)
  if (!options.frozen && next !== sourceOf(path)) write(path, next)
  return held.fresh.length + held.expired.length > 0 ? 1 : 0
}

function untilOf({ until }: Options): Day | undefined {
  if (until === undefined || isDay(until)) return until
  throw new UserError(`--until 的日期“${until}”不对：请写成 2022-08-31 这样的形式`)
}

function sourceOf(path: string): string {
  if (statSync(path).isFile()) return readFileSync(path, 'utf8')
  throw new UserError(`基线“${path}”不是文件`)
}

function linesOf({ fresh, expired, mended, left }: Held): string[] {
  const told = (title: string, list: readonly Known[], more: (one: Known) => string = () => '') =>
    list.length > 0
      ? [
          `${title} ${list.length} 处`,
          ...list.map((one) => `  ${one.indicator}  ${clipped(one.says, 120)}${more(one)}`),
        ]
      : []
  return [
    ...told('✗ 新缺口', fresh),
    ...told('✗ 基线中已过期', expired, ({ until, reason }) => `（容许到 ${until}：${reason}）`),
    ...told('✓ 已整改，从基线中去掉', mended),
    fresh.length + expired.length > 0
      ? '不通过：请整改新缺口和过期的；确需容许的，重新记基线（--write）'
      : `通过：没有新缺口，基线中还有 ${left.known.length} 处`,
  ]
}
