import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { read } from '../../../../src/reading/read.ts'
import { zipOf } from '../../make.ts'
import { readSample, sample, texts } from '../samples.ts'

test('a notice: lines in order under the letterhead, what it states of itself, and its seal', async () => {
  expect(await readSample('notice.ofd', 'ofd')).toEqual({
    extent: 'whole',
    pages: 2,
    pagesRead: 2,
    passages: [
      { text: '昭化区司法局公告', at: { page: 1 } },
      { text: '昭司发〔2022〕4号 签发人：某某', at: { page: 1 } },
      { text: '关于公布证明事项清单的公告', at: { page: 1 } },
      { text: '现将《昭化区证明事项清单（２０２２年版）》予以公布，自２０２２年４月１日起施行。', at: { page: 1 } },
      { text: '共保留证明事项12项，压减91.7%。', at: { page: 1 } },
      { text: '二〇二二年三月十八日', at: { page: 2 } },
    ],
    tables: [],
    properties: {
      title: '关于公布清单的公告',
      author: '昭化区司法局',
      created: '2022-03-18',
      'custom-文号': '昭司发〔2022〕4号',
    },
    signatures: [{ form: 'ofd-seal', by: '昭化区司法局', at: '2022-03-18 18:15', page: 2, whole: true }],
    notes: [],
  })
})

/** The notice with some of its parts changed; an empty text takes a part away. */
function changed(changes: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts = unzipSync(sample('notice.ofd'))
  for (const [name, change] of Object.entries(changes)) {
    const xml = change(parts[name] ? strFromU8(parts[name]) : '')
    if (xml === '') delete parts[name]
    else parts[name] = strToU8(xml)
  }
  return zipSync(parts)
}

const SIGNATURE = 'Doc_0/Signs/Sign_0/Signature.xml'
const SECOND = 'Doc_0/Pages/Page_1/Content.xml'

test('a signature that leaves out one part of the file does not cover it', async () => {
  const bytes = changed({
    [SIGNATURE]: (xml) => xml.replace(/<ofd:Reference FileRef="\/Doc_0\/Pages\/Page_1.*?<\/ofd:Reference>/, ''),
  })
  expect(await read(bytes, 'ofd')).toMatchObject({ signatures: [{ by: '昭化区司法局', whole: false }] })
})

test('a part that was added after signing is not covered', async () => {
  const bytes = changed({ 'Doc_0/Annots/Page_0/Annotation.xml': () => '<ofd/>' })
  expect(await read(bytes, 'ofd')).toMatchObject({ signatures: [{ whole: false }] })
})

test('a signature without a seal has no name to tell', async () => {
  const bytes = changed({ 'Doc_0/Signs/Signatures.xml': (xml) => xml.replace('Type="Seal"', 'Type="Sign"') })
  expect((await read(bytes, 'ofd')).signatures).toEqual([
    { form: 'ofd-sign', at: '2022-03-18 18:15', page: 2, whole: true },
  ])
})

test('the clock of a signature that names no zone is the signer’s', async () => {
  const bytes = changed({ [SIGNATURE]: (xml) => xml.replace('20220318101500Z', '2022-03-18 10:15:00') })
  expect(await read(bytes, 'ofd')).toMatchObject({ signatures: [{ at: '2022-03-18 10:15' }] })
})

const IMAGE = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>'

test('a page of a picture and hardly a word is not read', async () => {
  const bytes = changed({ [SECOND]: (xml) => xml.replace('</ofd:Layer>', `${IMAGE}</ofd:Layer>`) })
  expect(await read(bytes, 'ofd')).toMatchObject({
    extent: 'partly',
    pages: 2,
    pagesRead: 1,
    notes: [{ code: 'partly', message: expect.stringContaining('第2页'), at: { page: 2 } }],
  })
})

test('a page whose part is missing is not read', async () => {
  expect(await read(changed({ [SECOND]: () => '' }), 'ofd')).toMatchObject({ extent: 'partly', pagesRead: 1 })
})

test('a turned text keeps its place', async () => {
  const turned =
    '<ofd:TextObject Boundary="10 220 50 5" CTM="2 0 0 2 0 0" Size="3"><ofd:TextCode X="0" Y="3">附件</ofd:TextCode></ofd:TextObject>'
  const reading = await read(
    changed({ [SECOND]: (xml) => xml.replace('</ofd:Layer>', `${turned}</ofd:Layer>`) }),
    'ofd',
  )
  expect(texts(reading).slice(-2)).toEqual(['二〇二二年三月十八日', '附件'])
})

test.each([
  ['cut off', sample('notice.ofd').subarray(0, 2000)],
  ['without a document', zipOf({ 'OFD.xml': '<OFD/>' })],
  [
    'whose document is missing',
    zipOf({ 'OFD.xml': '<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>' }),
  ],
])('a file %s is damaged', async (_, bytes) => {
  expect(await read(bytes, 'ofd')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

const ROOT = 'Doc_0/Document.xml'
const pageId = () => /<ofd:Page ID="(\d+)"/.exec(strFromU8(unzipSync(sample('notice.ofd'))[ROOT]!))![1]!
const noted = (annots: string, more = '') =>
  changed({
    [ROOT]: (xml) =>
      xml.replace('</ofd:Document>', `<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>${more}</ofd:Document>`),
    'Doc_0/Annots/Annotations.xml': () =>
      `<ofd:Annotations xmlns:ofd="o"><ofd:Page PageID="${pageId()}"><ofd:FileLoc>P/A.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
    'Doc_0/Annots/P/A.xml': () => annots,
  })
const written = (type: string, text: string) =>
  `<ofd:Annot Type="${type}"><ofd:Appearance Boundary="20 280 80 10"><ofd:TextObject Boundary="0 0 80 8" Size="5"><ofd:TextCode X="0" Y="5">${text}</ofd:TextCode></ofd:TextObject></ofd:Appearance></ofd:Annot>`

test('what was written on top of a page is read where it stands, a watermark is not', async () => {
  const bytes = noted(
    `<ofd:PageAnnot xmlns:ofd="o">${written('Stamp', '收文第9号')}${written('Watermark', '内部')}</ofd:PageAnnot>`,
  )
  const { passages, notes } = await read(bytes, 'ofd')
  expect(passages.filter(({ at }) => at.page === 1).at(-1)).toEqual({ text: '收文第9号', at: { page: 1 } })
  expect(passages.map(({ text }) => text)).not.toContain('内部')
  expect(notes).toEqual([])
})

test('notes that are broken cost themselves', async () => {
  expect(await read(noted('<ofd'), 'ofd')).toMatchObject({ extent: 'whole', passages: { length: 6 } })
})

test('files that a document carries are told, unless they are for programmes', async () => {
  const bytes = changed({
    [ROOT]: (xml) => xml.replace('</ofd:Document>', '<ofd:Attachments>Attachs/A.xml</ofd:Attachments></ofd:Document>'),
    'Doc_0/Attachs/A.xml': () =>
      '<ofd:Attachments xmlns:ofd="o"><ofd:Attachment Name="目录" Format="xlsx"/><ofd:Attachment Name="x" Visible="false"/></ofd:Attachments>',
  })
  expect(await read(bytes, 'ofd')).toMatchObject({
    extent: 'partly',
    notes: [{ message: '带有1个附件（目录.xlsx），附件没有读取：请把附件另存出来，直接放入材料文件夹' }],
  })
})
