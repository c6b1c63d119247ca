import type { Format } from '../../core/evidence.ts'
import { hasOptional } from '../own/installed.ts'
import { causeIn } from '../own/trouble.ts'
import { LIMITS } from './limits.ts'
import { openPool, type Pool } from './pool.ts'

/** Whether a small file of a format is really read, in a process of its own, on this machine as it is; and why not. */
export type Trial = { readonly format: Format; readonly ok: boolean; readonly why: string }

const WORDS = '试读成功'

/** A picture stands for recognition, which may not be installed. */
export const TRIED: readonly Format[] = ['pdf', 'docx', 'xlsx', 'txt', 'png']

/** A PDF without embedded fonts, so that reading it proves the character maps to be there as well. */
export async function tryReading(): Promise<Trial[]> {
  const formats = TRIED.filter((format) => format !== 'png' || hasOptional())
  const pool = openPool(1, LIMITS)
  try {
    return await Promise.all(formats.map((format) => tried(pool, format)))
  } finally {
    pool.close()
  }
}

async function tried(pool: Pool, format: Format): Promise<Trial> {
  try {
    const bytes = (await samples())[format] ?? new Uint8Array()
    const answer = await pool.read({
      pace: 'quick',
      load: async () => ({ bytes, extension: format, ocr: format === 'png' ? 'all' : 'off' }),
    })
    const read = typeof answer === 'object' && answer.format === format
    const ok = read && answer.json.includes(format === 'png' ? '"extent":"whole"' : WORDS)
    return { format, ok, why: '' }
  } catch (error) {
    return { format, ok: false, why: causeIn(error).split('。', 1)[0] ?? '' }
  }
}

/** White paper. */
const BLANK =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAAAAABWESUoAAAAFklEQVR42mP4TwAwjCoYVTCqYKQqAAA/aPwuqUTQyAAAAABJRU5ErkJggg=='

async function samples(): Promise<Partial<Record<Format, Uint8Array>>> {
  const { strToU8, zipSync } = await import('fflate')
  const zipped = (parts: Readonly<Record<string, string>>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
  return {
    pdf: strToU8(pdf()),
    docx: zipped(docx),
    xlsx: zipped(xlsx),
    txt: strToU8(WORDS),
    png: Buffer.from(BLANK, 'base64'),
  }
}

function pdf(): string {
  const hex = [...WORDS].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  const content = `BT /F 16 Tf 70 700 Td <${hex}> Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ]
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  return `${out}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${out.length}\n%%EOF\n`
}

const OFFICE = 'http://schemas.openxmlformats.org'
const types = (part: string, type: string) =>
  `<Types xmlns="${OFFICE}/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`

const docx = {
  '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
  'word/document.xml': `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${WORDS}</w:t></w:r></w:p></w:body></w:document>`,
}

const xlsx = {
  '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'),
  'xl/workbook.xml': `<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${WORDS}</t></is></c></row></sheetData></worksheet>`,
}
