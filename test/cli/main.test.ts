import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import glob from 'fast-glob'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { run } from '../helpers/run.ts'

let place: string
let unit: string

/** A small unit that is read in a moment: one indicator, one ledger that falls short. */
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'audit-cli-'))
  unit = join(place, '区司法局')
  mkdirSync(join(unit, '28-合法性审核'), { recursive: true })
  const rows = Array.from(
    { length: 11 },
    (_, n) => `办法${n},昭府规〔2021〕${n + 1}号,区政府,2021-03-01,2021-03-15,2021-04-0${(n % 9) + 1}`,
  )
  const ledger = [
    '文件名称,文号,制定机关,送审日期,合法性审核意见日期,公布日期',
    ...rows,
    '漏审办法,昭府规〔2021〕99号,区政府,2021-03-01,,2021-04-01',
  ]
  writeFileSync(join(unit, '28-合法性审核', '规范性文件台账.csv'), ledger.join('\n'))
})

const ONLY = ['--only', '28']
const fast = ['--as-of', '2022-07-31', ...ONLY]

/** Everything that could change in a folder: names, bytes, times. */
function fingerprint(folder: string): string {
  const files = glob.sync('**/*', { cwd: folder, dot: true, stats: true, onlyFiles: false, followSymbolicLinks: false })
  const lines = files.map(({ path, stats }) => {
    const file = join(folder, path)
    const bytes = stats?.isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : ''
    return `${path} ${stats?.mtimeMs} ${stats?.mode} ${bytes}`
  })
  return lines.sort().join('\n')
}

describe('a unit with a gap', () => {
  test('ends with 1 and says what is missing, where, and what to do', async () => {
    const { code, out, err } = await run([unit, ...fast])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('合法性审核率91.7%（11/12），应达100%；不符合的有漏审办法')
    expect(out).toContain('都在文件夹“28-合法性审核/”里')
    expect(out).toContain('规范性文件台账.csv 表1!E13')
    expect(out).toContain('→ 请补齐')
  })

  test('is told alike in every format, with the same exit code', async () => {
    const outputs = ['报告.json', '清单.xlsx', '报告.txt'].flatMap((file) => ['-o', join(place, '结果', file)])
    const { code } = await run([unit, ...fast, ...outputs, '-q'])
    expect(code).toBe(1)
    expect(readdirSync(join(place, '结果')).sort()).toEqual(['报告.json', '报告.txt', '清单.xlsx'])
    const report: Report = JSON.parse(readFileSync(join(place, '结果', '报告.json'), 'utf8'))
    expect(report.findings.find(({ id }) => id === '28.reviewed')).toMatchObject({
      outcome: 'gap',
      actual: '91.7%（11/12）',
    })
    expect((await run([unit, ...fast, '--format', 'json'])).code).toBe(1)
  })

  test('is let through by a gate above it', async () => {
    expect((await run([unit, ...fast, '--fail-on', 'veto', '-q'])).code).toBe(0)
    expect((await run([unit, ...fast, '--fail-on', 'never', '-q'])).code).toBe(0)
  })
})

test('JSON on stdout is one document and nothing else', async () => {
  const { out } = await run([unit, ...fast, '--format', 'json'])
  expect(JSON.parse(out)).toMatchObject({
    format: 2,
    unit: { name: '区司法局', kind: 'department' },
    asOf: '2022-07-31',
  })
})

test('another day, the same as-of: the same bytes', async () => {
  const early = await run([unit, ...fast, '--format', 'json'], { today: '2022-07-01' })
  const late = await run([unit, ...fast, '--format', 'json'], { today: '2026-11-22' })
  expect(late.out).toBe(early.out)
})

test('the evidence is byte-identical after a run', async () => {
  const before = fingerprint(unit)
  await run([unit, ...fast, '-o', join(place, 'a.xlsx'), '-o', join(place, 'a.json')])
  expect(fingerprint(unit)).toBe(before)
})

describe('the clock', () => {
  test('after the cycle it stands at the submission day, and the report says so', async () => {
    const { out } = await run([unit, ...ONLY, '--format', 'json'], { today: '2026-11-22' })
    expect(JSON.parse(out)).toMatchObject({ asOf: '2022-07-31', clock: expect.stringContaining('2022年7月31日') })
  })
})

