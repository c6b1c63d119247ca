import type { Document } from '../../core/package.ts'
import { paragraphsOf, sentencesOf } from '../../language/paragraphs.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare, clipped, plain } from '../../language/text.ts'
import type { Gone } from './gone-names.ts'

/**
 * What sentences of a paper say is gone: “废止：《摊位管理规定》（示府发〔2018〕11号）”, norms under a head 二、废止, and
 * “取消未婚证明、无业证明等7项”.
 */
export function goneToldIn({ evidence, facts }: Document): Gone[] {
  if (facts.drafts.length > 0) return []
  let isUnder = false
  return paragraphsOf(evidence).flatMap(({ text, at }) => {
    const line = plain(text).trim()
    if (HEAD.test(line)) isUnder = !/[《]/u.test(line) && startsSo(line)
    return sentencesOf(line).flatMap((sentence) => {
      const found = [...normsIn(sentence, isUnder), ...papersIn(sentence)]
      if (found.length === 0) return []
      const words = clipped(sentence, 80)
      const says = `“${clipped(sentence, 40)}”`
      const place = { ...at, quote: words }
      return found.map((names) => ({ names, since: facts.issued?.value, at: place, says, use: '' }))
    })
  })
}

/** 二、废止（1件）: whatever stands under it up to the next head. */
const HEAD = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]+)/u

const startsSo = (line: string): boolean => {
  const words = line.replace(HEAD, '')
  const { abolished, declaring } = rowWords()
  return abolished.some((word) => ['', ...declaring].some((before) => words.startsWith(before + word)))
}

const NORM = /《([^《》]{4,50})》(?:\s*[（(]([^（）()]{4,30}号)[）)])?/gu
/** 示水发〔2017〕34 号《某办法》: the number before the name. */
const NUMBERED = /(\p{Script=Han}{2,12}[〔[(【]\s*20\d{2}\s*[〕\])】]\s*\d{1,4}\s*号)\s*《([^《》]{4,50})》/gu

/** Only what stands after the word, or under its head: of 《新办法》施行，《旧办法》同时废止 nobody knows which without a colon. */
function normsIn(sentence: string, isUnder: boolean): string[][] {
  const told = isUnder ? sentence : afterWord(sentence)
  return told === undefined
    ? []
    : [...told.replace(NUMBERED, '《$2》($1)').matchAll(NORM)].map(([, name = '', number = '']) =>
        [name, number].map(bare).filter(Boolean),
      )
}

function afterWord(sentence: string): string | undefined {
  for (const word of rowWords().abolished) {
    const at = sentence.indexOf(`${word}:`)
    if (at >= 0 && !holdsAny(sentence, rowWords().inForce)) return sentence.slice(at)
  }
  return undefined
}

/** 未婚证明、无业证明等7项全部取消: two at least, so that it is a list. */
function papersIn(sentence: string): string[][] {
  const { abolished, wanted, undone } = rowWords()
  if (
    !holdsAny(sentence, abolished) ||
    abolished.some((word) => undone.some((not) => sentence.includes(`${not}${word}`)))
  )
    return []
  const items = sentence
    .split(/[、,，:：()（）]|等(?=\d|$)/u)
    .map((item) => abolished.reduce((text, word) => text.replace(word, ''), item.trim()))
    .filter((item) => ITEM.test(item) && wanted.some((word) => item.endsWith(word)))
  return items.length >= 2 ? items.map((item) => [bare(item)]) : []
}

const ITEM = /^\p{Script=Han}{4,12}$/u
