import { ANSWERS, ending, type Wanted } from './asked-answers.ts'
import { tidied } from './asked-home.ts'
import { type AskedWords, askedWords } from './asked-words.ts'
import { labelOf } from './label.ts'
import { wordsOf } from './label-words.ts'
import type { WordsIndex } from './words-index.ts'

/** A head longer than this is a sentence. */
const LONGEST = 18
const MOST = 14

/**
 * What a head that is put as a question would be called on paper, likeliest first: 哪天立的案 is 立案日期, 谁办的 办理人.
 * Several where only its cells can tell (决定书是几号); none where it asks nothing. 从 and 到 below a group ask for its ends, and 改完 alone is 整改完成.
 */
export function askedAs(label: string, index: WordsIndex): readonly string[] {
  const { text } = labelOf(label)
  if (text === '' || text.length > LONGEST) return []
  const words = askedWords()
  const leaf = words.leaves.get(text)
  if (leaf) return leaf
  const plainly = isOnPaper(text, index) ? undefined : words.plainly.find(([word]) => word === text)
  if (plainly) return plainly[1]
  const found = whether(text, words, index) ?? either(text, words, index) ?? wanted(text, words, index)
  return [...new Set(found ?? [])].filter(Boolean).slice(0, MOST)
}

/** What a group of columns that is put in everyday words (司法所看) would be called on paper; itself where words of papers say it. */
export function groupedAs(label: string, index: WordsIndex): string {
  const { text } = labelOf(label)
  if (text === '' || text.length > LONGEST) return label
  return isOnPaper(text, index) ? label : (tidied(text, askedWords(), index)[0] ?? label)
}

/** Whether words of papers say any of it. */
const isOnPaper = (text: string, index: WordsIndex): boolean =>
  wordsOf(text, index).some(({ meanings }) => meanings.some(({ kind }) => kind !== 'turn'))

const TWICE = /(\p{Script=Han})[没不]\1/u

/** 延没延期, 是不是重大, 兑现了没有: 是否延期, 是否重大, 是否兑现. */
function whether(text: string, words: AskedWords, index: WordsIndex): string[] | undefined {
  const asking = words.asks.find(([word, ask]) => ask === 'whether' && text.includes(word))?.[0]
  if (asking) return put(text.split(asking), words, index)
  const twice = TWICE.exec(text)
  if (twice) return put([text.slice(0, twice.index), text.slice(twice.index + 2)], words, index)
  const end = words.ended.find((word) => text.length > word.length + 1 && text.endsWith(word))
  if (end === undefined || text.includes(WHETHER) || wantedIn(text, words)) return undefined
  return put(['', text.slice(0, -end.length)], words, index)
}

const WHETHER = '是否'

function put([before = '', after = '']: readonly string[], words: AskedWords, index: WordsIndex): string[] {
  const own = tidied(before, words, index)
  // 去没去 asks of something, if only of that.
  const said = tidied(after, words, index)
  const asked = said.some(Boolean) ? said : [after]
  return own.flatMap((one) =>
    asked.flatMap((other) => [
      `${one}${WHETHER}${other}`,
      `${WHETHER}${one}${other}`,
      `${one}${other}情况`,
      `${one}${other}结果`,
    ]),
  )
}

/** 专职还是兼职: 专职或兼职. */
function either(text: string, words: AskedWords, index: WordsIndex): string[] | undefined {
  const word = words.either.find((one) => text.includes(one))
  if (!word) return undefined
  const [one = '', other = ''] = text.split(word).map((part) => tidied(part, words, index)[0] ?? '')
  const both = `${one}或${other}`
  return one && other
    ? [text.replace(word, '或'), both, ...ending([both], ['类别', '结果', '级别']), '结果', '类别']
    : undefined
}

/** The word that asks: the first, and of those that overlap the one that reaches furthest (在哪天 asks for a 天). */
function wantedIn(text: string, { asks }: AskedWords): Wanted | undefined {
  const found = asks
    .map(([word, ask]): Wanted => ({ ask, word, at: text.indexOf(word) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
  const [first] = found
  if (!first) return undefined
  const end = ({ at, word }: Wanted): number => at + word.length
  return found.reduce((best, one) => (one.at < end(first) && end(one) > end(best) ? one : best), first)
}

function wanted(text: string, words: AskedWords, index: WordsIndex): string[] | undefined {
  const found = wantedIn(text, words)
  if (!found) return undefined
  const [before, after] = [text.slice(0, found.at), text.slice(found.at + found.word.length)]
  return ANSWERS[found.ask]({
    ...found,
    before,
    after,
    own: tidied(before, words, index),
    its: tidied(after, words, index),
    words,
    index,
  })
}
