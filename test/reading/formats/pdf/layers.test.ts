import { describe, expect, test } from 'vitest'
import { read as readWith } from '../../../../src/reading/read.ts'
import type { Steps } from '../../../../src/reading/reader.ts'
import type { SeenPage } from '../../../../src/reading/sight/ocr/clear.ts'
import { pdfOf, scan, ucs2, western } from '../../make.ts'

// What a page says is not always what its file says that it says.

const LINES = ['区司法局文件', '昭司发〔2021〕3号', '关于做好法治宣传工作的通知', '各科室：', '2021年3月15日']
const read = (bytes: Uint8Array) => readWith(bytes, 'pdf', { ocr: 'off' })
const texts = async (bytes: Uint8Array) => (await read(bytes)).passages.map(({ text }) => text)

const LONG = '各镇人民政府，区级各部门：现将法治政府建设示范指标体系印发给你们，请结合实际认真贯彻执行。'

const hex = (text: string) => [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')
const shown = (text: string, x: number, y: number) => `BT /F2 16 Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`

describe('a bold that is made by printing twice is read once', () => {
  test('line by line', async () => {
    const page = LINES.flatMap((line, at) => [shown(line, 100, 760 - at * 40), shown(line, 100.4, 760 - at * 40)])
    expect(await texts(pdfOf(page.join('\n')))).toEqual(LINES)
  })

  test('sign by sign', async () => {
    const page = LINES.flatMap((line, at) =>
      [...line].flatMap((sign, n) => [0, 0.4].map((off) => shown(sign, 100 + n * 16 + off, 760 - at * 40))),
    )
    expect(await texts(pdfOf(page.join('\n')))).toEqual(LINES)
  })

  test('a line that says a thing twice is left as it is', async () => {
    expect(await texts(pdfOf(shown('依法行政依法行政', 100, 700)))).toEqual(['依法行政依法行政'])
  })
})

describe('what is printed across a page stands in no line of it', () => {
  const tiled = (text: string) =>
    [60, 260, 460, 660].flatMap((y) =>
      [30, 230, 430].map((x) => `BT 0.85 g /F2 14 Tf 0.8776 0.4794 -0.4794 0.8776 ${x} ${y} Tm <${hex(text)}> Tj ET`),
    )
  const own = LINES.map((line, at) => `0 g ${shown(line, 100, 760 - at * 40)}`)

  test('the trace of who printed it is told among the properties alone', async () => {
    const { passages, properties } = await read(pdfOf([...tiled('某某 1234'), ...own].join('\n')))
    expect(passages.map(({ text }) => text)).toEqual(LINES)
    expect(properties).toMatchObject({ watermark: '某某 1234' })
  })

  test('what its author may mean is told once, behind the page', async () => {
    expect(await texts(pdfOf([...tiled('征求意见稿'), ...own].join('\n')))).toEqual([...LINES, '征求意见稿'])
  })

  test('a faint text under another is its ground; alone it is a text', async () => {
    const faint = `0.9 g ${shown('内部资料', 120, 676)}`
    expect(await texts(pdfOf([faint, ...own].join('\n')))).toEqual([...LINES, '内部资料'])
    expect(await texts(pdfOf([...own.slice(0, 2), `0.9 g ${shown('第一版', 100, 300)}`].join('\n')))).toEqual([
      ...LINES.slice(0, 2),
      '第一版',
    ])
  })
})

describe('a text that cannot be the page’s is not believed', () => {
  test('a font that says of its Han that they are Western letters', async () => {
    const { passages, extent } = await read(pdfOf(western('关于做好法治宣传工作的通知'), western('2021年3月15日')))
    expect({ extent, said: passages.map(({ text }) => text) }).toEqual({
      extent: 'whole',
      said: ['关于做好法治宣传工作的通知', '2021年3月15日'],
    })
  })

  test('a page of rare characters is unread where nobody may look at it', async () => {
    const rare = '鼈龗黵鬱麤驫鸞钃讟爨癵籲灪麣鱻龘靐齉爩鸜'.repeat(3)
    expect(await read(pdfOf(ucs2(rare)))).toMatchObject({ extent: 'unread', notes: [{ code: 'no-text' }] })
  })
})

const seen = (text: string): SeenPage => ({
  passages: [{ text, at: { page: 1 }, certainty: 0.97 }],
  tables: [],
  seals: null,
  blurred: false,
  edge: { page: 1, width: 210, height: 297, strips: [] },
})
const showing = (page: SeenPage): Steps => ({
  text: () => undefined,
  passed: () => undefined,
  seen: () => page,
  keep: () => {},
})

describe('words that recognition laid under a picture of the page', () => {
  const laid = (text: string) => pdfOf(`${scan} BT 3 Tr ET ${ucs2(text)}`)

  test('give way to what is seen, and that is told', async () => {
    const page = seen('关于做好法治宣传工作的通知')
    const bytes = laid('关于傲好洁冶宣仲工乍的遹知')
    expect(await readWith(bytes, 'pdf', { ocr: 'auto', steps: showing(page) })).toMatchObject({
      extent: 'whole',
      passages: page.passages,
      notes: [{ code: 'no-text', message: expect.stringMatching(/^第1页的文字层不可靠.*已改为识别页面图像/) }],
    })
  })

  test('stay where both read alike, and where nobody may look', async () => {
    const bytes = laid(LONG)
    const page = seen(LONG)
    const own = [{ text: LONG, at: { page: 1 } }]
    expect(await readWith(bytes, 'pdf', { ocr: 'auto', steps: showing(page) })).toMatchObject({
      passages: own,
      notes: [],
    })
    expect(await read(bytes)).toMatchObject({ extent: 'whole', passages: own, notes: [] })
  })
})
