import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Evidence } from '../../src/core/evidence.ts'
import { NO_FACTS } from '../../src/core/fact.ts'
import type { Field, Ledger, LedgerSpec } from '../../src/core/ledger.ts'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { loadSystem } from '../../src/system/load.ts'
import { type Label, type Made, SETS, tables } from './make.ts'

/**
 * How well tables are understood: `npm run bench:tables` on tables by grammar, `npm run bench:tables -- FOLDER` on
 * labelled ones (each a JSON file with `evidence` and `label`). `--errors` lists those of the seen half, `--set=homely`
 * takes one set only.
 */
const [folder] = process.argv.slice(2).filter((one) => !one.startsWith('--'))
const HALVES = process.argv.includes('--seen') ? (['seen'] as const) : (['seen', 'unseen'] as const)
const COUNT = Number(process.argv.find((one) => one.startsWith('--count='))?.slice(8) ?? 600)
const ONLY = process.argv.filter((one) => one.startsWith('--set=')).map((one) => one.slice(6))
const { ledgers: specs } = await loadSystem('indicators/zhaohua-2022')

const errors: string[] = []
if (folder) show(folder, measured(labelled(folder), specs))
else
  for (const set of SETS.filter((one) => ONLY.length === 0 || ONLY.includes(one)))
    for (const half of HALVES) {
      errors.length = 0
      show(`${set} ${half}`, measured([...tables(COUNT, half, set)], specs))
      if (half === 'seen' && process.argv.includes('--errors')) console.log(errors.join('\n'))
    }

type Counts = {
  tables: number
  matters: number
  columns: number
  right: number
  asked: number
  wrong: number
  cells: number
  read: number
}

function measured(made: readonly Pick<Made, 'evidence' | 'label'>[], known: readonly LedgerSpec[]): Counts {
  const counts: Counts = { tables: 0, matters: 0, columns: 0, right: 0, asked: 0, wrong: 0, cells: 0, read: 0 }
  for (const { evidence, label } of made) {
    const [ledger] = recogniseLedgers([{ evidence, facts: NO_FACTS }], known).ledgers
    counts.tables++
    const matter = ledger?.spec.id ?? 'none'
    if (matter === label.matter) counts.matters++
    else
      errors.push(
        `matter ${evidence.path} [${evidence.tables[0]!.rows[0]!.values[0]}]: ${label.matter} taken for ${matter}: ${label.heads.join(' ')}`,
      )
    if (matter === label.matter && ledger) count(counts, ledger, label)
  }
  return counts
}

function count(counts: Counts, ledger: Ledger, label: Label): void {
  const found = new Map<number, Set<string>>()
  const at = (cell: string | undefined): number => {
    const nth = /第(\d+)列$/u.exec(cell ?? '')
    if (nth) return Number(nth[1]) - 1
    return [...(/^[A-Z]+/.exec(cell ?? '')?.[0] ?? '')].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1
  }
  for (const { column, place } of ledger.assigned)
    found.set(at(place.cell), (found.get(at(place.cell)) ?? new Set()).add(column))
  const asked = new Map(ledger.unsure.map(({ column, place }) => [at(place.cell), column]))
  for (const [column, wanted] of label.columns.entries()) {
    const read = [...(found.get(column) ?? [])]
    const head = label.heads[column]
    if (wanted.length > 0) counts.columns++
    const isRight = wanted.length > 0 && wanted.every((name) => read.includes(name))
    if (isRight) counts.right++
    else if (read.length > 0) {
      counts.wrong++
      errors.push(
        `wrong ${ledger.spec.id} ${head}: ${wanted.join('+') || '(other)'} read as ${read.join('+')} ${ledger.assigned.find(({ column: name }) => name === read[0])?.certainty}`,
      )
    } else if (asked.has(column)) {
      counts.asked++
      if (wanted.length > 0) errors.push(`asked ${ledger.spec.id} ${head}: ${wanted.join('+')} as ${asked.get(column)}`)
    } else if (wanted.length > 0) errors.push(`none ${ledger.spec.id} ${head}: ${wanted.join('+')}`)
  }
  const rows = new Map(ledger.rows.map((row) => [rowIn(row.place().cell ?? ''), row]))
  for (const { index, cells } of label.rows) {
    const row = rows.get(index)
    for (const [column, text] of Object.entries(cells)) {
      if (!ledger.columns.includes(column)) continue
      counts.cells++
      const value = row ? textOf(row.field(column)) : '(no row)'
      if (value === text || (text !== '' && value.replace(/\s/g, '') === text.replace(/\s/g, ''))) counts.read++
      else errors.push(`cell ${ledger.spec.id} ${column}: ${JSON.stringify(row?.field(column))} for ${text}`)
    }
  }
}

/** From 0: of G9, or of 表1第9行第7列. */
function rowIn(cell: string): number {
  return Number(/第(\d+)行/u.exec(cell)?.[1] ?? /\d+$/.exec(cell)?.[0]) - 1
}

function textOf(field: Field): string {
  if (field.state === 'day' || field.state === 'time') return field.day
  if (field.state === 'number') return String(field.number)
  if (field.state === 'flag') return String(field.flag)
  return field.state === 'text' || field.state === 'none' || field.state === 'blank' ? field.text : `(${field.state})`
}

function show(name: string, counts: Counts): void {
  const percent = (part: number, whole: number) =>
    `${whole === 0 ? '–' : ((part / whole) * 100).toFixed(1)}% (${part}/${whole})`
  console.log(
    `${name}: matter ${percent(counts.matters, counts.tables)}, columns right ${percent(counts.right, counts.columns)}, asked ${percent(counts.asked, counts.columns)}, certain and wrong ${percent(counts.wrong, counts.columns)}, cells ${percent(counts.read, counts.cells)}`,
  )
}

function labelled(path: string): Pick<Made, 'evidence' | 'label'>[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name): { evidence: Evidence; label: Label } => JSON.parse(readFileSync(join(path, name), 'utf8')))
}
