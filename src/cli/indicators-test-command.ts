import { resolve } from 'node:path'
import { type Edge, unshownEdges } from '../cases/edges.ts'
import { type Lacking, lackingIn } from '../cases/lacking.ts'
import { CASES, type Expectation, loadCases, type RuleCases } from '../cases/load.ts'
import { type CaseResult, runCases } from '../cases/run.ts'
import { OUTCOME_NAMES } from '../core/outcome.ts'
import { UserError } from '../core/problem.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { KINDS } from '../judging/kinds/index.ts'
import { visible } from '../language/visible.ts'
import { shippedSystem } from './about.ts'
import { found } from './asked.ts'
import { systemOf } from './gathered.ts'
import type { ExitCode, Io } from './io.ts'

type Options = { readonly format: 'text' | 'json'; readonly indicators?: string }

/** `audit indicators test`: do the rules judge as their authors say? 0: all do, 1: some do not, 2: faulty files. */
export async function testCases(ids: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const system = await systemOf(options.indicators, io)
  const all = await casesOf(system, options.indicators, io)
  const asked = ids.map((id) => found(system, id)).map(({ rule, indicator }) => rule?.id ?? indicator.id)
  const wanted = (rule: string, indicator: string) =>
    asked.length === 0 || asked.includes(rule) || asked.includes(indicator)
  const chosen = all.filter(({ rule, indicator }) => wanted(rule.id, indicator.id))
  const results = runCases(system, chosen)
  const lacking = lackingIn(system, all).filter(({ rule: { id } }) => wanted(id, id.split('.')[0] ?? ''))
  const edges = unshownEdges(system, chosen)
  const failed = results.filter(({ passed }) => !passed)
  if (options.format === 'json') {
    const rows = lacking.map(({ rule, outcomes }) => ({ rule: rule.id, outcomes }))
    io.out(
      `${JSON.stringify({ passed: results.length - failed.length, failed: failed.length, results, lacking: rows, edges: edges.map(({ rule, ...edge }) => ({ rule: rule.id, ...edge })) }, null, 2)}\n`,
    )
  } else {
    for (const result of failed) io.out(failureText(result))
    io.out(
      results.length === 0
        ? `没有用例：请写在指标体系文件夹的 ${CASES} 文件夹里，写法见 docs/指标编写.md\n`
        : `${chosen.length} 条规则、${results.length} 个用例：${results.length - failed.length} 个相符，${failed.length} 个不符\n`,
    )
    const [first, ...others] = lackingLines(lacking, edges)
    if (first !== undefined) io.err(`${[first, ...others.slice(0, MOST_LINES - 1)].join('\n')}\n`)
    if (others.length >= MOST_LINES)
      io.err(`……共 ${others.length + 1} 处用例不全，全部列出用 audit indicators check --cases\n`)
  }
  return failed.length > 0 ? 1 : 0
}

const MOST_LINES = 10

/** `audit indicators check --cases`: every rule has its cases, and they hold. */
export async function checkCases(system: IndicatorSystem, folder: string | undefined, io: Io): Promise<ExitCode> {
  const all = await casesOf(system, folder, io)
  const results = runCases(system, all)
  const failed = results.filter(({ passed }) => !passed)
  const lines = lackingLines(lackingIn(system, all), unshownEdges(system, all))
  for (const result of failed) io.out(failureText(result))
  for (const line of lines) io.out(`${line}\n`)
  if (failed.length + lines.length > 0) {
    io.err(`用例有 ${failed.length} 个不符、${lines.length} 处不全，请改正后再检查\n`)
    return 2
  }
  io.out(`${results.length} 个用例全部相符，各条规则的用例齐全\n`)
  return 0
}

const lackingLines = (lacking: readonly Lacking[], edges: readonly Edge[]): string[] => [
  ...lacking.map(
    ({ rule, outcomes }) => `规则 ${rule.id} 缺少得出${outcomes.map((one) => `“${nameOf(one)}”`).join('、')}的用例`,
  ),
  ...edges.map(
    ({ rule, limit, from, to }) =>
      `规则 ${rule.id} 缺少临界的用例：把 ${limit} 由 ${from} 改为 ${to}，没有用例的结论随之改变`,
  ),
]

/** The system's cases. Faults are told all at once. */
export async function casesOf(
  system: IndicatorSystem,
  folder: string | undefined,
  io: Io,
): Promise<readonly RuleCases[]> {
  const { cases, faults } = await loadCases(
    folder === undefined ? shippedSystem() : resolve(io.cwd, folder),
    system,
    KINDS,
  )
  if (faults.length === 0) return cases
  throw new UserError(`用例文件有 ${faults.length} 处错误，请改正后再运行`, faults)
}

const NAMES: Readonly<Record<Expectation, string>> = { ...OUTCOME_NAMES, off: '不判断' }

const nameOf = (outcome: Expectation): string => NAMES[outcome]

function failureText({ rule, name, file, line, expected, got }: CaseResult): string {
  const subject = expected.subject ? `（${expected.subject}）` : ''
  const lines = [
    `✗ ${rule}${subject}  ${name}  ${file}:${line}`,
    `    应为  ${nameOf(expected.outcome)}${expected.says ? `  ……${expected.says}……` : ''}`,
    ...(got.says.length > 0 ? got.says : ['']).map((says) => `    实为  ${nameOf(got.outcome)}  ${says}`.trimEnd()),
  ]
  return `${lines.map(visible).join('\n')}\n`
}
