import type { Format } from '../../core/evidence.ts'
import { readerOf } from '../formats/index.ts'
import type { Pace } from '../process/pool.ts'
import type { OcrMode } from '../reader.ts'
import { promised } from './extensions.ts'
import { identify } from './identify.ts'

/** How many bytes of a file's beginning tell where it goes. */
export const HEAD = 64 * 1024

/** A plain text this short is read sooner than a process could be asked; its readers are linear and hold no trap. */
const SHORT = 256 * 1024

/** `here` is read in this process and never kept: it costs less than looking it up. `guess` serves where reading fails. */
export type Route = { readonly where: 'here' | Pace; readonly guess: Format }

/** Where a file is read, by its first bytes. Containers are never opened here. */
export async function routeOf(head: Uint8Array, size: number, extension: string, ocr: OcrMode): Promise<Route> {
  const container = containerOf(head)
  if (container) return { where: 'quick', guess: promised(extension, container) ?? container[0]! }
  const { format } = await identify(head, extension)
  return { where: whereFor(format, size, ocr), guess: format }
}

const ZIP: readonly Format[] = ['zip', 'docx', 'xlsx', 'pptx', 'ofd', 'odt', 'ods', 'odp']
const OLE: readonly Format[] = ['unknown', 'doc', 'wps', 'xls', 'et', 'ppt']
const PLAIN: readonly Format[] = ['txt', 'csv']
const PICTURES: readonly Format[] = ['jpg', 'png', 'tiff', 'bmp', 'webp', 'gif']

/** Whether pages of it may have to be recognised, which takes far longer than all else. */
export const mayBeSeen = (format: Format, ocr: OcrMode): boolean =>
  ocr !== 'off' && (format === 'pdf' || PICTURES.includes(format))

function containerOf(head: Uint8Array): readonly Format[] | undefined {
  if (head[0] === 0x50 && head[1] === 0x4b) return ZIP
  return head[0] === 0xd0 && head[1] === 0xcf ? OLE : undefined
}

/** Most PDFs hold their text: only what turns out to have pages without any is put off. */
function whereFor(format: Format, size: number, ocr: OcrMode): Route['where'] {
  if (!readerOf(format)) return 'here'
  if (PLAIN.includes(format)) return size <= SHORT ? 'here' : 'quick'
  return mayBeSeen(format, ocr) && (format !== 'pdf' || ocr === 'all') ? 'slow' : 'quick'
}
