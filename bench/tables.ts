import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { gridOf } from '../src/reading/formats/tables/grid.ts'
import type { OcrEngine } from '../src/reading/sight/ocr/engine.ts'
import { paddle } from '../src/reading/sight/ocr/paddle.ts'
import { findSeals } from '../src/reading/sight/seals/find.ts'
import { drawn, type Face, faces, WEAR } from './ocr-pages.ts'
import { type DrawnTable, tableOf, tablePdf, valuesOf } from './table-pages.ts'

const SETS: readonly (readonly [keyof typeof WEAR, number])[] = [
  ['clean', 100],
  ['clean', 150],
  ['skewed', 200],
  ['noisy', 150],
  ['1-bit', 200],
  ['photographed', 150],
]

/** Tables of odd numbers were not looked at while anything was tuned. */
const TABLES = 12

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      half: { type: 'string' },
      wear: { type: 'string' },
      only: { type: 'string' },
      show: { type: 'boolean' },
    },
  })
  const engine = await paddle()
  const face = faces()[0]!
  console.log(`${engine.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${face.name}`)
  const seeds = Array.from({ length: TABLES }, (_, seed) => seed).filter(
    (seed) =>
      (values.only === undefined || Number(values.only) === seed) &&
      (values.half === undefined || (seed % 2 === 1) === (values.half === 'unseen')),
  )
  for (const [wear, dpi] of SETS) {
    if (values.wear && values.wear !== wear) continue
    const scores = []
    for (const seed of seeds)
      scores.push(await scored(engine, face, tableOf(seed), wear, dpi, values.show === true, seed))
    for (const half of ['seen', 'unseen'] as const) {
      const own = scores.filter((_, at) => (seeds[at]! % 2 === 1) === (half === 'unseen'))
      if (own.length > 0) console.log(`${wear.padEnd(13)}${dpi} dpi  ${half.padEnd(7)}${told(own)}`)
    }
  }
  await engine.close()
}

type Score = {
  /** Whether the table has as many rows and columns as were drawn. */
  readonly shaped: boolean
  readonly cells: number
  readonly right: number
  /** How sure the reader was of each cell that it read wrongly, and of each it read rightly. */
  readonly wrong: readonly number[]
  readonly sure: readonly number[]
}

const LIMITS = [0.8, 0.9, 0.95, 0.97]

function told(scores: readonly Score[]): string {
  const sum = (of: (score: Score) => number) => scores.reduce((all, score) => all + of(score), 0)
  const [cells, right] = [sum((score) => score.cells), sum((score) => score.right)]
  const kept = LIMITS.map((limit) => {
    const over = (of: (score: Score) => readonly number[]) =>
      sum((score) => of(score).filter((one) => one >= limit).length)
    return `≥${limit}: ${over(({ wrong }) => wrong)} wrong ${over(({ sure }) => sure)} right`
  })
  return `tables ${sum(({ shaped }) => Number(shaped))}/${scores.length}  cells ${right}/${cells} ${((100 * right) / cells).toFixed(2)} %  (${kept.join(', ')})`
}

async function scored(
  engine: OcrEngine,
  face: Face,
  table: DrawnTable,
  wear: keyof typeof WEAR,
  dpi: number,
  show: boolean,
  seed: number,
): Promise<Score> {
  const page = await WEAR[wear](await drawn(await tablePdf(table, face), dpi))
  const seals = (findSeals(page, table.wide ? 297 : 210) ?? []).map(({ box }) => box)
  const { tables } = await engine.recognise(page, seals)
  const expected = valuesOf(table)
  const cells = expected.flat().length
  const [first] = tables
  const got = first && gridOf(first.grid.cells, '表1', 1)
  const isShaped =
    tables.length === 1 &&
    got?.rows.length === expected.length &&
    Math.max(...got.rows.map(({ values }) => values.length)) === table.widths.length
  const result = { right: 0, wrong: [] as number[], sure: [] as number[] }
  for (const [row, values] of expected.entries())
    for (const [column, value] of values.entries()) {
      const seen = got?.rows[row]?.values[column] ?? null
      const certainty = got?.rows[row]?.certainties?.[column] ?? 1
      const isRight = got !== undefined && folded(seen) === folded(value)
      if (isRight) {
        result.right++
        result.sure.push(certainty)
      } else if (got) result.wrong.push(certainty)
      if (show && !isRight) console.log(`  ${wear} ${seed} [${row},${column}] ${value} → ${seen} (${certainty})`)
    }
  if (show && !isShaped)
    console.log(
      `  ${wear} ${seed} shape ${tables.length} tables, ${got?.rows.length}×${got?.rows[0]?.values.length}, drawn ${expected.length}×${table.widths.length}`,
    )
  return { ...result, cells, shaped: isShaped }
}

/** Width and brackets say the same in any of their shapes. */
const folded = (value: string | number | null): string =>
  String(value ?? '')
    .normalize('NFKC')
    .replace(/[〔〕【】[\]()]/g, '|')
    .replace(/[—–―一]+/g, '-')
    .replace(/\s+/g, '')

await main()
