import { blocksOf } from '../../src/audit/blocks/blocks.ts'
import type { Day } from '../../src/core/day.ts'
import type { Row, Table, Value } from '../../src/core/evidence.ts'
import type { FileResult, Finding, IndicatorResult, Report } from '../../src/core/report.ts'
import type { Returned } from '../../src/gaps/back/copy.ts'
import { bookOf } from '../../src/gaps/book/book.ts'
import { roundOf } from '../../src/gaps/model/entry.ts'
import type { Event } from '../../src/gaps/model/event.ts'
import { standingOf } from '../../src/gaps/model/fold.ts'
import { xlsx } from '../../src/reading/formats/excel/xlsx.ts'
import { finding, reportOf } from './sample-report.ts'

export const file = (path: string, more: Partial<FileResult> = {}): FileResult => ({
  path,
  sha256: `sha-of-${path}`,
  bytes: 1,
  format: 'xlsx',
  read: 'whole',
  pages: 1,
  pagesRead: 1,
  matches: [],
  facts: {},
  ...more,
})

export const indicator = (id: string, more: Partial<IndicatorResult> = {}): IndicatorResult => ({
  id,
  level1: '二、依法行政制度体系完善',
  text: `指标${id}的原文。`,
  part: 'named',
  outcome: 'gap',
  note: '',
  ...more,
})

/** A finding `28.reviewed` that is of rule 28.reviewed and cites `28/台账.xlsx`. */
export const found = (id: string, more: Partial<Finding> = {}): Finding => {
  const rule = id.replace(/[@#].*/, '')
  const of = rule.split('.')[0]!
  return finding({ id, rule, indicator: of, message: `${id}不符合`, cites: [{ file: `${of}/台账.xlsx` }], ...more })
}

export const met = (id: string, more: Partial<Finding> = {}): Finding =>
  found(id, { outcome: 'met', message: `${id}符合`, ...more })

/** A report of these findings, with the files they cite and the indicators they are of. */
export function auditOf(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  const paths = [...new Set(findings.flatMap(({ cites }) => cites.map((cite) => cite.file)))]
  const ids = [...new Set(findings.map((one) => one.indicator))]
  return reportOf(findings, {
    blocks: blocksOf(findings, [], more.problems ?? []),
    files: paths.map((path) => file(path)),
    indicators: ids.map((id) => indicator(id)),
    ...more,
  })
}

/** The workbook as it is read when it comes back. */
export async function sentOut(history: readonly Event[], report: Report, on: Day): Promise<readonly Table[]> {
  return (await xlsx.read(await bookOf({ report, history, on }), 'xlsx')).tables
}

export const back = (tables: readonly Table[], name = '返回.xlsx'): Returned => ({ name, tables })

const HEADS: Readonly<Record<string, string>> = { 问题整改清单: '状态', 存疑待核: '核实结论', 申请审批: '申请事项' }

export const headOf = ({ name, rows }: Table): Row =>
  rows.find(({ values }) => values.some((value) => String(value).trim() === (HEADS[name] ?? '序号')))!

export const sheetOf = (tables: readonly Table[], name: string): Table => tables.find((table) => table.name === name)!

/** Somebody writes into the row of a number. */
export function write(
  tables: readonly Table[],
  name: string,
  number: number,
  words: Readonly<Record<string, Value>>,
): readonly Table[] {
  return changed(tables, name, (table) => {
    const head = headOf(table)
    return table.rows.map((row) =>
      row.index > head.index && row.values[0] === number ? { ...row, values: filled(row, head, words) } : row,
    )
  })
}

/** Somebody fills in the first free line of 申请审批. */
export function apply(tables: readonly Table[], words: Readonly<Record<string, Value>>): readonly Table[] {
  return changed(tables, '申请审批', (table) => {
    const head = headOf(table)
    const last = Math.max(...table.rows.map(({ index }) => index))
    return [...table.rows, { index: last + 1, values: filled({ index: 0, values: [] }, head, words) }]
  })
}

export const changed = (
  tables: readonly Table[],
  name: string,
  rowsOf: (table: Table) => readonly Row[],
): readonly Table[] => tables.map((table) => (table.name === name ? { ...table, rows: rowsOf(table) } : table))

function filled(row: Row, head: Row, words: Readonly<Record<string, Value>>): Value[] {
  const values = head.values.map((_, column) => row.values[column] ?? null)
  for (const [header, value] of Object.entries(words)) {
    const column = head.values.indexOf(header)
    if (column < 0) throw new Error(`no column ${header}`)
    values[column] = value
  }
  return values
}

/** How an entry stands, by its number. */
export function standing(history: readonly Event[], number: number) {
  const entry = [...standingOf(history).entries.values()].find((one) => one.number === number)
  if (!entry) throw new Error(`no entry ${number}`)
  return { entry, ...roundOf(entry) }
}
