import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { LastReport } from '../audit/since.ts'
import { BLOCK_CLASSES } from '../core/block.ts'
import { isDay } from '../core/day.ts'
import { UserError } from '../core/problem.ts'
import type { Report } from '../core/report.ts'
import { entry, itemsOf, listAt, textOf } from '../system/values.ts'
import type { Io } from './io.ts'

/** A report that was kept, and whose it is. */
export type Kept = { readonly unit: string; readonly system: string; readonly report: LastReport }

/**
 * The report to hold the next one against: the one that was named, else one kept beside a list (清单.json beside 清单.xlsx)
 * or about to be written over. What was named must be one; of others whatever is none is passed over.
 */
export function lastReport(
  named: string | undefined,
  lists: readonly string[],
  reports: readonly string[],
  { cwd }: Io,
): Kept | undefined {
  if (named !== undefined) {
    const path = resolve(cwd, named)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile())
      throw new UserError(`找不到 --since 的报告“${named}”：请指明上次用 -o 报告.json 存下的文件`)
    const kept = keptAt(path)
    if (!kept)
      throw new UserError(`--since 的“${named}”不是本程序存下的 JSON 报告：请指明上次用 -o 报告.json 存下的文件`)
    return kept
  }
  const beside = lists.map((list) => resolve(cwd, list).replace(/\.[^./\\]+$/, '.json'))
  for (const path of [...reports, ...beside]) {
    const kept = existsSync(path) && statSync(path).isFile() ? keptAt(path) : undefined
    if (kept) return kept
  }
  return undefined
}

/** Whether it is of the same unit and system; of a report that was named by hand, a UserError says what is wrong. */
export function insistOnSameUnit({ unit, system }: Kept, now: Report, named: string | undefined): boolean {
  if (unit === now.unit.name && system === now.system.id) return true
  if (named === undefined) return false
  if (unit !== now.unit.name)
    throw new UserError(
      `--since 的“${named}”是${unit}的报告，这次审的是${now.unit.name}：请换成${now.unit.name}上次的报告`,
    )
  throw new UserError(`--since 的“${named}”用的是指标体系 ${system}，这次用的是 ${now.system.id}：不能比较`)
}

function keptAt(path: string): Kept | undefined {
  try {
    return keptIn(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function keptIn(value: unknown): Kept | undefined {
  const [unit, system, asOf] = [
    textOf(entry(value, 'unit'), 'name'),
    textOf(entry(value, 'system'), 'id'),
    textOf(value, 'asOf'),
  ]
  if (entry(value, 'format') !== 2 || !unit || !system || asOf === undefined || !isDay(asOf)) return undefined
  const findings = itemsOf(value, 'findings').flatMap((one) => {
    const [id, rule, indicator] = [textOf(one, 'id'), textOf(one, 'rule'), textOf(one, 'indicator')]
    return id !== undefined && rule !== undefined && indicator !== undefined ? [{ id, rule, indicator }] : []
  })
  const blocks = itemsOf(value, 'blocks').flatMap((one) => {
    const [id, what] = [textOf(one, 'id'), textOf(one, 'what')]
    const kind = BLOCK_CLASSES.find((name) => name === entry(one, 'class'))
    if (id === undefined || what === undefined || kind === undefined) return []
    const items = itemsOf(one, 'items').map((item) => ({ words: textOf(item, 'words') ?? '', places: [] }))
    return [
      { id, what, class: kind, items, indicators: textsAt(one, 'indicators'), findings: textsAt(one, 'findings') },
    ]
  })
  return { unit, system, report: { asOf, blocks, findings } }
}

const textsAt = (holder: object, key: string): string[] =>
  (listAt(holder, key) ?? []).filter((one) => typeof one === 'string')
