import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { read } from '../../../../src/reading/read.ts'
import { docxOf, para, run, xlsxOf, zipOf } from '../../make.ts'

/** The same workbook with one part rewritten. */
function changed(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]!))) })
}

const SHEET = 'xl/worksheets/sheet1.xml'

test('a ledger is read as it stands', async () => {
  const bytes = await xlsxOf((book) => {
    const sheet = book.addWorksheet('2022')
    sheet.addRow(['规范性文件台账'])
    sheet.mergeCells('A1:C1')
    sheet.addRow(['文件名称', '公布日期', '件数'])
    sheet.addRow(['管理办法', new Date(Date.UTC(2022, 2, 18)), 12])
  })
  expect(await read(bytes, 'xlsx')).toEqual({
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: [],
    tables: [
      {
        name: '2022',
        kind: 'sheet',
        rows: [
          { index: 0, values: ['规范性文件台账'] },
          { index: 1, values: ['文件名称', '公布日期', '件数'] },
          { index: 2, values: ['管理办法', '2022-03-18', 12] },
        ],
        merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
      },
    ],
    properties: {
      author: 'Unknown',
      'modified-by': 'Unknown',
      created: '2022-03-18 10:15',
      modified: '2022-03-18 10:15',
    },
    notes: [],
  })
})

test('each kind of cell has one plain value', async () => {
  const bytes = await xlsxOf((book) => {
    const sheet = book.addWorksheet('表')
    const put = (address: string, value: NonNullable<Parameters<typeof sheet.addRow>[0]>, numFmt?: string) => {
      sheet.getCell(address).value = value
      if (numFmt) sheet.getCell(address).numFmt = numFmt
    }
    put('A1', 0.95, '0%')
    put('B1', 0.9167, '0.00%')
    put('C1', 0.07, '0%')
    put('D1', 5, '0.0"%"')
    put('A2', new Date(Date.UTC(2022, 2, 18, 9, 30)))
    put('B2', new Date(Date.UTC(1899, 11, 30, 9, 30)), 'h:mm')
    put('A3', { formula: 'B3/C3', result: 0.5 })
    put('B3', { formula: 'TODAY()' })
    put('C3', { formula: 'A9/B9', result: 0.91 }, '0%')
    put('D3', { formula: 'A9', result: new Date(Date.UTC(2021, 0, 1)) }, 'yyyy-mm-dd')
    put('A4', { richText: [{ text: '合法' }, { text: '性审核', font: { bold: true } }] })
    put('B4', { error: '#N/A' })
    put('C4', true)
    put('D4', { text: '公示链接', hyperlink: 'https://example.invalid/' })
    put('A5', '00123')
  })
  const { tables, notes } = await read(bytes, 'xlsx')
  expect(tables[0]!.rows.map(({ values }) => values)).toEqual([
    ['95%', '91.67%', '7%', 5],
    ['2022-03-18 09:30', '09:30'],
    [0.5, '=TODAY()', '91%', '2021-01-01'],
    ['合法性审核', '#N/A', 'TRUE', '公示链接'],
    ['00123'],
  ])
  expect(notes).toEqual([
    { code: 'partly', message: '有1个公式单元格没有计算结果：请用 Excel 或 WPS 打开并保存一次后重新放入' },
  ])
})

test('a date in a format that only a Chinese Excel knows is a date', async () => {
  const plain = await xlsxOf((book) => {
    const sheet = book.addWorksheet('表')
    sheet.getCell('A1').value = new Date(Date.UTC(2022, 2, 18))
  })
  const bytes = changed(plain, 'xl/styles.xml', (xml) => xml.replaceAll('numFmtId="14"', 'numFmtId="31"'))
  expect((await read(bytes, 'xlsx')).tables[0]!.rows).toEqual([{ index: 0, values: ['2022-03-18'] }])
})

