import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pdfkit from 'pdfkit'
import { chineseFont } from '../fixtures/make/kit/font.ts'
import { PAGES } from './ocr-pages.ts'

/** What the pages of the n-th document of ten pages say, by lines; no two documents are the same. */
export const linesOf = (document: number): string[][] =>
  Array.from({ length: 10 }, (_, page) => [
    `第${document}号文件第${page + 1}页`,
    ...PAGES[(document + page) % PAGES.length]!,
  ])

/** Documents as a programme writes them: one font, few objects. */
export async function makePlain(folder: string, count: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (let n = 0; n < count; n++) {
    const file = new pdfkit({ size: 'A4', margins: { top: 72, bottom: 60, left: 79, right: 74 } })
    const chunks: Buffer[] = []
    file.on('data', (chunk: Buffer) => chunks.push(chunk))
    const ended = new Promise((done) => file.on('end', done))
    file.registerFont('face', chineseFont()).font('face').fontSize(14)
    for (const [page, lines] of linesOf(n).entries()) {
      if (page > 0) file.addPage()
      for (const line of lines) file.text(line, { lineGap: 5 })
    }
    file.end()
    await ended
    writeFileSync(join(folder, `${n}.pdf`), Buffer.concat(chunks))
  }
}

/** Documents as LibreOffice exports them. False where it is not installed. */
export function makeOffice(folder: string, count: number): boolean {
  const [sources, profile] = [`${folder}-sources`, `${folder}-profile`]
  mkdirSync(sources, { recursive: true })
  const paths = Array.from({ length: count }, (_, n) => join(sources, `${n}.fodt`))
  for (const [n, path] of paths.entries()) writeFileSync(path, textDocument(linesOf(n)))
  const made = spawnSync(
    'soffice',
    [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths],
    { stdio: 'ignore' },
  )
  for (const temporary of [sources, profile]) rmSync(temporary, { recursive: true, force: true })
  return made.error === undefined && readdirSync(folder).length === count
}

const NAMESPACES = ['office', 'style', 'text'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
)
const FORMATS = ['xsl-fo', 'svg'].map(
  (name) => `xmlns:${name === 'svg' ? 'svg' : 'fo'}="urn:oasis:names:tc:opendocument:xmlns:${name}-compatible:1.0"`,
)
const STYLES = [
  ['Text', 'song', '14pt', 'fo:text-indent="1cm" fo:text-align="justify"'],
  ['Next', 'song', '14pt', 'fo:break-before="page"'],
  ['Title', 'hei', '20pt', 'fo:text-align="center"'],
] as const

function textDocument(pages: readonly (readonly string[])[]): string {
  const styles = STYLES.map(
    ([name, face, size, paragraph]) =>
      `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties style:punctuation-wrap="simple" ${paragraph}/><style:text-properties style:font-name="${face}" style:font-name-asian="${face}" fo:font-size="${size}" style:font-size-asian="${size}"/></style:style>`,
  )
  const body = pages.flatMap((lines, page) =>
    lines.map((line, at) => {
      const style = at === 0 && page > 0 ? 'Next' : at === 1 ? 'Title' : 'Text'
      return `<text:p text:style-name="${style}">${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text:p>`
    }),
  )
  const face = (name: string, family: string) => `<style:font-face style:name="${name}" svg:font-family="'${family}'"/>`
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${[...NAMESPACES, ...FORMATS].join(' ')} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>${face('song', 'Noto Serif CJK SC')}${face('hei', 'Noto Sans CJK SC')}</office:font-face-decls><office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:text>${body.join('')}</office:text></office:body></office:document>`
}
