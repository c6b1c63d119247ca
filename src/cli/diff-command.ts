import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Change } from '../core/change.ts'
import { OUTCOME_NAMES, SEVERITY_NAMES } from '../core/outcome.ts'
import { UserError } from '../core/problem.ts'
import type { Finding, Report } from '../core/report.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { root, TOOL, version } from './about.ts'
import { clockOf } from './clock.ts'
import { systemOf, unitOf } from './gathered.ts'
import { gathering, type ReadingOptions, readingOptions } from './gathering.ts'
import { interruptible } from './interrupt.ts'
import type { ExitCode, Io } from './io.ts'

type Options = ReadingOptions & {
  readonly format: 'text' | 'json'
  readonly on: readonly string[]
  readonly asOf?: string
}

/** `audit indicators diff A B`: what changes between two editions, and with `--on` what that means for a unit. */
export function diffCommand(indicators: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = indicators
    .command('diff <before> <after>')
    .description('比较两套指标体系：哪些指标、规则、期限、台账有变化（写文件夹，或随程序发布的编号）')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .option('--on <folder...>', '再用两套体系各审一遍这些单位文件夹，列出哪些结论有变', [])
    .option('--as-of <date>', '审核日，如 2022-07-31（默认按各自的创建周期）')
    .action(async (before: string, after: string) =>
      finish(await interruptible(io, (signal) => diff(before, after, command.opts<Options>(), io, signal))),
    )
  readingOptions(command)
}

async function diff(before: string, after: string, options: Options, io: Io, signal: AbortSignal): Promise<ExitCode> {
  const { changesBetween } = await import('../system/diff.ts')
  const [a, b] = [await systemOf(folderOf(before, io), io), await systemOf(folderOf(after, io), io)]
  const changes = changesBetween(a, b)
  const units: UnitChanges[] = []
  for (const folder of options.on) units.push(await verdictsOf(resolve(io.cwd, folder), a, b, options, io, signal))
  if (options.format === 'json') {
    const names = ({ id, version, name, sha256 }: IndicatorSystem) => ({ id, version, name, sha256 })
    const verdicts = units.map(({ before, after, ...unit }) => ({ ...unit, before: before.asOf, after: after.asOf }))
    const both = { before: names(a), after: names(b), changes, ...(options.on.length > 0 && { units: verdicts }) }
    io.out(`${JSON.stringify(both, null, 2)}\n`)
    return 0
  }
  const { changeWords } = await import('../explain/changes.ts')
  const lines = [...headOf(a, b, changes), ...changeLines(changes, changeWords), ...units.flatMap(unitLines)]
  io.out(`${lines.map(visible).join('\n')}\n`)
  return 0
}

/** A folder, else the id of a system that comes with the tool. */
function folderOf(written: string, io: Io): string {
  const folder = resolve(io.cwd, written)
  if (existsSync(folder)) return folder
  const shipped = join(root(), 'indicators', written)
  if (/^[\w.-]+$/.test(written) && existsSync(join(shipped, 'system.yaml'))) return shipped
  throw new UserError(`找不到指标体系“${written}”：请写文件夹的路径，或者随程序发布的编号，如 zhaohua-2022`)
}

function headOf(a: IndicatorSystem, b: IndicatorSystem, changes: readonly Change[]): string[] {
  const head = `${a.id} ${a.version} → ${b.id} ${b.version}`
  if (a.sha256 === b.sha256) return [`${head}：两套指标体系完全相同`]
  const rules = new Set(changes.flatMap(({ of, id }) => (of === 'rule' ? [id] : [])))
  return [`${head}：${changes.length} 处变化，涉及 ${rules.size} 条规则`]
}

/** What belongs to an indicator stands under it, in the order in which the indicators stand. */
function changeLines(changes: readonly Change[], words: (change: Change) => string): string[] {
  const lines: string[] = []
  let last: string | null = null
  for (const change of changes) {
    if (change.of === 'indicator') lines.push('', words(change))
    else if (change.indicator === null) lines.push(...(lines.length === 0 ? [''] : []), words(change))
    else {
      const title = change.indicator === 'package' ? '整包要求' : `指标 ${change.indicator}`
      if (change.indicator !== last) lines.push('', title)
      lines.push(`  ${words(change)}`)
    }
    last = change.indicator
  }
  return lines
}

type Verdicts = Pick<Report, 'asOf'>
type VerdictChange = {
  readonly id: string
  readonly severity: string
  readonly from: string
  readonly to: string
  readonly message: string
}
type UnitChanges = {
  readonly unit: string
  readonly before: Verdicts
  readonly after: Verdicts
  readonly verdicts: readonly VerdictChange[]
}

/** The folder is read once and judged twice. */
async function verdictsOf(
  folder: string,
  a: IndicatorSystem,
  b: IndicatorSystem,
  options: Options,
  io: Io,
  signal: AbortSignal,
): Promise<UnitChanges> {
  const [{ gather }, { audit }, { loadUnitFile }] = await Promise.all([
    import('../reading/gather.ts'),
    import('../audit/audit.ts'),
    import('../system/unit-file.ts'),
  ])
  const { evidence, problems } = await gathering(folder, options, io, signal, (means) => gather(folder, means))
  const judged = async (system: IndicatorSystem): Promise<Report> => {
    const unitFile = await loadUnitFile(folder, system)
    const unit = await unitOf(system, undefined, unitFile, folder)
    const { asOf, clock } = clockOf(options.asOf, io.today, system.cycle)
    return audit({ system, unit, evidence, problems, unitFile, asOf, clock, tool: { name: TOOL, version: version() } })
  }
  const [before, after] = [await judged(a), await judged(b)]
  return { unit: after.unit.name, before, after, verdicts: changedVerdicts(before, after) }
}

/** Findings of one identity whose outcome or weight is another; one that only one edition has counts as 不审核 in the other. */
export function changedVerdicts(before: Report, after: Report): VerdictChange[] {
  const old = new Map(before.findings.map((finding) => [finding.id, finding]))
  const kept = new Set(after.findings.map(({ id }) => id))
  const changed = after.findings.flatMap((finding): VerdictChange[] => {
    const was = old.get(finding.id)
    if (was?.outcome === finding.outcome && was.severity === finding.severity) return []
    return [{ ...aboutOf(finding), from: outcomeOf(was, finding), to: outcomeOf(finding, was) }]
  })
  const gone = before.findings
    .filter(({ id }) => !kept.has(id))
    .map((finding): VerdictChange => ({ ...aboutOf(finding), from: outcomeOf(finding, undefined), to: NONE }))
  return [...changed, ...gone]
}

const NONE = '不审核'

const aboutOf = ({ id, severity, message }: Finding) => ({ id, severity: SEVERITY_NAMES[severity], message })

function outcomeOf(finding: Finding | undefined, other: Finding | undefined): string {
  if (!finding) return NONE
  const name = OUTCOME_NAMES[finding.outcome]
  return other && other.severity !== finding.severity ? `${name}（${SEVERITY_NAMES[finding.severity]}）` : name
}

function unitLines({ unit, before, after, verdicts }: UnitChanges): string[] {
  const days = before.asOf === after.asOf ? before.asOf : `${before.asOf} → ${after.asOf}`
  const lines = verdicts.map(({ id, from, to, message }) => `  ${id}  ${from} → ${to}  ${clipped(message, 80)}`)
  return ['', `${unit}（审核日 ${days}）：${verdicts.length} 处结论有变`, ...lines]
}
