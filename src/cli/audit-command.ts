import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { sinceOf } from '../audit/since.ts'
import { UserError } from '../core/problem.ts'
import type { Report } from '../core/report.ts'
import { LISTS } from '../gaps/index.ts'
import { visible } from '../language/visible.ts'
import { EXTENSION_NAMES, formatOf, RENDERERS } from '../reports/index.ts'
import { auditedFolder } from './audited-folder.ts'
import { exitCodeOf, GATES, type Gate } from './exit-code.ts'
import { type ReadingOptions, readingOptions } from './gathering.ts'
import { halt, Interrupted, interruptible } from './interrupt.ts'
import type { ExitCode, Io } from './io.ts'
import { insistOnSameUnit, lastReport } from './last-report.ts'
import { checkedOutput } from './output.ts'
import { rendered, save } from './results.ts'

type Options = ReadingOptions & {
  readonly format?: string
  readonly output: readonly string[]
  readonly list: readonly string[]
  readonly since?: string
  readonly watch?: boolean
  readonly asOf?: string
  readonly failOn: Gate
  readonly only: readonly string[]
  readonly unit?: string
  readonly indicators?: string
  readonly color?: boolean
  readonly all?: boolean
  readonly quiet?: boolean
}

const EXAMPLES = `
示例：
  audit ./区司法局                          在屏幕上看结果
  audit ./区司法局 -o 区司法局整改清单.xlsx    另存一份 Excel 问题整改清单
  audit ./区司法局 --list 返回.xlsx -o 清单.xlsx   收回清单，重新审核，写出下一份
  audit ./区司法局 --only 28 --only 31       只看指标 28 和 31
  audit ./区司法局 --format json             给其他程序用

退出码：0 没有缺口；1 有缺口（见 --fail-on）；2 没有完成审核（用法、文件或规则有错）`

export function auditCommand(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .argument('[folder]', '单位的材料文件夹')
    .option('--format <format>', `屏幕输出的格式：${Object.keys(RENDERERS).join('、')}`)
    .option('-o, --output <file>', `另存为文件，格式看扩展名（${EXTENSION_NAMES.join('、')}），可写多个`, collect, [])
    .option(
      '--list <file>',
      '收回的问题整改清单，可写多份：据以更新状态、复核、销号，用 -o 写出下一份清单',
      collectWhole,
      [],
    )
    .option('--since <report>', '与上次存下的 JSON 报告比较：改好的、新出现的、仍有的（清单旁有同名 .json 的自动比较）')
    .option('--watch', '材料有变动就重新审核，并与上一次比较；按 Ctrl-C 结束')
    .option('--as-of <date>', '审核日，如 2022-07-31（默认今天；周期结束后为报送截止日）')
    .addOption(new Option('--fail-on <severity>', '哪一级缺口算不通过').choices(GATES).default('required'))
    .option('--only <id>', '只审某个指标或规则，如 28 或 28.reviewed，可写多个', collect, [])
    .option('--unit <name>', '责任单位名称（默认取 audit.yaml 或文件夹名）')
    .option('--indicators <folder>', '使用另一套指标体系')
    .option('--all', '存疑和提示全部显示，不折叠')
    .option('-q, --quiet', '屏幕上不显示结果和进度，只写文件和退出码；写明 --format 的，仍照该格式输出')
    .option('--color', '用颜色')
    .option('--no-color', '不用颜色')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string | undefined) =>
      finish(await interruptible(io, (signal) => run(folder, program.opts<Options>(), io, signal))),
    )
  readingOptions(program)
}

const collect = (value: string, list: readonly string[]): string[] => [...list, ...value.split(/[,，]/).filter(Boolean)]

const collectWhole = (value: string, list: readonly string[]): string[] => [...list, value]

