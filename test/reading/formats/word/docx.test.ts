import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { read } from '../../../../src/reading/read.ts'
import { docxOf, para, part, run, zipOf } from '../../make.ts'

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

test('of remarks alone no word is said on changes', async () => {
  const comments = part('comments', `<w:comment w:id="1">${para(run('请核'))}</w:comment>`)
  const { notes } = await read(docxOf(para(run('正文')), { 'word/comments.xml': comments }), 'docx')
  expect(notes).toEqual([{ code: 'tracked-changes', message: '留有1条批注：请换成定稿' }])
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

const level = (depth: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const related = (type: string, target: string) => `<Relationship Id="${type}" Type="x/${type}" Target="${target}"/>`
const besides = (...relations: readonly string[]) => ({
  'word/_rels/document.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
})
const numbered = (text: string, list: number, depth = 0) =>
  para(`<w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`, text ? run(text) : '')

const NUMBERS = {
  ...besides(related('numbering', 'numbering.xml'), related('styles', 'styles.xml')),
  'word/numbering.xml': part(
    'numbering',
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>
     <w:abstractNum w:abstractNumId="1">${level(0, 'japaneseCounting', '%1、', '<w:pStyle w:val="H1"/>')}${level(1, 'bullet', '●')}</w:abstractNum>
     <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
     <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
  ),
  'word/styles.xml': part(
    'styles',
    '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="H2"><w:basedOn w:val="H1"/></w:style>',
  ),
}

test('automatic numbers are read as they are printed, though they stand in no text', async () => {
  const styled = (style: string, text: string) => para(`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`, run(text))
  const unnumbered = para('<w:pPr><w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', run('附则'))
  const body = [
    ...[numbered('目的', 1), numbered('范围', 1), numbered('公示', 1, 1), numbered('', 1, 1), numbered('归档', 1, 1)],
    ...[numbered('解释', 1), numbered('期限', 1, 1), numbered('要点', 2, 1)],
    ...[styled('H1', '总体情况'), styled('H2', '主要做法'), unnumbered, numbered('另起', 3), numbered('续', 3)],
  ]
  expect(await lines(body.join(''), NUMBERS)).toEqual([
    ...['第一条　目的', '第二条　范围', '2.1 公示', '2.3 归档'],
    ...['第三条　解释', '3.1 期限', '要点', '一、总体情况', '二、主要做法', '附则', '五、另起', '六、续'],
  ])
})

test('a cell of nothing but its number holds that', async () => {
  const one = (text: string) => `<w:tr><w:tc>${numbered('', 2)}</w:tc><w:tc>${para(run(text))}</w:tc></w:tr>`
  const { tables } = await read(docxOf(`<w:tbl>${one('甲')}${one('乙')}</w:tbl>`, NUMBERS), 'docx')
  expect(tables[0]?.rows.map(({ values }) => values)).toEqual([
    ['一、', '甲'],
    ['二、', '乙'],
  ])
})

test('what a paragraph was like before, and how a sign is pronounced, is no text of it', async () => {
  const before = '<w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange></w:pPr>'
  const ruby = `<w:r><w:ruby><w:rt>${run('chong')}</w:rt><w:rubyBase>${run('重')}</w:rubyBase></w:ruby></w:r>`
  expect(await lines(para(before, ruby, run('庆路')), NUMBERS)).toEqual(['重庆路'])
})

test('the words of a chart of processes are read; embedded files and chunks are told', async () => {
  const more = {
    ...besides(
      related('diagramData', 'diagrams/data1.xml'),
      related('package', 'embeddings/a.xlsx'),
      related('aFChunk', 'chunk.html'),
    ),
    'word/diagrams/data1.xml': '<m xmlns:a="a"><t><a:p><a:r><a:t>立案</a:t></a:r></a:p></t></m>',
    'word/embeddings/a.xlsx': 'x',
    'word/chunk.html': '<p>导入</p>',
  }
  expect(await read(docxOf(para(run('流程')), more), 'docx')).toMatchObject({
    extent: 'partly',
    passages: [{ text: '流程' }, { text: '立案' }],
    notes: [
      {
        code: 'not-read',
        message: '里面嵌有1个其他文件或对象，其内容没有读取：请双击打开后另存出来，直接放入材料文件夹',
      },
      {
        code: 'not-read',
        message: '有1段内容是导入时附带的，没有并入正文，没有读取：请用 Word 或 WPS 打开，另存为新的 docx 后放入',
      },
    ],
  })
})

test('which box is ticked stands in the text, however Word keeps the box', async () => {
  const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
  const typed = (font: string, text: string) =>
    `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>${text}</w:t></w:r>`
  const control = (checked: number, shown: string) =>
    `<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="x"><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(shown)}</w:sdtContent></w:sdt>`
  const field = (state: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>${state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>`
  const body = [
    para(run('审核：'), sign('Wingdings', 'F0FE'), run('是 '), sign('Wingdings', 'F0A8'), run('否')),
    para(run('审议：'), sign('Wingdings 2', 'F052'), run('是 '), sign('Wingdings 2', 'F0A3'), run('否')),
    para(typed('Wingdings', '\uf0fe'), run('有 '), typed('Wingdings 2', '£'), run('无')),
    para(control(1, '☒'), run('已公示 '), control(0, '☐'), run('未公示')),
    para(field('<w:default w:val="0"/><w:checked/>'), run('已备案 '), field('<w:default w:val="0"/>'), run('未备案')),
    para(field('<w:default w:val="1"/><w:checked w:val="0"/>'), run('甲 '), field('<w:default/>'), run('乙')),
  ]
  expect(await lines(body.join(''))).toEqual([
    '审核：☑是 □否',
    '审议：☑是 □否',
    '☑有 □无',
    '☑已公示 □未公示',
    '☑已备案 □未备案',
    '□甲 ☑乙',
  ])
})

const either = (choices: string, fallback = '退路') =>
  `<w:p><w:r><mc:AlternateContent>${choices}<mc:Fallback><w:t>${fallback}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`
const choice = (requires: string, text: string) => `<mc:Choice Requires="${requires}"><w:t>${text}</w:t></mc:Choice>`

test.each([
  ['a choice that Word knows is read, its fallback is not', choice('wps', '首选'), '首选'],
  ['a choice that nobody knows falls back', choice('q', '不认得的'), '退路'],
  [
    'of several choices the first that is known is read, once',
    choice('q', '甲') + choice('wps', '乙') + choice('wps', '丙'),
    '乙',
  ],
  ['all that a choice requires must be known', choice('wps q', '甲'), '退路'],
])('%s', async (_, choices, expected) => {
  expect(await lines(either(choices))).toEqual([expected])
})
