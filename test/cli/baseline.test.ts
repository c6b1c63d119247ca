import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../helpers/run.ts'

test('known gaps pass, a new one fails, what is mended leaves the baseline', async () => {
  const place = mkdtempSync(join(tmpdir(), 'audit-baseline-'))
  mkdirSync(join(place, '区司法局/28-合法性审核'), { recursive: true })
  const ledger = (...missing: number[]) => {
    const rows = Array.from(
      { length: 12 },
      (_, n) =>
        `办法${n},昭府规〔2021〕${n + 1}号,区政府,2021-03-01,${missing.includes(n) ? '' : '2021-03-15'},2021-04-01`,
    )
    const head = '文件名称,文号,制定机关,送审日期,合法性审核意见日期,公布日期'
    writeFileSync(join(place, '区司法局/28-合法性审核/规范性文件台账.csv'), [head, ...rows].join('\n'))
  }
  const baseline = (...more: string[]) =>
    run(['baseline', '区司法局', '基线.json', '--as-of', '2022-07-20', '--ocr', 'off', '--no-cache', ...more], {
      cwd: place,
    })
  const kept = () => readFileSync(join(place, '基线.json'), 'utf8')

  expect(await baseline()).toMatchObject({
    code: 2,
    err: '找不到基线“基线.json”：请先加 --write --reason "…" 记下现有缺口\n',
  })
  ledger(3)
  expect((await baseline('--write')).err).toContain('请加 --reason')
  const made = await baseline('--write', '--reason', '八月底前整改', '--until', '2022-08-31')
  expect(made.out).toMatch(/^已记下 \d+ 处缺口，容许到 2022-08-31：基线\.json$/m)
  const first = kept()
  expect(await baseline()).toMatchObject({ code: 0 })
  expect(kept()).toBe(first)

  ledger(3, 4)
  const worse = await baseline()
  expect(worse.code).toBe(1)
  expect(worse.out).toContain('✗ 新缺口 1 处')

  ledger()
  expect(await baseline('--frozen')).toMatchObject({ code: 0 })
  expect(kept()).toBe(first)
  expect((await baseline()).out).toContain('✓ 已整改，从基线中去掉 1 处')
  expect(kept()).not.toContain('28.reviewed')
}, 120_000)
