import { join, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { type Fault, faultLine, UserError } from '../core/problem.ts'
import type { Indicator, IndicatorSystem, Part, Unit } from '../core/system.ts'
import { shippedSystem } from './about.ts'
import { diffCommand } from './diff-command.ts'
import { systemOf } from './gathered.ts'
import type { ExitCode, Io } from './io.ts'

type Options = { readonly unit?: string; readonly format: 'text' | 'json'; readonly indicators?: string }

const PART_NAMES: Readonly<Record<Part, string>> = { named: '点名', group: '按类', candidate: '待认领', none: '无关' }

/** `audit indicators …`: what the system holds, for the people who use it and for those who write it. */
export function indicatorsCommand(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const indicators = program.command('indicators').description('查看和检查指标体系')
  const folder = ['--indicators <folder>', '使用另一套指标体系'] as const
  const format = () => new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text')

  indicators
    .command('list')
    .description('列出全部三级指标')
    .option('--unit <name>', '标出与某个责任单位的关系')
    .addOption(format())
    .option(...folder)
    .action(async (_: unknown, command: Command) => finish(await list(command.optsWithGlobals<Options>(), io)))
  indicators
    .command('show <id>')
    .description('显示一项指标的原文、责任单位、材料和规则')
    .addOption(format())
    .option(...folder)
    .action(async (id: string, _: unknown, command: Command) =>
      finish(await show(id, command.optsWithGlobals<Options>(), io)),
    )
  indicators
    .command('units')
    .description('列出责任单位名单')
    .addOption(format())
    .option(...folder)
    .action(async (_: unknown, command: Command) => finish(await units(command.optsWithGlobals<Options>(), io)))
  indicators
    .command('test [id...]')
    .description('用指标文件所附的用例检验规则：结论与编写人写明的是否相符')
    .addOption(format())
    .option(...folder)
    .action(async (ids: string[], _: unknown, command: Command) => {
      const { testCases } = await import('./indicators-test-command.ts')
      finish(await testCases(ids, command.optsWithGlobals<Options>(), io))
    })
  indicators
    .command('coverage')
    .description('列出各一级指标的规则有多少靠计算、对照材料、书面说明，有多少请人判断')
    .addOption(format())
    .option(...folder)
    .action(async (_: unknown, command: Command) => {
      const { coverage } = await import('./indicators-coverage-command.ts')
      finish(await coverage(command.optsWithGlobals<Options>(), io))
    })
  indicators
    .command('sources [id...]')
    .description('列出各条规则的依据：版本、条款、在何处读到、何日核对，以及仍未核实的')
    .addOption(format())
    .option(...folder)
    .action(async (ids: string[], _: unknown, command: Command) => {
      const { sources } = await import('./indicators-sources-command.ts')
      finish(await sources(ids, command.optsWithGlobals<Options>(), io))
    })
  indicators
    .command('check [folder]')
    .description('检查指标体系文件，一次列出全部错误')
    .option('--cases', '同时检查用例：每条规则都要有符合、缺口、存疑和临界的用例')
    .action(async (given: string | undefined, { cases }: { readonly cases?: boolean }) =>
      finish(await check(given, cases === true, io)),
    )
  diffCommand(indicators, io, finish)
}

async function list(options: Options, io: Io): Promise<ExitCode> {
  const system = await systemOf(options.indicators, io)
  const unit = options.unit === undefined ? undefined : await known(system, options.unit)
  const { partOf } = await import('../system/responsibility.ts')
  if (options.format === 'json') {
    const rows = system.indicators.map((one) => listed(one, unit && partOf(system, unit, one).part))
    io.out(`${JSON.stringify(rows, null, 2)}\n`)
    return 0
  }
  const { indicatorLines } = await import('./indicator-text.ts')
  io.out(indicatorLines(system, unit && ((one) => PART_NAMES[partOf(system, unit, one).part])))
  return 0
}

function listed({ id, level1, level2, text, units: { printed, cell, as } }: Indicator, part: Part | undefined) {
  return { id, level1, level2, text, units: { printed, cell, as }, ...(part && { part }) }
}

async function known(system: IndicatorSystem, name: string): Promise<Unit> {
  const { resolveUnit } = await import('../system/responsibility.ts')
  const found = resolveUnit(system, name)
  if ('unit' in found) return found.unit
  const nearest = found.nearest.length > 0 ? `，最接近的是：${found.nearest.join('、')}` : ''
  throw new UserError(`“${name}”不在责任单位名单中${nearest}。全部单位见 audit indicators units`)
}

async function show(id: string, options: Options, io: Io): Promise<ExitCode> {
  const system = await systemOf(options.indicators, io)
  const found = [system.package, ...system.indicators].find((one) => one.id.toLowerCase() === id.toLowerCase())
  if (!found) throw new UserError(`没有编号为“${id}”的指标：编号为 1 至 100、J1、J2、F1、F2，整包要求为 package`)
  if (options.format === 'json') io.out(`${JSON.stringify(found, null, 2)}\n`)
  else io.out((await import('./indicator-text.ts')).indicatorText(found, system))
  return 0
}

async function units(options: Options, io: Io): Promise<ExitCode> {
  const { roster } = await systemOf(options.indicators, io)
  if (options.format === 'json') io.out(`${JSON.stringify(roster.units, null, 2)}\n`)
  else io.out((await import('./indicator-text.ts')).unitLines(roster))
  return 0
}

/** The words that come with the programme, beside the system that does. */
async function shippedWordsFaults(): Promise<Fault[]> {
  const { wordsFaults } = await import('../system/words-files.ts')
  const faults = await wordsFaults(join(shippedSystem(), '..', '..', 'words'))
  return faults.map((fault) => ({ ...fault, file: `words/${fault.file}` }))
}

async function check(given: string | undefined, withCases: boolean, io: Io): Promise<ExitCode> {
  const { checkSystem } = await import('../system/load.ts')
  const { system, faults: own } = await checkSystem(given === undefined ? shippedSystem() : resolve(io.cwd, given))
  const faults = given === undefined ? [...own, ...(await shippedWordsFaults())] : own
  for (const fault of faults) io.out(`${faultLine(fault)}\n`)
  if (!system || faults.length > 0) {
    io.err(`共 ${faults.length} 处错误，请逐处改正后再检查\n`)
    return 2
  }
  const rules = system.indicators.reduce((sum, { rules: own }) => sum + own.length, system.package.rules.length)
  const titles = system.examples ? `、题名例 ${system.examples.length} 条` : ''
  io.out(
    `${system.name} ${system.version}：${system.indicators.length} 项指标、${rules} 条规则、${system.ledgers.length} 种台账${titles}，未发现错误\n`,
  )
  if (!withCases) return 0
  const { checkCases } = await import('./indicators-test-command.ts')
  return checkCases(system, given, io)
}
