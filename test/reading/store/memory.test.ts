import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gather } from '../../../src/reading/gather.ts'
import { clearCache, holdingOf, openCache } from '../../../src/reading/store/cache.ts'
import { openMemory } from '../../../src/reading/store/memory.ts'
import { docxOf, folderOf, para, run } from '../make.ts'

const place = () => mkdtempSync(join(tmpdir(), 'memory-'))

const unit = () =>
  folderOf({
    '28/说明.docx': docxOf(para(run('情况说明')) + para(run('未发生此类案件'))),
    '28/损坏.docx': Buffer.from('PK\x03\x04 broken'),
    '说明.txt': '短文字当场读取\n不另保留',
    '表.csv': '甲,乙,丙\n1,2,3\n4,5,6',
    '空.txt': '',
  })

const READ = ['28/损坏.docx', '28/说明.docx']

/** Gathers with a memory, and tells what was read, what was digested, and what the digests are. */
async function gathered(folder: string, at: string, stamp = '1') {
  const [read, digested] = [new Set<string>(), [] as number[]]
  const of = async ({ passages }: { passages: readonly unknown[] }) => {
    digested.push(passages.length)
    return { passages }
  }
  const [cache, memory] = [openCache(at), await openMemory(at, folder, { stamp, of })]
  const found = await gather(folder, {
    jobs: 0,
    ocr: 'off',
    cache,
    memory,
    onProgress: ({ inHand }) => {
      for (const { path } of inHand) read.add(path)
    },
  })
  const { evidence, problems, digestOf, isLost } = found
  return {
    json: () => JSON.stringify({ evidence, problems }),
    evidence,
    digests: evidence.map(({ path }) => [path, digestOf?.(path)]),
    read: [...read].sort(),
    digested: digested.length,
    isLost: () => isLost?.(),
    trouble: () => memory.trouble(),
  }
}

const plainly = async (folder: string) => {
  const { evidence, problems } = await gather(folder, { jobs: 0, ocr: 'off' })
  return JSON.stringify({ evidence, problems })
}

const entries = (at: string, ending: string): string[] =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

const KNOWN = '.known.gz'

test('what is remembered is what was read, byte for byte, and nothing is read or digested again', async () => {
  const [folder, at] = [unit(), place()]
  const plain = await plainly(folder)
  const cold = await gathered(folder, at)
  const warm = await gathered(folder, at)
  expect([cold.json(), warm.json()]).toEqual([plain, plain])
  expect(warm.digests).toEqual(cold.digests)
  expect(cold.digests.filter(([, digest]) => digest === undefined)).toEqual([])
  expect([cold.read, warm.read]).toEqual([READ, []])
  expect([cold.digested, warm.digested]).toEqual([5, 0])
})

test('a text is fetched only when somebody looks at it', async () => {
  const [folder, at] = [unit(), place()]
  await gathered(folder, at)
  const { evidence, isLost } = await gathered(folder, at)
  for (const path of entries(at, '.json.gz')) rmSync(path)
  const [note, broken] = ['28/说明.docx', '28/损坏.docx'].map((path) => evidence.find((one) => one.path === path))
  expect([broken?.passages, broken?.tables, note?.tables, note?.extent]).toEqual([[], [], [], 'whole'])
  expect(isLost()).toBe(false)
  expect(() => note?.passages).toThrow()
  expect(isLost()).toBe(true)
})

test('a short text is read from its file, and is lost once that is another', async () => {
  const [folder, at] = [unit(), place()]
  await gathered(folder, at)
  const { evidence, isLost } = await gathered(folder, at)
  const text = evidence.find(({ path }) => path === '说明.txt')
  expect(text?.passages.map((one) => one.text)).toEqual(['短文字当场读取', '不另保留'])
  const again = await gathered(folder, at)
  writeFileSync(join(folder, '说明.txt'), '改过了')
  expect(() => again.evidence.find(({ path }) => path === '说明.txt')?.passages).toThrow()
  expect([isLost(), again.isLost()]).toEqual([false, true])
})

test('other code digests anew, but reads nothing; another file’s content is read', async () => {
  const [folder, at] = [unit(), place()]
  await gathered(folder, at)
  const other = await gathered(folder, at, '2')
  expect([other.read, other.digested, other.trouble().damaged]).toEqual([[], 5, 0])
  writeFileSync(join(folder, '28/说明.docx'), docxOf(para(run('零报告'))))
  const changed = await gathered(folder, at, '2')
  expect([changed.read, changed.digested, changed.json()]).toEqual([['28/说明.docx'], 1, await plainly(folder)])
})

test('a folder that was moved or renamed is read from the cache', async () => {
  const [at, texts] = [place(), { 'a.docx': docxOf(para(run('情况说明'))) }]
  await gathered(folderOf(texts), at)
  const moved = await gathered(folderOf(texts), at)
  expect([moved.read, moved.digested]).toEqual([[], 1])
})

