import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../src/core/evidence.ts'
import { partsOf } from '../../src/facts/parts.ts'
import { recognise } from '../../src/facts/recognise.ts'

const NOTICE = [
  '广元市昭化区司法局文件',
  '昭司发〔2021〕16号',
  '关于做好规范性文件备案工作的通知',
  '各镇人民政府：',
  '现将有关事项通知如下。',
  '广元市昭化区司法局',
  '2021年4月10日',
]
const OPINION = [
  '重大执法决定法制审核意见书',
  '经审核，事实清楚，程序合法，同意。',
  '广元市昭化区司法局法规股',
  '2021年8月17日',
]
const MINUTES = ['局务会议纪要', '2021年第11期', '会议听取了有关情况的汇报。', '会议决定予以印发。']
const REPORT = ['昭司〔2022〕3号', '关于2021年工作情况的报告', '区政府：', '现将有关情况报告如下。']

const file = (...pages: readonly (readonly string[])[]): Evidence => ({
  path: '59/佐证材料.pdf',
  sha256: '',
  bytes: 1,
  format: 'pdf',
  extent: 'whole',
  pages: pages.length,
  pagesRead: pages.length,
  passages: pages.flatMap((lines, at) => lines.map((text) => ({ text, at: { page: at + 1 } }))),
  tables: [],
  properties: {},
  notes: [],
})

const parts = (...pages: readonly (readonly string[])[]) =>
  partsOf(file(...pages)).map((part) => [part.path.split('#')[1], recognise(part).title?.value])

describe('a file of several documents', () => {
  test('is divided where a page begins with a title after one that was signed', () => {
    expect(parts(NOTICE, OPINION, MINUTES)).toEqual([
      ['2-2', '重大执法决定法制审核意见书'],
      ['3-3', '局务会议纪要'],
    ])
  })

  test('is divided at a number of its own, whether the page before was signed or not', () => {
    expect(parts(MINUTES, REPORT)).toEqual([['2-2', '关于2021年工作情况的报告']])
  })

  test('keeps the pages of a document together', () => {
    expect(
      parts(
        NOTICE,
        REPORT,
        ['会议强调，要加强领导。'],
        ['一、主要做法', '抓好落实。', '广元市昭化区司法局', '2022年1月20日'],
        OPINION,
      ),
    ).toEqual([
      ['2-4', '关于2021年工作情况的报告'],
      ['5-5', '重大执法决定法制审核意见书'],
    ])
  })

  test('is divided where the same title stands again behind one that was signed: ten opinions on ten cases', () => {
    expect(parts(OPINION, OPINION, ['经审核，同意。'], OPINION)).toEqual([['2-4', '重大执法决定法制审核意见书']])
    expect(parts(OPINION, OPINION, OPINION)).toEqual([
      ['2-2', '重大执法决定法制审核意见书'],
      ['3-3', '重大执法决定法制审核意见书'],
    ])
  })

  test('is not divided behind its own cover, though that is dated', () => {
    expect(parts([OPINION[0]!, ...OPINION.slice(2)], OPINION)).toEqual([])
  })

  test('is divided after a signed page only, without a number', () => {
    expect(parts(MINUTES, OPINION)).toEqual([])
  })

  test('knows each document’s own number, day and places', () => {
    const [part] = partsOf(file(OPINION, NOTICE))
    const { number, issued } = recognise(part!)
    expect(number?.value).toBe('昭司发〔2021〕16号')
    expect(issued?.value).toBe('2021-04-10')
    expect(issued?.at.page).toBe(2)
  })
})

describe('a document that others are bound behind', () => {
  test.each([
    ['no number of theirs', [OPINION, NOTICE], undefined, '2021-08-17'],
    ['no day of theirs', [MINUTES, NOTICE], undefined, undefined],
    ['its own', [NOTICE, OPINION], '昭司发〔2021〕16号', '2021-04-10'],
  ])('has %s', (_, pages, number, issued) => {
    const facts = recognise(file(...pages))
    expect([facts.number?.value, facts.issued?.value]).toEqual([number, issued])
  })
})

describe('a file without pages', () => {
  const leaves = (...pages: readonly (readonly string[])[]): Evidence => ({
    ...file(...pages),
    pages: 1,
    pagesRead: 1,
    passages: pages.flatMap((lines, at) => lines.map((text) => ({ text, at: {}, ...(at > 0 && { leaf: at + 1 }) }))),
    tables: pages.map((_, at) => ({
      name: `表${at + 1}`,
      kind: 'grid',
      rows: [],
      merges: [],
      ...(at > 0 && { leaf: at + 1 }),
    })),
  })

  test('is divided at its page breaks as others at their pages, its tables with it', () => {
    expect(
      partsOf(leaves(NOTICE, OPINION, MINUTES)).map(({ path, tables }) => [path, tables.map(({ name }) => name)]),
    ).toEqual([
      ['59/佐证材料.pdf#2-2', ['表2']],
      ['59/佐证材料.pdf#3-3', ['表3']],
    ])
  })

  test('keeps its notes and margins, which follow the text, to itself', () => {
    const whole = leaves(NOTICE, OPINION)
    const margin = { text: '内部资料', at: {} }
    expect(
      partsOf({ ...whole, passages: [...whole.passages, margin] }).flatMap(({ passages }) => passages),
    ).not.toContain(margin)
  })
})

