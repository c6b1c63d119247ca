import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { read } from '../../../../src/reading/read.ts'
import { texts } from '../samples.ts'

const page = (body: string, head = '') =>
  Buffer.from(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`)

const linesOf = async (bytes: Uint8Array) => texts(await read(bytes, 'html'))

test('a page: title, paragraphs and a table with merges; scripts, styles and comments are no text', async () => {
  const body = `<script>var a = "<p>脚本</p>"</script><style>p{}</style><!-- 注释 <p> -->
    <h1>关于公开征求意见的&ldquo;公告&rdquo;</h1>
    <p>公告期<b>15</b>日，自２０２２年
       ４月１日起&nbsp;&#31561;&#x3002;<br>联系人：法制股</p>
    <table><tr><th rowspan=2>文件</th><th colspan="2">审核</th></tr><tr><td>日期</td><td>比率</td></tr>
    <tr><td>《办法》<br>（试行）</td><td>2022-03-18</td><td>91.7%</td></tr></table>尾`
  expect(await read(page(body, '<title> 征求意见 </title>'), 'html')).toEqual({
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: [
      '关于公开征求意见的“公告”',
      '公告期15日，自２０２２年 ４月１日起 等。',
      '联系人：法制股',
      '文件\t审核',
      '日期\t比率',
      '《办法》 （试行）\t2022-03-18\t91.7%',
      '尾',
    ].map((text) => ({ text, at: {} })),
    tables: [
      {
        name: '表1',
        kind: 'grid',
        rows: [
          { index: 0, values: ['文件', '审核', null] },
          { index: 1, values: [null, '日期', '比率'] },
          { index: 2, values: ['《办法》\n（试行）', '2022-03-18', '91.7%'] },
        ],
        merges: [
          { top: 0, left: 0, bottom: 1, right: 0 },
          { top: 0, left: 1, bottom: 0, right: 2 },
        ],
      },
    ],
    properties: { title: '征求意见' },
    notes: [],
  })
})

const said = '<meta charset="gb2312"><p>朱镕基</p>'

test.each([
  ['as the page says, and GB2312 means all of GB18030', iconv.encode(`<html>${said}`, 'gb18030')],
  ['UTF-8, though the page says GB2312', Buffer.from(`<html>${said}`)],
  ['without a word', iconv.encode('<html><p>朱镕基</p>', 'gb18030')],
  ['UTF-16 by its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`<html>${said}`, 'utf16le')])],
  ['an encoding nobody knows', Buffer.from('<html><meta charset="x-none"><p>朱镕基</p>')],
])('encoding: %s', async (_, bytes) => {
  expect(await linesOf(bytes)).toEqual(['朱镕基'])
})

test.each([
  ['a bare < is a sign', '<p>1 < 2', ['1 < 2']],
  ['quotes may hold >', '<p title="a>b">甲', ['甲']],
  ['nothing has to be closed', '<p>甲<p>乙<table><tr><td>丙<td>丁', ['甲', '乙', '丙\t丁']],
  [
    'a table in a cell is part of the cell',
    '<table><tr><td><table><tr><td>甲<td>乙</table><td>丙</table>',
    ['甲\t乙\t丙'],
  ],
  ['lines of preformatted text stay', '<pre>甲\n  乙</pre>', ['甲', '乙']],
  ['a script that never ends hides the rest', '<p>甲<script>乙', ['甲']],
  ['signs that no number names are dropped', '<p>甲&#0;&#xD800;&#1114112;&nosuch;乙', ['甲&nosuch;乙']],
])('%s', async (_, html, expected) => {
  expect(await linesOf(page(html))).toEqual(expected)
})

test('a cell that claims to span a million rows ends with the table', async () => {
  const { tables } = await read(page('<table><tr><td rowspan=1000000 colspan=9999999>甲<tr><td>乙</table>'), 'html')
  expect(tables[0]!.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 999 }])
})

test('a page of pictures is a scan in a wrapper', async () => {
  expect(await read(page('<img src="a.png">'), 'html')).toMatchObject({
    extent: 'unread',
    notes: [{ code: 'no-text' }],
  })
})

const saved = (encoding: string, content: string, charset = 'utf-8') =>
  Buffer.from(
    [
      'From: <Saved by Blink>',
      'Subject: =?utf-8?Q?=E5=85=AC=E5=91=8A?=',
      'Date: Fri, 18 Mar 2022 02:15:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html"; boundary="--b--"',
      '',
      '',
      '----b--',
      `Content-Type: text/html; charset=${charset}`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      content,
      '----b--',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '----b----',
      '',
    ].join('\r\n'),
    'latin1',
  )

test.each([
  ['base64', saved('base64', Buffer.from('<p>征求意见的公告</p>').toString('base64'))],
  [
    'quoted-printable',
    saved(
      'quoted-printable',
      '<p class=3D"a">=E5=BE=81=E6=B1=82=E6=84=\r\n=8F=E8=A7=81=E7=9A=84=E5=85=AC=E5=91=8A</p>',
    ),
  ],
  ['8bit', saved('8bit', iconv.encode('<p>征求意见的公告</p>', 'gbk').toString('latin1'), 'gb2312')],
])('a saved page in %s', async (_, bytes) => {
  expect(await read(bytes, 'mht')).toEqual({
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: [{ text: '征求意见的公告', at: {} }],
    tables: [],
    properties: { title: '公告', created: '2022-03-18 10:15' },
    notes: [],
  })
})

test('of a mail in two forms the richer is read, and what is attached is told', async () => {
  const mail = [
    'From: =?gb2312?B?t6jWxrnJ?= <fazhi@example.cn>',
    'Subject: =?gb2312?B?zajWqg==?=',
    'Content-Type: multipart/mixed; boundary=m',
    '',
    '--m',
    'Content-Type: multipart/alternative; boundary=a',
    '',
    '--a',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'plain',
    '--a',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>rich</p>',
    '--a--',
    '--m',
    'Content-Type: application/pdf; name="=?utf-8?B?6YCa55+lLnBkZg==?="',
    'Content-Disposition: attachment',
    '',
    'x',
    '--m--',
  ]
  expect(await read(Buffer.from(mail.join('\n')), 'mht')).toMatchObject({
    extent: 'partly',
    passages: [{ text: 'rich' }],
    properties: { title: '通知', author: '法制股 <fazhi@example.cn>' },
    notes: [
      { code: 'not-read', message: '带有1个附件（通知.pdf），附件没有读取：请把附件另存出来，直接放入材料文件夹' },
    ],
  })
})

test('attachments that are only named, inner mails and names in pieces are not lost', async () => {
  const mail = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=m',
    '',
    '--m',
    'Content-Type: text/plain; charset=utf-8',
    '',
    '请查收',
    '--m',
    'Content-Type: application/msword; name="=?gb2312?B?zajWqg==?=.doc"',
    '',
    'x',
    '--m',
    'Content-Type: application/pdf',
    "Content-Disposition: inline; filename*0*=utf-8''%E9%80%9A; filename*1*=%E7%9F%A5.pdf",
    '',
    'x',
    '--m',
    'Content-Type: image/png; name="图.png"',
    'Content-ID: <1>',
    '',
    'x',
    '--m',
    'Content-Type: message/rfc822',
    '',
    'Subject: inner',
    'Content-Type: text/plain; charset=utf-8',
    '',
    '转来的信',
    '--m--',
  ]
  expect(await read(Buffer.from(mail.join('\n')), 'mht')).toMatchObject({
    passages: [{ text: '请查收' }, { text: '转来的信' }],
    notes: [{ message: '带有2个附件（通知.doc、通知.pdf），附件没有读取：请把附件另存出来，直接放入材料文件夹' }],
  })
})

test('what is filled into the form of a saved page is text; what nobody sees or chose is not', async () => {
  const form = `<p>案号<input value="〔2024〕9号"><input type="hidden" value="令牌"><input type=submit value="提交">
    <p>意见<textarea rows=3>同意&lt;立案&gt;</textarea>
    <p>类别<select><option>一般<option value=2 selected>简易</option></select>
    <p><input type=radio checked>是<input type="radio">否`
  expect(await linesOf(page(form))).toEqual(['案号〔2024〕9号', '意见同意<立案>', '类别简易', '☑是□否'])
})

test('a page of frames says that its text is in other files', async () => {
  const frames = '<html><frameset><frame src="a.htm"><frame src="b.htm"><noframes>此页使用了框架</noframes></frameset>'
  expect(await read(Buffer.from(frames), 'html')).toMatchObject({
    extent: 'partly',
    notes: [
      {
        code: 'not-read',
        message: '网页只是外框，内容在另外的2个网页文件里：请用浏览器打开，另存为单个文件（mht）或打印成 PDF 后放入',
      },
    ],
  })
})

test('which box is ticked: letters of symbol fonts, whose element may never end', async () => {
  const signs = '<font face="Wingdings">\xfe</font>是 <span style="font-family:Wingdings 2, serif">£</span>否'
  expect(await linesOf(page(`<p>${signs}</p><p><font face=Wingdings>þ有</p><p>þ</p>`))).toEqual(['☑是 □否', '☑有', 'þ'])
})

test.each([
  ['gb2312', 'gbk', ''],
  ['us-ascii', 'gbk', ''],
  ['iso-8859-1', 'gbk', ''],
  ['unicode', 'utf-8', ''],
  ['', 'gbk', ''],
  ['', 'gbk', 'windows-1252'],
  ['gb2312', 'utf-8', 'utf-8'],
  ['gb2312', 'utf-8', ''],
  ['utf-8', 'gbk', 'gb2312'],
  ['big5', 'big5', ''],
])('a part labelled %j that is %s (its page says %j)', async (label, encoding, stated) => {
  const type = `Content-Type: text/html${label && `; charset="${label}"`}`
  const head = `MIME-Version: 1.0\r\n${type}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`
  const body = iconv.encode(`${stated && `<meta charset=${stated}>`}<p>行政處罰公示</p>`, encoding)
  expect(texts(await read(Buffer.concat([Buffer.from(head), body]), 'mht'))).toEqual(['行政處罰公示'])
})
