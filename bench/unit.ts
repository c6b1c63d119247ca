import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import excel from 'exceljs'
import pdfkit from 'pdfkit'

const PARAGRAPH =
  '为进一步规范行政规范性文件的制定和监督管理，根据有关法律法规和上级文件要求，结合我区实际，制定本办法。'

/** A unit of mixed files as a real package mixes them: documents, ledgers, texts. The content is dull, the bytes are real. */
export async function makeUnit(folder: string, files: number): Promise<void> {
  for (let index = 0; index < files; index++) {
    const indicator = (index % 100) + 1
    const place = join(folder, `${indicator}-材料`)
    mkdirSync(place, { recursive: true })
    const [extension, bytes] = await made(index)
    writeFileSync(join(place, `${index}-材料.${extension}`), bytes)
  }
}

async function made(index: number): Promise<[string, Uint8Array]> {
  const share = index % 10
  if (share < 4) return ['pdf', await pdf(index)]
  if (share < 7) return ['docx', await docx(index)]
  if (share < 9) return ['xlsx', await xlsx(index)]
  return ['txt', new TextEncoder().encode(`情况说明 ${index}\n${PARAGRAPH.repeat(20)}`)]
}

function pdf(index: number): Promise<Uint8Array> {
  return new Promise((done) => {
    const document = new pdfkit({ size: 'A4', info: { CreationDate: new Date(0) } })
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => done(Buffer.concat(parts)))
    for (let page = 0; page < 3; page++) {
      if (page > 0) document.addPage()
      for (let line = 0; line < 40; line++)
        document.text(`No. ${index}-${page}-${line} issued 2021-05-06, 20 working days, rate 95.5%.`)
    }
    document.end()
  })
}

function docx(index: number): Promise<Uint8Array> {
  const lines = [
    '昭化区测试单位文件',
    `昭测〔2021〕${index}号`,
    '关于印发《测试办法》的通知',
    '各镇人民政府：',
    ...Array<string>(30).fill(PARAGRAPH),
    '昭化区测试单位',
    '2021年5月6日',
  ]
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }))
}

async function xlsx(index: number): Promise<Uint8Array> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('台账')
  sheet.addRow(['文件名称', '文号', '制定机关', '公布日期', '合法性审核意见日期', '报备日期'])
  for (let row = 0; row < 200; row++)
    sheet.addRow([
      `测试办法${row}`,
      `昭测〔2021〕${row}号`,
      '区测试局',
      new Date(Date.UTC(2021, 4, 6)),
      new Date(Date.UTC(2021, 3, 6)),
      index,
    ])
  return new Uint8Array(await book.xlsx.writeBuffer())
}
