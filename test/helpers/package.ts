import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { audit } from '../../src/audit/audit.ts'
import type { Order } from '../../src/audit/order.ts'
import type { Evidence, Passage, Table, Value } from '../../src/core/evidence.ts'
import type { Report } from '../../src/core/report.ts'
import type { IndicatorSystem, Unit } from '../../src/core/system.ts'
import { resolveUnit } from '../../src/system/responsibility.ts'
import { loadUnitFile } from '../../src/system/unit-file.ts'
import { gathered } from './readings.ts'
import { shipped } from './shipped.ts'

export function unitNamed(system: IndicatorSystem, name: string): Unit {
  const found = resolveUnit(system, name)
  if (!('unit' in found)) throw new Error(`no unit ${name}`)
  return found.unit
}

const TOOL = { name: 'fazhi-audit', version: 'test' } as const

/** An order as the command line makes it for a fixture, on the submission day. */
export async function orderOf(name: string): Promise<Order> {
  const system = await shipped()
  const folder = join('fixtures', 'units', name)
  const { evidence, problems } = await gathered(folder)
  const unitFile = await loadUnitFile(folder, system)
  return { system, unit: unitNamed(system, name), evidence, problems, unitFile, asOf: '2022-07-31', tool: TOOL }
}

/** An order for a few files made on the spot. */
export async function orderFor(name: string, evidence: readonly Evidence[], more: Partial<Order> = {}): Promise<Order> {
  const system = more.system ?? (await shipped())
  return { system, unit: unitNamed(system, name), evidence, asOf: '2022-07-31', tool: TOOL, ...more }
}

export const outcomesOf = (report: Report): Record<string, string> =>
  Object.fromEntries(report.findings.map(({ id, outcome }) => [id, outcome]))

export const audited = async (order: Promise<Order>): Promise<Report> => audit(await order)

function evidence(path: string, passages: readonly Passage[], tables: readonly Table[]): Evidence {
  const content = JSON.stringify([passages, tables])
  return {
    path,
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: content.length,
    format: tables.length > 0 ? 'xlsx' : 'docx',
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages,
    tables,
    properties: {},
    notes: [],
  }
}

/** A document as a reader gives it: one passage a line. */
export const paper = (path: string, ...lines: string[]): Evidence =>
  evidence(
    path,
    lines.map((text) => ({ text, at: { page: 1 } })),
    [],
  )

/** A workbook of one sheet. */
export const workbook = (path: string, ...rows: Value[][]): Evidence =>
  evidence(
    path,
    [],
    [{ name: 'Sheet1', kind: 'sheet', rows: rows.map((values, index) => ({ index, values })), merges: [] }],
  )
