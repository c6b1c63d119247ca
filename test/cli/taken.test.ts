import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Installed, install, type Ran, stated } from '../helpers/installed.ts'
import { docxOf, para, pdfOf, pngOf, run, scan, ucs2, xlsxOf, zipOf } from '../reading/make.ts'

// The installed programme with one of its packages taken away: the same answer, or none. Never another one.

let installed: Installed

const AUDIT = ['--as-of', '2022-07-31', '--unit', '区司法局', '--only', '28', '--format', 'json', '--fail-on', 'never']
const TEXTS = ['文本', ...AUDIT, '--ocr', 'off', '--jobs', '1']
const PICTURES = ['图片', ...AUDIT]
let sound: Ran
let kept: ReadonlyMap<string, string>

beforeAll(async () => {
  installed = install()
  put('文本', {
    '函.pdf': pdfOf(ucs2('关于印发年度工作要点的函')),
    '说明.docx': docxOf(para(run('情况说明'))),
    '台账.xlsx': await xlsxOf((book) => book.addWorksheet('2022').addRow(['文件名称', '公布日期'])),
    '包.zip': zipOf({ 'a.txt': '一' }),
  })
  put('图片', { '照片.png': pngOf(8, 8), '附件.pdf': pdfOf(ucs2('关于印发年度工作要点的函'), scan) })
  const cache = join(installed.place, '缓存')
  sound = installed.audit(...TEXTS, '--cache-dir', cache)
  kept = keptIn(cache)
})

function put(name: string, files: Readonly<Record<string, Uint8Array>>): void {
  const folder = join(installed.place, name, '28-合法性审核')
  mkdirSync(folder, { recursive: true })
  for (const [file, bytes] of Object.entries(files)) writeFileSync(join(folder, file), bytes)
}

afterAll(() => installed.remove())

/** What is kept, by its name in the cache. */
const keptIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
      .filter((name) => name.endsWith('.gz'))
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

function isNone({ status, stdout, stderr }: Ran): void {
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('audit doctor')
  expect(stderr).not.toMatch(/^ +at /m)
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
}

test('with all of them there is an answer, and something is kept', () => {
  expect({ status: sound.status, stderr: sound.stderr }).toEqual({ status: 0, stderr: '' })
  expect(kept.size).toBeGreaterThan(0)
})

test.each([...stated('dependencies'), '@hyzyla/pdfium'])('without %s the answer is the same, or none', (name) => {
  const cache = join(installed.place, `缓存-${name.replaceAll('/', '-')}`)
  const without = installed.without(name, () => installed.audit(...TEXTS, '--cache-dir', cache))
  if (without.status === 2) isNone(without)
  else expect(without).toEqual(sound)
  // Nothing of it is kept: what is not what would be kept of a sound run must not be taken up by one.
  const odd = [...keptIn(cache)].filter(([name, bytes]) => kept.get(name) !== bytes)
  if (odd.length > 0) expect(installed.audit(...TEXTS, '--cache-dir', cache)).toEqual(sound)
})

// It once died where either was missing.
test.each(['yaml', 'fastest-levenshtein'])('the doctor runs without %s, and says so where it is needed', (name) => {
  const { status, stdout, stderr } = installed.without(name, () => installed.audit('doctor'))
  expect(stderr).toBe('')
  expect(stdout).not.toMatch(/^ +at /m)
  expect(stdout).toMatch(status === 0 ? /可以正常使用\n$/ : /有影响使用的问题，请按上面 ✗ 行的提示处理\n$/)
})

test.each(stated('optionalDependencies').filter((name) => name !== '@hyzyla/pdfium'))(
  'where pictures are read, there is no answer without %s',
  (name) => {
    isNone(installed.without(name, () => installed.audit(...PICTURES, '--no-cache')))
  },
)

test('a reader that is not there is the programme’s own trouble', () => {
  const dist = join(installed.place, 'audit/dist')
  expect(readdirSync(dist)).toContain('worker.js')
  writeFileSync(join(dist, 'worker.js'), 'import "./gone.js"')
  const none = installed.audit(...TEXTS, '--no-cache')
  isNone(none)
  expect(none.stderr).toMatch(/^读取文件的程序无法启动（/)
})