test('a day that is shown as 星期五 is that day', async () => {
  const bytes = await xlsxOf((book) => {
    const cells = book.addWorksheet('表').addRow([44652, 44652])
    cells.getCell(1).numFmt = '[$-804]aaaa;@'
    cells.getCell(2).numFmt = '"aaa"0'
  })
  expect((await read(bytes, 'xlsx')).tables[0]?.rows).toEqual([{ index: 0, values: ['2022-04-01', 44652] }])
})

test('what stands behind its end does not break a workbook', async () => {
  const plain = await xlsxOf((book) => book.addWorksheet('表').addRow(['甲']))
  const { extent, tables } = await read(Buffer.concat([plain, Buffer.from('\n')]), 'xlsx')
  expect([extent, tables[0]?.rows]).toEqual(['whole', [{ index: 0, values: ['甲'] }]])
})

test('hidden sheets, rows and columns are read and marked', async () => {
  const bytes = await xlsxOf((book) => {
    const sheet = book.addWorksheet('旧数', { state: 'hidden' })
    sheet.addRow(['甲', '乙'])
    sheet.addRow(['丙', '丁']).hidden = true
    sheet.getColumn(2).hidden = true
    book.addWorksheet('空表')
  })
  const { tables, properties } = await read(bytes, 'xlsx')
  expect(tables).toEqual([
    {
      name: '旧数',
      kind: 'sheet',
      hidden: true,
      rows: [
        { index: 0, values: ['甲', '乙'] },
        { index: 1, values: ['丙', '丁'], hidden: true },
      ],
      merges: [],
    },
    { name: '空表', kind: 'sheet', rows: [], merges: [] },
  ])
  expect(properties['hidden-columns']).toBe('旧数!B')
})

test('a value that a merge covers is none', async () => {
  const plain = await xlsxOf((book) => book.addWorksheet('表').addRow([1, 2, 3]))
  const bytes = changed(plain, SHEET, (xml) =>
    xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'),
  )
  expect((await read(bytes, 'xlsx')).tables[0]).toMatchObject({
    rows: [{ values: [1, null, 3] }],
    merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  })
})

test('a merge over the whole sheet costs nothing', async () => {
  const plain = await xlsxOf((book) => book.addWorksheet('表').addRow(['标题', '多余']))
  const bytes = changed(plain, SHEET, (xml) =>
    xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  )
  expect((await read(bytes, 'xlsx')).tables[0]!.rows).toEqual([{ index: 0, values: ['标题'] }])
})

test('a stray cell in the last row is one more row', async () => {
  const bytes = await xlsxOf((book) => {
    const sheet = book.addWorksheet('表')
    sheet.getCell('A1').value = '甲'
    sheet.getCell('B1048576').value = '乙'
  })
  expect((await read(bytes, 'xlsx')).tables[0]!.rows).toEqual([
    { index: 0, values: ['甲'] },
    { index: 1048575, values: [null, '乙'] },
  ])
})

test('a drop-down over a whole region does not slow the reading', async () => {
  const plain = await xlsxOf((book) => book.addWorksheet('表').addRow(['甲']))
  const validation =
    '<dataValidations count="1"><dataValidation type="list" sqref="A4:XFD100000"><formula1>"是,否"</formula1></dataValidation></dataValidations>'
  const bytes = changed(plain, SHEET, (xml) => xml.replace('</sheetData>', `</sheetData>${validation}`))
  expect((await read(bytes, 'xlsx')).tables[0]!.rows).toEqual([{ index: 0, values: ['甲'] }])
})

test('a workbook whose XML carries a prefix, which exceljs cannot read, is read', async () => {
  const plain = await xlsxOf((book) => book.addWorksheet('表').addRow(['甲', 3]))
  const prefixed = (xml: string) =>
    xml.replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace(/ xmlns="([^"]+)"/, ' xmlns:x="$1"')
  const bytes = [SHEET, 'xl/workbook.xml', 'xl/sharedStrings.xml'].reduce(
    (b, name) => changed(b, name, prefixed),
    plain,
  )
  expect((await read(bytes, 'xlsx')).tables).toMatchObject([{ name: '表', rows: [{ index: 0, values: ['甲', 3] }] }])
})

