import type { Reading } from '../../../core/evidence.ts'
import { note, type Reader } from '../../reader.ts'
import { documentReading } from '../shared/document.ts'
import { brokenText } from '../text/text.ts'
import { decodePage } from './page.ts'
import { HtmlText } from './text.ts'

/** Saved web pages, and tables that web systems export under the name of xls or doc. */
export const html: Reader = {
  name: 'html',
  version: 4,
  formats: ['html'],

  async read(bytes) {
    const { text, broken } = decodePage(bytes)
    const page = new HtmlText()
    page.read(text)
    return pageReading(page, broken, {})
  },
}

export function pageReading(page: HtmlText, broken: boolean, properties: Reading['properties']): Reading {
  const { passages, tables, pictures, frames } = page
  const title = page.title.replace(/\s+/g, ' ').trim()
  const document = documentReading({
    body: passages,
    margins: [],
    tables,
    properties: { ...(title !== '' && { title }), ...properties },
    changes: 0,
    comments: 0,
    hidden: 0,
    pictures,
  })
  const reading = frames > 0 ? framed(document, frames) : document
  const spoilt = brokenText(broken)
  return spoilt ? { ...reading, extent: spoilt.extent, notes: [...reading.notes, ...spoilt.notes] } : reading
}

function framed(reading: Reading, frames: number): Reading {
  const message = `网页只是外框，内容在另外的${frames}个网页文件里：请用浏览器打开，另存为单个文件（mht）或打印成 PDF 后放入`
  const notes = reading.notes.filter(({ code }) => code !== 'no-text')
  return { ...reading, extent: 'partly', notes: [...notes, note('not-read', message)] }
}
