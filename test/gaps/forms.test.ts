import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/core/day.ts'
import type { Report } from '../../src/core/report.ts'
import { closingOf, noticeOf } from '../../src/gaps/forms/forms.ts'
import type { Event } from '../../src/gaps/model/event.ts'
import { firstList, nextList } from '../../src/gaps/next.ts'
import { auditOf, back, found, sentOut, write } from '../helpers/lists.ts'

const DAY = '2022-07-10'
const LATER = '2022-07-12'
const REPORT = auditOf([
  found('28.reviewed'),
  found('30.reports', { message: '没有后评估报告', cites: [], folder: '030 后评估', demanded: '每年至少后评估1件' }),
  found('31.filed'),
])
const FIRST = firstList(REPORT, DAY).history

/** The cells of the form's table, row by row. */
async function rowsOf(
  form: typeof noticeOf,
  history: readonly Event[],
  report: Report,
  on: Day = DAY,
): Promise<string[][]> {
  const xml = strFromU8(unzipSync(await form({ report, history, on }))['word/document.xml']!)
  const rows = xml.split('<w:tr>').slice(1)
  return rows.map((row) =>
    row
      .split('<w:tc>')
      .slice(1)
      .map((cell) =>
        cell
          .replaceAll('</w:p>', '\n')
          .replace(/<[^>]+>/g, '')
          .trim(),
      ),
  )
}

describe('整改通知单', () => {
  test('has a row for each problem, and lines to sign left and right', async () => {
    const rows = await rowsOf(noticeOf, FIRST, REPORT)
    expect(rows[0]).toEqual(['序号', '指标', '问题', '依据', '整改要求', '时限'])
    expect(rows.slice(1, 4).map(([number, indicator]) => `${number} ${indicator}`)).toEqual(['1 28', '2 30', '3 31'])
    expect(rows.slice(4).flat()).toEqual([
      '签发单位（盖章）：',
      '接收单位（盖章）：',
      expect.stringContaining('负责人（签字）'),
      expect.stringContaining('负责人（签字）'),
    ])
  })

  test('names the folder for what is missing, for there is no other column', async () =>
    expect((await rowsOf(noticeOf, FIRST, REPORT))[2]?.[4]).toContain('放进：030 后评估/'))
})

describe('销号申请单', () => {
  const filed = { 整改措施: '补审', 责任人: '王一', 完成情况: '已补意见书', 状态: '已整改待复核' }
  const returned = async (report: Report) => {
    const tables = write(await sentOut(FIRST, REPORT, DAY), '问题整改清单', 1, filed)
    return nextList([back(tables)], [], report, LATER).history
  }

  test('has what was handed in, what was done, and what the look at it has brought', async () => {
    const [, row] = await rowsOf(closingOf, await returned(REPORT), REPORT, LATER)
    expect(row).toEqual([
      '1',
      expect.stringContaining('指标28：'),
      '补审',
      LATER,
      '已补意见书',
      '王一',
      expect.stringContaining('退回（2022-07-12）：复核仍发现'),
    ])
  })

  test('has nothing where nothing was handed in', async () =>
    expect((await rowsOf(closingOf, FIRST, REPORT)).slice(1)).toHaveLength(1))
})