test('a sheet part of another name is read', async () => {
  const plain = unzipSync(await xlsxOf((book) => book.addWorksheet('表').addRow(['甲'])))
  const { [SHEET]: sheet, ...parts } = plain
  const renamed = zipSync({ ...parts, 'xl/worksheets/Ledger.xml': sheet! })
  const bytes = changed(renamed, 'xl/_rels/workbook.xml.rels', (xml) => xml.replace('sheet1.xml', 'Ledger.xml'))
  expect((await read(bytes, 'xlsx')).tables).toMatchObject([{ name: '表', rows: [{ values: ['甲'] }] }])
})

test('sheets keep the order of their tabs', async () => {
  const bytes = await xlsxOf((book) => ['2020', '2021', '2022'].map((year) => book.addWorksheet(year).addRow([year])))
  const { tables } = await read(bytes, 'xlsx')
  expect(tables.map(({ name, rows }) => [name, rows[0]!.values[0]])).toEqual([
    ['2020', '2020'],
    ['2021', '2021'],
    ['2022', '2022'],
  ])
})

test('keys that name a prototype are text like any other', async () => {
  const bytes = await xlsxOf((book) =>
    book.addWorksheet('__proto__').addRow(['__proto__', 'constructor', '=cmd|1', '<script>']),
  )
  expect((await read(bytes, 'xlsx')).tables).toMatchObject([
    { name: '__proto__', rows: [{ values: ['__proto__', 'constructor', '=cmd|1', '<script>'] }] },
  ])
})

test('a workbook of nothing but pictures is unread', async () => {
  const parts = unzipSync(await xlsxOf((book) => book.addWorksheet('表')))
  expect(await read(zipSync({ ...parts, 'xl/media/image1.png': strToU8('x') }), 'xlsx')).toMatchObject({
    extent: 'unread',
    pagesRead: 0,
    notes: [{ code: 'no-text' }],
  })
})

test('an empty workbook is told', async () => {
  expect(await read(await xlsxOf((book) => book.addWorksheet('表')), 'xlsx')).toMatchObject({
    notes: [{ code: 'no-text' }],
  })
})

test('a hundred thousand rows, more than an old workbook holds, are all read', async () => {
  const row = (n: number) =>
    `<row r="${n}"><c r="A${n}"><v>${n}</v></c><c r="B${n}" t="inlineStr"><is><t>件${n}</t></is></c></row>`
  const plain = await xlsxOf((book) => book.addWorksheet('表'))
  const all = Array.from({ length: 100_000 }, (_, i) => row(i + 1)).join('')
  const bytes = changed(plain, SHEET, (xml) => xml.replace('<sheetData/>', `<sheetData>${all}</sheetData>`))
  const { rows } = (await read(bytes, 'xlsx')).tables[0]!
  expect([rows.length, rows.at(-1)]).toEqual([100_000, { index: 99_999, values: [100_000, '件100000'] }])
})

const TYPES = '<Types/>'

