import type { Note } from '../../../core/evidence.ts'
import { bare, pairsIn } from '../../../language/text.ts'
import { note } from '../../reader.ts'
import type { SeenPage } from '../../sight/ocr/clear.ts'
import { lettersIn } from '../shared/letters.ts'

/** A scanning programme's own recognition is as good as ours where nine tenths of its pairs of signs are seen as well. */
const ALIKE = 0.9

/**
 * Whether the words that somebody's recognition laid under a page give way to what is seen of it. What our own did not
 * make out, and what both read alike, stays.
 */
export function givesWay(layer: string, seen: Pick<SeenPage, 'passages'>): boolean {
  const text = seen.passages.map((passage) => passage.text).join('')
  if (lettersIn(text) * 2 < lettersIn(layer)) return false
  const known = new Set(pairsIn(bare(text)))
  const own = pairsIn(bare(layer))
  return own.filter((pair) => known.has(pair)).length < ALIKE * own.length
}

/** Pages whose own text was not believed, and whose picture was read in its place. */
export function distrustedNotes(pages: readonly number[]): Note[] {
  const [page] = pages
  if (page === undefined) return []
  const shown = pages.slice(0, 20).join('、') + (pages.length > 20 ? `等${pages.length}` : '')
  const told = `第${shown}页的文字层不可靠（字体没有写明文字，或是别的软件识别后衬在图片下的），已改为识别页面图像：请对照原件核对，最好换成由原文件直接导出的版本`
  return [note('no-text', told, { page })]
}

/** Traces of who printed a copy and when are no text of the paper. */
const TRACE = /\d{4}|\d+[年月日:：]/u

/** What is printed across a page and may be meant by its author, such as 征求意见稿. */
export const meantAcross = (across: readonly string[]): string[] => across.filter((text) => !TRACE.test(text))
