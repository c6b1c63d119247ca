import type { Reading } from '../../../core/evidence.ts'
import { type Reader, Unreadable } from '../../reader.ts'
import { blipsIn } from '../containers/blips.ts'
import { type Compound, openCompound } from '../containers/compound.ts'
import { oleProperties } from '../containers/ole-properties.ts'
import { parseXml } from '../containers/xml.ts'
import { type DocumentText, documentReading, documentWith } from '../shared/document.ts'
import { withPictures } from '../shared/pictures.ts'
import { xmlText } from '../text/declared.ts'
import { wordBinary } from './binary.ts'
import { BinaryText } from './binary-text.ts'
import { WordText } from './docx-text.ts'

/** Word 97 to 2003; WPS writes the same. */
export const doc: Reader = {
  name: 'doc',
  version: 7,
  formats: ['doc', 'wps'],

  async read(bytes, _format, options = { ocr: 'off' }) {
    const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
    if (/progid="Word\.Document"|office\/word\/2003\/wordml/.test(head)) return wordXml(bytes)
    const file = openCompound(bytes)
    if (!file) throw damaged()
    try {
      const streams = ['Data', 'WordDocument'].flatMap((name) => file.read(name) ?? [])
      return await withPictures(documentWith(textOf(file)), streams.flatMap(blipsIn), options)
    } catch (error) {
      if (error instanceof RangeError) throw damaged(error)
      throw error
    }
  },
}

/** Word's XML of 2003, and the flat XML of today: what stands in the parts of a docx, in one file. */
async function wordXml(bytes: Uint8Array): Promise<Reading> {
  const text = new WordText()
  await parseXml(xmlText(bytes), text)
  const { changes, comments, hidden, tables } = text
  return documentReading({ ...text.passages, tables, properties: {}, changes, comments, hidden, pictures: 0 })
}

const damaged = (cause?: unknown) =>
  new Unreadable('damaged', '文件已损坏或不完整，无法打开：请用 Word 或 WPS 打开核对，另存为 docx 后放入', { cause })

function textOf(file: Compound): DocumentText {
  const word = wordBinary(file)
  const body = new BinaryText(word)
  for (const story of ['body', 'boxes', 'footnotes', 'endnotes'] as const) body.read(word.stories[story])
  const margins = new BinaryText(word)
  for (const story of ['headers', 'headerBoxes'] as const) margins.read(word.stories[story])
  return {
    body: body.passages,
    margins: margins.passages,
    tables: body.tables,
    properties: oleProperties(file),
    changes: body.changes,
    comments: word.comments,
    hidden: body.hidden,
    pictures: body.pictures,
  }
}
