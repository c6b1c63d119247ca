import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { audit } from '../src/audit/audit.ts'
import { STATE_COUNCIL } from '../src/calendar/calendar.ts'
import { percentOf, percentText } from '../src/core/percent.ts'
import { spanOf } from '../src/core/span.ts'
import { gather } from '../src/reading/gather.ts'
import { PLAIN } from '../src/reports/renderer.ts'
import { text } from '../src/reports/text.ts'
import { orderFor, orderOf, outcomesOf, paper, workbook } from './helpers/package.ts'
import { run } from './helpers/run.ts'

// Traps that other validators fell into. Those that a module's own tests hold are named there.

const HEAD = ['文件名称', '文号', '制定机关', '送审日期', '合法性审核意见日期', '公布日期']
const row = (n: number, reviewed: string | null = '2021-03-15') => [
  `办法${n}`,
  `昭府规〔2021〕${n}号`,
  '区政府',
  '2021-03-01',
  reviewed,
  '2021-04-01',
]
const LEDGER = '28-合法性审核/行政规范性文件台账.xlsx'

function folder(...files: [string, string | Uint8Array][]): string {
  const place = join(mkdtempSync(join(tmpdir(), 'audit-trap-')), '区司法局')
  mkdirSync(join(place, '28-合法性审核'), { recursive: true })
  for (const [path, data] of files) writeFileSync(join(place, path), data)
  return place
}

describe('nothing matched is never green', () => {
  test('a folder of strangers’ files has no met finding about papers', async () => {
    const report = audit(await orderFor('区司法局', [paper('a.docx', '菜单')]))
    expect(report.findings.filter(({ kind, outcome }) => kind === 'documents' && outcome === 'met')).toEqual([])
  })

  test('a filter that matches no rule is exit code 2', async () => {
    expect((await run([folder(['a.txt', '甲']), '--only', '5'])).code).toBe(2)
  })
})

test('1m is neither a minute nor a month, and 3.3 is not 3-3', () => {
  expect([spanOf('1m'), spanOf('30'), spanOf('3个月'), spanOf('30日')]).toEqual([
    undefined,
    undefined,
    { count: 3, unit: 'month' },
    { count: 30, unit: 'day' },
  ])
})

test('a file that cannot be read does not keep the next from being read', async () => {
  const { evidence, problems } = await gather(
    folder(['28-合法性审核/a.pdf', '%PDF-1.7 damaged'], ['28-合法性审核/b.txt', '情况说明']),
  )
  expect(evidence.map(({ path, extent }) => [path, extent])).toEqual([
    ['28-合法性审核/a.pdf', 'unread'],
    ['28-合法性审核/b.txt', 'whole'],
  ])
  expect(problems.map(({ file }) => file)).toContain('28-合法性审核/a.pdf')
})

test('a gap keeps its identity when rows shift and folders are renamed', async () => {
  const before = audit(
    await orderFor('区司法局', [workbook(LEDGER, HEAD, row(1), row(2, null))], { only: ['28.reviewed'] }),
  )
  const after = audit(
    await orderFor('区司法局', [workbook('28/台账/行政规范性文件台账.xlsx', HEAD, row(3), row(1), row(2, null))], {
      only: ['28.reviewed'],
    }),
  )
  expect([outcomesOf(before), outcomesOf(after)]).toEqual([{ '28.reviewed': 'gap' }, { '28.reviewed': 'gap' }])
})

test('an encoding is not guessed from the head of a file', async () => {
  const ascii = 'a,b\n'.repeat(40_000)
  const { evidence } = await gather(folder(['28-合法性审核/表.csv', encode(`${ascii}审核意见,通知\n`, 'gb18030')]))
  expect(evidence[0]?.tables[0]?.rows.at(-1)?.values).toEqual(['审核意见', '通知'])
})

test('a year without a schedule is refused, not taken for Monday to Friday', () => {
  expect([
    STATE_COUNCIL.isWorkday('2027-10-01'),
    STATE_COUNCIL.addWorkdays('2026-12-30', 5),
    STATE_COUNCIL.isWorkday('2022-10-08'),
  ]).toEqual([undefined, undefined, true])
})

describe('shares', () => {
  test('0 of 0 is not 100 %', async () => {
    const report = audit(await orderFor('区司法局', [workbook(LEDGER, HEAD)], { only: ['28.reviewed'] }))
    expect(outcomesOf(report)['28.reviewed']).toBe('noted')
  })

  test('95% and 0.95 are not one figure, and 999 of 1000 is not 100 %', () => {
    expect([percentOf('95%'), percentOf('0.95'), percentText(9999, 10_000)]).toEqual([
      { part: 95, of: 100 },
      undefined,
      '99.9%',
    ])
  })
})

test('bytes that nobody knows are named, not taken for valid', async () => {
  const { evidence, problems } = await gather(
    folder(['28-合法性审核/合法性审核意见书.dat', new Uint8Array([1, 2, 3, 255, 254, 0, 7])]),
  )
  expect(evidence[0]).toMatchObject({ format: 'unknown', extent: 'unread' })
  expect(problems).toHaveLength(1)
})

test('the result names the rule set that made it', async () => {
  const order = await orderFor('区司法局', [paper('a.docx', '甲')])
  expect(audit(order).system).toEqual({
    id: 'zhaohua-2022',
    version: order.system.version,
    name: order.system.name,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('a mapping that names no file is told', async () => {
  const files = [{ pattern: '没有.pdf', indicators: ['28'], material: null, line: 3 }]
  const unitFile = { unit: null, files, declarations: [], answers: [], parameters: [] }
  const report = audit(await orderFor('区司法局', [paper('a.docx', '甲')], { unitFile }))
  expect(report.problems.map(({ code }) => code)).toContain('mapping')
})

test('the wrapper hands the exit code on, and a closed pipe is no crash', () => {
  const bad = spawnSync(process.execPath, ['bin/audit.js', '没有这个文件夹'], { encoding: 'utf8' })
  expect({ status: bad.status, stdout: bad.stdout }).toEqual({ status: 2, stdout: '' })
  const piped = spawnSync('sh', ['-c', `"${process.execPath}" bin/audit.js indicators list | head -n 1`], {
    encoding: 'utf8',
  })
  expect(piped.stderr).toBe('')
  expect(piped.stdout).toContain('104 项')
})

test('a small package is not drowned in what is missing', async () => {
  const report = audit(await orderFor('区财政局', [paper('8-收费/收费目录清单.docx', '昭化区行政事业性收费目录清单')]))
  const asked = new Set(report.findings.map(({ indicator }) => indicator))
  const candidates = report.indicators.filter(({ part }) => part === 'candidate')
  expect(candidates.length).toBeGreaterThan(20)
  expect(candidates.filter(({ id }) => asked.has(id))).toEqual([])
  expect(String(await text.render(report, PLAIN)).split('\n').length).toBeLessThan(60)
})

test('every gap that is not an absence cites where it stands', async () => {
  const report = audit(await orderOf('区司法局'))
  const bare = report.findings.filter(
    ({ outcome, cites, actual }) => outcome === 'gap' && cites.length === 0 && !actual.startsWith('未见'),
  )
  expect(bare.map(({ id, message }) => [id, message])).toEqual([])
})
