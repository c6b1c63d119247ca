import { STATE_COUNCIL } from '../../src/calendar/calendar.ts'
import { type Day, isDay } from '../../src/core/day.ts'
import { cellPlace, type Evidence, type Format, type Passage, type Table } from '../../src/core/evidence.ts'
import { type Certainty, type DocumentFacts, type Fact, NO_FACTS } from '../../src/core/fact.ts'
import type { Scope } from '../../src/core/kind.ts'
import type { ColumnType, Field, Ledger, LedgerRow, LedgerSpec } from '../../src/core/ledger.ts'
import type { Answer, Declaration, Document, Match, NearMiss, Package } from '../../src/core/package.ts'
import type { Indicator, Material, Parameter, Rule } from '../../src/core/system.ts'
import type { CellTest, Where } from '../../src/core/where.ts'
import { bare } from '../../src/language/text.ts'
import { isAside } from '../../src/records/remark.ts'

type Cells = Readonly<Record<string, string>>

/** A ledger as a clerk would type it. Columns that are not named are not in the table. */
export function ledger(
  name: string,
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly Cells[],
  {
    file = `${name}.xlsx`,
    key = Object.keys(columns).slice(0, 1),
    recognised,
  }: { file?: string; key?: readonly string[]; recognised?: true } = {},
): Ledger {
  const names = Object.keys(columns)
  const specs = names.map((column) => ({ name: column, type: columns[column]!, needed: true, also: [], marks: {} }))
  const spec: LedgerSpec = { id: name, name, titles: [name], key, columns: specs, note: '' }
  const table: Table = { name: '2022', kind: 'sheet', rows: [], merges: [] }
  const made: LedgerRow[] = []
  const whole: Ledger = {
    spec,
    file,
    sheet: table.name,
    columns: names,
    strange: [],
    assigned: [],
    unsure: [],
    rows: made,
    ...(recognised && { recognised }),
  }
  for (const [index, cells] of rows.entries()) {
    const own = key.map((column) => cells[column] ?? '')
    made.push({
      ledger: whole,
      name: own.join(' ').trim() || `第${index + 2}行`,
      key: bare(own.join('\u0000')),
      remark: cells.备注 ?? '',
      aside: isAside([cells.备注 ?? '']),
      field: (column) =>
        columns[column] ? fieldOf(cells[column] ?? '', columns[column]) : { state: 'absent', text: '' },
      place: (column) => cellPlace(file, table, index + 1, column === undefined ? 0 : names.indexOf(column)),
    })
  }
  return whole
}

function fieldOf(text: string, type: ColumnType): Field {
  if (text === '') return { state: 'blank', text }
  if (text === '无' || text === '—') return { state: 'none', text }
  if (text === '不适用') return { state: 'inapplicable', text }
  if (type === 'text') return { state: 'text', text }
  if (type === 'flag')
    return text === '是' || text === '否' ? { state: 'flag', flag: text === '是', text } : { state: 'unreadable', text }
  if (type === 'day' || type === 'time') {
    const day = text.slice(0, 10)
    if (!isDay(day)) return { state: 'unreadable', text }
    return text.length > 10
      ? { state: 'time', day, moment: `${day}T${text.slice(11)}`, text }
      : { state: 'day', day, text }
  }
  const number = Number(text.replace(/年度?$/, ''))
  return Number.isNaN(number) ? { state: 'unreadable', text } : { state: 'number', number, text }
}

type Paper = {
  readonly path: string
  readonly title?: string
  readonly number?: string
  readonly issued?: Day
  readonly sure?: Certainty
  /** Its day was recognised from a picture, in one place only. */
  readonly unconfirmed?: true
  readonly draft?: string
  readonly sealed?: boolean
  readonly claims?: Readonly<Record<string, number>>
  readonly text?: readonly string[]
  /** The text as lines of pages, not as paragraphs. */
  readonly pages?: readonly (readonly string[])[]
  readonly tables?: readonly Table[]
  readonly extent?: Evidence['extent']
  readonly format?: Format
  readonly certainty?: number
  readonly properties?: Evidence['properties']
}

/** A file with what it says of itself. */
export function paper(given: Paper): Document {
  const { path, extent = 'whole' } = given
  const fact = <T>(value: T | undefined, certainty: Certainty = 'certain'): Fact<T> | null =>
    value === undefined ? null : { value, at: { file: path, page: 1, quote: String(value) }, certainty }
  const issued = fact(given.issued, given.sure)
  const facts: DocumentFacts = {
    ...NO_FACTS,
    title: fact(given.title),
    number: fact(given.number),
    issued: issued && given.unconfirmed ? { ...issued, unconfirmed: true } : issued,
    drafts: given.draft === undefined ? [] : [fact(given.draft)!],
    seals: given.sealed === undefined ? null : given.sealed ? [{ at: { file: path }, certainty: 'likely' }] : [],
    claims: Object.entries(given.claims ?? {}).map(([subject, percent]) => ({
      subject,
      percent,
      at: { file: path, page: 2 },
    })),
  }
  const certainty = given.certainty === undefined ? {} : { certainty: given.certainty }
  const lines = given.pages?.flatMap((page, index) =>
    page.map((text): Passage => ({ text, at: { page: index + 1 }, ...certainty })),
  )
  const evidence: Evidence = {
    path,
    sha256: path,
    bytes: 1,
    format: given.format ?? 'docx',
    extent,
    pages: 1,
    pagesRead: extent === 'unread' ? 0 : 1,
    passages:
      extent === 'unread'
        ? []
        : (lines ?? (given.text ?? [given.title ?? '正文']).map((text): Passage => ({ text, at: {}, ...certainty }))),
    tables: given.tables ?? [],
    properties: given.properties ?? {},
    notes: [],
  }
  return { evidence, facts }
}

