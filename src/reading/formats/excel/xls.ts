import type { Reading } from '../../../core/evidence.ts'
import { type Reader, Unreadable } from '../../reader.ts'
import { blipsIn, drawingsIn } from '../containers/blips.ts'
import { type Compound, openCompound } from '../containers/compound.ts'
import { coreProperties } from '../containers/office.ts'
import { oleProperties } from '../containers/ole-properties.ts'
import { openZip, type Zip } from '../containers/zip.ts'
import { picturesIn, withPictures } from '../shared/pictures.ts'
import { workbookWith } from '../shared/workbook.ts'
import { isWorkbook, type SheetJsBook, sheetJsBook } from './sheet-js.ts'

/** Excel before 2007, the binary workbook of today, the XML workbook of 2003, and WPS's own. */
export const xls: Reader = {
  name: 'xls',
  version: 3,
  formats: ['xls', 'et'],

  async read(bytes, _format, options = { ocr: 'off' }) {
    // SheetJS takes any bytes at all for a sheet.
    if (!isWorkbook(bytes)) throw damaged()
    const file = openCompound(bytes)
    const zip = bytes[0] === 0x50 ? await openZip(bytes) : undefined
    if (zip) await insist(zip)
    if (file && !isModern(file)) throw damaged()
    const bare = bytes[0] === 0x09
    if (bare && !areRecords(bytes)) throw damaged()
    const book = await opened(bytes, bare || (file?.own.has('Book') ?? false))
    const found = workbookWith({
      ...book,
      properties: { ...(await statedBy(file, zip)), ...book.properties },
      pictures: zip ? zip.names.filter((name) => /^xl\/media\//i.test(name)).length : countIn(file),
    })
    const pictures = zip ? await picturesIn(zip, /^xl\/media\//i) : file ? blipsIn(drawingsIn(streamOf(file))) : []
    return withPictures(found, pictures, options)
  },
}

const damaged = (cause?: unknown) =>
  new Unreadable('damaged', '文件已损坏或不完整，无法打开：请用 Excel 或 WPS 打开核对，另存为 xlsx 后放入', { cause })

/** Inflates every part once, so that what SheetJS inflates later is known to keep within the limits. */
async function insist(zip: Zip): Promise<void> {
  for (const name of zip.names) await zip.read(name)
}

async function opened(bytes: Uint8Array, codepages: boolean): Promise<SheetJsBook> {
  try {
    return await sheetJsBook(bytes, codepages)
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new Unreadable('encrypted', '文件加了密码，无法读取：请去掉打开密码后重新放入', { cause: error })
    throw damaged(error)
  }
}

async function statedBy(file: Compound | undefined, zip: Zip | undefined): Promise<Reading['properties']> {
  if (file) return oleProperties(file)
  return zip ? coreProperties(zip) : {}
}

const SIGNATURES = ['ffd8ffe0', 'ffd8ffe1', '89504e470d0a1a0a'].map((hex) => Buffer.from(hex, 'hex'))

/** An old workbook keeps its pictures in the same stream as its cells. */
function countIn(file: Compound | undefined): number {
  if (!file) return 0
  const bytes = streamOf(file)
  return SIGNATURES.reduce((sum, signature) => sum + countOf(bytes, signature), 0)
}

const BEGINNING = 0x0809
const ENDING = 0x000a

/** Where the first record is spoilt, SheetJS takes the stream for one of Excel 2 and reads strings of a gigabyte. */
function isModern(file: Compound): boolean {
  const bytes = streamOf(file)
  return bytes.length >= 8 && bytes.readUInt16LE(0) === BEGINNING && [0x0500, 0x0600].includes(bytes.readUInt16LE(4))
}

/** Record upon record to the one that ends a sheet: SheetJS would believe any length that a spoilt one claims. */
function areRecords(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at + 4 <= all.length; at += 4 + all.readUInt16LE(at + 2))
    if (all.readUInt16LE(at) === ENDING) return true
  return false
}

/** SheetJS forgives a chain that leads nowhere. */
function streamOf(file: Compound): Buffer {
  try {
    return Buffer.from(file.read('Workbook') ?? file.read('Book') ?? new Uint8Array())
  } catch (error) {
    if (error instanceof RangeError) return Buffer.alloc(0)
    throw error
  }
}

function countOf(bytes: Buffer, part: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + part.length)) count++
  return count
}
