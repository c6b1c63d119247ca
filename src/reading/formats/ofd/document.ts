import { isDay } from '../../../core/day.ts'
import type { Reading } from '../../../core/evidence.ts'
import { Unreadable } from '../../reader.ts'
import { resolved } from '../containers/relations.ts'
import { parseXml, type XmlSink } from '../containers/xml.ts'
import type { Zip } from '../containers/zip.ts'
import { beijing } from '../shared/time.ts'
import { xmlText } from '../text/declared.ts'

/** What OFD.xml says: who made the file, and where its documents begin. */
export type OfdEntry = {
  readonly properties: Reading['properties']
  readonly documents: readonly { readonly root: string; readonly signed: string | undefined }[]
}

/** Pages in their order, by part and by ID. */
export type OfdDocument = {
  readonly pages: readonly string[]
  readonly ids: readonly string[]
  readonly templates: ReadonlyMap<string, string>
  /** The parts that list what pages share. */
  readonly resources: readonly string[]
  /** By the ID of the page, the parts that hold what was written on top of it. */
  readonly notes: ReadonlyMap<string, readonly string[]>
  readonly attached: readonly string[]
}

const ENTRY = 'OFD.xml'
const STATED: Readonly<Record<string, string>> = {
  Title: 'title',
  Author: 'author',
  CreationDate: 'created',
  ModDate: 'modified',
}

export async function entryOf(zip: Zip): Promise<OfdEntry> {
  const properties = new Map<string, string>()
  const documents: { root: string; signed: string | undefined }[] = []
  let tag = ''
  let custom = ''
  let signed: string | undefined
  const sink: XmlSink = {
    open: (name, attributes) => {
      tag = name
      if (name === 'CustomData') custom = attributes.get('Name') ?? ''
    },
    text: (text) => {
      const said = text.trim()
      if (said === '') return
      const name =
        tag === 'CustomData' && custom !== ''
          ? `custom-${custom}`
          : Object.hasOwn(STATED, tag)
            ? STATED[tag]
            : undefined
      if (name && !properties.has(name)) properties.set(name, tag.endsWith('Date') ? (moment(said) ?? said) : said)
      if (tag === 'DocRoot') documents.push({ root: resolved('', said), signed: undefined })
      if (tag === 'Signatures') signed = resolved('', said)
    },
    close: (name) => {
      tag = ''
      if (name !== 'DocBody' || documents.length === 0) return
      documents[documents.length - 1] = { ...documents.at(-1)!, signed }
      signed = undefined
    },
  }
  const name = zip.names.find((name) => name.toLowerCase() === ENTRY.toLowerCase()) ?? ENTRY
  if (!(await parsePart(zip, name, sink)) || documents.length === 0) throw damaged()
  return { properties: Object.fromEntries(properties), documents }
}

const LISTS = ['Annotations', 'Attachments', 'PublicRes', 'DocumentRes']

export async function ofdDocument(zip: Zip, root: string): Promise<OfdDocument> {
  const folder = root.slice(0, root.lastIndexOf('/') + 1)
  const found = { pages: [] as string[], ids: [] as string[], templates: new Map<string, string>() }
  const resources: string[] = []
  const lists = new Map<string, string>()
  let list = ''
  const isDocument = await parsePart(zip, root, {
    open: (tag, attributes) => {
      const [id, at] = [attributes.get('ID') ?? '', attributes.get('BaseLoc')]
      list = LISTS.includes(tag) ? tag : ''
      if (at === undefined) return
      if (tag === 'TemplatePage') found.templates.set(id, resolved(folder, at))
      if (tag !== 'Page') return
      found.pages.push(resolved(folder, at))
      found.ids.push(id)
    },
    text: (text) => {
      if (list === '' || text.trim() === '') return
      const part = resolved(folder, text.trim())
      if (list.endsWith('Res')) resources.push(part)
      else lists.set(list, part)
    },
    close: () => {
      list = ''
    },
  })
  if (!isDocument || found.pages.length === 0) throw damaged()
  return {
    ...found,
    resources,
    notes: await notesIn(zip, lists.get('Annotations')),
    attached: await attachedIn(zip, lists.get('Attachments')),
  }
}

async function notesIn(zip: Zip, part: string | undefined): Promise<ReadonlyMap<string, readonly string[]>> {
  const notes = new Map<string, string[]>()
  if (part === undefined) return notes
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  let [page, reads] = ['', false]
  await parseAside(zip, part, {
    open: (tag, attributes) => {
      if (tag === 'Page') page = attributes.get('PageID') ?? ''
      reads = tag === 'FileLoc'
    },
    text: (text) => {
      if (reads && text.trim() !== '') notes.set(page, [...(notes.get(page) ?? []), resolved(folder, text.trim())])
    },
    close: () => {
      reads = false
    },
  })
  return notes
}

/** What is not to be shown is there for programmes. */
async function attachedIn(zip: Zip, part: string | undefined): Promise<string[]> {
  const names: string[] = []
  if (part === undefined) return names
  await parseAside(zip, part, {
    open: (tag, attributes) => {
      if (tag !== 'Attachment' || attributes.get('Visible') === 'false') return
      const [name, format] = [attributes.get('Name') || '未命名', (attributes.get('Format') ?? '').toLowerCase()]
      names.push(format === '' || name.toLowerCase().endsWith(`.${format}`) ? name : `${name}.${format}`)
    },
    text: () => {},
    close: () => {},
  })
  return names
}

/** A part that may be broken without any harm to the pages. */
export async function parseAside(zip: Zip, name: string, sink: XmlSink): Promise<void> {
  try {
    await parsePart(zip, name, sink)
  } catch {
    // What it held is not read.
  }
}

/** False where there is no such part. */
export async function parsePart(zip: Zip, name: string, sink: XmlSink): Promise<boolean> {
  const bytes = await zip.read(name)
  if (bytes) await parseXml(xmlText(bytes), sink)
  return bytes !== undefined
}

const moment = (text: string): string | undefined => (isDay(text) ? text : beijing(Date.parse(text)))

const damaged = () =>
  new Unreadable('damaged', '文件已损坏或不完整，无法打开：请用 OFD 阅读器打开核对，转换为 PDF 后与原件一并放入')