describe('which unit', () => {
  test('is asked by --unit before the folder', async () => {
    const { out } = await run([unit, '--unit', '清水镇', '--only', '97', '--format', 'json'])
    expect(JSON.parse(out).unit).toEqual({ name: '清水镇', kind: 'town' })
  })

  test('mistyped, it is a usage error with the nearest names', async () => {
    const { code, err, out } = await run([unit, '--unit', '区司法居', ...fast])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('最接近的是：区司法局')
  })

  test('unknown by the folder, it tells how to say it', async () => {
    cpSync(unit, join(place, '新建文件夹'), { recursive: true })
    const { code, err } = await run([join(place, '新建文件夹'), ...fast])
    expect(code).toBe(2)
    expect(err).toContain('--unit 区司法局')
  })
})

describe('bad input ends with 2, a sentence and nothing on stdout', () => {
  const cases: [string, () => readonly string[], string][] = [
    ['no folder', () => [], '请指明要审核的单位文件夹'],
    ['a missing folder', () => [join(place, '没有')], '没有'],
    [
      'a file for a folder',
      () => [join(unit, '28-合法性审核', '规范性文件台账.csv'), '--unit', '区司法局'],
      '规范性文件台账.csv',
    ],
    ['an empty folder', () => [mkdtempSync(join(place, '空')), '--unit', '区司法局'], '空'],
    ['an unknown flag', () => [unit, '--as-off', '2022-07-31'], '没有“--as-off”这个选项'],
    ['a flag without its value', () => [unit, '--as-of'], '后面缺少取值'],
    ['a gate that is none', () => [unit, '--fail-on', 'all'], '可取：veto, required, advised, unclear, never'],
    ['a day that is none', () => [unit, '--as-of', '2022-02-30'], '请写成 2022-07-31 这样的形式'],
    ['a format that is none', () => [unit, '--format', 'word'], '没有“word”这种格式，可用：text、json、xlsx'],
    ['an extension that is none', () => [unit, '-o', join(place, '清单.doc')], '扩展名请用 txt、json、xlsx、docx 之一'],
    ['a form that is none', () => [unit, '-o', join(place, '表.docx')], '是哪一种表单看不出'],
    ['a filter that matches nothing', () => [unit, '--only', '280'], '“280”不是本指标体系的指标或规则'],
    ['two folders', () => [unit, unit], '一次只审核一个单位的文件夹'],
    ['an output inside the evidence', () => [unit, ...fast, '-o', join(unit, '清单.xlsx')], '审核绝不改动材料文件夹'],
    ['a system that is not there', () => [unit, '--indicators', join(place, '没有')], '没有'],
  ]
  test.each(cases)('%s', async (_, argv, sentence) => {
    const { code, out, err } = await run(argv())
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err).not.toContain('at ')
  })

  test('an output that cannot be written, but the report is still shown', async () => {
    writeFileSync(join(place, '文件'), '')
    const { code, out, err } = await run([unit, ...fast, '-o', join(place, '文件', '清单.xlsx')])
    expect(code).toBe(2)
    expect(out).toContain('合法性审核率')
    expect(err).toContain('不是文件夹')
  })

  test('an Excel list on a terminal', async () => {
    const { code, err } = await run([unit, ...fast, '--format', 'xlsx'], { stdout: { isTTY: true, columns: 80 } })
    expect(code).toBe(2)
    expect(err).toContain('请用 -o 整改清单.xlsx')
  })

  test('a broken YAML is told with its place', async () => {
    const system = join(place, '体系')
    cpSync('indicators/zhaohua-2022', system, { recursive: true })
    writeFileSync(join(system, 'units.yaml'), 'units:\n  - {name: 区司法局, kind: 部门}\n')
    const { code, err } = await run([unit, '--indicators', system])
    expect(code).toBe(2)
    expect(err).toMatch(/units\.yaml:2:\d+: /)
  })
})

