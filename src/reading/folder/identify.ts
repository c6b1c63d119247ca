import type { Format } from '../../core/evidence.ts'
import { type Names, openCompound } from '../formats/containers/compound.ts'
import { openZip, type Zip } from '../formats/containers/zip.ts'
import { decode } from '../formats/text/decode.ts'
import { promised } from './extensions.ts'

/** What a file is, by its bytes; the extension decides only between formats that share their bytes (doc and wps). */
export type Identity = { readonly format: Format; readonly macro: boolean }

export async function identify(bytes: Uint8Array, extension: string): Promise<Identity> {
  if (bytes.length === 0) return plainly('empty')
  if (starts(bytes, [0x50, 0x4b, 3, 4]) || starts(bytes, [0x50, 0x4b, 5, 6])) return zipKind(bytes, extension)
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compoundKind(bytes, extension)
  return plainly(MAGIC.find(([, is]) => is(bytes))?.[0] ?? textKind(bytes, extension))
}

const plainly = (format: Format): Identity => ({ format, macro: false })

const starts = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, index) => bytes[at + index] === byte)

const says = (bytes: Uint8Array, text: string, at = 0): boolean =>
  starts(
    bytes,
    Array.from(text, (s) => s.charCodeAt(0)),
    at,
  )

const latin = (bytes: Uint8Array, end: number): string => Buffer.from(bytes.subarray(0, end)).toString('latin1')

