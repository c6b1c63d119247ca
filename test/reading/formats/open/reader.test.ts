import { expect, test } from 'vitest'
import { read } from '../../../../src/reading/read.ts'
import { zipOf } from '../../make.ts'
import {
  LEDGER_TABLES,
  NOTICE,
  NOTICE_NOTES,
  NOTICE_TABLE,
  readSample,
  SLIDES,
  SLIDES_TABLE,
  sample,
  texts,
} from '../samples.ts'

test('a notice in odt: text, table with merges, notes, headers, properties', async () => {
  const { title, number, to, body, box, lines, rows, day, footnote, margins } = NOTICE
  const said = [title, number, to, body, box, ...lines, ...rows, day, footnote, ...margins]
  expect(await readSample('notice.odt', 'odt')).toEqual({
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: said.map((text) => ({ text, at: {} })),
    tables: [NOTICE_TABLE],
    properties: {
      title: '关于印发实施方案的通知',
      author: '昭化区司法局办公室',
      created: '2022-03-21 09:30',
      modified: '2022-03-22 10:00',
      'tracked-changes': 1,
      comments: 1,
    },
    notes: NOTICE_NOTES,
  })
})

test('a ledger in ods: days, clocks, percentages, merges, hidden rows and sheets', async () => {
  expect(await readSample('ledger.ods', 'ods')).toEqual({
    extent: 'whole',
    pages: 2,
    pagesRead: 2,
    passages: [],
    tables: LEDGER_TABLES,
    properties: {
      title: '规范性文件台账',
      author: '昭化区司法局法制股',
      created: '2022-03-21 09:30',
      comments: 1,
    },
    notes: [],
  })
})

test('slides in odp: each passage with its slide, the master page left out', async () => {
  expect(await readSample('slides.odp', 'odp')).toEqual({
    extent: 'whole',
    pages: 2,
    pagesRead: 2,
    passages: SLIDES,
    tables: [SLIDES_TABLE],
    properties: { title: '普法讲座', author: '昭化区司法局普法办', created: '2022-03-21 09:30' },
    notes: [],
  })
})

const body = (kind: string, inner: string) =>
  zipOf({
    'content.xml': `<o:document-content xmlns:o="o" xmlns:t="t" xmlns:d="d" xmlns:x="x"><o:body><o:${kind}>${inner}</o:${kind}></o:body></o:document-content>`,
  })

test('blanks are one blank, counted blanks are as many', async () => {
  const reading = await read(body('text', '<t:p>甲\n   乙<t:s t:c="3"/>丙</t:p>'), 'odt')
  expect(texts(reading)).toEqual(['甲 乙   丙'])
})

test('a cell repeated across is as many cells, a row repeated down as many rows', async () => {
  const cell = '<t:table-cell x:value-type="float" x:value="5" t:number-columns-repeated="2"/>'
  const rows = `<t:table-row t:number-rows-repeated="2">${cell}</t:table-row>`
  const { tables } = await read(body('spreadsheet', `<t:table t:name="表">${rows}</t:table>`), 'ods')
  expect(tables[0]!.rows).toEqual([
    { index: 0, values: [5, 5] },
    { index: 1, values: [5, 5] },
  ])
})

test('a cell repeated beyond all measure is refused', async () => {
  const cell = '<t:table-cell x:value-type="float" x:value="5" t:number-columns-repeated="100000"/>'
  const rows = `<t:table-row t:number-rows-repeated="1000000">${cell}</t:table-row>`
  const reading = await read(body('spreadsheet', `<t:table t:name="表">${rows}</t:table>`), 'ods')
  expect(reading).toMatchObject({ extent: 'unread', notes: [{ code: 'too-large' }] })
})

test('a formula nobody calculated is told', async () => {
  const cell = '<t:table-cell t:formula="of:=[.A1]*2"/>'
  const reading = await read(
    body('spreadsheet', `<t:table t:name="表"><t:table-row>${cell}</t:table-row></t:table>`),
    'ods',
  )
  expect(reading).toMatchObject({
    extent: 'partly',
    tables: [{ rows: [{ index: 0, values: ['=[.A1]*2'] }] }],
    notes: [{ code: 'partly' }],
  })
})

test('a slide of a picture and hardly a word is not read', async () => {
  const picture = '<d:frame><d:image x:href="Pictures/1.png"/></d:frame>'
  const words = `<d:frame><d:text-box><t:p>${'一'.repeat(30)}</t:p></d:text-box></d:frame>`
  const reading = await read(
    body('presentation', `<d:page>${picture}</d:page><d:page>${picture}${words}</d:page>`),
    'odp',
  )
  expect(reading).toMatchObject({
    extent: 'partly',
    pages: 2,
    pagesRead: 1,
    notes: [{ code: 'partly', message: expect.stringContaining('第1页'), at: { page: 1 } }],
  })
})

test('a password is told', async () => {
  const manifest = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
  const bytes = zipOf({ 'content.xml': 'x', 'META-INF/manifest.xml': manifest })
  expect(await read(bytes, 'odt')).toMatchObject({ extent: 'unread', notes: [{ code: 'encrypted' }] })
})

test.each([
  ['cut off', sample('notice.odt').subarray(0, 9000)],
  ['without content', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' })],
])('a file %s is damaged', async (_, bytes) => {
  expect(await read(bytes, 'odt')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test('which box is ticked: signs of symbol fonts and fields of forms', async () => {
  expect(texts(await readSample('boxes.odt', 'odt'))).toEqual(['审核：☑是 □否', '审议：☑是 □否', '☑已备案 □未备案'])
})