describe('a memory that is not what it should be is made anew, told, and mended', () => {
  const spoiled = async (spoil: (path: string) => void) => {
    const [folder, at] = [unit(), place()]
    await gathered(folder, at)
    spoil(entries(at, KNOWN)[0]!)
    const again = await gathered(folder, at)
    expect([again.json(), again.read]).toEqual([await plainly(folder), []])
    const last = await gathered(folder, at)
    expect([last.digested, last.trouble().damaged]).toEqual([0, 0])
    return { damaged: again.trouble().damaged, digested: again.digested }
  }
  const DAMAGED = { damaged: 1, digested: 5 }

  test('cut off', async () => {
    expect(await spoiled((path) => writeFileSync(path, readFileSync(path).subarray(0, 60)))).toEqual(DAMAGED)
  })
  test('empty', async () => {
    expect(await spoiled((path) => writeFileSync(path, ''))).toEqual(DAMAGED)
  })
  test('of something else altogether', async () => {
    expect(await spoiled((path) => writeFileSync(path, gzipSync('{"__proto__":{}}\nnull')))).toEqual(DAMAGED)
    expect(await spoiled((path) => writeFileSync(path, gzipSync('不是')))).toEqual(DAMAGED)
  })
  test('cut off before it was packed', async () => {
    const cut = (path: string) => {
      const bytes = gunzipSync(readFileSync(path))
      writeFileSync(path, gzipSync(bytes.subarray(0, bytes.length - 20)))
    }
    expect(await spoiled(cut)).toEqual(DAMAGED)
  })

  test('with records that are none', async () => {
    const emptied = (path: string) => {
      const text = gunzipSync(readFileSync(path)).toString()
      writeFileSync(path, gzipSync(text.replace(/\t.*$/gm, '\t{"format":"docx","outline":{')))
    }
    expect(await spoiled(emptied)).toEqual({ damaged: 0, digested: 5 })
  })

  test('any byte changed anywhere', async () => {
    const [folder, at] = [unit(), place()]
    await gathered(folder, at)
    const [path] = entries(at, KNOWN)
    const [sound, plain] = [readFileSync(path!), await plainly(folder)]
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), async (where, by) => {
        const bytes = Buffer.from(sound)
        bytes[where] = bytes[where]! ^ by
        writeFileSync(path!, bytes)
        expect((await gathered(folder, at)).json()).toBe(plain)
      }),
      { numRuns: 60 },
    )
  })
})

test('another folder’s memory answers only for the same bytes', async () => {
  const [at, a, b] = [
    place(),
    folderOf({ 'a.docx': docxOf(para(run('甲'))) }),
    folderOf({ 'a.docx': docxOf(para(run('乙'))) }),
  ]
  await gathered(a, at)
  const [first] = entries(at, KNOWN)
  await gathered(b, at)
  const second = entries(at, KNOWN).find((path) => path !== first)
  copyFileSync(first!, second!)
  expect((await gathered(b, at)).json()).toBe(await plainly(b))
})

test('what failed for lack of time is not remembered', async () => {
  const [folder, at] = [folderOf({ 'a.docx': docxOf(para(run('情况说明')).repeat(40_000)) }), place()]
  const memory = await openMemory(at, folder, { stamp: '1', of: async () => null })
  const means = { jobs: 1, ocr: 'off', cache: openCache(at), memory } as const
  // Nor may anything that is made of it be kept.
  expect(await gather(folder, { ...means, limits: { time: 1, timePerMb: 0 } })).toMatchObject({ isKept: false })
  expect(entries(at, KNOWN)).toEqual([])
  expect(await gather(folder, means)).toMatchObject({ isKept: true })
})

test('two runs at once leave one sound memory', async () => {
  const [folder, at] = [unit(), place()]
  await Promise.all([1, 2, 3].map(() => gathered(folder, at)))
  expect(entries(at, '.tmp')).toEqual([])
  const warm = await gathered(folder, at)
  expect([warm.digested, warm.trouble(), warm.json()]).toEqual([
    0,
    { damaged: 0, unwritable: false },
    await plainly(folder),
  ])
})

test('it is counted, cleared, and kept from others with the readings', async () => {
  const [folder, at] = [unit(), place()]
  await gathered(folder, at)
  const sizes = [...entries(at, '.json.gz'), ...entries(at, KNOWN)].map((path) => statSync(path).size)
  expect(await holdingOf(at)).toEqual({ entries: 2, bytes: sizes.reduce((sum, size) => sum + size) })
  if (process.platform !== 'win32') expect(statSync(entries(at, KNOWN)[0]!).mode & 0o077).toBe(0)
  await clearCache(at)
  expect([entries(at, ''), await holdingOf(at)]).toEqual([[], { entries: 0, bytes: 0 }])
})
