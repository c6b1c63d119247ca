import { readFileSync } from 'node:fs'
import glob from 'fast-glob'
import { describe, expect, test } from 'vitest'
import type { PdfEngine } from '../../../../src/reading/formats/pdf/engine.ts'
import { openPdf } from '../../../../src/reading/formats/pdf/open.ts'
import { pdfium } from '../../../../src/reading/formats/pdf/pdfium.ts'
import { pdfjs } from '../../../../src/reading/formats/pdf/pdfjs.ts'
import { pdfProperties } from '../../../../src/reading/formats/pdf/properties.ts'
import { tablesOn, wholeTables } from '../../../../src/reading/formats/pdf/tables.ts'
import { Unreadable } from '../../../../src/reading/reader.ts'
import { mutantOf } from '../../../fuzz/mutants.ts'
import { seedsFrom } from '../../../fuzz/seeds.ts'
import { circlingPdf, loopingPdf, recursivePdf } from '../../hostile.ts'
import { lockedPdf, pdfOf, scan, ucs2 } from '../../make.ts'
import { LANDSCAPE, landscapeTable, samples } from './pages.ts'

const ENGINES: readonly (readonly [string, PdfEngine])[] = [
  ['PDFium', pdfium],
  ['pdf.js', pdfjs],
]
const folded = (text: string) => text.replace(/\s+/g, '')

/** All that an engine says of a file; each page's text without blanks, or `?` where it tells that it has doubts. */
async function told(engine: PdfEngine, bytes: Uint8Array) {
  const document = await engine(bytes)
  try {
    const pages: string[] = []
    const tables = []
    for (let number = 1; number <= document.pages; number++) {
      const { text, doubt, drawn } = await document.page(number)
      pages.push(doubt && doubt !== 'laid' ? '?' : folded(text))
      if (drawn) tables.push(...tablesOn(number, drawn))
    }
    return { pages, properties: pdfProperties(await document.info()), tables: wholeTables(tables) }
  } finally {
    await document.close()
  }
}

const refused = (error: unknown) => ({ pages: [String(code(error))] })

const code = (error: unknown) => (error instanceof Unreadable ? error.code : error)

describe('the engines agree', () => {
  const files = glob.sync('fixtures/**/*.pdf').sort()

  test.each(files)('on %s', async (file) => {
    const bytes = readFileSync(file)
    const [first, second] = await Promise.all([pdfium, pdfjs].map((engine) => told(engine, bytes).catch(refused)))
    const doubted = first?.pages.includes('?')
    // PDFium has no glyphs for fonts that are not embedded, and says so; whether it lost anything it cannot tell.
    expect(doubted).toBe(file.endsWith('46-执行评估/关于印发重大行政决策执行跟踪和后评估制度的通知.pdf'))
    if (!doubted) expect(first).toEqual(second)
  })

  test('so does the landscape table of a turned page', async () => {
    const bytes = await landscapeTable()
    for (const [, engine] of ENGINES)
      expect((await told(engine, bytes)).tables.map(({ rows }) => rows.map(({ values }) => values))).toEqual([
        LANDSCAPE,
      ])
  })

  test('a page’s ink is the same for both, where it is asked for', async () => {
    const pages = [scan, `${scan} ${ucs2('第3页', 40)}`, '70 70 m 300 70 l S', 'q 0 0 9 9 re W n Q', '']
    for (const [, engine] of ENGINES) {
      const document = await engine(pdfOf(...pages))
      const inks = []
      for (const [i] of pages.entries()) inks.push((await document.page(i + 1)).ink)
      expect(inks).toEqual(['pictures', 'pictures', 'marks', 'nothing', 'nothing'])
      await document.close()
    }
  })
})

