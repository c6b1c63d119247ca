import { describe, expect, test } from 'vitest'
import { rowsOf, skewOf } from '../../../../src/reading/sight/ocr/order.ts'
import { spelt } from '../../../../src/reading/sight/ocr/spelling.ts'
import type { Word } from '../../../../src/reading/sight/ocr/words.ts'

/** A word of 20 in height whose top left corner is here, on a page that hangs by so many degrees. */
function word(
  text: string,
  x: number,
  y: number,
  { width = text.length * 20, degrees = 0, certainty = 0.99 } = {},
): Word {
  const angle = (degrees * Math.PI) / 180
  const at = (u: number, v: number) => ({
    x: u * Math.cos(angle) - v * Math.sin(angle),
    y: u * Math.sin(angle) + v * Math.cos(angle),
  })
  return { text, certainty, quad: [at(x, y), at(x + width, y), at(x + width, y + 20), at(x, y + 20)] }
}

const texts = (...words: readonly Word[]) => rowsOf(words).map(({ text }) => text)

describe('rows', () => {
  test('go from top to bottom, whatever order they were found in', () => {
    expect(texts(word('第三行', 0, 80), word('第一行', 0, 0), word('第二行', 0, 40))).toEqual([
      '第一行',
      '第二行',
      '第三行',
    ])
  })

  test('join what stands on one height, with a tab where a column begins', () => {
    expect(texts(word('完成', 300, 2), word('一月', 0, 0), word('三件', 55, -2))).toEqual(['一月 三件\t完成'])
  })

  test.each([-3, 2, 5])('of a page that hangs by %i° keep apart, though their ends lie at other heights', (degrees) => {
    const lines = [0, 30, 60].map((y, at) => word(`第${at + 1}行很长`, 0, y, { width: 900, degrees }))
    const ends = [0, 30, 60].map((y, at) => word(`尾${at + 1}`, 910, y, { degrees }))
    expect(texts(...ends, ...lines)).toEqual(['第1行很长 尾1', '第2行很长 尾2', '第3行很长 尾3'])
  })

  test('are as sure as their words, by length, and never certain', () => {
    const [row] = rowsOf([word('年度', 0, 0, { certainty: 0.5 }), word('工作要点与安排', 45, 0, { certainty: 0.95 })])
    expect(row?.certainty).toBeCloseTo((2 * 0.5 + 7 * 0.95) / 9, 6)
    expect(rowsOf([word('通知', 0, 0, { certainty: 1 })])[0]?.certainty).toBe(0.999)
  })

  test('of nothing are none', () => expect(texts()).toEqual([]))
})

test('the skew is that of most long words, not of a stray one', () => {
  const lines = [0, 30, 60, 90].map((y) => word('很长的一行', 0, y, { width: 600, degrees: 1.5 }))
  expect((skewOf([...lines, word('斜着盖的长章', 0, 200, { width: 300, degrees: 40 })]) * 180) / Math.PI).toBeCloseTo(
    1.5,
    5,
  )
})

test.each([
  ['区委丶区政府', '区委、区政府'],
  ['眞实性承诺', '真实性承诺'],
  ['报告如下°', '报告如下。'],
  ['报告如下·', '报告如下。'],
  ['气温25°', '气温25°'],
  ['阿·明', '阿·明'],
  ['关干印发《工作要点》的通知', '关于印发《工作要点》的通知'],
  ['临府规〔2019〕11号关干2019年工作的报告', '临府规〔2019〕11号关于2019年工作的报告'],
  ['区政府办关干部分文件失效的决定', '区政府办关于部分文件失效的决定'],
  ['机关干部学法', '机关干部学法'],
  ['有关干警、机关干群和海关干线', '有关干警、机关干群和海关干线'],
  ['行政机关干预司法', '行政机关干预司法'],
  ['村里的机关干', '村里的机关干'],
])('%s is spelt %s', (seen, expected) => expect(spelt(seen)).toBe(expected))
