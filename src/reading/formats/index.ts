import type { Format } from '../../core/evidence.ts'
import type { Reader } from '../reader.ts'
import { archive } from './archive.ts'
import { csv } from './csv.ts'
import { doc } from './doc.ts'
import { docx } from './docx.ts'
import { html } from './html.ts'
import { image } from './image.ts'
import { media } from './media.ts'
import { mht } from './mht.ts'
import { ofd } from './ofd.ts'
import { openDocument } from './open-document.ts'
import { pdf } from './pdf.ts'
import { ppt } from './ppt.ts'
import { pptx } from './pptx.ts'
import { rtf } from './rtf.ts'
import { text } from './text.ts'
import { xls } from './xls.ts'
import { xlsx } from './xlsx.ts'

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
