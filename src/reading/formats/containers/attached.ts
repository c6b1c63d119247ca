import type { Reading } from '../../../core/evidence.ts'
import { clipped } from '../../../language/text.ts'
import { note } from '../../reader.ts'

const SHOWN = 5

/** What hangs on a mail or a document is not read, and must not get lost without a word. */
export function withAttached(reading: Reading, names: readonly string[]): Reading {
  if (names.length === 0) return reading
  const shown = names.slice(0, SHOWN).map((name) => clipped(name, 60))
  const told = shown.join('、') + (names.length > SHOWN ? '等' : '')
  return withUnread(reading, `带有${names.length}个附件（${told}），附件没有读取：请把附件另存出来，直接放入材料文件夹`)
}

/** How the parts of Office files call what was put in from elsewhere. */
export const EMBEDDED: readonly string[] = ['package', 'oleObject']

/** Objects of other programmes in the text, and whole documents that a system has put in their place. */
export function withEmbedded(reading: Reading, objects: number, chunks = 0): Reading {
  const told =
    objects === 0
      ? reading
      : withUnread(
          reading,
          `里面嵌有${objects}个其他文件或对象，其内容没有读取：请双击打开后另存出来，直接放入材料文件夹`,
        )
  if (chunks === 0) return told
  return withUnread(
    told,
    `有${chunks}段内容是导入时附带的，没有并入正文，没有读取：请用 Word 或 WPS 打开，另存为新的 docx 后放入`,
  )
}

const withUnread = (reading: Reading, message: string): Reading => ({
  ...reading,
  extent: reading.extent === 'unread' ? 'unread' : 'partly',
  notes: [...reading.notes, note('not-read', message)],
})
