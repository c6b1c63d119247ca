import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { PROBLEM_CODES } from '../../src/core/problem.ts'
import { gather } from '../../src/reading/gather.ts'
import { openCache } from '../../src/reading/store/cache.ts'
import { hostileFiles, manyPages, tediousPdf } from './hostile.ts'
import { docxOf, folderOf, para, run } from './make.ts'

const stateOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)

test('every hostile file ends in a typed result, and the ordinary file beside it is read', async () => {
  const folder = folderOf({ ...(await hostileFiles()), '通知.docx': docxOf(para(run('通知'))) })
  const before = stateOf(folder)
  const { evidence, problems } = await gather(folder, { jobs: 2, ocr: 'off' })
  const codesOf = (path: string) => problems.filter(({ file }) => file === path).map(({ code }) => code)
  const told = evidence.map(({ path, extent }) => [path, extent, ...codesOf(path)].join(' '))
  expect(told.filter((line) => !line.includes('嵌套.zip'))).toMatchInlineSnapshot(`
    [
      "1/实体.docx unread damaged",
      "1/深层.docx whole no-text",
      "1/炸弹.docx unread too-large",
      "1/谎报.docx unread damaged",
      "2/循环.pdf whole no-text",
      "2/百万格.xlsx whole",
      "2/自含.pdf whole no-text",
      "2/递归.pdf whole no-text",
      "3/一行.csv whole",
      "3/巨图.png unread not-read",
      "3/括号.txt whole",
      "通知.docx whole",
    ]
  `)
  expect(problems.filter(({ code, message }) => !(code in PROBLEM_CODES) || !message.includes('请'))).toEqual([])
  expect(stateOf(folder)).toEqual(before)
}, 300_000)

test('five thousand pages are all read', async () => {
  const folder = folderOf({ '五千页.pdf': manyPages(50) })
  const { evidence, problems } = await gather(folder, { jobs: 1, ocr: 'off' })
  expect(evidence).toMatchObject([{ extent: 'whole', pages: 5000, pagesRead: 5000 }])
  expect(evidence[0]?.passages.at(-1)).toEqual({ text: 'Page 5000 of the minutes', at: { page: 5000 } })
  expect(problems).toEqual([])
})

test('a file that takes too long is read in part and told, and the rest goes on', async () => {
  const folder = folderOf({ '长篇.pdf': tediousPdf(), '通知.docx': docxOf(para(run('通知'))) })
  const { evidence, problems } = await gather(folder, { jobs: 1, ocr: 'off', limits: { time: 10_000, timePerMb: 0 } })
  expect(evidence.map(({ path, extent }) => `${path} ${extent}`)).toEqual(['通知.docx whole', '长篇.pdf partly'])
  expect(problems).toMatchObject([{ code: 'timed-out', file: '长篇.pdf' }])
  // The pages that were read until then are kept.
  expect(evidence[1]?.passages[0]?.text).toMatch(/^m+i+n+u+t+e+s/)
})

test.skipIf(process.platform !== 'linux')(
  'a name in the bytes of another system is told, and its file is read',
  async () => {
    const folder = folderOf({ '通知.docx': docxOf(para(run('通知'))) })
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), iconv.encode('附件一.docx', 'gbk')]), '1')
    const names = () => readdirSync(Buffer.from(folder), 'hex').sort()
    const before = names()
    const { evidence } = await gather(folder, { jobs: 0, cache: openCache(join(folderOf({}), '缓存')) })
    expect(evidence.map(({ path, extent }) => `${path} ${extent}`)).toEqual(['通知.docx whole', '附件一.docx whole'])
    expect(names()).toEqual(before)
  },
)

test('Ctrl-C ends a gathering at once, whatever is in hand', async () => {
  const folder = folderOf({ '长篇.pdf': tediousPdf() })
  const controller = new AbortController()
  const reason = new Error('stop')
  const gathering = gather(folder, {
    jobs: 1,
    ocr: 'off',
    signal: controller.signal,
    onProgress: ({ inHand }) => inHand.length > 0 && setTimeout(() => controller.abort(reason), 200),
  })
  await expect(gathering).rejects.toBe(reason)
  await expect(gather(folder, { jobs: 1, signal: controller.signal })).rejects.toBe(reason)
})

test('a file that changes while the folder is read is told, and neither half is believed', async () => {
  const folder = folderOf({ '通知.docx': docxOf(para(run('通知'))) })
  const { evidence, problems } = await gather(folder, {
    jobs: 0,
    onProgress: ({ inHand }) => {
      if (inHand.length > 0) writeFileSync(join(folder, '通知.docx'), docxOf(para(run('公告'))))
    },
  })
  expect(evidence).toMatchObject([{ extent: 'unread', format: 'docx', passages: [] }])
  expect(problems).toMatchObject([{ code: 'not-read', message: expect.stringContaining('文件被改动') }])
})
