import { columnName } from '../../../core/place.ts'
import { xmlText } from '../text/declared.ts'

/**
 * The part of a sheet in the words that every library knows. Cells need not tell where they stand (then they follow one
 * another), and days may stand as texts by ISO 8601: exceljs breaks down over the one, and takes the year for a serial
 * number in the other. Parts without either, nearly all, stay as they are.
 */
export function plainCells(part: Uint8Array): Uint8Array {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.length)
  const dated = bytes.includes(' t="d"')
  const placed = !isPlaceless(bytes)
  if (!dated && placed) return part
  const text = xmlText(part)
  return new TextEncoder().encode(placed ? withDays(text) : withPlaces(withDays(text)))
}

/** Whether the first cell that there is says nothing of its place; a programme writes all of them alike. */
function isPlaceless(bytes: Buffer): boolean {
  const start = bytes.indexOf('<sheetData')
  const at = start < 0 ? -1 : bytes.indexOf('<c', start)
  const sample = at < 0 ? '' : bytes.subarray(at, at + 500).toString('latin1')
  const tag = /<c(?=[\s>/])[^>]*/.exec(sample)?.[0]
  return tag !== undefined && !/\sr="/.test(tag)
}

/** A day as its text, the way every other cell's day is told. */
const withDays = (text: string): string =>
  text
    .replace(/<c\s[^>]{0,300}>/g, (tag) => tag.replace(' t="d"', ' t="str"'))
    .replace(/<v>(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]{0,20}Z?<\/v>/g, (_, day: string, clock: string) =>
      clock === '00:00' ? `<v>${day}</v>` : `<v>${day} ${clock}</v>`,
    )

function withPlaces(text: string): string {
  let [row, column] = [0, 0]
  return text.replace(/<(row|c)(?=[\s>/])([^>]{0,300})>/g, (all, name: string, attributes: string) => {
    const stated = /\sr="([^"]{1,12})"/.exec(attributes)?.[1]
    if (name === 'row') {
      row = Number(stated) || row + 1
      column = 0
      return stated ? all : `<row r="${row}"${attributes}>`
    }
    column++
    return stated ? all : `<c r="${columnName(column - 1)}${row}"${attributes}>`
  })
}