test.each([
  ['a Word file', docxOf(para(run('正文')))],
  [
    'a workbook without sheets',
    zipOf({ '[Content_Types].xml': TYPES, 'xl/workbook.xml': '<workbook><sheets/></workbook>' }),
  ],
  ['noise', Uint8Array.from({ length: 600 }, (_, i) => (i * 73 + 11) % 251)],
])('%s is no workbook: damaged', async (_, bytes) => {
  expect(await read(bytes, 'xlsx')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test('a sheet of broken XML is told, and nothing crashes', async () => {
  const plain = await xlsxOf((book) => book.addWorksheet('表').addRow(['甲']))
  const bytes = changed(plain, SHEET, (xml) => xml.slice(0, -40))
  expect(await read(bytes, 'xlsx')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test.each([['cells that do not say where they stand', (xml: string) => xml.replace(/ r="[A-Z]+\d+"/g, '')]])(
  '%s: what exceljs cannot read is read all the same',
  async (_, change) => {
    const rows = [
      ['公布日期', '件数'],
      ['2022-04-01', 12],
    ]
    const bytes = changed(await xlsxOf((book) => book.addWorksheet('2022').addRows(rows)), SHEET, change)
    const { extent, tables } = await read(bytes, 'xlsx')
    expect({ extent, rows: tables[0]?.rows.map(({ values }) => values) }).toEqual({ extent: 'whole', rows })
  },
)

/** Two parts by hand, as programmes other than Excel write them. */
const plainly = (rows: string, more: Readonly<Record<string, string>> = {}, strings = 'sharedStrings.xml') =>
  zipOf({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="${strings}"/></Relationships>`,
    [SHEET]: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  })

const valuesOf = async (bytes: Uint8Array) => (await read(bytes, 'xlsx')).tables[0]?.rows.map(({ values }) => values)

test('cells that tell no place follow one another', async () => {
  const rows =
    '<row><c t="str"><v>甲</v></c><c/><c><v>3</v></c></row><row r="4"><c><v>4</v></c></row><row><c><v>5</v></c></row>'
  expect((await read(plainly(rows), 'xlsx')).tables[0]?.rows).toEqual([
    { index: 0, values: ['甲', null, 3] },
    { index: 3, values: [4] },
    { index: 4, values: [5] },
  ])
})

test('a day that stands as text by ISO 8601 is that day, and its year no serial number', async () => {
  const rows =
    '<row r="1"><c r="A1" t="d"><v>2024-03-05</v></c><c r="B1" t="d"><v>2024-03-05T00:00:00.000Z</v></c><c r="C1" s="1" t="d"><v>2024-03-05T14:30:00</v></c></row>'
  expect(await valuesOf(plainly(rows))).toEqual([['2024-03-05', '2024-03-05', '2024-03-05 14:30']])
})

test.each(['SharedStrings.xml', '/xl/strings.xml'])('common texts are found under the name of %s', async (name) => {
  const more = { [`xl/${name.split('/').at(-1)}`]: '<sst><si><t>单位</t></si></sst>' }
  expect(await valuesOf(plainly('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', more, name))).toEqual([['单位']])
})

test('the words of text boxes are passages of their sheet, and remarks are counted', async () => {
  const relation = (type: string, target: string) => `<Relationship Id="${type}" Type="x/${type}" Target="${target}"/>`
  const more = {
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relation('drawing', '../drawings/d.xml')}${relation('comments', '../comments1.xml')}</Relationships>`,
    'xl/drawings/d.xml':
      '<x:wsDr xmlns:x="x" xmlns:a="a"><x:sp><x:txBody><a:p><a:r><a:t>数据截至6月</a:t></a:r></a:p></x:txBody></x:sp></x:wsDr>',
    'xl/comments1.xml':
      '<comments><commentList><comment ref="A1"><text><t>待核</t></text></comment></commentList></comments>',
  }
  expect(await read(plainly('<row r="1"><c r="A1"><v>1</v></c></row>', more), 'xlsx')).toMatchObject({
    passages: [{ text: '数据截至6月', at: { sheet: '表' } }],
    properties: { comments: 1 },
  })
})

test('a file that was put into a sheet is told', async () => {
  const more = {
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships><Relationship Id="o" Type="x/oleObject" Target="../embeddings/o.bin"/></Relationships>',
    'xl/embeddings/o.bin': 'x',
  }
  expect(await read(plainly('<row r="1"><c r="A1"><v>1</v></c></row>', more), 'xlsx')).toMatchObject({
    extent: 'partly',
    notes: [{ message: '里面嵌有1个其他文件或对象，其内容没有读取：请双击打开后另存出来，直接放入材料文件夹' }],
  })
})
