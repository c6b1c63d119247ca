import { cellWord } from '../language/cell-words.ts'
import { plain } from '../language/text.ts'
import { signs } from './custom.ts'

const BOX = /[□☐◻]/u
const TICK = '[√☑✓✔■☒✅]'
const YES_AND_MORE = /^(?:是|有|已|√)[\s,。;:(]|^已[\p{Script=Han}]/u
const NO_AND_MORE = new RegExp(`^否[\\s,。;:(]|^[未没非不][\\p{Script=Han}]|^${cellWord('goneFlags')}`, 'u')

/** 是/√/已公布 and 否/×/未公布; a box form (☑是 □否) says what is ticked. Undefined where it says neither. */
export function flagOf(text: string): boolean | undefined {
  const sign = plain(text).trim()
  if (BOX.test(sign)) return ticked(sign)
  if (/^是\s*[/或]?\s*否/u.test(sign)) return undefined
  if (signs('yes').has(sign.toLowerCase()) || YES_AND_MORE.test(sign)) return true
  if (signs('no').has(sign.toLowerCase()) || NO_AND_MORE.test(sign)) return false
  return undefined
}

/** The box stands before its word (☑是 □否) or after it (是☑ 否□): the first sign of the form shows which. */
function ticked(sign: string): boolean | undefined {
  const before = new RegExp(`^(?:${TICK}|${BOX.source})`, 'u').test(sign)
  const pattern = before ? `${TICK}\\s*(是|有|否|无)` : `(是|有|否|无)\\s*${TICK}`
  const words = Array.from(sign.matchAll(new RegExp(pattern, 'gu')), ([, word]) => word)
  return words.length === 1 ? words[0] === '是' || words[0] === '有' : undefined
}
