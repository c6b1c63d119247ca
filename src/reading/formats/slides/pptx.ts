import { type Reader, Unreadable } from '../../reader.ts'
import type { Embedded } from '../../sight/ocr/embedded.ts'
import { EMBEDDED, withEmbedded } from '../containers/attached.ts'
import { coreProperties } from '../containers/office.ts'
import { relationsOf } from '../containers/relations.ts'
import { parseXml } from '../containers/xml.ts'
import { openZip, type Zip } from '../containers/zip.ts'
import { PICTURE, withPictures } from '../shared/pictures.ts'
import { slidesWith } from '../shared/slides.ts'
import { SlideText } from './slide-text.ts'

export const pptx: Reader = {
  name: 'pptx',
  version: 4,
  formats: ['pptx'],

  async read(bytes, _format, options = { ocr: 'off' }) {
    const zip = await openZip(bytes)
    const slides = await slidesIn(zip)
    const text = new SlideText()
    const pictures = new Map<number, number>()
    const shown: Embedded[] = []
    let embedded = 0
    for (const [index, slide] of slides.entries()) {
      text.page = index + 1
      text.pictures = 0
      await parseXml(await partOf(zip, slide), text)
      if (text.pictures > 0) pictures.set(index + 1, text.pictures)
      for (const { type, target } of await relationsOf(zip, slide)) {
        if (EMBEDDED.includes(type) && zip.names.includes(target)) embedded++
        if (type === 'image' && zip.find(target) && PICTURE.test(target)) {
          const picture = await zip.read(target).catch(() => undefined)
          if (picture) shown.push({ bytes: picture, page: index + 1 })
        }
        if (BESIDE.includes(type) && zip.names.includes(target)) await parseXml(await partOf(zip, target), text)
      }
    }
    const { passages, tables } = text
    const properties = await coreProperties(zip)
    const found = slidesWith({ pages: slides.length, passages, tables, pictures, properties })
    return withEmbedded(await withPictures(found, shown, options), embedded)
  },
}

/** What is said on a slide but stands in parts of its own. */
const BESIDE = ['diagramData', 'notesSlide']

const partOf = async (zip: Zip, name: string): Promise<string> => zip.text(name)

const MAIN = 'ppt/presentation.xml'

/** In the order they are shown, which is not that of their names. */
async function slidesIn(zip: Zip): Promise<string[]> {
  const targets = new Map((await relationsOf(zip, MAIN)).map(({ id, target }) => [id, target]))
  const slides: string[] = []
  await parseXml(zip.names.includes(MAIN) ? await partOf(zip, MAIN) : '<none/>', {
    open: (tag, attributes) => {
      // Both its attributes are called `id`; the second points at the part.
      const target = tag === 'sldId' ? targets.get(attributes.get('id') ?? '') : undefined
      if (target && zip.names.includes(target)) slides.push(target)
    },
    text: () => {},
    close: () => {},
  })
  if (slides.length > 0) return slides
  throw new Unreadable('damaged', '文件里没有幻灯片，可能已损坏：请用 PowerPoint 或 WPS 打开核对，另存为新文件后放入')
}
