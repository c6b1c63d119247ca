import type { Reading } from '../../../core/evidence.ts'
import { type Reader, Unreadable } from '../../reader.ts'
import { parseXml } from '../containers/xml.ts'
import { openZip, type Zip } from '../containers/zip.ts'
import { documentWith } from '../shared/document.ts'
import { picturesIn, withPictures } from '../shared/pictures.ts'
import { slidesWith } from '../shared/slides.ts'
import { beijing } from '../shared/time.ts'
import { workbookWith } from '../shared/workbook.ts'
import { OpenText } from './text.ts'

/** The formats of LibreOffice and of the national office suites that follow it. */
export const openDocument: Reader = {
  name: 'open-document',
  version: 5,
  formats: ['odt', 'ods', 'odp'],

  async read(bytes, format, options = { ocr: 'off' }) {
    const zip = await openZip(bytes)
    await insist(zip)
    const text = new OpenText()
    for (const part of ['styles.xml', 'content.xml'])
      if (zip.names.includes(part)) await parseXml(await partOf(zip, part), text)
    const properties = await metaOf(zip)

    const shown = await picturesIn(zip, /^Pictures\//)
    if (format === 'odp') return withPictures(slidesWith({ ...text, passages: text.body, properties }), shown, options)
    const pictures = [...text.pictures.values()].reduce((sum, count) => sum + count, 0)
    if (format === 'ods') {
      const comments = text.comments > 0 && { comments: text.comments }
      const book = workbookWith({
        ...text,
        passages: text.body,
        properties: { ...properties, ...comments },
        pictures,
      })
      return withPictures(book, shown, options)
    }
    const found = documentWith({ ...text, body: [...text.body, ...text.notes], properties, pictures })
    return withPictures(found, shown, options)
  },
}

async function insist(zip: Zip): Promise<void> {
  const manifest = zip.names.includes('META-INF/manifest.xml') ? await partOf(zip, 'META-INF/manifest.xml') : ''
  if (/<(\w+:)?encryption-data\b/.test(manifest))
    throw new Unreadable('encrypted', '文件加了密码，无法读取：请去掉打开密码后重新放入')
  if (!zip.names.includes('content.xml'))
    throw new Unreadable('damaged', '文件里没有正文，可能已损坏：请用办公软件打开核对，另存为新文件后放入')
}

const partOf = async (zip: Zip, name: string): Promise<string> => zip.text(name)

const NAMES: Readonly<Record<string, string>> = {
  title: 'title',
  'initial-creator': 'author',
  creator: 'modified-by',
  'creation-date': 'created',
  date: 'modified',
}

async function metaOf(zip: Zip): Promise<Reading['properties']> {
  const found: Record<string, string> = {}
  let name: string | undefined
  if (!zip.names.includes('meta.xml')) return found
  try {
    await parseXml(await partOf(zip, 'meta.xml'), {
      open: (tag) => {
        name = Object.hasOwn(NAMES, tag) ? NAMES[tag] : undefined
      },
      text: (text) => {
        const value = name === 'created' || name === 'modified' ? moment(text.trim()) : text.trim()
        if (name && value) found[name] = value
      },
      close: () => {
        name = undefined
      },
    })
  } catch {
    // A broken property part costs the properties, not the file.
    return {}
  }
  return found
}

/** Without an offset it is the writer's own clock. */
function moment(text: string): string | undefined {
  return beijing(Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text.slice(0, 19)}+08:00`))
}
