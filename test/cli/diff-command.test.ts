import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { run } from '../helpers/run.ts'

const EDITION = 'fixtures/systems/guangyuan-2024'

/** A unit that keeps the next edition's form: five working days from 送审 to the opinion. */
function unit(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'edition-')), '区司法局')
  mkdirSync(join(folder, '28-合法性审核'), { recursive: true })
  const header =
    '文件名称,文号,制定机关,是否涉市场主体,征求意见开始日期,征求意见截止日期,送审日期,司法股核讫,集体审议日期,公布日期,报备日期'
  const row =
    '公证收费减免办法,昭司规〔2023〕1号,区司法局,否,2023-03-01,2023-03-20,2023-04-10,2023-04-17,2023-04-25,2023-05-06,2023-05-10'
  writeFileSync(join(folder, '28-合法性审核', '行政规范性文件全周期登记表.csv'), `${header}\n${row}\n`)
  return folder
}

describe('the worked example of an edition', () => {
  let folder = ''
  beforeAll(() => {
    folder = unit()
  })

  async function findings(...more: string[]): Promise<Pick<Report, 'system' | 'findings'>> {
    const { out } = await run([
      folder,
      '--only',
      '28',
      '--format',
      'json',
      '--as-of',
      '2023-12-29',
      '--no-cache',
      ...more,
    ])
    const report: Report = JSON.parse(out)
    return report
  }
  const said = ({ findings: all }: Pick<Report, 'findings'>, rule: string) =>
    all.filter((one) => one.rule === rule).map(({ outcome, message }) => [outcome, message])

  test('has no fault', async () => {
    expect(await run(['indicators', 'check', EDITION])).toMatchObject({ code: 0 })
  })

  test('judges by its own threshold and headers, and not by what it switched off', async () => {
    const report = await findings('--indicators', EDITION)
    expect([report.system.id, report.system.version]).toEqual(['guangyuan-2024', '1.0.0'])
    expect(said(report, '28.review-time')).toEqual([
      ['gap', '合法性审核时间：1件期限不符（公证收费减免办法 昭司规〔2023〕1号（5个工作日）），应不少于7个工作日'],
    ])
    expect(said(report, '28.reviewed')).toEqual([['met', '合法性审核率100%（1/1），已达100%']])
    expect(said(report, '28.review-limit')).toEqual([])
  })

  test('and the base by its own: it does not know the new header', async () => {
    expect(said(await findings(), '28.reviewed').map(([outcome]) => outcome)).toEqual(['noted'])
  })
})

describe('audit indicators diff', () => {
  test('tells what changes, in words', async () => {
    const { code, out } = await run(['indicators', 'diff', 'zhaohua-2022', EDITION])
    expect([code, out.split('\n').slice(-4)]).toEqual([
      0,
      [
        '指标 28',
        '  28.review-limit 合法性审核最长时间：停用，理由：印发文本的最长期限尚未核实，本版不作提示',
        expect.stringMatching(/^ {2}28\.review-time 合法性审核时间：.*不少于（at-least） 5 → 7$/),
        '',
      ],
    ])
  })

  test('tells that nothing changes', async () => {
    expect((await run(['indicators', 'diff', 'zhaohua-2022', 'indicators/zhaohua-2022'])).out).toBe(
      'zhaohua-2022 1.1.0 → zhaohua-2022 1.1.0：两套指标体系完全相同\n',
    )
  })

  test('tells which verdicts on a unit change', async () => {
    const options = ['--on', unit(), '--as-of', '2023-12-29', '--no-cache', '--format', 'json']
    const { out } = await run(['indicators', 'diff', 'zhaohua-2022', EDITION, ...options])
    const { units } = JSON.parse(out)
    const changed = units[0].verdicts.filter(({ id }: { id: string }) => id.startsWith('28.rev'))
    expect(changed.map(({ id, from, to }: Record<string, string>) => [id, from, to])).toEqual([
      ['28.reviewed', '建议补充', '符合'],
      ['28.review-time', '建议补充', '缺口'],
      ['28.review-limit', '建议补充', '不审核'],
    ])
  })

  test('a system that is not there', async () => {
    expect(await run(['indicators', 'diff', 'zhaohua-2022', 'zhaohua-2020'])).toMatchObject({
      code: 2,
      err: '找不到指标体系“zhaohua-2020”：请写文件夹的路径，或者随程序发布的编号，如 zhaohua-2022\n',
    })
  })
})