describe('the seals of a part', () => {
  const seal = {
    page: 1,
    kind: 'round',
    box: { x: 0.5, y: 0.7, width: 0.2, height: 0.14 },
    sizeMm: 42,
    certainty: 0.9,
  } as const
  const typed = file(NOTICE, REPORT)
  const scanned = { ...typed, passages: typed.passages.map((passage) => ({ ...passage, certainty: 0.98 })) }
  const sealsOf = (whole: Evidence) => partsOf(whole).map(({ seals }) => seals)

  test('are those on its own pages', () => {
    expect(sealsOf({ ...scanned, seals: [seal, { ...seal, page: 2 }] })).toEqual([[{ ...seal, page: 2 }]])
  })

  test('are none where its pages are scans and only others bear one', () => {
    expect(sealsOf({ ...scanned, seals: [seal] })).toEqual([[]])
  })

  test('are not known where its pages hold their own text: those may not have been looked at', () => {
    expect(sealsOf({ ...typed, seals: [seal] })).toEqual([null])
  })

  test('are none where every page of the file was looked at, and not known where nobody looked', () => {
    expect([sealsOf({ ...typed, seals: [] }), sealsOf({ ...typed, seals: null }), sealsOf(typed)]).toEqual([
      [[]],
      [null],
      [null],
    ])
  })
})

describe('what belongs to one document', () => {
  test.each([
    ['an annex', ['附件1', '重大执法决定法制审核目录清单', '一、涉及重大公共利益的']],
    ['a heading of its chapters', ['二、存在的问题', '制度建设还有差距。']],
    ['a page without a title', ['以上情况属实。', '特此说明。']],
    ['a page of a table', ['序号\t事项\t依据', '1\t罚款\t行政处罚法']],
  ])('%s stays with it', (_, page) => {
    expect(parts(NOTICE, page)).toEqual([])
  })

  test('the text that a notice issues is no second document', () => {
    const notice = NOTICE.with(2, '关于印发《行政规范性文件备案办法》的通知')
    expect(parts(notice, ['行政规范性文件备案办法', '第一条 为了规范备案工作，制定本办法。'])).toEqual([])
  })

  test('a header that runs over every page begins nothing', () => {
    const header = ['关于做好规范性文件备案工作的通知', '昭司发〔2021〕16号']
    expect(parts(NOTICE, [...header, '三、加强督促检查。'], [...header, '四、及时报告。'])).toEqual([])
  })
})

test('without any page, papers typed one behind the other are parted behind the day that ends each', () => {
  const typed = (...lines: string[]) => ({ ...file(NOTICE), passages: lines.map((text) => ({ text, at: {} })) })
  expect(partsOf(typed(...NOTICE, ...OPINION)).map(({ passages }) => passages.map(({ text }) => text))).toEqual([
    OPINION,
  ])
  expect(partsOf(typed(...NOTICE, '附件：', ...OPINION))).toEqual([])
  expect(partsOf(typed('会议记录', '2021年3月4日', '主持人：示例镇镇长', '会议研究了下列事项。'))).toEqual([])
})

test('a table lies in the part in whose text its first row stands', () => {
  const row = ['序号', '问题']
  const table = (name: string) => ({ name, kind: 'grid' as const, rows: [{ index: 0, values: row }], merges: [] })
  const lines = [...NOTICE.slice(0, -2), row.join('\t'), ...NOTICE.slice(-2), ...OPINION.slice(0, -2), row.join('\t')]
  const whole = {
    ...file(NOTICE),
    passages: lines.map((text) => ({ text, at: {} })),
    tables: [table('表1'), table('表2')],
  }
  expect(partsOf(whole).map(({ tables }) => tables.map(({ name }) => name))).toEqual([['表2']])
})

test('a file of one page is one document', () => {
  expect(parts(NOTICE)).toEqual([])
  expect(parts()).toEqual([])
})

test('parts never overlap, and say nothing that the file does not', () => {
  const page = fc.constantFrom(NOTICE, OPINION, MINUTES, REPORT, ['正文。'], [], ['附件', '清单'])
  fc.assert(
    fc.property(fc.array(page, { maxLength: 8 }), (pages) => {
      const whole = file(...pages)
      const found = partsOf(whole)
      const texts = found.flatMap(({ passages }) => passages)
      expect(whole.passages).toEqual(expect.arrayContaining(texts))
      expect(new Set(texts).size).toBe(texts.length)
      for (const part of found) expect(part.passages.length).toBeGreaterThan(0)
    }),
  )
})

test('a letter begins on its own page, however the page before it ended', () => {
  const opinion = ['合法性审核意见', '经审核，程序完备。', '审核人：周某']
  const request = ['关于暂行规定有关重大问题的请示', '镇党委：', '现将有关问题请示如下。']
  expect(parts(opinion, request)).toEqual([['2-2', '关于暂行规定有关重大问题的请示']])
  const running = ['关于暂行规定有关重大问题的请示', '会议强调，要加强领导。']
  expect(parts(opinion, running)).toEqual([])
})
