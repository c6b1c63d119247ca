import { note, type Reader, whole } from '../../reader.ts'
import { membersOf } from './members.ts'

/** An archive is read for what it is; its members are evidence of their own. */
export const archive: Reader = {
  name: 'archive',
  version: 3,
  formats: ['zip'],

  async read(bytes) {
    const members = await membersOf(bytes)
    const files = members.filter((member) => 'chunks' in member || member.told.code !== 'litter').length
    const empty = note('no-text', '压缩包里没有文件：请核对是否放错了文件')
    return whole({ pages: 0, properties: { files }, notes: files === 0 ? [empty] : [] })
  },
}
