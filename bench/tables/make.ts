import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Evidence, Merge, Table, Value } from '../../src/core/evidence.ts'

/** What a table of the bench is, by whoever wrote it. */
export type Label = {
  readonly matter: string
  /** For each column of the sheet the ledger's columns that it holds, or none. */
  readonly columns: readonly (readonly string[])[]
  /** The header of each column, as its writer meant it. */
  readonly heads: readonly string[]
  /** For each row of data: where it stands, and what is to be read, by column. */
  readonly rows: readonly { readonly index: number; readonly cells: Readonly<Record<string, string>> }[]
}

export type Made = { readonly evidence: Evidence; readonly label: Label; readonly half: 'seen' | 'unseen' }

type Column = {
  readonly cell: string
  readonly heads: readonly string[]
  readonly key?: boolean
  readonly share?: number
}
type Grammar = {
  readonly matter: string
  readonly titles: readonly string[]
  readonly files: readonly string[]
  readonly columns: Readonly<Record<string, Column>>
  readonly noise: readonly string[]
}

const here = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
/** Official words, everyday words, and tables that are no ledger at all. */
export const SETS = ['official', 'homely', 'others'] as const
export type TableSet = (typeof SETS)[number]
const GRAMMARS: Readonly<Record<TableSet, readonly Grammar[]>> = {
  official: [...(here('./matters.yaml') as readonly Grammar[]), ...(here('./more-matters.yaml') as readonly Grammar[])],
  homely: here('./homely.yaml') as readonly Grammar[],
  others: here('./others.yaml') as readonly Grammar[],
}
const POOLS = here('./cells.yaml') as Readonly<Record<string, readonly string[]>>

/** Mulberry32: the same tables every time. */
export class Chance {
  #state: number
  constructor(seed: number) {
    this.#state = seed
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  is = (share: number): boolean => this.next() < share
  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!
  }
  upTo = (most: number): number => Math.floor(this.next() * (most + 1))
}

/** Of the wordings of one thing, those of one half; whoever tunes looks at the errors of the seen half only. */
function halfOf<T extends string>(words: readonly T[], half: Made['half']): readonly T[] {
  const own = words.filter((word) => (hash(word) % 2 === 0) === (half === 'seen'))
  return own.length > 0 ? own : words
}

const hash = (word: string): number => [...word].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) >>> 0, 7) >>> 3

export function* tables(
  count: number,
  half: Made['half'],
  set: TableSet = 'official',
  seed = half === 'seen' ? 1 : 2,
): Generator<Made> {
  const grammars = GRAMMARS[set]
  for (let nth = 0; nth < count; nth++) {
    const chance = new Chance(seed * 1_000_003 + nth * 7919)
    const grammar = grammars[nth % grammars.length]!
    const titles = set === 'official' ? grammar.titles : halfOf(grammar.titles, half)
    yield tableOf({ ...grammar, titles }, half, chance, nth)
  }
}

type Written = { readonly value: Value; readonly reads: Readonly<Record<string, string>> }
type Style = {
  readonly day: (day: Date) => Value
  readonly yearless: boolean
  readonly officers: number
  readonly flag: readonly [string, string]
}

