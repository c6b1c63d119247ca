import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Check, cache, calendar, memory, node } from '../../src/cli/doctor-checks.ts'
import { run } from '../helpers/run.ts'

const gist = ({ ok, needed }: Check) => (ok ? 'ok' : needed ? 'needed' : 'aside')

test('a machine that reads everything is told so, line by line', async () => {
  const { code, out, err } = await run(['doctor', '--format', 'json'])
  const { ok, checks }: { ok: boolean; checks: Check[] } = JSON.parse(out)
  expect({ code, ok, err }).toEqual({ code: 0, ok: true, err: '' })
  expect(checks.map(({ id }) => id)).toEqual([
    'node',
    'packages',
    'read-pdf',
    'read-docx',
    'read-xlsx',
    'read-txt',
    'ocr',
    'ocr-native',
    'memory',
    'calendar',
    'cache',
    'indicators',
  ])
  expect(checks.filter((check) => gist(check) === 'needed')).toEqual([])
  for (const { fix, name } of checks) expect(fix, name).toMatch(/请|用|可以补装/)
})

test('on the screen every line begins with its mark, and what is wrong has its next step below', async () => {
  const place = join(mkdtempSync(join(tmpdir(), 'doctor-')), '文件')
  writeFileSync(place, '')
  const { code, out } = await run(['doctor', '--cache-dir', place])
  expect(code).toBe(0)
  expect(out).toContain(`✗ 读取缓存：无法写入，${place}（不影响审核结果）\n    每次都要重新读取文件`)
  expect(out).toContain('✓ 读取 PDF：试读成功\n')
  expect(out.trimEnd().split('\n').at(-1)).toBe('可以正常使用')
})

test.each([
  ['20.16.0', 'ok'],
  ['20.15.9', 'needed'],
  ['18.20.4', 'needed'],
  ['24.0.0', 'ok'],
])('Node.js %s is %s', (version, expected) => {
  expect(gist(node(version))).toBe(expected)
})

test('little memory is told, and does not stop anybody', () => {
  const GB = 1024 ** 3
  expect([memory(8 * GB, GB), memory(2 * GB, GB)].map(gist)).toEqual(['ok', 'aside'])
})

test('without a home no reading is kept, and that is told', () => {
  expect(gist(cache(undefined))).toBe('aside')
})

test('a year of the cycle without a calendar matters; a later one does not yet', () => {
  const on = (years: readonly number[], today: `${number}-${number}-${number}`) =>
    calendar(years, { from: '2020-01-01', to: '2022-07-31' }, today)
  expect(gist(on([2020, 2021, 2022], '2022-07-31'))).toBe('ok')
  expect(on([2020, 2022], '2022-07-31')).toMatchObject({
    ok: false,
    needed: true,
    found: '2020 年至 2022 年，缺 2021 年',
  })
  expect(gist(on([2020, 2021, 2022], '2030-01-01'))).toBe('aside')
})
