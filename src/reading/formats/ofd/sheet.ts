import { resolved } from '../containers/relations.ts'
import type { Zip } from '../containers/zip.ts'
import { lettersIn } from '../shared/letters.ts'
import { parted } from '../shared/signs.ts'
import { linesOf, type Word } from '../tables/page-words.ts'
import { times } from '../tables/rulings.ts'
import { type OfdDocument, parseAside, parsePart } from './document.ts'
import { movedText, OfdPage, type OfdText, type OfdThing } from './page.ts'
import { type OfdResources, resourcesIn } from './resources.ts'

/** A page with everything that is drawn on it. */
export type OfdSheet = {
  readonly page: number
  readonly lines: readonly string[]
  /** Watermarks and the like. */
  readonly across: readonly string[]
  /** A page of drawings without a word, or of a picture and hardly a word, is not read. */
  readonly isRead: boolean
  /** Something that it points at is not there. */
  readonly lacks: boolean
  /** The parts that hold the pictures which cover much of it. */
  readonly pictures: readonly string[]
}

const FEW = 30
/** So much of a page a picture covers that may be the page itself; and that of A4 in square millimetres. */
const [COVERED, A4] = [0.3, 210 * 297]
const [DEEPEST, MOST_GROUPS] = [5, 2000]

export async function sheetsOf(zip: Zip, document: OfdDocument, before: number): Promise<OfdSheet[]> {
  const shared = await resourcesIn(zip, document.resources)
  const sheets: OfdSheet[] = []
  for (const [index, path] of document.pages.entries())
    sheets.push(await sheetOf(zip, document, shared, path, document.ids[index] ?? '', before + index + 1))
  return sheets
}

async function sheetOf(
  zip: Zip,
  { templates, notes }: OfdDocument,
  shared: OfdResources,
  path: string,
  id: string,
  number: number,
): Promise<OfdSheet> {
  const page = new OfdPage()
  if (!(await parsePart(zip, path, page)))
    return { page: number, lines: [], across: [], isRead: false, lacks: false, pictures: [] }
  const own = await withOwn(zip, shared, path, page)
  const drawn = drawnOn(page, own.found)
  const signs = drawn.texts.reduce((sum, { text }) => sum + lettersIn(text, FEW), 0)
  const isRead = signs === 0 ? drawn.images.length + drawn.paths === 0 : signs >= FEW || drawn.images.length === 0

  let lacks = own.lacks || drawn.lacks
  const texts = [...drawn.texts]
  for (const template of page.templates) {
    const part = templates.get(template) ?? ''
    const below = new OfdPage()
    if (!(await parsePart(zip, part, below))) lacks = true
    const { found, lacks: lacking } = await withOwn(zip, shared, part, below)
    const onTemplate = drawnOn(below, found)
    lacks ||= lacking || onTemplate.lacks
    texts.push(...onTemplate.texts)
  }
  const above = new OfdPage()
  for (const part of notes.get(id) ?? []) await parseAside(zip, part, above)
  const all = laidOut([...texts, ...above.texts])
  const large = drawn.images.filter(({ area }) => area >= COVERED * (page.area || A4))
  const pictures = large.flatMap((image) => own.found.media.get(image.id) ?? [])
  return { page: number, ...all, isRead, lacks: lacks || pictures.length < large.length, pictures }
}

/** With the resources of a page's own. */
async function withOwn(zip: Zip, shared: OfdResources, path: string, { resources }: OfdPage) {
  if (resources.length === 0) return { found: shared, lacks: false }
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const own = await resourcesIn(
    zip,
    resources.map((part) => resolved(folder, part)),
  )
  const found = {
    units: new Map([...shared.units, ...own.units]),
    media: new Map([...shared.media, ...own.media]),
    missing: shared.missing,
  }
  return { found, lacks: own.missing }
}

type Drawn = {
  readonly texts: readonly OfdText[]
  readonly images: readonly OfdThing[]
  readonly paths: number
  readonly lacks: boolean
}

/** What groups consist of lies where the group lies. A group within itself ends. */
function drawnOn(page: OfdPage, { units }: OfdResources): Drawn {
  const texts = [...page.texts]
  const images = [...page.images]
  let [paths, lacks, left] = [page.paths, false, MOST_GROUPS]
  const open = page.groups.map((group) => ({ group, depth: 1 }))
  for (let next = open.pop(); next && left > 0; next = open.pop(), left--) {
    const { group, depth } = next
    const unit = units.get(group.id)
    if (!unit || depth > DEEPEST) {
      lacks = true
      continue
    }
    texts.push(...unit.texts.map((text) => movedText(text, group.matrix)))
    images.push(...unit.images.map((image) => ({ ...image, matrix: times(group.matrix, image.matrix) })))
    paths += unit.paths
    open.push(
      ...unit.groups.map((inner) => ({
        group: { ...inner, matrix: times(group.matrix, inner.matrix) },
        depth: depth + 1,
      })),
    )
  }
  return { texts, images, paths, lacks }
}

function laidOut(texts: readonly OfdText[]): Pick<OfdSheet, 'lines' | 'across'> {
  const { own, across } = parted(texts.flatMap(({ signs }) => signs))
  const kept = new Set(own)
  const words = texts.flatMap((text) => wordOf(text.signs.filter((sign) => kept.has(sign))))
  return { lines: linesOf(words).map(({ text }) => text), across }
}

function wordOf(signs: OfdText['signs']): Word[] {
  const [first, last] = [signs[0], signs.at(-1)]
  if (!first || !last) return []
  const text = signs.map((sign) => sign.text).join('')
  return [{ text, x: first.x, y: first.y, width: last.x + last.width - first.x, height: first.height }]
}
