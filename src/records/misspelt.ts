import { distance } from 'fastest-levenshtein'
import { cellWord } from '../language/cell-words.ts'

const GENERIC = new RegExp(`${cellWord('headEnds')}$`, 'u')
// One sign of these turns a name into its counterpart: 意见起/意见止, 人员1/人员2, 是否/已否.
const TURNS = /[\d一二三四五甲乙起止始终开结前后上下新旧正副收发送受未不非无有已是否]/u

/**
 * One sign apart. Short names differ by one sign and mean another thing (公布日期, 公示日期), so there the sign must lie in
 * the common ending (公布曰期); in longer ones any sign may be wrong unless it is one that turns the meaning.
 */
export function isMisspelling(text: string, word: string): boolean {
  if (text.length < 4 || word.length < 4 || Math.abs(text.length - word.length) > 1) return false
  if (text === word || distance(text, word) !== 1) return false
  const at = [...text].findIndex((sign, index) => sign !== word[index])
  const from = at < 0 ? text.length : at
  if (TURNS.test((text[from] ?? '') + (word[from] ?? ''))) return false
  if (text.length !== word.length) return true
  return text.length >= 6 || (GENERIC.test(word) && from >= word.length - 2)
}