export const material = (id: string, more: Partial<Material> = {}): Material => ({
  id,
  name: id,
  need: 'required',
  nature: 'process',
  topic: [],
  genre: [],
  titles: [],
  except: [],
  shows: [],
  ledger: null,
  issuers: [],
  formats: [],
  note: '',
  ...more,
})

const RULE: Rule = {
  id: '28.rule',
  name: '合法性审核率',
  kind: '',
  params: {},
  severity: 'required',
  demanded: null,
  basis: [],
  erratum: null,
  for: ['department', 'town'],
  from: null,
  until: null,
  remedy: null,
  note: '',
}

const INDICATOR: Indicator = {
  id: '28',
  level1: '二、依法行政制度体系完善',
  level2: '3.加强行政规范性文件监督管理',
  text: '行政规范性文件的合法性审核率达100%。',
  units: { printed: '', cell: 'absent', as: '', why: '' },
  materials: [],
  rules: [],
  exempts: [],
  kin: [],
}

type Given = {
  readonly name?: string
  readonly text?: string
  readonly asOf?: Day
  readonly cycle?: { readonly from: Day; readonly to: Day }
  readonly certain?: boolean
  readonly ledgers?: readonly Ledger[]
  readonly specs?: readonly LedgerSpec[]
  readonly materials?: readonly Material[]
  readonly documents?: readonly Document[]
  /** Material id to the paths that serve it; a path that starts with ? serves it only perhaps. */
  readonly serves?: Readonly<Record<string, readonly string[]>>
  readonly near?: Readonly<Record<string, string>>
  readonly declares?: Partial<Declaration>
  readonly answers?: readonly Partial<Answer>[]
  readonly parameters?: readonly Parameter[]
  readonly earlier?: Scope['earlier']
}

/** A scope with one indicator of one unit, judged on the last day of the cycle unless told otherwise. */
export function scopeOf(given: Given = {}): Scope {
  const { documents = [], serves = {}, near = {}, materials = [] } = given
  const indicator = { ...INDICATOR, text: given.text ?? INDICATOR.text, materials }
  const matches = Object.entries(serves).flatMap(([id, paths]) =>
    paths.map(
      (path): Match => ({
        file: path.replace(/^\?/, ''),
        indicator: '28',
        material: id,
        sure: !path.startsWith('?'),
        why: '题名相近',
      }),
    ),
  )
  const found: Package = {
    unit: { name: '区司法局', kind: 'department', aliases: [], sure: 'certain', note: '' },
    asOf: given.asOf ?? '2022-07-31',
    cycle: given.cycle ?? { from: '2020-01-01', to: '2022-07-31' },
    calendar: STATE_COUNCIL,
    parameters: given.parameters ?? [],
    documents,
    ledgers: given.ledgers ?? [],
    specs: given.specs ?? [],
    matches,
    nearMisses: Object.entries(near).map(
      ([id, why]): NearMiss => ({ file: '近似.docx', indicator: '28', material: id, why }),
    ),
    declarations: given.declares
      ? [
          {
            indicator: '28',
            declares: '零报告',
            reason: '未制发规范性文件',
            by: '办公室',
            on: '2022-07-20',
            at: { file: 'audit.yaml' },
            ...given.declares,
          },
        ]
      : [],
    answers: (given.answers ?? []).map((answer) => ({
      rule: '28.rule',
      answer: '符合',
      reason: '已核对原件',
      by: '指标资料组',
      on: '2022-07-25',
      until: null,
      at: { file: 'audit.yaml' },
      ...answer,
    })),
  }
  return {
    package: found,
    indicator,
    rule: { ...RULE, name: given.name ?? RULE.name },
    certain: given.certain ?? true,
    earlier: given.earlier ?? [],
  }
}

/** A condition: `present`, `absent`, a value, or ready tests. */
export const where = (tests: Readonly<Record<string, string | readonly CellTest[]>>): Where =>
  Object.entries(tests).map(([column, test]) => ({
    column,
    tests:
      typeof test !== 'string'
        ? test
        : test === 'present' || test === 'absent'
          ? [{ test }]
          : [{ test: 'is', values: [test] }],
  }))
