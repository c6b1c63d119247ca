import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { read } from '../../../../src/reading/read.ts'
import { NOTICE, NOTICE_NOTES, NOTICE_TABLE, readSample, sample, texts } from '../samples.ts'

test('a notice in rtf: text, table with merges, notes, headers, properties', async () => {
  const { title, number, to, body, box, lines, rows, day, footnote, margins } = NOTICE
  const said = [title, number, to, body, box, ...lines, ...rows, day, footnote, ...margins]
  expect(await readSample('notice.rtf', 'rtf')).toEqual({
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

/** As Word and WPS write Chinese: two bytes of GBK for each sign. */
const gbk = (text: string): string =>
  [...iconv.encode(text, 'gbk')].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('')

const linesOf = async (body: string, head = '\\ansicpg936') =>
  texts(await read(Buffer.from(`{\\rtf1\\ansi${head} ${body}}`), 'rtf'))

const FONTS = '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 MingLiU;}}'

test.each([
  ['bytes of GBK, by the code page of the file', gbk('昭司发〔2022〕3号')],
  ['in a Latin font, as careless programmes leave it', `\\f0 ${gbk('昭司发〔2022〕3号')}`],
  ['a Unicode sign with one sign for old readers', `\\uc1\\u26157?\\u21496?\\u21457?\\u12308?2022\\u12309?3\\u21495?`],
  [
    'a Unicode sign with two bytes for old readers',
    `\\uc2\\u26157${gbk('昭')}\\u21496${gbk('司')}\\u21457${gbk('发')}\\u12308${gbk('〔')}2022\\u12309${gbk('〕')}3\\u21495${gbk('号')}`,
  ],
  ['a Unicode sign with none', '\\uc0\\u26157\\u21496\\u21457\\u12308 2022\\u12309 3\\u21495'],
])('%s', async (_, body) => {
  expect(await linesOf(FONTS + body)).toEqual(['昭司发〔2022〕3号'])
})

test('a font of another script has its own bytes', async () => {
  const big5 = [...iconv.encode('國', 'big5')].map((byte) => `\\'${byte.toString(16)}`).join('')
  expect(await linesOf(`${FONTS}{\\f2 ${big5}}{\\f1 ${gbk('国')}}`)).toEqual(['國国'])
})

test('field codes, pictures, style names and unknown starred groups are no text; field results are', async () => {
  const field = '{\\field{\\*\\fldinst DATE}{\\fldrslt 2022-03-18}}'
  const rest = '{\\stylesheet{\\s0 Normal;}}{\\pict 89504e47}{\\*\\unknown x}{\\bin3 }}{x}'
  expect(await linesOf(`${field}${rest.replace('\\bin3 }}{', '\\bin3 }}}')}`)).toEqual(['2022-03-18x'])
})

test('a row whose definition follows its cells is a row', async () => {
  const row = '\\pard\\intbl a\\cell b\\cell\\trowd\\cellx1000\\cellx2000\\row\\pard after\\par'
  const { passages, tables } = await read(Buffer.from(`{\\rtf1 before\\par ${row}}`), 'rtf')
  expect(passages.map(({ text }) => text)).toEqual(['before', 'a\tb', 'after'])
  expect(tables).toMatchObject([{ rows: [{ index: 0, values: ['a', 'b'] }] }])
})

test('a file that ends early is read as far as it goes, and told', async () => {
  const reading = await read(sample('notice.rtf').subarray(0, 12_000), 'rtf')
  expect(texts(reading)[0]).toBe(NOTICE.title)
  expect(reading).toMatchObject({
    extent: 'partly',
    notes: expect.arrayContaining([{ code: 'partly', message: expect.anything() }]),
  })
})

test('what is no rtf is damaged', async () => {
  expect(await read(Buffer.from('通知'), 'rtf')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test.each(['constructor', 'tostring', 'valueof'])('a control word may be called %s', async (word) => {
  expect(await linesOf(`\\uc1\\u26157?{\\${word} \\u21496?}\\u21457?`)).toEqual(['昭司发'])
  expect(await linesOf(`{\\info{\\creatim\\${word}5\\yr2022}}\\uc1\\u26157?`)).toEqual(['昭'])
})

test('the automatic number of a paragraph is read before it, a bullet is not', async () => {
  const item = (label: string, text: string) => `{\\listtext\\pard\\plain ${label}\\tab}\\pard ${gbk(text)}\\par `
  const body = item(gbk('一、'), '总体情况') + item(gbk('第二条'), '范围') + item("\\'b7", '要点') + item('3.1', '期限')
  expect(await linesOf(body)).toEqual(['一、总体情况', '第二条　范围', '要点', '3.1 期限'])
})

test('a moment that was never filled in is none', async () => {
  const head = '{\\info{\\creatim\\yr0\\mo0\\dy0\\hr0\\min0}{\\revtim\\yr2024\\mo3\\dy5\\hr9\\min5}}'
  const { properties } = await read(Buffer.from(`{\\rtf1${head} a}`), 'rtf')
  expect(properties).toEqual({ modified: '2024-03-05 09:05' })
})

test('a star that nothing but text follows in its group hides nothing', async () => {
  expect(await linesOf(`{\\f0\\*\\cs7\\fs24 ${gbk('昭府发〔2021〕3号')}\\par}{\\*\\cs7 style}${gbk('正文')}`)).toEqual([
    '昭府发〔2021〕3号',
    '正文',
  ])
})

test('which box is ticked: a sign of a symbol font, and a form field', async () => {
  const fonts = '{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f5\\fnil\\fcharset2 Wingdings;}{\\f6 Wingdings 2;}}'
  const field = (type: number, ticked: number, before: number) =>
    `{\\field{\\*\\fldinst { FORMCHECKBOX {\\*\\formfield{\\fftype${type}\\ffres${ticked}\\fftypetxt0\\ffdefres${before}}}}}{\\fldrslt }}`
  const signs = `{\\f5\\u61694 ?}${gbk('是')} {\\f6\\'a3}${gbk('否')}\\par {\\f5${gbk('中文')}}\\par `
  const fields =
    field(1, 1, 0) + gbk('甲') + field(1, 25, 1) + gbk('乙') + field(1, 0, 1) + gbk('丙') + field(2, 1, 1) + gbk('丁')
  expect(await linesOf(fonts + signs + fields)).toEqual(['☑是 □否', '中文', '☑甲☑乙□丙丁'])
})
