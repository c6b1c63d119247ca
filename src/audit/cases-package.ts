import { STATE_COUNCIL } from '../calendar/calendar.ts'
import type { Calendar } from '../core/calendar.ts'
import type { Day } from '../core/day.ts'
import type { Evidence, Table } from '../core/evidence.ts'
import { type DocumentFacts, type Fact, NO_FACTS } from '../core/fact.ts'
import type { LedgerSpec } from '../core/ledger.ts'
import type { Document, Match, NearMiss, Package } from '../core/package.ts'
import { percentOf } from '../core/percent.ts'
import type { Indicator, IndicatorSystem, Rule, UnitKind } from '../core/system.ts'
import { charactersIn } from '../kinds/paragraphs.ts'
import { recogniseLedgers } from '../match/ledgers.ts'
import type { RawCase, RawPaper, RawRow } from '../system/cases.ts'

const UNITS: Readonly<Record<UnitKind, string>> = { department: '区示例局', town: '示例镇' }

/** The package that a case describes: its rows in tables as units keep them, its documents with what they say. */
export function packageOfCase(
  system: IndicatorSystem,
  indicator: Indicator,
  rule: Rule,
  given: RawCase,
  calendar: Calendar = STATE_COUNCIL,
): Package {
  const asOf = given['as-of'] ?? system.cycle.to
  const tables = Object.entries(given.rows).flatMap(([name, rows]) => tablesOf(ledgerCalled(system, name), rows, given))
  const papers = given.documents
    .flatMap((paper) => repeated(paper))
    .map((paper, at) => paperOf(indicator, paper, at + 1))
  const claims = claimed(given)
  const ledgers = tables.flatMap(({ document, spec }) => recogniseLedgers([document], [spec]).ledgers)
  return {
    unit: {
      name: UNITS[kindOf(indicator, rule, given)],
      kind: kindOf(indicator, rule, given),
      aliases: [],
      sure: 'certain',
      note: '',
    },
    asOf,
    cycle: system.cycle,
    calendar,
    parameters: system.parameters.map((own) =>
      Object.hasOwn(given.parameters, own.id) ? { ...own, value: given.parameters[own.id] ?? null } : own,
    ),
    documents: [...tables.map(({ document }) => document), ...papers.map(({ document }) => document), ...claims],
    ledgers,
    matches: papers.flatMap(({ match }) => match ?? []),
    nearMisses: papers.flatMap(({ near }) => near ?? []),
    declarations: declared(indicator, given, asOf),
    answers: given.answers.map((one) => {
      const said =
        typeof one === 'string' ? { answer: one, reason: '已核对原件', by: '复核人员', on: null, until: null } : one
      return { ...said, rule: rule.id, on: said.on ?? asOf, at: { file: 'audit.yaml' } }
    }),
  }
}

/** Asked for, else the first kind of unit that the rule is for and the indicator does not excuse. */
function kindOf({ exempts }: Indicator, rule: Rule, given: RawCase): UnitKind {
  const asked = (['department', 'town'] as const).filter((kind) => !exempts.some((one) => one.kind === kind))
  return given.unit ?? asked.find((kind) => rule.for.includes(kind)) ?? 'department'
}

function ledgerCalled({ ledgers }: IndicatorSystem, name: string): LedgerSpec {
  const found = ledgers.find((other) => other.name === name || other.id === name)
  if (!found) throw new Error(`no ledger is called ${name}`)
  return found
}

type Tabled = { readonly document: Document; readonly spec: LedgerSpec }

/** Every file has all columns but those that the case says are lacking; what a row does not say is blank. */
function tablesOf(spec: LedgerSpec, rows: readonly RawRow[], { lacks }: RawCase): Tabled[] {
  const lacking = new Set([...(lacks[spec.name] ?? []), ...(lacks[spec.id] ?? [])])
  const columns = spec.columns.map(({ name }) => name).filter((name) => !lacking.has(name))
  const files = new Set([null, ...rows.map((row) => row.in)])
  return [...files].flatMap((file) => {
    const own = rows.filter((row) => row.in === file)
    if (own.length === 0 && files.size > 1) return []
    const body = own.flatMap(repeated).map((row) => columns.map((column) => row[column] ?? null))
    const table: Table = {
      name: spec.name,
      kind: 'sheet',
      rows: [columns, ...body].map((values, index) => ({ index, values })),
      merges: [],
    }
    const path = file === null ? `${spec.name}.xlsx` : file
    return [{ document: { evidence: { ...blank(path), format: 'xlsx', tables: [table] }, facts: NO_FACTS }, spec }]
  })
}