describe('hostile evidence', () => {
  const HOSTILE = [
    '=cmd|calc.txt',
    '<script>alert(1)<／script>.txt',
    'a\nb.txt',
    'c\x1b[2Jd.txt',
    '\u202efdp.txt',
    "'; DROP TABLE.txt",
  ]

  beforeAll(() => {
    expect(HOSTILE.every((name) => !name.includes('/'))).toBe(true)
  })

  test('names of every kind neither break the run nor the terminal', async () => {
    for (const name of HOSTILE) writeFileSync(join(unit, '28-合法性审核', name), '情况说明')
    const before = fingerprint(unit)
    const { code, out } = await run([unit, ...fast, '--all', '-o', join(place, 'h.xlsx'), '-o', join(place, 'h.json')])
    expect(code).toBe(1)
    expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u202e]/)
    expect(fingerprint(unit)).toBe(before)
    const report: Report = JSON.parse(readFileSync(join(place, 'h.json'), 'utf8'))
    expect(report.files.map(({ path }) => path)).toContain('28-合法性审核/a\nb.txt')
  })

  test('a loop of links ends', async () => {
    symlinkSync(unit, join(unit, '循环'))
    const { code, out } = await run([unit, ...fast])
    expect(code).toBe(1)
    expect(out).toContain('循环')
  })

  test('an empty file is told, not taken for evidence', async () => {
    writeFileSync(join(unit, '28-合法性审核', '合法性审核意见书.pdf'), '')
    const { out } = await run([unit, ...fast, '--format', 'json'])
    const report: Report = JSON.parse(out)
    expect(report.problems.find(({ file }) => file?.endsWith('意见书.pdf'))).toMatchObject({ code: 'empty' })
    expect(report.findings.find(({ id }) => id === '28.materials@opinion')?.outcome).not.toBe('met')
  })
})

describe('audit indicators', () => {
  test('list is an array of 104 with the fields of the contract', async () => {
    const { code, out } = await run(['indicators', 'list', '--format', 'json'])
    const rows = JSON.parse(out)
    expect({ code, count: rows.length, keys: Object.keys(rows[27]) }).toEqual({
      code: 0,
      count: 104,
      keys: ['id', 'level1', 'level2', 'text', 'units'],
    })
    expect(rows[27]).toMatchObject({
      id: '28',
      units: { printed: '', cell: 'absent', as: '区司法局、区级相关部门;各镇' },
    })
  })

  test('list --unit tells the part of each indicator', async () => {
    const { out } = await run(['indicators', 'list', '--unit', '清水镇', '--format', 'json'])
    const parts = new Map(JSON.parse(out).map(({ id, part }: { id: string; part: string }) => [id, part]))
    expect([parts.get('97'), parts.get('5'), parts.get('J1')]).toEqual(['group', 'none', 'group'])
  })

  test('show tells an indicator, and refuses a number that is none', async () => {
    expect((await run(['indicators', 'show', '28'])).out).toContain('勘误')
    const wrong = await run(['indicators', 'show', '280'])
    expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 2, out: '' })
  })

  test('check finds the shipped system sound', async () => {
    const { code, out } = await run(['indicators', 'check'])
    expect(code).toBe(0)
    expect(out).toContain('104 项指标')
  })
})

describe('--quiet', () => {
  test('hushes the report on the screen', async () => {
    expect(await run([unit, ...fast, '-q'])).toMatchObject({ code: 1, out: '', err: '' })
  })

  test('prints the format that was asked for, and nothing else', async () => {
    const asked = await run([unit, ...fast, '-q', '--format', 'json', '-o', join(place, '清单.xlsx')])
    expect(asked).toMatchObject({ code: 1, err: '' })
    expect(asked.out).toBe((await run([unit, ...fast, '--format', 'json'])).out)
  })
})

test('--version and --help end with 0', async () => {
  expect(await run(['--version'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^fazhi-audit \d+\.\d+\.\d+\n$/),
  })
  expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('audit ./区司法局') })
})

test('a folder of the evidence keeps its time of change', async () => {
  const before = statSync(unit).mtimeMs
  await run([unit, ...fast, '-q'])
  expect(statSync(unit).mtimeMs).toBe(before)
})
