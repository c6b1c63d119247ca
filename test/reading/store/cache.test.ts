import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GatherOptions, gather } from '../../../src/reading/gather.ts'
import { type Cache, clearCache, holdingOf, openCache } from '../../../src/reading/store/cache.ts'
import { docxOf, folderOf, para, pdfOf, run, ucs2, xlsxOf } from '../make.ts'

const place = () => mkdtempSync(join(tmpdir(), 'cache-'))
const here = { jobs: 0, ocr: 'off' } as const

const entriesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

const unit = async () =>
  folderOf({
    '28/说明.docx': docxOf(para(run('情况说明'))),
    '28/函.pdf': pdfOf(ucs2('关于印发通知的函')),
    '28/台账.xlsx': await xlsxOf((book) => book.addWorksheet('2022').addRow(['文件名称', '公布日期', 0.07, -0])),
    '28/损坏.docx': Buffer.from('PK\x03\x04 broken'),
    '说明.txt': '短文字不必保留',
  })

/** Counts what was really read: every file that was not is a hit. */
async function gathered(folder: string, cache: Cache | undefined, more: GatherOptions = {}) {
  const read = new Set<string>()
  const found = await gather(folder, {
    ...here,
    ...more,
    cache,
    onProgress: ({ inHand }) => {
      for (const { path } of inHand) read.add(path)
    },
  })
  return { json: JSON.stringify(found), read: [...read].sort() }
}

const READ = ['28/函.pdf', '28/台账.xlsx', '28/损坏.docx', '28/说明.docx']

test('a file is read once; what is kept is what was read, byte for byte', async () => {
  const [folder, at] = [await unit(), place()]
  const plain = await gathered(folder, undefined)
  const cold = await gathered(folder, openCache(at))
  const warm = await gathered(folder, openCache(at))
  expect([cold.json, warm.json]).toEqual([plain.json, plain.json])
  expect([plain.read, cold.read, warm.read]).toEqual([READ, READ, []])
})

test.each(['fixtures/units/区司法局', 'fixtures/units/清水镇'])('warm is cold, byte for byte: %s', async (folder) => {
  const at = place()
  const cold = await gathered(folder, openCache(at), { jobs: 2 })
  const warm = await gathered(folder, openCache(at))
  expect(warm).toEqual({ json: cold.json, read: [] })
})

test('a file that was moved or renamed is known again; the ending is part of what it is', async () => {
  const [at, bytes] = [place(), docxOf(para(run('情况说明')))]
  await gathered(folderOf({ 'a.docx': bytes }), openCache(at))
  expect((await gathered(folderOf({ 'b/c.docx': bytes }), openCache(at))).read).toEqual([])
  expect((await gathered(folderOf({ 'a.wps': bytes }), openCache(at))).read).toEqual(['a.wps'])
})

test('another content, and another way to read, is another reading', async () => {
  const [at, bytes] = [place(), pdfOf(ucs2('通知'))]
  await gathered(folderOf({ 'a.pdf': bytes }), openCache(at))
  expect((await gathered(folderOf({ 'a.pdf': pdfOf(ucs2('公告')) }), openCache(at))).read).toEqual(['a.pdf'])
  expect((await gathered(folderOf({ 'a.pdf': bytes }), openCache(at), { ocr: 'auto' })).read).toEqual(['a.pdf'])
})

describe('an entry that is not what it should be is read anew, told, and mended', () => {
  const spoiled = async (spoil: (entries: string[]) => void) => {
    const [folder, at] = [await unit(), place()]
    const cold = await gathered(folder, openCache(at))
    spoil(entriesIn(at))
    const cache = openCache(at)
    const again = await gathered(folder, cache)
    expect(again.json).toBe(cold.json)
    const last = openCache(at)
    expect(await gathered(folder, last)).toEqual({ json: cold.json, read: [] })
    expect(last.trouble().damaged).toBe(0)
    return { damaged: cache.trouble().damaged, read: again.read.length }
  }

  test('cut off', async () => {
    expect(await spoiled(([a]) => writeFileSync(a!, readFileSync(a!).subarray(0, 40)))).toEqual({ damaged: 1, read: 1 })
  })
  test('empty', async () => {
    expect(await spoiled((all) => all.map((a) => writeFileSync(a, '')))).toEqual({ damaged: 4, read: 4 })
  })
  test('another file’s', async () => {
    expect(await spoiled(([a, b]) => copyFileSync(a!, b!))).toEqual({ damaged: 1, read: 1 })
  })
  test('with another text under the same head', async () => {
    const changed = (a: string) => {
      const text = gunzipSync(readFileSync(a)).toString()
      writeFileSync(a, gzipSync(text.replace(/"pages":\d+/, '"pages":99')))
    }
    expect(await spoiled(([a]) => changed(a!))).toEqual({ damaged: 1, read: 1 })
  })
  test('of something else altogether', async () => {
    expect(await spoiled(([a]) => writeFileSync(a!, gzipSync('{"__proto__":{}}\nnull')))).toEqual({
      damaged: 1,
      read: 1,
    })
  })
  test('a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(450_000_000), { level: 1 })
    expect(await spoiled(([a]) => writeFileSync(a!, bomb))).toEqual({ damaged: 1, read: 1 })
  })

  test('any byte changed anywhere', async () => {
    const [folder, at] = [folderOf({ 'a.docx': docxOf(para(run('情况说明'))) }), place()]
    const { json } = await gathered(folder, openCache(at))
    const [entry] = entriesIn(at)
    const sound = readFileSync(entry!)
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), async (where, by) => {
        const bytes = Buffer.from(sound)
        bytes[where] = bytes[where]! ^ by
        writeFileSync(entry!, bytes)
        expect((await gathered(folder, openCache(at))).json).toBe(json)
      }),
      { numRuns: 60 },
    )
  })
})

