import { note, type Reader, Unreadable } from '../../reader.ts'
import { blipsIn } from '../containers/blips.ts'
import { openCompound } from '../containers/compound.ts'
import { oleProperties } from '../containers/ole-properties.ts'
import { withPictures } from '../shared/pictures.ts'
import { slidesWith } from '../shared/slides.ts'
import { slideRecords } from './slide-records.ts'

/** PowerPoint 97 to 2003, and WPS's own. */
export const ppt: Reader = {
  name: 'ppt',
  version: 3,
  formats: ['ppt'],

  async read(bytes, _format, options = { ocr: 'off' }) {
    const file = openCompound(bytes)
    if (!file) throw damaged()
    try {
      const { macro, ...slides } = slideRecords(file)
      const found = slidesWith({ ...slides, properties: oleProperties(file) })
      const reading = await withPictures(found, blipsIn(file.read('Pictures') ?? new Uint8Array()), options)
      return macro ? { ...reading, notes: [...reading.notes, MACRO] } : reading
    } catch (error) {
      if (error instanceof RangeError) throw damaged(error)
      throw error
    }
  },
}

/** A presentation keeps its macros where nothing but its records tells. */
const MACRO = note('macro', '文件含宏，宏没有运行：请另存为不含宏的 pptx 后重新放入')

const damaged = (cause?: unknown) =>
  new Unreadable('damaged', '文件已损坏或不完整，无法打开：请用 PowerPoint 或 WPS 打开核对，另存为 pptx 后放入', {
    cause,
  })
