import type { Passage } from '../../../core/evidence.ts'
import { EMBEDDED } from '../containers/attached.ts'
import { relationsOf } from '../containers/relations.ts'
import { parseXml } from '../containers/xml.ts'
import type { Zip } from '../containers/zip.ts'
import { SlideText } from '../slides/slide-text.ts'
import type { SheetPart } from './workbook-parts.ts'

/** What lies on the sheets: the words of text boxes and shapes, how many remarks hang on cells, and files of others. */
export type OnSheets = { readonly passages: readonly Passage[]; readonly comments: number; readonly embedded: number }

export async function onSheets(zip: Zip, sheets: readonly SheetPart[]): Promise<OnSheets> {
  const passages: Passage[] = []
  let comments = 0
  let embedded = 0
  for (const { name, part } of sheets)
    for (const { type, target } of await orNone(relationsOf(zip, part))) {
      if (type === 'drawing' || type === 'diagramData')
        passages.push(...(await orNone(wordsIn(zip, target))).map((text) => ({ text, at: { sheet: name } })))
      else if (type === 'comments') comments += (await orNone(remarksIn(zip, target))).length
      else if (EMBEDDED.includes(type) && zip.names.includes(target)) embedded++
    }
  return { passages, comments, embedded }
}

const partOf = async (zip: Zip, name: string): Promise<string> => zip.text(name)

async function wordsIn(zip: Zip, part: string): Promise<string[]> {
  const drawing = new SlideText()
  await parseXml(await partOf(zip, part), drawing)
  return drawing.passages.map(({ text }) => text)
}

const remarksIn = async (zip: Zip, part: string): Promise<readonly string[]> =>
  (await partOf(zip, part)).match(/<(?:\w{1,20}:)?comment\s/g) ?? []

/** A part that is broken costs what it holds, not the cells. */
async function orNone<T>(promised: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await promised
  } catch {
    return []
  }
}