test('an entry of other versions is replaced, and that is no damage', async () => {
  const [folder, at] = [folderOf({ 'a.docx': docxOf(para(run('情况说明'))) }), place()]
  const cold = await gathered(folder, openCache(at))
  const [entry] = entriesIn(at)
  const text = gunzipSync(readFileSync(entry!)).toString()
  writeFileSync(entry!, gzipSync(text.replace(/docx \d+/, 'docx 0')))
  const cache = openCache(at)
  expect(await gathered(folder, cache)).toEqual({ json: cold.json, read: ['a.docx'] })
  expect(cache.trouble()).toEqual({ damaged: 0, unwritable: false })
  expect(gunzipSync(readFileSync(entry!)).toString()).toBe(text)
})

test('what failed for lack of time is tried again', async () => {
  const [folder, at] = [folderOf({ 'a.docx': docxOf(para(run('情况说明')).repeat(40_000)) }), place()]
  const hurried = await gather(folder, { jobs: 1, ocr: 'off', cache: openCache(at), limits: { time: 1, timePerMb: 0 } })
  expect(hurried.problems).toMatchObject([{ code: 'timed-out', file: 'a.docx' }])
  expect(entriesIn(at)).toEqual([])
  expect((await gather(folder, { ...here, cache: openCache(at) })).problems).toEqual([])
})

test('two runs at once leave sound entries and nothing else', async () => {
  const [folder, at] = [await unit(), place()]
  const runs = await Promise.all([1, 2, 3].map(() => gathered(folder, openCache(at))))
  expect(new Set(runs.map(({ json }) => json)).size).toBe(1)
  expect(entriesIn(at).filter((path) => !/\/[0-9a-f]{2}\/[0-9a-f]{64}\.json\.gz$/.test(path))).toEqual([])
  expect((await gathered(folder, openCache(at))).read).toEqual([])
})

test('a folder that cannot be written costs the keeping, not the reading', async () => {
  const [folder, at] = [await unit(), join(place(), '文件')]
  writeFileSync(at, '')
  const cache = openCache(at)
  expect((await gathered(folder, cache)).json).toBe((await gathered(folder, undefined)).json)
  expect(cache.trouble()).toEqual({ damaged: 0, unwritable: true })
})

test.skipIf(process.platform === 'win32')('nobody else may read what is kept', async () => {
  const [folder, at] = [await unit(), join(place(), '新')]
  await gathered(folder, openCache(at))
  expect(entriesIn(at).map((path) => statSync(path).mode & 0o077)).toEqual([0, 0, 0, 0])
  chmodSync(at, 0o700)
})

test('clearing removes readings and nothing else', async () => {
  const [folder, at] = [await unit(), place()]
  await gathered(folder, openCache(at))
  mkdirSync(join(at, 'ab'), { recursive: true })
  writeFileSync(join(at, 'ab', '我的.docx'), '')
  writeFileSync(join(at, '说明.txt'), '')
  const holding = await holdingOf(at)
  expect(holding).toMatchObject({ entries: 4 })
  expect(await clearCache(at)).toEqual(holding)
  expect(await holdingOf(at)).toEqual({ entries: 0, bytes: 0 })
  expect(entriesIn(at)).toEqual([join(at, 'ab', '我的.docx'), join(at, '说明.txt')])
})

test('a cache that was never written holds nothing, and looking does not make it', async () => {
  const at = join(place(), '没有')
  expect([await holdingOf(at), await clearCache(at)]).toEqual([
    { entries: 0, bytes: 0 },
    { entries: 0, bytes: 0 },
  ])
  expect(existsSync(at)).toBe(false)
})
