import { read as sheetJs, write as sheetJsWrite, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row, Table, Value } from '../../src/core/evidence.ts'
import { bookOf } from '../../src/gaps/book/book.ts'
import { linesOf } from '../../src/gaps/model/history.ts'
import { firstList, nextList } from '../../src/gaps/next.ts'
import { xlsx } from '../../src/reading/formats/excel/xlsx.ts'
import { auditOf, back, found, headOf, sentOut, sheetOf } from '../helpers/lists.ts'

const LIST = '问题整改清单'
const DAY = '2022-07-10'
const LATER = '2022-07-20'
const REPORT = auditOf([
  ...Array.from({ length: 8 }, (_, at) => found(`${20 + at}.rule`)),
  found('F1.none', { severity: 'veto' }),
  found('41.review', { kind: 'review', outcome: 'unclear' }),
])
const FIRST = firstList(REPORT, DAY).history
const SENT = sentOut(FIRST, REPORT, DAY)

type Edit = (table: Table) => Table

const rows = (table: Table, edit: (row: Row) => Row): Table => ({ ...table, rows: table.rows.map(edit) })

/** What a row and its answer are known by, wherever an earlier edit has moved them to. */
const NEEDED = ['问题', '状态']

/** What people and programmes do to a sheet without meaning anything by it. */
const harmless: fc.Arbitrary<Edit> = fc.oneof(
  fc.func(fc.nat()).map(
    (order): Edit =>
      (table) => {
        const head = headOf(table).index
        const below = table.rows.filter(({ index }) => index > head)
        const sorted = [...below].sort((a, b) => order(a.index) - order(b.index))
        const kept = table.rows.filter(({ index }) => index <= head)
        return {
          ...table,
          merges: [],
          rows: [...kept, ...below.map((row, at) => ({ ...row, values: sorted[at]!.values }))],
        }
      },
  ),
  fc.nat(17).map(
    (column): Edit =>
      (table) =>
        NEEDED.includes(String(headOf(table).values[column]).trim())
          ? table
          : rows(table, (row) => ({ ...row, values: row.values.filter((_, at) => at !== column) })),
  ),
  fc.nat(5).map(
    (down): Edit =>
      (table) => ({
        ...table,
        merges: table.merges.map((merge) => ({ ...merge, top: merge.top + down, bottom: merge.bottom + down })),
        rows: table.rows.map((row) => ({ ...row, index: row.index + down })),
      }),
  ),
  fc.constant<Edit>((table) => rows({ ...table, hidden: true }, (row) => ({ ...row, hidden: true }))),
  fc.constant<Edit>((table) => rows(table, (row) => ({ ...row, values: [null, ...row.values] }))),
  fc.constant<Edit>((table) => {
    const first = table.rows.find(({ index }) => index > headOf(table).index)
    return first ? { ...table, rows: [...table.rows, { ...first, index: 200 }] } : table
  }),
  fc.constant<Edit>((table) =>
    rows(table, (row) => ({
      ...row,
      values: row.values.map((value) => (typeof value === 'number' ? String(value) : value)),
    })),
  ),
  fc.constant<Edit>((table) =>
    rows(table, (row) => ({
      ...row,
      values: row.values.map((value) => (typeof value === 'string' ? `${value.replaceAll('\n', '\r\n')} ` : value)),
    })),
  ),
)

test('whatever is done to the sheets without meaning anything changes nothing', async () => {
  const sent = await SENT
  fc.assert(
    fc.property(fc.array(harmless, { maxLength: 4 }), (edits) => {
      const edited = sent.map((table) => (table.name === LIST ? edits.reduce((now, edit) => edit(now), table) : table))
      const next = nextList([back(edited)], [{ name: '历史', lines: linesOf(FIRST) }], REPORT, LATER)
      expect(next.told).toEqual([])
      expect(next.history).toEqual(FIRST)
    }),
    { numRuns: 200 },
  )
})

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '=1+1',
    '-',
    '@a',
    "'",
    '甲\n乙',
    ' 两端空 ',
    '_x0041_',
    '\u2028',
    '007',
    '1e5',
    '\t',
    '第3条',
    'null',
  ),
)
const fields = fc.record(
  {
    整改措施: words,
    责任人: words,
    整改时限: fc.oneof(fc.constantFrom('2022-08-01', '2022年8月1日', '立行立改', 44_774, '下周'), words),
    完成情况: words,
    状态: fc.constantFrom('待整改', '整改中', '已整改待复核', '退回', '已销号', '完成', ''),
    复核意见: words,
    复核人: words,
    复核日期: fc.constantFrom('2022-07-18', '2022-02-30', '2023-01-01', ''),
    编号: fc.constantFrom('p:20.rule', 'p:21.rule', 'x', ''),
  },
  { requiredKeys: [] },
)

