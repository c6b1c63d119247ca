import type { Merge } from '../../../core/evidence.ts'
import { columnName } from '../../../core/place.ts'
import { needed } from '../../own/packages.ts'
import { Unreadable } from '../../reader.ts'
import { relationsOf } from '../containers/relations.ts'
import { parseXml } from '../containers/xml.ts'
import type { Zip } from '../containers/zip.ts'
import { asUtf8, xmlText } from '../text/declared.ts'
import { isWeekday } from './cell-value.ts'
import { plainCells } from './sheet-cells.ts'

/** What exceljs does not tell, or tells only at any price: it makes a cell object for every cell of a merge. */
export type SheetPart = {
  readonly name: string
  readonly merges: readonly Merge[]
  readonly hiddenColumns: string
  /** The member of the zip that it is. */
  readonly part: string
}

/** The workbook cut down to the parts that hold values, inflated within the limits and put together again. */
export type Parts = { readonly bytes: Uint8Array; readonly sheets: readonly SheetPart[] }

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const SHEET = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'

export async function workbookParts(zip: Zip): Promise<Parts> {
  const { strToU8, zipSync } = await needed('fflate', () => import('fflate'))
  const listed = await sheetsOf(zip)
  const parts: Record<string, Uint8Array> = {}
  const beside = await relationsOf(zip, WORKBOOK)
  // Some programmes give them other names than Excel does; exceljs knows only those.
  const besideAt = (type: string) => beside.find((one) => one.type === type && zip.names.includes(one.target))?.target
  for (const [name, own] of [
    [WORKBOOK, WORKBOOK],
    ['xl/sharedStrings.xml', besideAt('sharedStrings') ?? 'xl/sharedStrings.xml'],
    ['xl/styles.xml', besideAt('styles') ?? 'xl/styles.xml'],
  ] as const) {
    const part = await zip.read(own)
    if (part) parts[name] = name === 'xl/styles.xml' ? strToU8(withDates(text(unprefixed(part)))) : unprefixed(part)
  }

  const sheets: SheetPart[] = []
  const relations: string[] = []
  for (const { id, name, target } of listed) {
    const part = plainCells(unprefixed((await zip.read(target)) ?? new Uint8Array()))
    // exceljs reads only parts of this name, whatever the relations say.
    const own = `worksheets/sheet${sheets.length + 1}.xml`
    parts[`xl/${own}`] = part
    relations.push(`<Relationship Id="${escaped(id)}" Type="${SHEET}" Target="${own}"/>`)
    sheets.push({ name, part: target, ...marksOf(part) })
  }
  parts['[Content_Types].xml'] = strToU8(typesOf(sheets.length))
  parts[RELATIONS] = strToU8(`<Relationships xmlns="${RELATIONSHIPS}">${relations.join('')}</Relationships>`)
  return { bytes: zipSync(parts, { level: 0, mtime: new Date(1980, 0, 1) }), sheets }
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'

/** exceljs asks for none; SheetJS finds nothing without them. */
function typesOf(sheets: number): string {
  const parts = [
    ['workbook.xml', 'sheet.main'],
    ['sharedStrings.xml', 'sharedStrings'],
    ['styles.xml', 'styles'],
    ...Array.from({ length: sheets }, (_, i) => [`worksheets/sheet${i + 1}.xml`, 'worksheet']),
  ]
  const overrides = parts.map(([name, kind]) => `<Override PartName="/xl/${name}" ContentType="${KIND}${kind}+xml"/>`)
  return `<Types xmlns="${TYPES}">${overrides.join('')}</Types>`
}

type Listed = { readonly id: string; readonly name: string; readonly target: string }

async function sheetsOf(zip: Zip): Promise<Listed[]> {
  const workbook = await zip.read(WORKBOOK)
  if (!workbook)
    throw new Unreadable('damaged', '文件里没有工作簿，可能已损坏：请用 Excel 或 WPS 打开核对，另存为新文件后放入')

  const targets = new Map<string, string>()
  await parseXml(text((await zip.read(RELATIONS)) ?? NOTHING), {
    ...DEAF,
    open: (tag, attributes) => {
      const target = (attributes.get('Target') ?? '').replaceAll('\\', '/')
      if (tag === 'Relationship')
        targets.set(attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  const sheets: Listed[] = []
  await parseXml(text(workbook), {
    ...DEAF,
    open: (tag, attributes) => {
      const [id, name] = [attributes.get('id') ?? '', attributes.get('name') ?? '']
      const target = targets.get(id)
      // Chart sheets and macro sheets hold no cells.
      if (tag === 'sheet' && target && /worksheet/i.test(target) && zip.names.includes(target))
        sheets.push({ id, name, target })
    },
  })
  if (sheets.length > 0) return sheets
  throw new Unreadable('damaged', '工作簿里没有可读取的工作表：请用 Excel 或 WPS 打开核对，另存为新文件后放入')
}

const NOTHING = new TextEncoder().encode('<none/>')
const DEAF = { text: () => {}, close: () => {} }

const text = (bytes: Uint8Array): string => xmlText(bytes)

const escaped = (id: string): string => id.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Some programmes write `<x:worksheet>`, which exceljs cannot read. */
function unprefixed(given: Uint8Array): Uint8Array {
  const part = asUtf8(given)
  const head = Buffer.from(part.subarray(0, 4096)).toString('latin1')
  const prefix = /<([A-Za-z_][\w.-]{0,40}):(?:worksheet|workbook|sst|styleSheet)[\s>]/.exec(head)?.[1]
  if (!prefix) return part
  return new TextEncoder().encode(text(part).replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</'))
}

/** The formats 27–36 and 50–58 are dates in a Chinese Excel and stand in no file; exceljs takes them for plain numbers. */
const withDates = (styles: string): string =>
  weekdaysAsDays(styles).replace(/\bnumFmtId="(2[7-9]|3[0-6]|5[0-8])"/g, (_, id) =>
    ['32', '33', '34', '35', '55', '56'].includes(id) ? 'numFmtId="20"' : 'numFmtId="14"',
  )

/** 星期一 is a day that is shown by its name; exceljs knows no `aaaa` and gives its serial number. */
const weekdaysAsDays = (styles: string): string =>
  styles.replace(/\bformatCode="([^"]{0,200})"/g, (all, code: string) =>
    isWeekday(code.replaceAll('&quot;', '"')) ? 'formatCode="yyyy-mm-dd"' : all,
  )

/** Merges stand behind the rows, columns before them; neither is worth parsing the rows for. */
function marksOf(part: Uint8Array): Pick<SheetPart, 'merges' | 'hiddenColumns'> {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.length)
  const [start, end] = [bytes.indexOf('<sheetData'), bytes.lastIndexOf('</sheetData>')]
  const head = bytes.subarray(0, Math.max(0, start)).toString('utf8')
  const tail = bytes.subarray(Math.max(0, end)).toString('utf8')

  const merges = (tail.match(/<mergeCell\b[^>]{0,200}>/g) ?? []).flatMap((tag) => mergeOf(tag) ?? [])
  const columns = (head.match(/<col\b[^>]{0,300}>/g) ?? []).filter((tag) => /\bhidden="(1|true)"/.test(tag))
  return { merges, hiddenColumns: columns.map(columnsIn).join('、') }
}

function columnsIn(tag: string): string {
  const [from, to] = ['min', 'max'].map((name) => Number(new RegExp(`\\b${name}="(\\d{1,5})"`).exec(tag)?.[1] ?? 1))
  return from === to ? columnName(from! - 1) : `${columnName(from! - 1)}-${columnName(to! - 1)}`
}

function mergeOf(tag: string): Merge | undefined {
  const found = /\bref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/.exec(tag)
  if (!found) return undefined
  const [, left, top, right, bottom] = found
  return { top: Number(top) - 1, left: columnOf(left!), bottom: Number(bottom) - 1, right: columnOf(right!) }
}

/** A → 0, Z → 25, AA → 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