/** As often as it says, with <n> counted up in every text. */
function repeated<T extends { readonly times: number }>(item: T): T[] {
  return Array.from({ length: item.times }, (_, index) => numbered(item, String(index + 1)))
}

function numbered<T>(value: T, n: string): T {
  const text = JSON.stringify(value)
  return text.includes('<n>') ? JSON.parse(text.replaceAll('<n>', n)) : value
}

const blank = (path: string): Evidence => ({
  path,
  sha256: path,
  bytes: 1,
  format: 'docx',
  extent: 'whole',
  pages: 1,
  pagesRead: 1,
  passages: [],
  tables: [],
  properties: {},
  notes: [],
})

type Paper = { readonly document: Document; readonly match: Match | null; readonly near: NearMiss | null }

function paperOf(indicator: Indicator, paper: RawPaper, at: number): Paper {
  const material = indicator.materials.find(({ id, name }) => id === paper.material || name === paper.material)
  const title = paper.title ?? material?.name ?? '其他文件'
  const file = `${at}-${title.replace(/[/\\]/g, '、').slice(0, 80)}.${paper.format}`
  const unread = paper.read === 'unread'
  const lines = unread ? [] : linesOf(paper, title)
  const table: Table = {
    name: '表1',
    kind: 'sheet',
    rows: paper.table.map((values, index) => ({ index, values })),
    merges: [],
  }
  const evidence: Evidence = {
    ...blank(file),
    format: paper.format,
    extent: paper.read,
    pagesRead: unread ? 0 : 1,
    passages: lines.map((text) => ({ text, at: {} })),
    tables: unread || paper.table.length === 0 ? [] : [table],
  }
  return {
    document: { evidence, facts: unread ? NO_FACTS : factsOf(paper, title, file) },
    match:
      material && paper.near === null
        ? {
            file,
            indicator: indicator.id,
            material: material.id,
            sure: paper.sure,
            why: paper.sure ? '题名相符' : '题名相近',
          }
        : null,
    near:
      material && paper.near !== null
        ? { file, indicator: indicator.id, material: material.id, why: paper.near }
        : null,
  }
}

const FILLER = '依'

function linesOf({ text, chars }: RawPaper, title: string): string[] {
  const given = [text].flat()
  const lines = given.length > 0 ? given : [title]
  const short = chars === null ? 0 : chars - lines.reduce((sum, line) => sum + charactersIn(line), 0)
  return short > 0 ? [...lines, FILLER.repeat(short)] : lines
}

function factsOf(paper: RawPaper, title: string, file: string): DocumentFacts {
  const fact = <T extends string>(value: T | null, certainty = paper.dated): Fact<T> | null =>
    value === null ? null : { value, at: { file, quote: value }, certainty }
  return {
    ...NO_FACTS,
    title: fact(title, 'certain'),
    number: fact(paper.number, 'certain'),
    issuer: fact(paper.issuer, 'certain'),
    issued: fact(paper.issued),
    drafts: paper.draft ? [{ value: '征求意见稿', at: { file }, certainty: 'certain' }] : [],
    seals: paper.sealed === null ? null : paper.sealed ? [{ at: { file }, certainty: 'certain' }] : [],
  }
}

/** The figures stand in one file, as they do in a unit's own report. */
function claimed({ claims }: RawCase): Document[] {
  const names = Object.entries(claims)
  if (names.length === 0) return []
  const file = '自查报告.docx'
  const facts = names.map(([subject, figure]) => ({ subject, percent: percentIn(figure), at: { file, page: 1 } }))
  const passages = names.map(([subject, figure]) => ({ text: `${subject}${figure}。`, at: { page: 1 } }))
  return [{ evidence: { ...blank(file), passages }, facts: { ...NO_FACTS, claims: facts } }]
}

function percentIn(figure: string | number): number {
  const found = percentOf(typeof figure === 'number' ? `${figure}%` : figure)
  return found ? (found.part * 100) / found.of : Number.NaN
}

function declared(indicator: Indicator, { declares }: RawCase, asOf: Day): Package['declarations'] {
  if (declares === null) return []
  const said =
    typeof declares === 'string' ? { declares, reason: '周期内未发生此类事项', by: '办公室', on: null } : declares
  return [{ ...said, on: said.on ?? asOf, indicator: indicator.id, at: { file: 'audit.yaml' } }]
}
