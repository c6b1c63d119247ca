import { escaped, zipped } from '../xml.ts'

export type FormColumn = {
  readonly header: string /** In twentieths of a point; a page across holds 15,000. */
  readonly width: number
  readonly centred?: true
}

/** A paper form: a title, lines, one table, and lines for signatures left and right. */
export type Form = {
  readonly title: string
  readonly lines: readonly string[]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly signed: readonly (readonly [string, string])[]
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PARTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A Word document of one form, A4 across; the head of its table is repeated on every page. */
export function wordOf(form: Form): Promise<Uint8Array> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${PARTS}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${PARTS}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${PARTS}.footer+xml"/></Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'footer', 'footer1.xml'],
    ]),
    'word/document.xml': documentOf(form),
    'word/styles.xml': `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="21"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`,
    'word/footer1.xml': `<w:ftr ${W}>${paragraph('', { centred: true, raw: `${run('第 ', 18)}${field('PAGE')}${run(' 页  共 ', 18)}${field('NUMPAGES')}${run(' 页', 18)}` })}</w:ftr>`,
  }
  return zipped(Object.entries(parts))
}

const relations = (list: readonly (readonly [string, string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`

function documentOf({ title, lines, columns, rows, signed }: Form): string {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const head = tableRow(
    columns.map(({ header, width }) => cell(header, width, { centred: true, bold: true })),
    true,
  )
  const body = rows.map((row) =>
    tableRow(columns.map(({ width, centred }, index) => cell(row[index] ?? '', width, { centred: centred ?? false }))),
  )
  const table = `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns.map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${head}${body.join('')}</w:tbl>`
  const half = Math.floor(total / 2)
  const signatures = `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${half}"/><w:gridCol w:w="${total - half}"/></w:tblGrid>${signed.map(([left, right]) => tableRow([cell(left, half), cell(right, total - half)])).join('')}</w:tbl>`
  const page = `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="907" w:bottom="1021" w:left="907" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
  const top = paragraph(title, { centred: true, bold: true, size: 36, after: 160 })
  return `<w:document ${W} ${R}><w:body>${top}${lines.map((line) => paragraph(line, { after: 80 })).join('')}${table}${paragraph('')}${signatures}${paragraph('')}${page}</w:body></w:document>`
}

type Look = {
  readonly centred?: boolean
  readonly bold?: boolean
  readonly size?: number
  readonly after?: number
  readonly raw?: string
}

function paragraph(text: string, { centred, bold, size, after = 0, raw }: Look = {}): string {
  const properties = `<w:pPr><w:spacing w:before="0" w:after="${after}"/>${centred ? '<w:jc w:val="center"/>' : ''}</w:pPr>`
  return `<w:p>${properties}${raw ?? (text ? run(text, size, bold) : '')}</w:p>`
}

const run = (text: string, size = 21, bold = false): string =>
  `<w:r><w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

const field = (name: string): string =>
  `<w:fldSimple w:instr=" ${name} "><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>`

/** A row stays on one page. */
const tableRow = (cells: readonly string[], head = false): string =>
  `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`

const cell = (text: string, width: number, look: Look = {}): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${look.bold ? '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>' : ''}</w:tcPr>${text
    .split('\n')
    .map((line) => paragraph(line, { size: 19, ...look }))
    .join('')}</w:tc>`
