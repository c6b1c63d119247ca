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

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const line = (text: string, y: number, x = 30, more = '') =>
  `<ofd:TextObject ID="${y}" Boundary="${x} ${y} 150 8" Font="3" Size="5"${more}><ofd:TextCode X="0" Y="5" DeltaX="g ${[...text].length - 1} 5">${text}</ofd:TextCode></ofd:TextObject>`

/** One page of these objects, and whatever else the file holds. */
const pageOf = (objects: string, more: Readonly<Record<string, string>> = {}, common = '', head = '') =>
  zipOf({
    'OFD.xml': `<ofd:OFD ${OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${OFD}><ofd:CommonData>${common}</ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
    'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page ${OFD}>${head}<ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`,
    ...more,
  })
const HEAD = line('区司法局文件', 30) + line('昭司发〔2021〕3号', 42)
const BODY = line('各科室：', 80) + line('2021年3月15日', 92)
const ALL = ['区司法局文件', '昭司发〔2021〕3号', '各科室：', '2021年3月15日']
const TEMPLATE = '<ofd:TemplatePage ID="2" BaseLoc="TPLS/Tpl_0/Content.xml"/>'
const ON_TEMPLATE = '<ofd:Template TemplateID="2"/>'
const LACKING = [{ code: 'partly', at: { page: 1 }, message: expect.stringContaining('在文件里找不到') }]

test('a template is found though its part is named in another case', async () => {
  const part = `<ofd:Page ${OFD}><ofd:Content><ofd:Layer>${HEAD}</ofd:Layer></ofd:Content></ofd:Page>`
  const reading = await read(pageOf(BODY, { 'Doc_0/Tpls/Tpl_0/Content.xml': part }, TEMPLATE, ON_TEMPLATE), 'ofd')
  expect(reading).toMatchObject({ extent: 'whole', notes: [] })
  expect(texts(reading)).toEqual(ALL)
})

test('a template that is not there leaves the page read in part', async () => {
  const reading = await read(pageOf(BODY, {}, TEMPLATE, ON_TEMPLATE), 'ofd')
  expect(reading).toMatchObject({ extent: 'partly', notes: LACKING })
  expect(texts(reading)).toEqual(ALL.slice(2))
})

const GROUP = '<ofd:CompositeObject ID="20" Boundary="0 0 210 297" ResourceID="7"/>'
const unit = (id: number, content: string) =>
  `<ofd:CompositeGraphicUnit ID="${id}" Width="210" Height="297"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit>`
const listed = (units: string) => ({
  'Doc_0/DocumentRes.xml': `<ofd:Res ${OFD} BaseLoc="Res"><ofd:CompositeGraphicUnits>${units}</ofd:CompositeGraphicUnits></ofd:Res>`,
})
const RES = '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>'

test('text in a group of objects stands where the group lies', async () => {
  expect(texts(await read(pageOf(GROUP + BODY, listed(unit(7, HEAD)), RES), 'ofd'))).toEqual(ALL)
  const low = GROUP.replace('0 0 210', '0 100 210')
  expect(texts(await read(pageOf(low + BODY, listed(unit(7, HEAD)), RES), 'ofd'))).toEqual([
    ...ALL.slice(2),
    ...ALL.slice(0, 2),
  ])
})

test('groups within groups are read; one within itself ends, and what is not there is told', async () => {
  const inner = '<ofd:CompositeObject ID="21" Boundary="0 0 210 297" ResourceID="8"/>'
  expect(texts(await read(pageOf(GROUP + BODY, listed(unit(7, inner) + unit(8, HEAD)), RES), 'ofd'))).toEqual(ALL)
  for (const units of [unit(7, HEAD + GROUP), unit(9, HEAD)])
    expect(await read(pageOf(GROUP + BODY, listed(units), RES), 'ofd')).toMatchObject({
      extent: 'partly',
      notes: LACKING,
    })
})

test('letters that are printed twice for boldness are read once', async () => {
  const twice = ALL.map((text, at) => line(text, 30 + at * 12) + line(text, 30 + at * 12, 30.12)).join('')
  expect(texts(await read(pageOf(twice), 'ofd'))).toEqual(ALL)
})

test('a slanted text is a watermark', async () => {
  const across = [60, 120, 180].map((y) => line('某某 0102', y, 40, ' CTM="0.87 -0.5 0.5 0.87 0 0"')).join('')
  const reading = await read(pageOf(across + HEAD + BODY), 'ofd')
  expect(texts(reading)).toEqual(ALL)
  expect(reading.properties).toEqual({ watermark: '某某 0102' })
})

test('a page that is a picture is looked at', async () => {
  const picture = '<ofd:ImageObject ID="5" Boundary="0 0 210 297" ResourceID="6"/>'
  const media = `<ofd:Res ${OFD} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="6" Type="Image"><ofd:MediaFile>image_6.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`
  const bytes = pageOf(picture, { 'Doc_0/DocumentRes.xml': media, 'Doc_0/Res/image_6.png': 'x' }, RES)
  expect(await read(bytes, 'ofd', { ocr: 'off' })).toMatchObject({ extent: 'unread', notes: [{ code: 'no-text' }] })
  const seen = {
    passages: [{ text: '会议纪要', at: { page: 1 }, certainty: 0.98 }],
    tables: [],
    seals: [],
    blurred: false,
    edge: { page: 1, width: 210, height: 297, strips: [] },
  }
  const steps = { text: () => undefined, passed: () => undefined, seen: () => seen, keep: () => {} }
  expect(await read(bytes, 'ofd', { ocr: 'auto', steps })).toMatchObject({
    extent: 'whole',
    pagesRead: 1,
    passages: seen.passages,
    notes: [],
  })
})
