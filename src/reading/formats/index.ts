import type { Format } from '../../core/evidence.ts'
import type { Reader } from '../reader.ts'
import { archive } from './archive/reader.ts'
import { xls } from './excel/xls.ts'
import { xlsx } from './excel/xlsx.ts'
import { image } from './image/reader.ts'
import { mht } from './mail/reader.ts'
import { media } from './media/reader.ts'
import { ofd } from './ofd/reader.ts'
import { openDocument } from './open/reader.ts'
import { pdf } from './pdf/reader.ts'
import { rtf } from './rtf/reader.ts'
import { ppt } from './slides/ppt.ts'
import { pptx } from './slides/pptx.ts'
import { csv } from './text/csv.ts'
import { text } from './text/text.ts'
import { html } from './web/reader.ts'
import { doc } from './word/doc.ts'
import { docx } from './word/docx.ts'

export const READERS: readonly Reader[] = [
  pdf,
  docx,
  doc,
  openDocument,
  rtf,
  html,
  mht,
  ofd,
  xlsx,
  xls,
  pptx,
  ppt,
  csv,
  text,
  image,
  media,
  archive,
]

const BY_FORMAT = new Map(READERS.flatMap((reader) => reader.formats.map((format) => [format, reader] as const)))

export const readerOf = (format: Format): Reader | undefined => BY_FORMAT.get(format)
