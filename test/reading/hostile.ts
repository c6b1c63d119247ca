import { strToU8, zipSync, zlibSync } from 'fflate'
import { cellName } from '../../src/core/place.ts'
import { docxOf, para, part, pdfOf, pngOf, run, zipOf } from './make.ts'

/** PDF objects as they are given, without a table of contents: readers have to look for them. */
const loosePdf = (...objects: readonly string[]): Uint8Array =>
  Buffer.from(
    `%PDF-1.4\n${objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\n`,
    'latin1',
  )

const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</F 4 0 R>>>>/Contents 5 0 R>>'

/** Says of itself that its older table of contents is itself. */
export function loopingPdf(): Uint8Array {
  const text = Buffer.from(pdfOf('BT ET')).toString('latin1')
  const at = /startxref\n(\d+)/.exec(text)![1]!
  return Buffer.from(text.replace('trailer\n<<', `trailer\n<</Prev ${at}`), 'latin1')
}

/** A page whose page is itself. */
export const circlingPdf = (): Uint8Array =>
  loosePdf('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 9999999/Kids[2 0 R 2 0 R 3 0 R]/Parent 2 0 R>>', page)

/** A form that draws itself twice. */
export const recursivePdf = (): Uint8Array =>
  loosePdf(
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    page,
    '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 11>>stream\n/F Do /F Do\nendstream',
    '<</Length 5>>stream\n/F Do\nendstream',
  )

/** In a tree of pages, a hundred to a branch, as programs write long files. */
export function manyPages(hundreds: number): Uint8Array {
  const first = 4 + hundreds
  const branches = Array.from({ length: hundreds }, (_, at) => {
    const kids = Array.from({ length: 100 }, (_, n) => `${first + 2 * (at * 100 + n)} 0 R`)
    return `<</Type/Pages/Parent 2 0 R/Count 100/Kids[${kids.join(' ')}]>>`
  })
  const pages = Array.from({ length: hundreds * 100 }, (_, n) => {
    const content = `BT /F 12 Tf 9 700 Td (Page ${n + 1} of the minutes) Tj ET`
    const [branch, own] = [4 + Math.floor(n / 100), first + 2 * n + 1]
    return [
      `<</Type/Page/Parent ${branch} 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${own} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]
  })
  const kids = branches.map((_, at) => `${4 + at} 0 R`)
  return loosePdf(
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${hundreds * 100}/Kids[${kids.join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...branches,
    ...pages.flat(),
  )
}

/** A few kilobytes that take minutes: a thousand pages, each of them the same hundred thousand signs. */
export function tediousPdf(): Uint8Array {
  const lines = Array.from({ length: 1000 }, (_, n) => `1 0 0 1 9 ${n} Tm (${'minutes of '.repeat(9)}) Tj`).join('\n')
  const content = Buffer.from(zlibSync(strToU8(`BT /F 9 Tf ${lines} ET`))).toString('latin1')
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 4 0 R>>'
  return loosePdf(
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count 1000/Kids[${Array.from({ length: 1000 }, (_, n) => `${n + 5} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Length ${content.length}/Filter/FlateDecode>>stream\n${content}\nendstream`,
    ...Array<string>(1000).fill(page),
  )
}

const OFFICE = 'http://schemas.openxmlformats.org'

/** A sheet of so many rows and columns, each cell another number, so that it does not look like a bomb. */
export function sheetOf(rows: number, columns: number): Uint8Array {
  const row = (_: unknown, n: number) =>
    `<row r="${n + 1}">${Array.from({ length: columns }, (_, at) => `<c r="${cellName(n, at)}"><v>${((n * columns + at) * 2_654_435_761) % 4_294_967_296}</v></c>`).join('')}</row>`
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${OFFICE}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main"><sheetData>${Array.from({ length: rows }, row).join('')}</sheetData></worksheet>`,
  })
}

/** A document that is a few kilobytes packed and 100 MB unpacked. */
export const bomb = (): Uint8Array => docxOf(' '.repeat(100 * 1024 * 1024))

/** Claims to be small and is not. */
export function lyingBomb(): Uint8Array {
  const bytes = Buffer.from(docxOf(' '.repeat(20 * 1024 * 1024)))
  for (const [signature, size] of [
    ['PK\x03\x04', 22],
    ['PK\x01\x02', 24],
  ] as const)
    for (let at = bytes.indexOf(signature, 0, 'latin1'); at >= 0; at = bytes.indexOf(signature, at + 1, 'latin1'))
      if (bytes.readUInt32LE(at + size) > 1_000_000) bytes.writeUInt32LE(1000, at + size)
  return bytes
}

export function nestedZip(depth: number): Uint8Array {
  let inner: Uint8Array = Buffer.from('通知')
  for (let level = 0; level < depth; level++) inner = zipSync({ [level === 0 ? '通知.txt' : `${level}.zip`]: inner })
  return inner
}

/** Every hostile file, by the name under which a unit might hand it in. */
export async function hostileFiles(): Promise<Record<string, Uint8Array>> {
  const laughs = `<!DOCTYPE w [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${[...'bcdefgh'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefgh'[i]};`.repeat(10)}">`).join('')}]>`
  return {
    '1/炸弹.docx': bomb(),
    '1/谎报.docx': lyingBomb(),
    '1/嵌套.zip': nestedZip(60),
    '1/实体.docx': docxOf('', {
      'word/document.xml': laughs + part('document', `<w:body>${para(run('&h;'))}</w:body>`),
    }),
    '1/深层.docx': docxOf('<w:p>'.repeat(200_000) + '</w:p>'.repeat(200_000)),
    '2/百万格.xlsx': sheetOf(10_000, 100),
    '2/循环.pdf': loopingPdf(),
    '2/自含.pdf': circlingPdf(),
    '2/递归.pdf': recursivePdf(),
    '3/巨图.png': pngOf(60_000, 60_000),
    '3/一行.csv': Buffer.from(`"${'a,"'.repeat(2_000_000)}`),
    '3/括号.txt': Buffer.from('〔('.repeat(60_000)),
  }
}
