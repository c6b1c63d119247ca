import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import type { Report } from '../src/core/report.ts'
import { bookOf } from '../src/gaps/book/book.ts'
import { firstList, nextList } from '../src/gaps/next.ts'
import { gatherFile } from '../src/reading/gather.ts'
import { auditOf, found } from '../test/helpers/lists.ts'
import { has, median } from './timing.ts'

// A list of so many rows goes out, every row of it is filled in, it comes back, and the next is written.

const ROUNDS = 3
const place = mkdtempSync(join(tmpdir(), 'lists-'))

const reportOf = (rows: number): Report =>
  auditOf(
    Array.from({ length: rows }, (_, at) =>
      found(`${(at % 100) + 1}.rule@${at}`, {
        message: `公示期限：第${at}件期限不符（昭司罚决字〔2022〕${at}号（8个工作日，最迟应在2022-05-12）），应不超过7个工作日`,
        cites: [{ file: `${(at % 100) + 1}-材料/台账${at}.xlsx`, sheet: '2022', cell: `K${at + 2}` }],
      }),
    ),
  )

async function filledIn(bytes: Uint8Array): Promise<Uint8Array> {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as never)
  const sheet = book.getWorksheet('问题整改清单')!
  const heads = sheet.getRow(4).values as string[]
  sheet.eachRow((row, number) => {
    if (number <= 4 || typeof row.getCell(1).value !== 'number') return
    row.getCell(heads.indexOf('整改措施')).value = `核对原件并补填第${number}行`
    row.getCell(heads.indexOf('责任人')).value = '王一'
    row.getCell(heads.indexOf('整改时限')).value = new Date('2022-07-30T00:00:00Z')
    row.getCell(heads.indexOf('状态')).value = '整改中'
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function read(name: string, bytes: Uint8Array) {
  const path = join(place, name)
  writeFileSync(path, bytes)
  const { evidence } = await gatherFile(name, path, { ocr: 'off', jobs: 0 })
  return { name, tables: evidence[0]!.tables }
}

/** Processor time of all threads, in milliseconds: what else the machine does is no part of it. */
async function timed<T>(work: () => T | Promise<T>): Promise<{ done: T; took: number }> {
  const before = process.cpuUsage()
  const done = await work()
  const { user, system } = process.cpuUsage(before)
  return { done, took: (user + system) / 1000 }
}

type Times = { readonly out: number; readonly in: number; readonly next: number }

async function measured(rows: number): Promise<Times> {
  const report = reportOf(rows)
  const out = await timed(async () => {
    const { history } = firstList(report, '2022-07-10')
    return bookOf({ report, history, on: '2022-07-10' })
  })
  const returned = await filledIn(out.done)
  const back = await timed(() => read('返回.xlsx', returned))
  const next = await timed(async () => {
    const { history, told } = nextList([back.done], [], report, '2022-07-20')
    await bookOf({ report, history, on: '2022-07-20' })
    return told
  })
  if (next.done.length > 0) throw new Error(JSON.stringify(next.done[0]))
  return { out: out.took, in: back.took, next: next.took }
}

console.log(
  'a list of so many rows goes out, comes back filled in, and the next is written (processor time, medians; goal: 200 ≤ 1 s, linear)',
)
await measured(200)
for (const rows of [200, 1000, 5000]) {
  const runs: Times[] = []
  for (let round = 0; round < ROUNDS; round++) runs.push(await measured(rows))
  const [out, into, next] = (['out', 'in', 'next'] as const).map((key) => median(runs.map((run) => run[key])))
  const total = out! + into! + next!
  console.log(
    `  ${String(rows).padStart(5)} rows  ${total.toFixed(0)} ms (out ${out!.toFixed(0)}, read ${into!.toFixed(0)}, merge and next ${next!.toFixed(0)}), ${(total / rows).toFixed(2)} ms a row`,
  )
}

if (has('soffice')) {
  const report = reportOf(60)
  const first = firstList(report, '2022-07-10')
  const returned = await filledIn(await bookOf({ report, history: first.history, on: '2022-07-10' }))
  const { history } = nextList([await read('返回.xlsx', returned)], [], report, '2022-07-20')
  const book = await bookOf({ report, history, on: '2022-07-20' })
  const name = '清单.xlsx'
  writeFileSync(join(place, name), book)
  for (const format of ['xlsx', 'xls', 'ods']) {
    const saved = join(place, format)
    spawnSync('soffice', [
      `-env:UserInstallation=file://${join(place, 'profile')}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      saved,
      join(place, name),
    ])
    const copy = await read(`清单.${format}`, readFileSync(join(saved, `清单.${format}`)))
    const again = nextList([copy], [], report, '2022-07-20')
    const same = Buffer.from(await bookOf({ report, history: again.history, on: '2022-07-20' })).equals(
      Buffer.from(book),
    )
    console.log(
      `  re-saved by LibreOffice as ${format.padEnd(4)}  ${same && again.told.length === 0 ? 'nothing changed' : 'CHANGED'}`,
    )
  }
}
rmSync(place, { recursive: true })
