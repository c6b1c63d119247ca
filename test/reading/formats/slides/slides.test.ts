import { expect, test } from 'vitest'
import { read } from '../../../../src/reading/read.ts'
import { compoundOf, zipOf } from '../../make.ts'
import { readSample, SLIDES, SLIDES_TABLE, sample, texts } from '../samples.ts'

test.each([
  ['pptx', 'slides.pptx'],
  ['ppt', 'slides.ppt'],
] as const)('slides in %s: each passage with its slide, notes behind, the table as a table', async (format, name) => {
  expect(await readSample(name, format)).toEqual({
    extent: 'whole',
    pages: 2,
    pagesRead: 2,
    passages: SLIDES,
    tables: [SLIDES_TABLE],
    properties: { title: '普法讲座', author: '昭化区司法局普法办', created: '2022-03-21 17:30' },
    notes: [],
  })
})

const A = 'xmlns:a="a" xmlns:p="p" xmlns:r="r"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Slides of these shapes; their parts are named against the order in which they are shown. */
function pptxOf(...slides: readonly string[]): Uint8Array {
  const name = (i: number) => `slide${slides.length - i}.xml`
  const ids = slides.map((_, i) => `<p:sldId id="${256 + i}" r:id="r${i}"/>`).join('')
  const targets = slides.map(
    (_, i) => `<Relationship Id="r${i}" Type="${RELATIONS}/slide" Target="slides/${name(i)}"/>`,
  )
  return zipOf({
    'ppt/presentation.xml': `<p:presentation ${A}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    ...Object.fromEntries(slides.map((inner, i) => [`ppt/slides/${name(i)}`, `<p:sld ${A}>${inner}</p:sld>`])),
  })
}

const says = (text: string) => `<p:sp><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sp>`

test('slides follow one another as they are shown', async () => {
  const { passages } = await read(pptxOf(says('一'), says('二')), 'pptx')
  expect(passages).toEqual([
    { text: '一', at: { page: 1 } },
    { text: '二', at: { page: 2 } },
  ])
})

test('the number of a slide is no text, a line break divides, runs join', async () => {
  const number = '<a:fld type="slidenum"><a:t>7</a:t></a:fld>'
  const runs = '<a:r><a:t>普</a:t></a:r><a:r><a:t>法</a:t></a:r><a:br/><a:r><a:t>讲座</a:t></a:r>'
  expect(texts(await read(pptxOf(`<a:p>${number}${runs}</a:p>`), 'pptx'))).toEqual(['普法', '讲座'])
})

test('a slide of a picture and hardly a word is not read', async () => {
  expect(await read(pptxOf(says('一'.repeat(30)), '<p:pic/>'), 'pptx')).toMatchObject({
    extent: 'partly',
    pages: 2,
    pagesRead: 1,
    notes: [{ code: 'partly', message: expect.stringContaining('第2页'), at: { page: 2 } }],
  })
})

test('a presentation with a password is told', async () => {
  const bytes = Buffer.from(sample('slides.ppt'))
  bytes.writeUInt32LE(0xf3d1c4df, bytes.indexOf(Buffer.from('5fc091e3', 'hex')))
  expect(await read(bytes, 'ppt')).toMatchObject({ extent: 'unread', notes: [{ code: 'encrypted' }] })
})

test('macros in a presentation are told, and its text is read', async () => {
  const bytes = Buffer.from(sample('slides.ppt'))
  // The atom that says whether there are any.
  const at = bytes.indexOf(Buffer.from('020000040c000000', 'hex'))
  bytes.writeUInt32LE(1, at + 12)
  expect(await read(bytes, 'ppt')).toMatchObject({ extent: 'whole', passages: SLIDES, notes: [{ code: 'macro' }] })
})

test.each([
  ['ppt', sample('slides.ppt').subarray(0, 4000)],
  ['ppt', compoundOf('PowerPoint Document')],
  ['pptx', sample('slides.pptx').subarray(0, 9000)],
  ['pptx', zipOf({ 'ppt/presentation.xml': '<p/>' })],
] as const)('a %s cut off or hollow is damaged', async (format, bytes) => {
  expect(await read(bytes, format)).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})