function tableOf(grammar: Grammar, half: Made['half'], chance: Chance, nth: number): Made {
  const year = 2020 + chance.upTo(2)
  const titled = chance.is(0.7)
  const style = styleOf(chance, titled)
  const chosen = Object.entries(grammar.columns).filter(([, { key, share = 0.8 }]) => key || chance.is(share))
  const fields = chosen.map(([columns, column]) => ({
    columns: grammar.matter === 'none' ? [] : columns.split('+'),
    cell: column.cell,
    stack: chance.of(halfOf(column.heads, half)).split('|'),
  }))
  const noise = grammar.noise.filter(() => chance.is(grammar.matter === 'none' ? 0.45 : 0.35))
  for (const word of noise)
    fields.splice(chance.upTo(fields.length), 0, { columns: [], cell: noiseCell(word), stack: [word] })
  if (chance.is(0.8)) fields.unshift({ columns: [], cell: 'serial', stack: ['序号'] })
  if (chance.is(0.3)) fields.push({ columns: [], cell: 'blank', stack: ['备注'] })
  const together = gathered(fields)
  const deep = together.some(({ stack }) => stack.length > 1)
  const width = together.length
  const rows: Value[][] = []
  const merges: Merge[] = []
  const title = `${chance.is(0.5) ? '昭化区某局' : ''}${chance.is(0.7) ? `${year}年` : ''}${chance.of(grammar.titles)}`
  if (titled) {
    rows.push([style.yearless && !title.includes('年') ? `${year}年${title}` : title])
    merges.push({ top: 0, left: 0, bottom: 0, right: width - 1 })
    if (chance.is(0.4))
      rows.push([
        chance.of(['填报单位：某局', '填报单位（盖章）：', '单位：件、元']),
        ...Array(Math.max(0, width - 2)).fill(null),
        `${year}年12月31日`,
      ])
  }
  const top = rows.length
  if (deep) {
    rows.push(
      together.map(({ stack }, at) =>
        at > 0 && stack.length > 1 && together[at - 1]!.stack.length > 1 && together[at - 1]!.stack[0] === stack[0]
          ? null
          : dressed(stack[0]!, chance),
      ),
    )
    rows.push(together.map(({ stack }) => (stack.length > 1 ? dressed(stack[1]!, chance) : null)))
    for (const [at, { stack }] of together.entries()) {
      if (stack.length === 1) merges.push({ top, left: at, bottom: top + 1, right: at })
      else if (rows[top]![at] !== null) {
        let right = at
        while (together[right + 1]?.stack.length === 2 && together[right + 1]!.stack[0] === stack[0]) right++
        if (right > at) merges.push({ top, left: at, bottom: top, right })
      }
    }
  } else rows.push(together.map(({ stack }) => dressed(stack[0]!, chance)))
  const labelled: { index: number; cells: Record<string, string> }[] = []
  const many = 4 + chance.upTo(14)
  const sectioned = chance.is(0.1)
  if (sectioned) section(rows, merges, chance.of(['一、上半年', '（一）本级', '一、本年办理']), width)
  for (let row = 0; row < many; row++) {
    const base = new Date(Date.UTC(year, chance.upTo(9), 1 + chance.upTo(25)))
    const cells: Record<string, string> = {}
    const values = together.map(({ cell, columns }) => {
      const { value, reads } = written(cell, columns, base, row, style, chance)
      Object.assign(cells, reads)
      return value
    })
    labelled.push({ index: rows.length, cells })
    rows.push(values)
    if (row === 3 && sectioned) section(rows, merges, chance.of(['二、下半年', '（二）续', '其他情况']), width)
  }
  if (chance.is(0.25)) rows.push(['合计', ...(width > 1 ? [`${many}件`] : [])])
  if (chance.is(0.25))
    rows.push([chance.of(['注：以上数据截至年底。', '说明：除上述案件外无其他。', '填表人：陈静      审核人：李明'])])
  const isGrid = chance.is(0.15)
  const sheet = isGrid ? '表1' : chance.of(['Sheet1', `${year}年`, '台账', '登记表', '明细'])
  const table: Table = {
    name: sheet,
    kind: isGrid ? 'grid' : 'sheet',
    rows: rows.map((values, index) => ({ index, values })),
    merges,
  }
  const file = chance.is(titled ? 0.5 : 1) ? chance.of(grammar.files) : chance.of(['新建表格', '1', '附件', 'Book1'])
  return {
    half,
    evidence: evidenceOf(
      `${chance.of(['执法', '资料', '2021', '办公室'])}/${nth}${file}.${isGrid ? 'docx' : 'xlsx'}`,
      table,
    ),
    label: {
      matter: grammar.matter,
      columns: together.map(({ columns }) => columns),
      heads: together.map(({ stack }) => stack.join('|')),
      rows: labelled,
    },
  }
}

