import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { cacheFolder } from '../../src/cli/cache-folder.ts'
import { run } from '../helpers/run.ts'
import { docxOf, folderOf, para, run as runs } from '../reading/make.ts'

let home: string
let folder: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'))
  folder = folderOf({ 'a.docx': docxOf(para(runs('情况说明'))), 'b.docx': docxOf(para(runs('通知'))) })
})

const env = () => ({ HOME: home, XDG_CACHE_HOME: home, LOCALAPPDATA: home })

const read = (name: string) => run(['read', name, '--ocr', 'off'], { cwd: folder, env: env() })

test('info tells where readings are, how many, and that they hold the texts; clear removes them', async () => {
  await read('a.docx')
  await read('b.docx')
  const at = cacheFolder({ env: env() }, process.platform)
  const { code, out } = await run(['cache', 'info'], { env: env() })
  expect({ code, lines: out.split('\n') }).toEqual({
    code: 0,
    lines: [
      at,
      '2 个文件的读取结果，共 0.0 MB',
      '缓存里有材料的文字内容，只有本机当前用户可以查看；不再需要时用 audit cache clear 清空',
      '',
    ],
  })
  expect((await run(['cache', 'clear'], { env: env() })).out).toBe('已清除 2 条记录，共 0.0 MB\n')
  expect((await run(['cache', 'info'], { env: env() })).out).toContain('缓存是空的')
  expect((await run(['cache', 'clear'], { env: env() })).out).toBe('缓存是空的，没有可清除的记录\n')
  expect(readdirSync(at!)).toEqual([])
})

test('damaged entries are told in one line, however many', async () => {
  const first = await read('a.docx')
  await read('b.docx')
  const at = cacheFolder({ env: env() }, process.platform)!
  for (const shelf of readdirSync(at))
    for (const name of readdirSync(join(at, shelf))) writeFileSync(join(at, shelf, name), 'x')
  expect(await read('a.docx')).toEqual({ ...first, err: '读取缓存中有 1 条记录已损坏，相应文件已重新读取\n' })
  expect(await read('a.docx')).toEqual(first)
})

test('for programs', async () => {
  const { out } = await run(['cache', 'info', '--format', 'json', '--cache-dir', join(home, '没有')])
  expect(JSON.parse(out)).toEqual({ folder: join(home, '没有'), entries: 0, bytes: 0 })
})

test.each(['', ' '])('an empty --cache-dir (%j) is none, and nothing is scattered', async (empty) => {
  const before = readdirSync(folder)
  const { code, err } = await run(['read', 'a.docx', '--ocr', 'off', '--cache-dir', empty], { cwd: folder, env: env() })
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('--cache-dir 后面是空的') })
  expect(readdirSync(folder)).toEqual(before)
})

test('without a home there is no cache, and reading goes on', async () => {
  const { code, err } = await run(['read', 'a.docx', '--ocr', 'off'], { cwd: folder, env: {} })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(await run(['cache', 'info'], { env: {} })).toMatchObject({
    code: 2,
    err: expect.stringContaining('--cache-dir'),
  })
})

test.each([
  ['linux', { HOME: '/home/a' }, '/home/a/.cache/fazhi-audit'],
  ['linux', { HOME: '/home/a', XDG_CACHE_HOME: '/var/tmp/a' }, '/var/tmp/a/fazhi-audit'],
  ['linux', { HOME: '/home/a', XDG_CACHE_HOME: 'relative' }, '/home/a/.cache/fazhi-audit'],
  ['linux', {}, undefined],
  ['darwin', { HOME: '/Users/a' }, '/Users/a/Library/Caches/fazhi-audit'],
  ['win32', { LOCALAPPDATA: '/c/local' }, '/c/local/fazhi-audit'],
  ['win32', { USERPROFILE: '/c/a' }, '/c/a/AppData/Local/fazhi-audit'],
] as const)('%s %j keeps readings in %s', (platform, env, folder) => {
  expect(cacheFolder({ env }, platform)).toBe(folder)
})

describe('an audit makes the same report, whatever becomes of the cache', () => {
  const unit = join(mkdtempSync(join(tmpdir(), 'unit-')), '清水镇')
  // Texts, tables and a PDF of the town; the whole of it would be audited a dozen times.
  for (const name of ['42-法律顾问', '79-人民调解', '86-应急预案', '88-风险隐患'])
    cpSync(join('fixtures/units/清水镇', name), join(unit, name), { recursive: true })
  const audit = (at: string, ...more: string[]) =>
    run([unit, '--ocr', 'off', '--as-of', '2022-07-31', '--format', 'json', '--cache-dir', at, ...more])
  const kept = (at: string, ending: string) =>
    readdirSync(at, { recursive: true, withFileTypes: true })
      .filter(({ name }) => name.endsWith(ending))
      .map(({ parentPath, name }) => join(parentPath, name))

  test('kept, not kept, and kept by an audit of other rules', async () => {
    const plain = await audit(home, '--no-cache')
    expect(await audit(home, '--only', '79')).toMatchObject({ code: expect.any(Number), err: '' })
    expect([await audit(home), await audit(home)]).toEqual([plain, plain])
  })

  test('with its readings gone, or spoilt, behind its back', async () => {
    const plain = await audit(home)
    const forget = () => kept(home, '.report.gz').map((path) => rmSync(path))
    for (const path of [...kept(home, '.json.gz'), ...kept(home, '.report.gz')]) rmSync(path)
    expect(await audit(home)).toEqual(plain)
    expect(kept(home, '.json.gz').length).toBeGreaterThan(0)
    for (const path of kept(home, '.json.gz')) writeFileSync(path, 'x')
    forget()
    const spoilt = await audit(home)
    expect({ ...spoilt, err: '' }).toEqual(plain)
    expect(spoilt.err).toMatch(/^读取缓存中有 \d+ 条记录已损坏，相应文件已重新读取\n$/)
    expect(await audit(home)).toEqual(plain)
  })

  test('with what it remembers spoilt', async () => {
    const plain = await audit(home)
    for (const path of kept(home, '.report.gz')) writeFileSync(path, 'x')
    expect(await audit(home)).toEqual(plain)
    for (const path of kept(home, '.known.gz')) writeFileSync(path, 'x')
    expect(await audit(home)).toEqual({ ...plain, err: '读取缓存中有 1 条记录已损坏，相应文件已重新读取\n' })
    expect(await audit(home)).toEqual(plain)
  })
})
