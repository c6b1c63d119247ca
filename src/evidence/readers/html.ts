import type { Reading } from '../../core/evidence.ts'
import { documentReading } from '../document.ts'
import { HtmlText } from '../html-text.ts'
import { decodePage } from '../page.ts'
import type { Reader } from '../reader.ts'
import { brokenText } from './text.ts'

/** Saved web pages, and tables that web systems export under the name of xls or doc. */
export const html: Reader = {
  name: 'html',
  version: 1,
  formats: ['html'],

  async read(bytes) {
    const { text, broken } = decodePage(bytes)
    const page = new HtmlText()
    page.read(text)
    return pageReading(page, broken, {})
  },
}

export function pageReading(page: HtmlText, broken: boolean, properties: Reading['properties']): Reading {
  const { passages, tables, pictures } = page
  const title = page.title.replace(/\s+/g, ' ').trim()
  const reading = documentReading({
    body: passages,
    margins: [],
    tables,
    properties: { ...(title !== '' && { title }), ...properties },
    changes: 0,
    comments: 0,
    hidden: 0,
    pictures,
  })
  const spoilt = brokenText(broken)
  return spoilt ? { ...reading, extent: spoilt.extent, notes: [...reading.notes, ...spoilt.notes] } : reading
}