const MAGIC: readonly (readonly [Format, (bytes: Uint8Array) => boolean])[] = [
  // Acrobat allows junk before the header within the first kilobyte.
  ['pdf', (b) => latin(b, 1024).includes('%PDF-')],
  ['jpg', (b) => starts(b, [0xff, 0xd8, 0xff])],
  ['png', (b) => starts(b, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['tiff', (b) => starts(b, [0x49, 0x49, 0x2a, 0]) || starts(b, [0x4d, 0x4d, 0, 0x2a])],
  // The same with offsets of 64 bits.
  ['tiff', (b) => starts(b, [0x49, 0x49, 0x2b, 0, 8, 0]) || starts(b, [0x4d, 0x4d, 0, 0x2b, 0, 8])],
  ['gif', (b) => says(b, 'GIF87a') || says(b, 'GIF89a')],
  ['webp', (b) => says(b, 'RIFF') && says(b, 'WEBP', 8)],
  ['bmp', (b) => says(b, 'BM') && starts(b, [0, 0, 0, 0], 6) && b.length >= 26],
  // A workbook of Excel 2 to 5 without a file system around it: old programmes, and what some systems export.
  [
    'xls',
    (b) =>
      [0, 2, 4, 8].some((version) => starts(b, [9, version])) && [4, 6, 8, 16].some((size) => starts(b, [size, 0], 2)),
  ],
  ['rtf', (b) => says(b, '{\\rtf')],
  ['rar', (b) => says(b, 'Rar!\x1a\x07')],
  ['7z', (b) => starts(b, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
  // Photographs of telephones lie in the same boxes as their films.
  ['heic', (b) => ['heic', 'heix', 'heim', 'heis', 'mif1', 'avif'].some((brand) => says(b, `ftyp${brand}`, 4))],
  ['video', (b) => says(b, 'ftyp', 4) && !says(b, 'ftypM4A', 4)],
  [
    'video',
    (b) => (says(b, 'RIFF') && says(b, 'AVI ', 8)) || says(b, 'FLV\x01') || starts(b, [0x1a, 0x45, 0xdf, 0xa3]),
  ],
  ['video', (b) => starts(b, [0, 0, 1, 0xba]) || starts(b, [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11])],
  ['audio', (b) => says(b, 'ftypM4A', 4) || (says(b, 'RIFF') && says(b, 'WAVE', 8))],
  ['audio', (b) => says(b, 'ID3') || says(b, 'fLaC') || says(b, 'OggS') || says(b, '#!AMR')],
  ['audio', (b) => b[0] === 0xff && [0xfb, 0xf3, 0xf2, 0xf1, 0xf9].includes(b[1] ?? 0) && b.length > 128],
  ['shortcut', (b) => starts(b, [0x4c, 0, 0, 0, 1, 0x14, 2, 0])],
  ['executable', (b) => starts(b, [0x7f, 0x45, 0x4c, 0x46]) || (says(b, 'MZ') && b.includes(0))],
]

async function zipKind(bytes: Uint8Array, extension: string): Promise<Identity> {
  try {
    const zip = await openZip(bytes)
    const format = (await packageKind(zip)) ?? 'zip'
    return { format, macro: format !== 'zip' && zip.names.some((name) => MACROS.test(name)) }
  } catch {
    // Cut off or absurd. The reader of the promised format says which.
    return plainly(promised(extension, ['docx', 'xlsx', 'pptx', 'ofd', 'odt', 'ods', 'odp']) ?? 'zip')
  }
}

/** Of Office, of OpenDocument, and of Excel before it had Visual Basic. */
const MACROS = /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\/[^/]+\/[^/]+$|^xl\/macrosheets\//i

async function packageKind(zip: Zip): Promise<Format | undefined> {
  if (zip.names.some((name) => name.toLowerCase() === 'ofd.xml')) return 'ofd'
  const stated = zip.names.includes('mimetype') ? decode((await zip.read('mimetype')) ?? new Uint8Array()).text : ''
  const open = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(stated)?.[1]
  if (open) return open === 'text' ? 'odt' : open === 'spreadsheet' ? 'ods' : 'odp'

  const types = await zip.text('[Content_Types].xml')
  if (/wordprocessingml\.(document|template)\.main\+xml|ms-word\.\w+\.macroEnabled/.test(types)) return 'docx'
  // The binary workbook is a zip with nothing in it that a reader of XML could read.
  if (/ms-excel\.sheet\.binary/.test(types)) return 'xls'
  if (/spreadsheetml\.(sheet|template)\.main\+xml|ms-excel\.\w+\.macroEnabled/.test(types)) return 'xlsx'
  return /presentationml\.\w+\.main\+xml|ms-powerpoint\.\w+\.macroEnabled/.test(types) ? 'pptx' : undefined
}

function compoundKind(bytes: Uint8Array, extension: string): Identity {
  const file = openCompound(bytes)
  if (!file) return plainly(promised(extension, ['doc', 'wps', 'xls', 'et', 'ppt']) ?? 'unknown')
  if (file.own.has('EncryptedPackage')) return plainly('encrypted')
  const macro = ['_VBA_PROJECT', 'Macros', '_VBA_PROJECT_CUR'].some((name) => file.names.has(name))
  return { format: officeKind(file.own, extension), macro }
}

function officeKind(names: Names, extension: string): Format {
  if (names.has('WordDocument')) return promised(extension, ['wps']) ?? 'doc'
  if (names.has('Workbook') || names.has('Book')) return promised(extension, ['et']) ?? 'xls'
  return names.has('PowerPoint Document') ? 'ppt' : 'unknown'
}

const HEAD = 64 * 1024
/** Texts that a double click runs; nothing but their ending tells. */
const SCRIPTS = ['bat', 'cmd', 'vbs', 'js', 'ps1', 'sh', 'wsf', 'hta']

/** No sample is as short as this. */
const SHORT = 1024

/** Without the beginning of a UTF-8 character at the end: with it no text is UTF-8, and Chinese is read as other Chinese. */
function uncut(sample: Uint8Array): Uint8Array {
  if (sample.length < SHORT) return sample
  for (let back = 1; back <= 3; back++) {
    const byte = sample[sample.length - back] ?? 0
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    if (needs > back) return sample.subarray(0, sample.length - back)
    if (byte < 0x80 || byte >= 0xc0) break
  }
  return sample
}

function textKind(bytes: Uint8Array, extension: string): Format {
  // What is left of a cut character is not held against the sample either.
  const { text, encoding } = decode(uncut(bytes.subarray(0, HEAD)))
  const wrong = text.replace(/\ufffd{1,3}$/, '').match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0
  if (wrong * 100 > text.length || (!encoding.startsWith('utf-16') && text.includes('\0'))) return 'unknown'

  const head = text.slice(0, 2048)
  if (isPage(head, extension)) return 'html'
  if (/progid="Word\.Document"|office\/word\/2003\/wordml/.test(head)) return 'doc'
  if (/progid="Excel\.Sheet"|office:spreadsheet/.test(head)) return 'xls'
  if (/^\s*\[InternetShortcut\]/i.test(head)) return 'shortcut'
  if (SCRIPTS.includes(extension)) return 'executable'
  if (/^[A-Za-z][\w-]{1,40}: ?\S/.test(head) && /^(MIME-Version:|Content-Type: ?multipart\/)/im.test(head)) return 'mht'
  return SHEETS.includes(extension) || isDelimited(text) ? 'csv' : 'txt'
}

/** Under these names an office programme takes any text for a table: systems export so, often below a title. */
const SHEETS = ['csv', 'tsv', 'xls', 'xlsx', 'et']

/** Where prose may begin with a tag as well. */
const PROSE = ['txt', 'md', 'log']
const PAGE = /\s*<(?:!doctype\s+html|html|head|table)\b/iy
const FRAGMENT = /\s*<(?:body|meta|title|style|link|script|div|center|form|span|font|p|h[1-6]|frameset)\b/iy
const PROLOGUE = /\s*<\?xml[^>]{0,200}>/iy

/** Systems export fragments of pages, and put comments before them. */
function isPage(head: string, extension: string): boolean {
  let at = matched(PROLOGUE, head, 0) ?? 0
  for (let found = comment(head, at); found !== undefined; found = comment(head, at)) at = found
  return (
    matched(PAGE, head, at) !== undefined || (!PROSE.includes(extension) && matched(FRAGMENT, head, at) !== undefined)
  )
}

/** Where the match ends that begins here. */
function matched(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

function comment(text: string, at: number): number | undefined {
  const start = matched(/\s*<!--/y, text, at)
  const end = start === undefined ? -1 : text.indexOf('-->', start)
  return end < 0 ? undefined : end + 3
}

/** At least three lines with the same two or more commas or tabs each; prose hardly ever does that. */
function isDelimited(text: string): boolean {
  const lines = text
    .split(/\r?\n/, 21)
    .slice(0, 20)
    .filter((line) => line.trim() !== '')
  return (
    lines.length >= 3 &&
    [',', '\t'].some((sign) => {
      const counts = lines.map((line) => line.split(sign).length - 1)
      return counts[0]! >= 2 && counts.every((count) => count === counts[0])
    })
  )
}
