import { expect, test } from 'vitest'
import { read } from '../../../src/reading/read.ts'
import { docxOf, para, run } from '../make.ts'
import { readSample } from './samples.ts'

test.each(['odt', 'docx', 'doc', 'rtf'] as const)(
  'three papers that are bound into one %s stand on leaves of their own, with their tables; notes and margins on none',
  async (format) => {
    const { passages, tables } = await readSample(`bound.${format}`, format)
    expect(passages.map(({ text, leaf }) => [leaf, text.slice(0, 8)])).toEqual([
      ...['重大执法决定法制', '经审核，甲案事实', '案件\t甲案', '审核人\t法规股'].map((text) => [undefined, text]),
      ...['广元市昭化区司法', '2021年8月1'].map((text) => [undefined, text]),
      ...['重大执法决定法制', '经审核，乙案主要', '案件\t乙案', '审核人\t法规股'].map((text) => [2, text]),
      ...['广元市昭化区司法', '2021年9月2'].map((text) => [2, text]),
      ...['局务会议纪要', '会议审议了两件案', '广元市昭化区司法', '2021年9月3'].map((text) => [3, text]),
      [undefined, '卷宗第12页。'],
      [undefined, '重大执法决定法制'],
    ])
    expect(tables.map(({ leaf }) => leaf)).toEqual([undefined, 2])
  },
)

const RENDERED = '<w:r><w:lastRenderedPageBreak/></w:r>'
const cell = (...inner: readonly string[]) => `<w:tbl><w:tr><w:tc>${inner.join('')}</w:tc></w:tr></w:tbl>`

test.each([
  ['a break of its own', para('<w:r><w:br w:type="page"/></w:r>')],
  ['a section that ends', para('<w:pPr><w:sectPr/></w:pPr>')],
  ['where the page was full when it was last shown', para(RENDERED, run('中'))],
  ['where it was full inside a paragraph', para(run('中'), RENDERED, run('间'))],
  ['where it was full inside a table', cell(para(run('中'), RENDERED, run('间')))],
])('a leaf of a docx ends at %s', async (_, inner) => {
  const { passages } = await read(docxOf(para(run('前')) + inner + para(run('后'))), 'docx')
  expect([passages[0], passages.at(-1)]).toEqual([
    { text: '前', at: {} },
    { text: '后', at: {}, leaf: 2 },
  ])
})

test.each([
  ['a line break', para('<w:r><w:br/></w:r>')],
  ['a column break', para('<w:r><w:br w:type="column"/></w:r>')],
  ['a page break that a style took back', para('<w:pPr><w:pageBreakBefore w:val="0"/></w:pPr>')],
  ['a break inside a table', cell(para(run('上'), '<w:r><w:br w:type="page"/></w:r>', run('下')))],
])('%s ends none', async (_, inner) => {
  const { passages } = await read(docxOf(para(run('前')) + inner + para(run('后'))), 'docx')
  expect(passages.at(-1)).toEqual({ text: '后', at: {} })
})
