import type { Passage } from '../../../core/evidence.ts'
import { type Reader, Unreadable } from '../../reader.ts'
import { EMBEDDED, withEmbedded } from '../containers/attached.ts'
import { coreProperties } from '../containers/office.ts'
import { type Relation, relationsOf } from '../containers/relations.ts'
import { parseXml } from '../containers/xml.ts'
import { openZip, type Zip } from '../containers/zip.ts'
import { documentWith } from '../shared/document.ts'
import { picturesIn, withPictures } from '../shared/pictures.ts'
import { SlideText } from '../slides/slide-text.ts'
import { WordText } from './docx-text.ts'
import { WordNumbers } from './numbers.ts'

export const docx: Reader = {
  name: 'docx',
  version: 6,
  formats: ['docx'],

  async read(bytes, _format, options = { ocr: 'off' }) {
    const zip = await openZip(bytes)
    const main = await mainPart(zip)
    const beside = await besidesOf(zip, main)
    const text = new WordText(await numbersIn(zip, beside))
    for (const part of [main, ...sideParts(zip.names)]) await parseXml(await partOf(zip, part), text)
    const comments = await commentsIn(zip)
    const pictures = zip.names.filter((name) => /^word\/media\//i.test(name)).length

    const found = {
      body: [...text.passages.body, ...(await diagramsIn(zip, beside))],
      margins: text.passages.margins,
      tables: text.tables,
      properties: await coreProperties(zip),
      changes: text.changes,
      comments,
      hidden: text.hidden,
      pictures,
    }
    const count = (types: readonly string[]) => beside.filter(({ type }) => types.includes(type)).length
    const seen = await withPictures(documentWith(found), await picturesIn(zip, /^word\/media\//i), options)
    return withEmbedded(seen, count(EMBEDDED), count(['aFChunk']))
  },
}

async function mainPart(zip: Zip): Promise<string> {
  const types = await zip.text('[Content_Types].xml')
  const overrides = types.match(/<(?:\w+:)?Override\b[^>]*>/g) ?? []
  const main = overrides.find((tag) =>
    /wordprocessingml\.(document|template)\.main|ms-word\.\w+\.macroEnabled\w*\.main/.test(tag),
  )
  const stated = /PartName\s*=\s*["']\/?([^"']+)["']/.exec(main ?? '')?.[1]
  const found = [stated, 'word/document.xml'].find((name) => name !== undefined && zip.names.includes(name))
  if (found) return found
  throw new Unreadable('damaged', '文件里没有正文，可能已损坏：请用 Word 或 WPS 打开核对，另存为新文件后放入')
}

/** The parts that the text needs besides itself. Without them there is still the text. */
async function besidesOf(zip: Zip, main: string): Promise<Relation[]> {
  try {
    return (await relationsOf(zip, main)).filter(({ target }) => zip.names.includes(target))
  } catch {
    return []
  }
}

/** Parts that are broken cost the numbers, not the text. */
async function numbersIn(zip: Zip, beside: readonly Relation[]): Promise<WordNumbers | undefined> {
  const numbers = new WordNumbers()
  try {
    for (const { type, target } of beside)
      if (type === 'numbering' || type === 'styles') await parseXml(await partOf(zip, target), numbers)
  } catch {
    return undefined
  }
  return numbers
}

/** What is said in charts of processes and bodies. */
async function diagramsIn(zip: Zip, beside: readonly Relation[]): Promise<Passage[]> {
  const words = new SlideText()
  try {
    for (const { type, target } of beside) if (type === 'diagramData') await parseXml(await partOf(zip, target), words)
  } catch {
    // A broken chart costs its own words.
  }
  return words.passages.map(({ text }) => ({ text, at: {} }))
}

/** Notes before headers and footers: what belongs to the text comes first. */
const sideParts = (names: readonly string[]): string[] =>
  [/^word\/(foot|end)notes\d*\.xml$/, /^word\/header\d*\.xml$/, /^word\/footer\d*\.xml$/].flatMap((pattern) =>
    names.filter((name) => pattern.test(name)).sort(),
  )

const partOf = async (zip: Zip, name: string): Promise<string> => zip.text(name)

async function commentsIn(zip: Zip): Promise<number> {
  const xml = zip.names.includes('word/comments.xml') ? await partOf(zip, 'word/comments.xml') : ''
  return xml.match(/<(?:\w+:)?comment\s/g)?.length ?? 0
}
