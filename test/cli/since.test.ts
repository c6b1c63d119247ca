import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { run } from '../helpers/run.ts'

let place: string
const at = (name: string) => join(place, name)

/** A unit whose ledger has one row without a review; `mended` has none. */
function ledger(mended: boolean): void {
  const rows = Array.from(
    { length: 11 },
    (_, n) => `办法${n},昭府规〔2021〕${n + 1}号,2021-03-01,2021-03-15,2021-04-02`,
  )
  const last = `漏审办法,昭府规〔2021〕99号,2021-03-01,${mended ? '2021-03-15' : ''},2021-04-01`
  const head = '文件名称,文号,送审日期,合法性审核意见日期,公布日期'
  writeFileSync(at('区司法局/28-合法性审核/规范性文件台账.csv'), [head, ...rows, last].join('\n'))
}

const audit = (...more: string[]) =>
  run(['区司法局', '--only', '28', '--ocr', 'off', '--no-cache', ...more], { cwd: place })

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'audit-since-'))
  mkdirSync(at('区司法局/28-合法性审核'), { recursive: true })
  ledger(false)
  await audit('-o', '上次.json', '-q')
  ledger(true)
}, 60_000)

test('--since tells first what became better', async () => {
  const { out } = await audit('--since', '上次.json')
  expect(out.split('\n')[0]).toBe('比上次少 1 处（上次截至 2022-07-31）：改好 1 处，新出现 0 处，仍有 0 处')
})

test('a report beside the list, or about to be written over, is taken by itself', async () => {
  cpSync(at('上次.json'), at('清单.json'))
  expect((await audit('-o', '清单.xlsx')).out).toMatch(/^比上次少 1 处/)
  expect((await audit('-o', '清单.json')).out).toMatch(/^比上次少 1 处/)
  expect((await audit('-o', '清单.json')).out).toMatch(/^与上次一样多/)
  expect((await audit()).out).not.toContain('上次')
})

test.each<[string, string, string]>([
  ['no file', '没有.json', '找不到 --since 的报告“没有.json”'],
  ['no report', '区司法局/28-合法性审核/规范性文件台账.csv', '不是本程序存下的 JSON 报告'],
  ['of another unit', '别家.json', '是清水镇的报告，这次审的是区司法局'],
])('%s is told', async (_, file, sentence) => {
  const report = JSON.parse(readFileSync(at('上次.json'), 'utf8'))
  writeFileSync(at('别家.json'), JSON.stringify({ ...report, unit: { ...report.unit, name: '清水镇' } }))
  const { code, err } = await audit('--since', file)
  expect(code).toBe(2)
  expect(err).toContain(sentence)
})
