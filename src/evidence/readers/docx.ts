import type { Note, Passage, Reading } from '../../core/evidence.ts'
import { decode } from '../decode.ts'
import { coreProperties } from '../office.ts'
import { note, type Reader, Unreadable, whole } from '../reader.ts'
import { WordText } from '../word-text.ts'
import { parseXml } from '../xml.ts'
import { openZip, type Zip } from '../zip.ts'

export const docx: Reader = {
  name: 'docx',
  version: 1,
  formats: ['docx'],

  async read(bytes) {
    const zip = await openZip(bytes)
    const main = await mainPart(zip)
    const text = new WordText()
    for (const part of [main, ...sideParts(zip.names)]) await parseXml(await partOf(zip, part), text)
    const comments = await commentsIn(zip)
    const pictures = zip.names.filter((name) => /^word\/media\//i.test(name)).length

    const passages = distinct(text.passages)
    const changes = { ...(text.changes > 0 && { 'tracked-changes': text.changes }), ...(comments > 0 && { comments }) }
    return whole({
      ...seen(passages, pictures),
      passages,
      tables: text.tables,
      properties: { ...(await coreProperties(zip)), ...changes, ...(pictures > 0 && { pictures }) },
      notes: notesOf(passages, text, comments, pictures),
    })
  },
}

async function mainPart(zip: Zip): Promise<string> {
  const types = decode((await zip.read('[Content_Types].xml')) ?? new Uint8Array()).text
  const overrides = types.match(/<(?:\w+:)?Override\b[^>]*>/g) ?? []
  const main = overrides.find((tag) =>
    /wordprocessingml\.(document|template)\.main|ms-word\.\w+\.macroEnabled\w*\.main/.test(tag),
  )
  const stated = /PartName\s*=\s*["']\/?([^"']+)["']/.exec(main ?? '')?.[1]
  const found = [stated, 'word/document.xml'].find((name) => name !== undefined && zip.names.includes(name))
  if (found) return found
  throw new Unreadable('damaged', '文件里没有正文，可能已损坏：请用 Word 或 WPS 打开核对，另存为新文件后放入')
}

/** Notes before headers and footers: what belongs to the text comes first. */
const sideParts = (names: readonly string[]): string[] =>
  [/^word\/(foot|end)notes\d*\.xml$/, /^word\/header\d*\.xml$/, /^word\/footer\d*\.xml$/].flatMap((pattern) =>
    names.filter((name) => pattern.test(name)).sort(),
  )

const partOf = async (zip: Zip, name: string): Promise<string> =>
  decode((await zip.read(name)) ?? new Uint8Array()).text

async function commentsIn(zip: Zip): Promise<number> {
  const xml = zip.names.includes('word/comments.xml') ? await partOf(zip, 'word/comments.xml') : ''
  return xml.match(/<(?:\w+:)?comment\s/g)?.length ?? 0
}

/** The same header stands in several parts; it is one passage. */
function distinct({
  body,
  margins,
}: {
  readonly body: readonly Passage[]
  readonly margins: readonly Passage[]
}): Passage[] {
  return [...body, ...new Map(margins.map((passage) => [passage.text, passage])).values()]
}

const FEW = 30

/** A document of pictures and hardly a word is a scan in a wrapper. */
function seen(passages: readonly Passage[], pictures: number): Pick<Reading, 'extent' | 'pagesRead'> {
  const signs = passages.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
  if (pictures === 0 || signs >= FEW) return { extent: 'whole', pagesRead: 1 }
  return { extent: signs === 0 ? 'unread' : 'partly', pagesRead: 0 }
}

function notesOf(passages: readonly Passage[], text: WordText, comments: number, pictures: number): Note[] {
  const notes: Note[] = []
  if (seen(passages, pictures).extent !== 'whole')
    notes.push(note('no-text', `正文是${pictures}张图片，图片里的文字未能读取：请换成可以选中文字的版本，或由人工核对`))
  else if (passages.length === 0) notes.push(note('no-text', '文件里没有文字：请核对是否放错了文件'))
  if (text.changes > 0 || comments > 0)
    notes.push(
      note('tracked-changes', `留有${text.changes}处修订、${comments}条批注，按接受修订后的文字读取：请换成定稿`),
    )
  if (text.hidden > 0) notes.push(note('not-read', `有${text.hidden}处隐藏文字，未计入正文：请核对是否需要保留`))
  return notes
}