/** A line across the table that says what the rows below it have in common. */
function section(rows: Value[][], merges: Merge[], words: string, width: number): void {
  merges.push({ top: rows.length, left: 0, bottom: rows.length, right: width - 1 })
  rows.push([words])
}

type FieldOf = { readonly columns: readonly string[]; readonly cell: string; readonly stack: readonly string[] }

/** Columns of one group stand side by side. */
function gathered(fields: readonly FieldOf[]): FieldOf[] {
  const seen = new Set<string>()
  return fields.flatMap((field) => {
    const [group] = field.stack
    if (field.stack.length === 1) return [field]
    if (seen.has(group!)) return []
    seen.add(group!)
    return fields.filter(({ stack }) => stack.length > 1 && stack[0] === group)
  })
}

function dressed(label: string, chance: Chance): string {
  if (chance.is(0.03)) return `${label}（必填）`
  if (chance.is(0.03)) return `${label}：`
  if (label.length === 2 && chance.is(0.15)) return `${label[0]}  ${label[1]}`
  if (label.length > 5 && chance.is(0.12)) return `${label.slice(0, 3)}\n${label.slice(3)}`
  if (chance.is(0.04)) return `*${label}`
  return label
}

const two = (value: number): string => String(value).padStart(2, '0')

function styleOf(chance: Chance, titled: boolean): Style {
  const parts = (day: Date) => [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()] as const
  const styles: ((day: Date) => Value)[] = [
    (day) => day.toISOString().slice(0, 10),
    (day) => parts(day).join('.'),
    (day) => parts(day).join('/'),
    (day) => `${parts(day)[0]}年${parts(day)[1]}月${parts(day)[2]}日`,
    (day) => `${parts(day)[0]}${two(parts(day)[1])}${two(parts(day)[2])}`,
    (day) => Math.round((day.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000),
    (day) => `${day.toISOString().slice(0, 10)} 10:${two(parts(day)[2])}:00`,
  ]
  const yearless = titled && chance.is(0.1)
  return {
    day: yearless ? (day) => `${parts(day)[1]}月${parts(day)[2]}日` : chance.of(styles),
    yearless,
    officers: chance.upTo(4),
    flag: chance.of([
      ['是', '否'],
      ['是', '否'],
      ['√', '×'],
      ['1', '0'],
      ['有', '无'],
    ] as const),
  }
}

const person = (chance: Chance): string => `${chance.of(POOLS.surname!)}${chance.of(POOLS.given!)}`
const iso = (day: Date): string => day.toISOString().slice(0, 10)
const later = (day: Date, days: number): Date => new Date(day.getTime() + days * 86_400_000)

function written(
  cell: string,
  columns: readonly string[],
  base: Date,
  row: number,
  style: Style,
  chance: Chance,
): Written {
  const [name] = columns
  const said = (value: Value, reads = String(value)): Written => ({
    value,
    reads: name === undefined ? {} : { [name]: reads },
  })
  const nth = /^(?:day|time)(\d)$/.exec(cell)
  if (nth) {
    const day =
      cell === 'day0' ? later(base, -1500 - chance.upTo(600)) : later(base, Number(nth[1]) * 4 + chance.upTo(3))
    if (style.yearless && day.getUTCFullYear() !== base.getUTCFullYear()) return said(null, '')
    if (cell.startsWith('time') && chance.is(0.7)) {
      const at = `${iso(day)} 0${9 - chance.upTo(1)}:${two(chance.upTo(59))}`
      return { value: `${at}:00`, reads: name === undefined ? {} : { [name]: iso(day) } }
    }
    return said(cell === 'day0' ? iso(day) : style.day(day), iso(day))
  }
  if (cell === 'span') {
    const [from, to] = [later(base, 2), later(base, 34)]
    const value = `${from.getUTCFullYear()}年${from.getUTCMonth() + 1}月${from.getUTCDate()}日至${to.getUTCFullYear()}年${to.getUTCMonth() + 1}月${to.getUTCDate()}日`
    return { value, reads: { [columns[0]!]: iso(from), [columns[1]!]: iso(to) } }
  }
  if (cell === 'until') {
    const day = later(base, 1200 + chance.upTo(400))
    return said(style.yearless ? iso(day) : style.day(day), iso(day))
  }
  if (cell === 'two') return officers(columns, style, chance)
  if (cell === 'flag') {
    const yes = chance.is(0.4)
    return said(style.flag[yes ? 0 : 1], String(yes))
  }
  if (cell === 'serial') return said(row + 1)
  if (cell === 'blank') return said(null, '')
  if (cell === 'year')
    return said(`${base.getUTCFullYear()}${chance.is(0.4) ? '年' : ''}`, String(base.getUTCFullYear()))
  if (cell === 'number') return said(`昭某罚〔${base.getUTCFullYear()}〕${row + 1}号`)
  if (cell === 'court') return said(`（${base.getUTCFullYear()}）川0811行初${row + 10}号`)
  if (cell === 'code')
    return said(
      `${chance.of(['GY', '5108', 'ZH', 'HCP'])}${base.getUTCFullYear()}${String(100_000 + chance.upTo(899_999))}`,
    )
  if (cell === 'short') return said(`${base.getUTCFullYear()}-${two(row + 1)}`)
  if (cell === 'card') return said(`23080${chance.upTo(89_999) + 10_000}`)
  if (cell === 'person') return said(person(chance))
  if (cell === 'pair') return said(`${chance.of(POOLS.surname!)}某与${chance.of(POOLS.surname!)}某某`)
  if (cell === 'money') return amount(chance.of([200, 500, 2000, 3500.5, 12_000]), said)
  if (cell === 'hours') return amount(chance.of([8, 10, 12, 16, 20]), said)
  if (cell === 'people') return amount(30 + chance.upTo(170), said)
  if (cell === 'legal') return amount(chance.of([20, 30, 15]), said)
  if (cell === 'promised') return amount(chance.of([2, 4, 6]), said)
  if (cell === 'term')
    return said(
      `${base.getUTCFullYear()}.${base.getUTCMonth() + 1}—${base.getUTCFullYear() + 3}.${base.getUTCMonth() + 1}`,
    )
  return said(chance.of(POOLS[cell] ?? POOLS.text!))
}

const amount = (value: number, said: (value: Value, reads?: string) => Written): Written => said(value, String(value))

/** Two officers in one cell, in the ways that offices write them. */
function officers(columns: readonly string[], style: Style, chance: Chance): Written {
  const [a, b] = [person(chance), person(chance)]
  const numbers = [chance.upTo(89_999) + 2_310_000, chance.upTo(89_999) + 2_310_000]
  const ways = [
    `${a}、${b}`,
    `${a}，${b}`,
    `${a}\n${b}`,
    `${a}（${numbers[0]}）、${b}（${numbers[1]}）`,
    `${a}(综合执法大队 - ${numbers[0]})、${b}(综合执法大队 - ${numbers[1]})、`,
  ]
  return { value: ways[style.officers]!, reads: { [columns[0]!]: a, [columns[1]!]: b } }
}

function noiseCell(word: string): string {
  if (/日期|时间/u.test(word)) return 'day2'
  if (/人$|姓名|领导/u.test(word)) return 'person'
  if (/数量|人数|金额|投资|资本|资料（份）/u.test(word)) return 'people'
  if (/电话|代码|号码|车牌/u.test(word)) return 'code'
  if (/单位|部门|机构|科室|主体/u.test(word)) return 'office'
  return 'text'
}

function evidenceOf(path: string, table: Table): Evidence {
  return {
    path,
    sha256: path,
    bytes: 1,
    format: table.kind === 'grid' ? 'docx' : 'xlsx',
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: [],
    tables: [table],
    properties: {},
    notes: [],
  }
}
