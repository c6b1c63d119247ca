import { expect, test } from 'vitest'
import { read } from '../../../../src/reading/read.ts'
import { compoundOf } from '../../make.ts'
import { NOTICE, NOTICE_NOTES, NOTICE_TABLE, readSample, sample, texts } from '../samples.ts'

test.each(['doc', 'wps'] as const)(
  'a notice in %s: text, table with merges, notes, headers, properties',
  async (format) => {
    const { title, number, to, body, box, lines, rows, day, footnote, margins } = NOTICE
    const said = [title, number, to, body, ...lines, ...rows, day, box, footnote, ...margins]
    expect(await readSample('notice.doc', format)).toEqual({
      extent: 'whole',
      pages: 1,
      pagesRead: 1,
      passages: said.map((text) => ({ text, at: {} })),
      tables: [NOTICE_TABLE],
      properties: {
        title: '关于印发实施方案的通知',
        author: '昭化区司法局办公室',
        created: '2022-03-21 17:30',
        modified: '2022-03-22 18:00',
        'tracked-changes': 1,
        comments: 1,
      },
      notes: NOTICE_NOTES,
    })
  },
)

/** The notice with a word of the file information block changed, at its offset in the stream. */
function changed(offset: number, to: number): Uint8Array {
  const bytes = Buffer.from(sample('notice.doc'))
  const start = bytes.indexOf(Buffer.from('eca5', 'hex'))
  bytes.writeUInt16LE(to, start + offset)
  return bytes
}

test('a password is told', async () => {
  expect(await read(changed(0x0a, 0x0300), 'doc')).toMatchObject({ extent: 'unread', notes: [{ code: 'encrypted' }] })
})

test.each([0xa5dc, 0xa697, 0xa698, 0xa699])(
  'a file older than Word 97 is told, also a Chinese one (%i)',
  async (magic) => {
    expect(await read(changed(0, magic), 'doc')).toMatchObject({ extent: 'unread', notes: [{ code: 'unsupported' }] })
  },
)

test('what begins with another number is no such file', async () => {
  expect(await read(changed(0, 0xa69a), 'doc')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test.each([
  ['cut off', sample('notice.doc').subarray(0, 6000)],
  ['without text', compoundOf('WordDocument')],
  ['not OLE2 at all', Buffer.from('通知')],
])('a file %s is damaged', async (_, bytes) => {
  expect(await read(bytes, 'doc')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test('Word XML of 2003 is read as Word, its comments and deletions left out', async () => {
  const W = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="aml"'
  const say = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
  const mark = (type: string, inner: string) => `<aml:annotation w:type="Word.${type}">${inner}</aml:annotation>`
  const merged = '<w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
  const under = '<w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc>'
  const body =
    `<w:p>${say('通知')}${mark('Deletion', say('旧'))}${mark('Insertion', say('新'))}${mark('Comment', say('批'))}</w:p>` +
    `<w:tbl><w:tr>${merged}</w:tr><w:tr>${under}</w:tr></w:tbl>`
  const xml = `<?mso-application progid="Word.Document"?><w:wordDocument ${W}><w:body>${body}</w:body></w:wordDocument>`
  expect(await read(Buffer.from(xml), 'doc')).toMatchObject({
    passages: [{ text: '通知新' }, { text: '甲' }],
    tables: [{ merges: [{ top: 0, left: 0, bottom: 1, right: 0 }] }],
    properties: { 'tracked-changes': 2, comments: 1 },
  })
})

test('automatic numbers are read as they are printed, though they stand in no text', async () => {
  expect(texts(await readSample('numbers.doc', 'doc'))).toEqual([
    '昭化区司法局行政执法公示办法',
    ...['第一条　目的', '第二条　范围', '（一）事前公示', '（三）事后公示', '第三条　解释'],
    ...['一、基本情况', '不编号的一段', '二、主要做法', '五、另起编号'],
    // LibreOffice gives the cells a list of their own.
    ...['一、\t甲', '二、\t乙', '完'],
  ])
})

test('rules of numbers that are cut off cost the numbers, not the text', async () => {
  const bytes = Buffer.from(sample('numbers.doc'))
  bytes.writeUInt32LE(0x7fff_0000, bytes.indexOf(Buffer.from('eca5', 'hex')) + 0x2e2)
  const lines = texts(await read(bytes, 'doc'))
  expect(lines.slice(0, 3)).toEqual(['昭化区司法局行政执法公示办法', '目的', '范围'])
})

test('which box is ticked: signs of symbol fonts and fields of forms', async () => {
  expect(texts(await readSample('boxes.doc', 'doc'))).toEqual(['审核：☑是 □否', '审议：☑是 □否', '☑已备案 □未备案'])
})
