import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { read } from '../../../src/evidence/read.ts'
import { docxOf, para, part, run, zipOf } from '../make.ts'

const lines = async (body: string, more = {}) =>
  (await read(docxOf(body, more), 'docx')).passages.map(({ text }) => text)

test('paragraphs are passages, in order, and the whole is told', async () => {
  expect(await read(docxOf(para(run('关于印发'), run('通知的函')) + para() + para(run('正文'))), 'docx')).toEqual({
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: [
      { text: '关于印发通知的函', at: {} },
      { text: '正文', at: {} },
    ],
    tables: [],
    properties: {},
    notes: [],
  })
})

test('a text box is read once, though old programmes get a second copy', async () => {
  const box = (text: string) => `<wps:txbx><w:txbxContent>${para(run(text))}</w:txbxContent></wps:txbx>`
  const both = `<w:r><mc:AlternateContent><mc:Choice>${box('印章旁注')}</mc:Choice><mc:Fallback>${box('印章旁注')}</mc:Fallback></mc:AlternateContent></w:r>`
  expect(await lines(para(both, run('标题')))).toEqual(['印章旁注', '标题'])
})

test('fields, content controls, tabs and line breaks are text; tab stops and field codes are not', async () => {
  const body =
    para(
      '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>',
      '<w:fldSimple w:instr="DATE">',
      run('2022年3月18日'),
      '</w:fldSimple>',
    ) +
    `<w:sdt><w:sdtContent>${para(run('控件'), '<w:r><w:tab/></w:r>', run('后'))}</w:sdtContent></w:sdt>` +
    para('<w:r><w:instrText>TOC</w:instrText></w:r>', run('上'), '<w:r><w:br/></w:r>', run('下'))
  expect(await lines(body)).toEqual(['2022年3月18日', '控件\t后', '上', '下'])
})

test('footnotes follow the text, headers and footers come last and once', async () => {
  const more = {
    'word/header1.xml': part('hdr', para(run('内部资料'))),
    'word/header2.xml': part('hdr', para(run('内部资料'))),
    'word/footer1.xml': part('ftr', para(run('第1页'))),
    'word/footnotes.xml': part('footnotes', `<w:footnote>${para(run('脚注'))}</w:footnote>`),
  }
  expect(await lines(para(run('正文')), more)).toEqual(['正文', '脚注', '内部资料', '第1页'])
})

test('insertions stay, deletions go, and both are counted with the comments', async () => {
  const body = para(
    `<w:ins w:author="甲">${run('新增')}</w:ins><w:del w:author="甲"><w:r><w:delText>删去</w:delText></w:r></w:del>`,
    run('保留'),
  )
  const comments = part('comments', `<w:comment w:id="1">${para(run('请核'))}</w:comment>`)
  expect(await read(docxOf(body, { 'word/comments.xml': comments }), 'docx')).toMatchObject({
    passages: [{ text: '新增保留' }],
    properties: { 'tracked-changes': 2, comments: 1 },
    notes: [{ code: 'tracked-changes', message: '留有2处修订、1条批注，按接受修订后的文字读取：请换成定稿' }],
  })
})

test('hidden text is told, not read', async () => {
  const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>底稿</w:t></w:r>'
  const shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>正文</w:t></w:r>'
  const reading = await read(docxOf(para(hidden, shown)), 'docx')
  expect(reading.passages.map(({ text }) => text)).toEqual(['正文'])
  expect(reading.notes).toMatchObject([{ code: 'not-read', message: expect.stringMatching(/1处隐藏文字/) }])
})

const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${para(run(text))}</w:tc>`
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`

test('a table keeps its merges, and its rows stand among the passages', async () => {
  const table =
    '<w:tbl>' +
    row(cell('文件', '<w:gridSpan w:val="2"/>'), cell('日期')) +
    row(cell('办法', '<w:vMerge w:val="restart"/>'), cell('审核'), cell('2022-03-18')) +
    row(cell('', '<w:vMerge/>'), cell('公布'), cell('2022-04-01')) +
    '</w:tbl>'
  const { passages, tables } = await read(docxOf(para(run('前')) + table + para(run('后'))), 'docx')
  expect(passages.map(({ text }) => text)).toEqual([
    '前',
    '文件\t日期',
    '办法\t审核\t2022-03-18',
    '公布\t2022-04-01',
    '后',
  ])
  expect(tables).toEqual([
    {
      name: '表1',
      kind: 'grid',
      rows: [
        { index: 0, values: ['文件', null, '日期'] },
        { index: 1, values: ['办法', '审核', '2022-03-18'] },
        { index: 2, values: [null, '公布', '2022-04-01'] },
      ],
      merges: [
        { top: 0, left: 0, bottom: 0, right: 1 },
        { top: 1, left: 0, bottom: 2, right: 0 },
      ],
    },
  ])
})

test('a table of one cell is layout: its paragraphs are paragraphs', async () => {
  const framed = `<w:tbl><w:tr><w:tc>${para(run('通知'))}${para(run('各镇:'))}</w:tc></w:tr></w:tbl>`
  expect(await lines(framed)).toEqual(['通知', '各镇:'])
})

test('who made it and when, by the clock of Beijing', async () => {
  const core =
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>办公室</dc:creator><dcterms:created>2022-03-18T18:15:00Z</dcterms:created><dcterms:modified>没有</dcterms:modified></cp:coreProperties>'
  const { properties } = await read(docxOf(para(run('正文')), { 'docProps/core.xml': core }), 'docx')
  expect(properties).toEqual({ author: '办公室', created: '2022-03-19 02:15' })
})

test('pictures without words are a scan in a wrapper', async () => {
  const reading = await read(docxOf(para(), { 'word/media/image1.png': 'x' }), 'docx')
  expect(reading).toMatchObject({ extent: 'unread', pagesRead: 0, notes: [{ code: 'no-text' }] })
})

test('a container that inflates beyond all measure is refused, not inflated', async () => {
  const bomb = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': new Uint8Array(40 * 1024 * 1024),
  })
  expect(bomb.length).toBeLessThan(100_000)
  expect(await read(bomb, 'docx')).toMatchObject({ extent: 'unread', notes: [{ code: 'too-large' }] })
})

test('a container that lies about its size gains nothing', async () => {
  const bytes = Buffer.from(docxOf(para(run('正'.repeat(100_000)))))
  // The central directory's entries, then the size they claim.
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
    bytes.writeUInt32LE(1000, at + 24)
  expect(await read(bytes, 'docx')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test.each([
  ['cut off', docxOf(para(run('正文'))).subarray(0, 200)],
  ['broken XML', docxOf('<w:p>')],
  ['no main part', zipOf({ '[Content_Types].xml': '<Types/>' })],
  [
    'entities of its own',
    zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
  ],
])('%s: damaged', async (_, bytes) => {
  expect(await read(bytes, 'docx')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})
