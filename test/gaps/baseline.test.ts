import { describe, expect, test } from 'vitest'
import { baselineIn, baselineOf, heldAgainst, written } from '../../src/gaps/baseline.ts'
import { auditOf, found, met } from '../helpers/lists.ts'

const rows = (text: string, count = 1) =>
  found('28.reviewed', { data: { rows: text, count }, message: `不符合的有${text}` })
const before = auditOf([rows('甲办法（4日）、乙办法（5日）'), found('31.filed')])
const BASELINE = baselineOf(before, '八月底前整改', '2022-07-10', '2022-08-31')

const held = (report: typeof before, on = '2022-07-20' as const) => {
  const { fresh, expired, mended, left } = heldAgainst(BASELINE, report, on)
  const ids = (list: typeof fresh) => list.map(({ finding }) => finding)
  return {
    fresh: ids(fresh),
    expired: ids(expired),
    mended: ids(mended),
    left: left.known.map(({ finding, things }) => [finding, ...things]),
  }
}

test('what is known passes, and the baseline stays as it is', () => {
  expect(held(before)).toEqual({
    fresh: [],
    expired: [],
    mended: [],
    left: [['28.reviewed', '甲办法', '乙办法'], ['31.filed']],
  })
  expect(written(heldAgainst(BASELINE, before, '2022-07-20').left)).toBe(written(BASELINE))
})

test('a new gap fails', () => {
  expect(held(auditOf([...before.findings, found('54.shown')])).fresh).toEqual(['54.shown'])
})

describe('gaps are known by what they name, not by how many there are', () => {
  test('another row in place of one that was mended is new', () => {
    expect(held(auditOf([rows('甲办法（4日）、丙办法（5日）'), found('31.filed')])).fresh).toEqual(['28.reviewed'])
  })
  test('fewer rows pass, and those that were mended may not come back', () => {
    const fewer = auditOf([rows('乙办法（5日）'), found('31.filed')])
    expect(held(fewer)).toMatchObject({ fresh: [], left: [['28.reviewed', '乙办法'], ['31.filed']] })
    const shrunk = heldAgainst(BASELINE, fewer, '2022-07-20').left
    expect(heldAgainst(shrunk, before, '2022-07-21').fresh.map(({ finding }) => finding)).toEqual(['28.reviewed'])
  })
  test('the same row with another figure is the same row', () => {
    expect(held(auditOf([rows('甲办法（3日）、乙办法（5日）'), found('31.filed')])).fresh).toEqual([])
  })
  test('a row that has moved is the same row', () => {
    const line = (at: number) => auditOf([found('41.rows', { data: { rows: `第${at}行 三年规划：早于审查` } })])
    expect(heldAgainst(baselineOf(line(5), '', '2022-07-10'), line(9), '2022-07-20').fresh).toEqual([])
  })
  test('of a list that is cut the number counts, and one more is new', () => {
    const cut = (count: number) => auditOf([found('41.rows', { data: { rows: `甲、乙等${count}件` } })])
    const known = baselineOf(cut(6), '', '2022-07-10')
    expect(heldAgainst(known, cut(6), '2022-07-20').fresh).toEqual([])
    expect(heldAgainst(known, cut(7), '2022-07-20').fresh).toHaveLength(1)
  })
})

test('what is mended is told, and goes', () => {
  expect(held(auditOf([rows('甲办法（4日）、乙办法（5日）'), met('31.filed')]))).toMatchObject({
    mended: ['31.filed'],
    left: [['28.reviewed', '甲办法', '乙办法']],
  })
})

test('what has run out fails, from the day after its last', () => {
  expect(heldAgainst(BASELINE, before, '2022-08-31').expired).toEqual([])
  expect(heldAgainst(BASELINE, before, '2022-09-01').expired).toHaveLength(2)
})

test('questions are no gaps', () => {
  expect(
    baselineOf(auditOf([found('41.review', { kind: 'review', outcome: 'unclear' })]), '', '2022-07-10').known,
  ).toEqual([])
})

test('of another unit, or no baseline at all', () => {
  expect(() => heldAgainst({ ...BASELINE, unit: '区民政局' }, before, '2022-07-20')).toThrow(
    '基线是区民政局的，这次审的是区司法局',
  )
  expect(() => heldAgainst({ ...BASELINE, system: 'x' }, before, '2022-07-20')).toThrow('请重新记一份基线')
  for (const text of ['', '{}', '[]', written(BASELINE).replace('2022-08-31', '2022-02-30')])
    expect(() => baselineIn(text, 'a.json')).toThrow('“a.json”不是基线文件')
  expect(baselineIn(written(BASELINE), 'a.json')).toEqual(BASELINE)
})
