import { expect, test } from 'vitest'
import type { ProblemCode } from '../../../src/core/problem.ts'
import { read } from '../../../src/reading/read.ts'
import type { Steps } from '../../../src/reading/reader.ts'
import type { SeenPage } from '../../../src/reading/sight/ocr/clear.ts'
import { pdfOf, scan, ucs2 } from '../make.ts'

const TEXT = ucs2('各镇人民政府，区级各部门：现将法治政府建设示范指标体系印发给你们，请结合实际认真贯彻执行。')

type Had = {
  readonly texts?: Readonly<Record<number, ProblemCode>>
  readonly looks?: Readonly<Record<number, ProblemCode>>
  readonly seen?: Readonly<Record<number, SeenPage>>
}

/** As after processes that had to be ended. */
const after = ({ texts = {}, looks = {}, seen = {} }: Had): Steps => ({
  text: (page) => texts[page],
  passed: (page) => looks[page],
  seen: (page) => seen[page],
  keep: () => {},
})

test('a page of text that could not be read is told by itself', async () => {
  const reading = await read(pdfOf(TEXT, TEXT, TEXT), 'pdf', {
    ocr: 'off',
    steps: after({ texts: { 2: 'timed-out' } }),
  })
  expect(reading).toMatchObject({
    extent: 'partly',
    pages: 3,
    pagesRead: 2,
    notes: [
      {
        code: 'timed-out',
        at: { page: 2 },
        message: '第2页读取用时过长，没有读取，其余各页已读取：请把这些页单独另存后放入，或由人工核对',
      },
    ],
  })
  expect(reading.passages.map(({ at }) => at.page)).toEqual([1, 3])
})

test('what an earlier process saw is taken over, and a page that ended two is not looked at again', async () => {
  const seen: SeenPage = {
    passages: [{ text: '会议纪要', at: { page: 1 }, certainty: 0.98 }],
    tables: [],
    seals: null,
    blurred: false,
    edge: { page: 1, width: 210, height: 297, strips: [] },
  }
  const steps = after({ seen: { 1: seen }, looks: { 2: 'out-of-memory' } })
  const reading = await read(pdfOf(scan, scan), 'pdf', { ocr: 'auto', steps })
  expect(reading).toMatchObject({ extent: 'partly', pages: 2, pagesRead: 1, passages: seen.passages })
  expect(reading.notes).toMatchObject([{ code: 'out-of-memory', at: { page: 2 } }])
  expect(reading.notes[0]?.message).toContain('第2页读取时内存不足，没有读取')
})