async function run(given: string | undefined, options: Options, io: Io, signal: AbortSignal): Promise<ExitCode> {
  if (given === undefined)
    throw new UserError('请指明要审核的单位文件夹，如 audit ./区司法局。用 audit --help 查看用法')
  const folder = resolve(io.cwd, given)
  const outputs = options.output.map((file) => ({
    path: checkedOutput(file, io.cwd, folder),
    format: formatFor(file, options),
  }))
  const shown = screenFormat(options, outputs)
  if (shown && shown in LISTS && io.stdout.isTTY)
    throw new UserError('Excel 清单和 Word 表单不能显示在屏幕上：请用 -o 整改清单.xlsx 存成文件')
  const lists = outputs.filter(({ format }) => format in LISTS)
  if (options.list.length > 0 && !lists.some(({ format }) => format === 'xlsx'))
    throw new UserError('有 --list 的，请用 -o 写明下一份清单存到哪里，如 -o 清单.xlsx')
  const written = outputs.flatMap(({ path, format }) => (format === 'json' ? [path] : []))
  const books = [...options.list, ...lists.flatMap(({ path, format }) => (format === 'xlsx' ? [path] : []))]
  let last = lastReport(options.since, books, written, io)

  const once = async (): Promise<ExitCode> => {
    const session =
      lists.length > 0
        ? await (await import('./gap-lists.ts')).gapLists(options.list, lists, options.asOf, io)
        : undefined
    const report = await auditedFolder(folder, options, io, signal, session?.answers)
    await halt(signal)
    const next = session?.next(report)
    if (report.findings.length === 0) io.err(`没有审核任何一条规则：${nothingJudged(report, options)}\n`)
    const since = last && insistOnSameUnit(last, report, options.since) ? sinceOf(last.report, report) : undefined
    last = { unit: report.unit.name, system: report.system.id, report }
    if (shown) io.out(await rendered(report, shown, options, io, since))
    if (next && session) session.tell(next, options.quiet ?? false)
    const { failure } = await save(report, outputs, options, io, since, (format, path) =>
      next?.written(format, path, folder),
    )
    if (failure) throw failure
    return next?.isSound === false ? 2 : exitCodeOf(report, options.failOn)
  }
  const code = await once()
  return options.watch ? watched(folder, once, code, options, io, signal) : code
}

/** Until Ctrl-C; a folder that cannot be audited at the moment is told, and looked at again after the next change. */
async function watched(
  folder: string,
  once: () => Promise<ExitCode>,
  first: ExitCode,
  { quiet }: Options,
  io: Io,
  signal: AbortSignal,
): Promise<ExitCode> {
  let code = first
  const say = (text: string) => quiet || io.err(`${text}\n`)
  say('正在监视材料文件夹，有变动就重新审核；按 Ctrl-C 结束')
  const again = async () => {
    say('材料有变动，重新审核：')
    try {
      code = await once()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      code = 2
      io.err(`${visible(error.message)}\n`)
    }
  }
  const { watching } = await import('./watch.ts')
  await watching(folder, again, signal).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error
  })
  return code
}

function nothingJudged({ indicators }: Report, { only }: Options): string {
  if (only.length > 0) return '--only 所列指标不由本单位负责，或没有适用规则'
  return indicators.length === 0 ? '指标体系中没有本单位负责的指标' : '本单位的指标都没有适用规则'
}

function formatFor(file: string, { format }: Options): string {
  const found = formatOf(file) ?? format
  if (found === undefined && /\.docx$/i.test(file))
    throw new UserError(`“${file}”是哪一种表单看不出：文件名里请写明，如 整改通知单.docx、销号申请单.docx`)
  if (found === undefined || !(found in RENDERERS))
    throw new UserError(`看不出“${file}”要存成什么格式：扩展名请用 ${EXTENSION_NAMES.join('、')} 之一，或加 --format`)
  return found
}

/** A format that goes to a file is not printed as well. Quiet hushes what nobody asked for: a named format is data. */
function screenFormat({ format, quiet }: Options, outputs: readonly { format: string }[]): string | undefined {
  if (format !== undefined && !(format in RENDERERS))
    throw new UserError(`没有“${format}”这种格式，可用：${Object.keys(RENDERERS).join('、')}`)
  if (format === undefined) return quiet ? undefined : 'text'
  return outputs.some((output) => output.format === format) ? undefined : format
}
