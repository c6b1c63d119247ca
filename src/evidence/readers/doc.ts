import type { Reading } from '../../core/evidence.ts'
import { type Compound, openCompound } from '../compound.ts'
import { documentReading } from '../document.ts'
import { oleProperties } from '../ole-properties.ts'
import { type Reader, Unreadable } from '../reader.ts'
import { wordBinary } from '../word-binary.ts'
import { BinaryText } from '../word-binary-text.ts'

/** Word 97 to 2003; WPS writes the same. */
export const doc: Reader = {
  name: 'doc',
  version: 1,
  formats: ['doc', 'wps'],

  async read(bytes) {
    const file = openCompound(bytes)
    if (!file) throw damaged()
    try {
      return reading(file)
    } catch (error) {
      if (error instanceof RangeError) throw damaged(error)
      throw error
    }
  },
}

const damaged = (cause?: unknown) =>
  new Unreadable('damaged', '文件已损坏或不完整，无法打开：请用 Word 或 WPS 打开核对，另存为 docx 后放入', { cause })

function reading(file: Compound): Reading {
  const word = wordBinary(file)
  const body = new BinaryText(word)
  for (const story of ['body', 'boxes', 'footnotes', 'endnotes'] as const) body.read(word.stories[story])
  const margins = new BinaryText(word)
  for (const story of ['headers', 'headerBoxes'] as const) margins.read(word.stories[story])
  return documentReading({
    body: body.passages,
    margins: margins.passages,
    tables: body.tables,
    properties: oleProperties(file),
    changes: body.changes,
    comments: word.comments,
    hidden: body.hidden,
    pictures: body.pictures,
  })
}