describe('what is written is read', async () => {
  /** Where an engine reads otherwise than was written, what it reads, and why that is borne with. */
  const OTHERWISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    // It has no glyphs for fonts that are not embedded, and passes over what therefore has no width.
    'UniGB-UCS2-H, not embedded': { PDFium: '?' },
    'GBK-EUC-H, not embedded': { PDFium: '?' },
    'UniGB-UCS2-V, not embedded': { PDFium: '?' },
    'each letter placed, not embedded': { PDFium: '?' },
    'a turned line, not embedded': { PDFium: '?' },
    // It cuts off what the paper does.
    'text beyond the edge of the paper': { 'pdf.js': '这一行写出' },
    // It knows no replacement texts.
    'a text that stands for what is shown': { 'pdf.js': '明日公布' },
    // Both know that they do not know.
    'glyphs without characters': { PDFium: '?', 'pdf.js': '?' },
  }

  test.each(await samples())('$name', async ({ name, bytes, says }) => {
    for (const [engine, read] of ENGINES)
      expect((await told(read, bytes)).pages, engine).toEqual([OTHERWISE[name]?.[engine] ?? says])
  })

  test.each((await samples()).filter(({ name }) => name !== 'glyphs without characters'))(
    'by both together: $name',
    async ({ bytes, says }) => expect((await told(openPdf, bytes)).pages).toEqual([says]),
  )

  test('lines stay lines, and what stands side by side is told apart', async () => {
    const row = [ucs2('序号').replace('70 700', '70 640'), ucs2('名称').replace('70 700', '270 640')].join('\n')
    for (const [, engine] of ENGINES) {
      const document = await engine(pdfOf(`${ucs2('第一行')} ${ucs2('第二行', 670)} ${row}`))
      const lines = (await document.page(1)).text.split(/\r?\n/).map((line) => line.trim())
      expect(lines.slice(0, 2)).toEqual(['第一行', '第二行'])
      expect(lines.slice(2).join('\t')).toMatch(/^序号\s+名称$/)
      await document.close()
    }
  })
})

test('where PDFium breaks down, pdf.js goes on', async () => {
  expect(await told(openPdf, recursivePdf())).toEqual({ pages: [''], properties: {}, tables: [] })
})

describe.each(ENGINES)('%s', (_, engine) => {
  test('tells a password from damage', async () => {
    const refusal = async (bytes: Uint8Array) => engine(bytes).then(() => 'opened', code)
    expect(await refusal(await lockedPdf())).toBe('encrypted')
    expect(await refusal(pdfOf(ucs2('通知')).subarray(0, 60))).toBe('damaged')
    expect(await refusal(Buffer.from('%PDF-1.7\nnothing'))).toBe('damaged')
  })

  test('leaves the bytes as they were', async () => {
    const bytes = Uint8Array.from(pdfOf(ucs2('通知')))
    const before = Uint8Array.from(bytes)
    await told(engine, bytes)
    expect(bytes).toEqual(before)
  })

  test.each([
    ['a table of contents that is its own predecessor', loopingPdf],
    ['a page whose page is itself', circlingPdf],
    ['a form that draws itself twice', recursivePdf],
  ])('survives %s', async (_name, made) => {
    await expect(outcome(engine, made())).resolves.toMatch(/^(read|refused)$/)
  })

  test('survives a hundred spoiled files, and reads the next as if nothing had been', async () => {
    const seeds = seedsFrom(['fixtures/units/区司法局'], 12).filter(({ name }) => name.endsWith('.pdf'))
    const before = await told(engine, seeds[0]!.bytes)
    const ends = new Set<string>()
    for (let seed = 1; seed <= 100; seed++) ends.add(await outcome(engine, mutantOf(seed, seeds).bytes))
    expect([...ends].filter((end) => end !== 'read' && end !== 'refused')).toEqual([])
    expect(await told(engine, seeds[0]!.bytes)).toEqual(before)
  })
})

/** A page may be refused as well; what must not be is a document that neither opens nor says why. */
async function outcome(engine: PdfEngine, bytes: Uint8Array): Promise<string> {
  try {
    const document = await engine(bytes)
    for (let number = 1; number <= Math.min(document.pages, 50); number++) await document.page(number).catch(() => {})
    await document.close().catch(() => {})
    return 'read'
  } catch (error) {
    return error instanceof Error ? 'refused' : String(error)
  }
}