function written(
  tables: readonly Table[],
  edits: readonly (readonly [number, Readonly<Record<string, Value>>])[],
): readonly Table[] {
  return tables.map((table) => {
    if (table.name !== LIST) return table
    const head = headOf(table)
    return rows(table, (row) => {
      const own = edits.filter(([number]) => row.index === head.index + 1 + number)
      const values = [...row.values]
      for (const [, edit] of own)
        for (const [header, value] of Object.entries(edit))
          values[head.values.indexOf(header)] = value === '' ? null : value
      return { ...row, values: Array.from(values, (value) => value ?? null) }
    })
  })
}

test('whatever is typed is taken or told, and out → in → out is then a fixed point', async () => {
  const sent = await SENT
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(8), fields), { minLength: 1, maxLength: 5 }), async (edits) => {
      const typed = written(sent, edits)
      const once = nextList([back(typed)], [], REPORT, LATER)
      // The same again: nothing new, however much of it was refused.
      const again = nextList([back(typed)], [{ name: '历史', lines: linesOf(once.history) }], REPORT, LATER)
      expect(again.history).toEqual(once.history)
      // Out and in.
      const out = await sentOut(once.history, REPORT, LATER)
      const next = nextList([back(out)], [], REPORT, LATER)
      expect(next.told).toEqual([])
      expect(next.history).toEqual(once.history)
    }),
    { numRuns: 6 },
  )
}, 120_000)

test('no word that was typed is lost', async () => {
  const sent = await SENT
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(8), fields), { minLength: 1, maxLength: 5 }), (edits) => {
      const { history } = nextList([back(written(sent, edits))], [], REPORT, LATER)
      const kept = JSON.stringify(history)
      const last = new Map(
        edits.flatMap(([row, edit]) =>
          Object.entries(edit).map(([header, value]) => [`${row} ${header}`, value] as const),
        ),
      )
      for (const [key, value] of last)
        if (/ (?:整改措施|责任人|完成情况)$/.test(key)) {
          const plain = String(value)
            .normalize('NFC')
            .replace(/\r\n?|_x000D_\n?/g, '\n')
            .replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '')
            .trim()
          expect(kept).toContain(JSON.stringify(plain).slice(1, -1))
        }
    }),
    { numRuns: 300 },
  )
})

describe('another programme opens the list and saves it', () => {
  const saved = async () => {
    const bytes = await bookOf({ report: REPORT, history: FIRST, on: DAY })
    return sheetJs(bytes, { type: 'array' })
  }

  test('SheetJS reads the same words', async () => {
    const book = await saved()
    for (const table of await SENT) {
      const sheet = book.Sheets[table.name]!
      for (const row of table.rows)
        row.values.forEach((value, column) => {
          if (typeof value === 'string' && !/^\d{4}-\d\d-\d\d$/.test(value))
            expect(String(sheet[utils.encode_cell({ r: row.index, c: column })]?.v)).toBe(value)
        })
    }
  })

  test.each(['xlsx', 'biff8', 'ods'] as const)('as %s, and nothing has changed', async (bookType) => {
    const bytes = new Uint8Array(sheetJsWrite(await saved(), { type: 'array', bookType }) as ArrayBuffer)
    const { gatherFile } = await import('../../src/reading/gather.ts')
    const { mkdtempSync, writeFileSync } = await import('node:fs')
    const { join } = await import('node:path')
    const place = mkdtempSync(join(process.env.TMPDIR ?? '/tmp', 'list-'))
    const name = `清单.${bookType === 'biff8' ? 'xls' : bookType}`
    writeFileSync(join(place, name), bytes)
    const { evidence } = await gatherFile(name, join(place, name), { ocr: 'off', jobs: 0 })
    // SheetJS cuts texts in the old format, the records among them.
    const next = nextList([back(evidence[0]!.tables, name)], [{ name: '历史', lines: linesOf(FIRST) }], REPORT, LATER)
    expect(next.told).toEqual([])
    expect(next.history).toEqual(FIRST)
  })
})

test('the lists of the sheet are those that were written', async () => {
  expect(sheetOf(await SENT, LIST).rows.length).toBeGreaterThan(9)
  expect((await xlsx.read(await bookOf({ report: REPORT, history: FIRST, on: DAY }), 'xlsx')).tables).toEqual(
    await SENT,
  )
})
