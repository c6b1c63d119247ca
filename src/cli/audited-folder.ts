import type { Answer } from '../core/package.ts'
import { UserError } from '../core/problem.ts'
import type { Report } from '../core/report.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { NO_UNIT_FILE, type UnitFile } from '../core/unit-file.ts'
import type { Gathered } from '../reading/gather.ts'
import { TOOL, version } from './about.ts'
import { clockOf } from './clock.ts'
import { auditor, digester } from './digester.ts'
import { systemOf, unitOf } from './gathered.ts'
import { cacheOf, gathering, type ReadingOptions } from './gathering.ts'
import type { Io } from './io.ts'
import type { Hangs } from './kept-report.ts'

/** What an audit may be told, whatever is then made of it. */
export type AuditOptions = ReadingOptions & {
  readonly asOf?: string
  readonly only?: readonly string[]
  readonly unit?: string
  readonly indicators?: string
  readonly quiet?: boolean
}

/** Audits a folder as the command line asks; `answered` by persons elsewhere than in audit.yaml. */
export async function auditedFolder(
  folder: string,
  options: AuditOptions,
  io: Io,
  signal: AbortSignal,
  answered: readonly Answer[] = [],
): Promise<Report> {
  const [{ gather }, { insistOnFolder }, { loadUnitFile }] = await Promise.all([
    import('../reading/gather.ts'),
    import('../reading/folder/walk.ts'),
    import('../system/unit-file.ts'),
  ])
  const system = await systemOf(options.indicators, io)
  const { asOf, clock } = clockOf(options.asOf, io.today, system.cycle)
  const only = checkedOnly(options.only ?? [], system)
  // A wrong name is told before the minutes that reading may take.
  await insistOnFolder(folder)
  const own = await loadUnitFile(folder, system)
  const unit = await unitOf(system, options.unit, own, folder)
  const unitFile = answered.length > 0 ? withAnswers(own, answered) : own
  const gathered = await gathering(folder, options, io, signal, (means) => gather(folder, means), await digester())
  insistOnSomethingRead(gathered)
  const order = { system, unit, unitFile, asOf, clock, only, tool: { name: TOOL, version: version() } }
  const kept = await keptFor(folder, { ...order, gathered }, options, io)
  const before = await kept?.read()
  if (before) return before
  const { audit } = await import('../audit/audit.ts')
  const isLost = gathered.isLost ?? (() => false)
  try {
    const report = audit({ ...order, ...gathered })
    if (!isLost()) {
      await kept?.write(report)
      return report
    }
  } catch (error) {
    if (!isLost()) throw error
  }
  // A text that lay in the cache a moment ago is gone: everything is read again, and held this time.
  return audit({ ...order, ...(await gathering(folder, options, io, signal, (means) => gather(folder, means))) })
}

/** The report that was made of just this; undefined where a reading is not kept, and might be another next time. */
async function keptFor(folder: string, hangs: Omit<Hangs, 'code' | 'ocr'>, options: AuditOptions, io: Io) {
  const cache = hangs.gathered.isKept ? await cacheOf(folder, options, io) : undefined
  if (cache === undefined) return undefined
  const { keptReport } = await import('./kept-report.ts')
  return keptReport(cache, folder, { ...hangs, code: await auditor(), ocr: options.ocr })
}

const withAnswers = (own: UnitFile | null, answered: readonly Answer[]): UnitFile => {
  const given = own ?? NO_UNIT_FILE
  return { ...given, answers: [...given.answers, ...answered] }
}

const SHOWN = 5

/** Where nothing was read nobody knows anything, and whatever was said would be said of silence. */
function insistOnSomethingRead({ evidence, problems }: Gathered): void {
  if (evidence.some(({ extent }) => extent !== 'unread')) return
  const told = evidence.slice(0, SHOWN).map(({ path }) => {
    const why = problems.find(({ file, code }) => file === path && code !== 'odd-name')
    return `  ${path}：${why?.message ?? '没有读取'}`
  })
  const rest = evidence.length > SHOWN ? [`  ……等${evidence.length}个文件`] : []
  throw new UserError(['所有文件都没有读出内容，没有作出任何结论：', ...told, ...rest].join('\n'))
}

/** A filter that matches nothing would make everything look clean. */
function checkedOnly(only: readonly string[], system: IndicatorSystem): readonly string[] {
  const known = [system.package, ...system.indicators].flatMap(({ id, rules }) => [id, ...rules.map((rule) => rule.id)])
  for (const id of only)
    if (!known.includes(id))
      throw new UserError(`--only 的“${id}”不是本指标体系的指标或规则：请用 audit indicators list 查看编号`)
  return only
}
