import type { Meaning, WordsIndex } from './words-index.ts'

/** One word of a label, or what no word covers (`meanings` empty). */
export type LabelWord = {
  readonly text: string
  readonly meanings: readonly Meaning[]
  /** It joins what stands on both sides: 姓名及证号. */
  readonly joins: boolean
}

// The grammar's own words: they join, or say nothing of their own.
const JOINS = new Set(['及', '和', '与', '或', '、', '/', '以及', '或者', '并', '\\', '|'])
const EMPTY = new Set([
  '的',
  '之',
  '所',
  '该',
  '本',
  '各',
  '等',
  '其',
  '为',
  '作出',
  '做出',
  '进行',
  '予以',
  '情形下',
  '向社会',
  '主要',
  '相关',
  '有关',
])
const LONGEST = 60
const UNCOVERED = 4

type Step = { readonly cost: number; readonly from: number; readonly word: LabelWord }

/** The words of a label: as much as possible covered by as few words as possible, the longest to the left. */
export function wordsOf(label: string, index: WordsIndex): LabelWord[] {
  const text = label.slice(0, LONGEST)
  // Backwards, so that of two ways as good as one another the left one takes the longer word.
  const best: (Step | undefined)[] = Array.from({ length: text.length + 1 })
  best[text.length] = { cost: 0, from: text.length, word: NOTHING }
  for (let at = text.length - 1; at >= 0; at--) {
    const sign = text[at]!
    let step: Step = {
      cost: best[at + 1]!.cost + UNCOVERED,
      from: at + 1,
      word: { text: sign, meanings: [], joins: JOINS.has(sign) },
    }
    if (step.word.joins) step = { ...step, cost: best[at + 1]!.cost + 1 }
    for (let end = Math.min(text.length, at + index.longest); end > at; end--) {
      const word = text.slice(at, end)
      const meanings = meaningsAt(word, at, text, index)
      if (!meanings) continue
      const cost = best[end]!.cost + 1
      if (cost < step.cost) step = { cost, from: end, word: { text: word, meanings, joins: false } }
    }
    best[at] = step
  }
  const words: LabelWord[] = []
  for (let at = 0; at < text.length; ) {
    const { from, word } = best[at]!
    words.push(word)
    at = from
  }
  return words
}

const NOTHING: LabelWord = { text: '', meanings: [], joins: false }

/** Undefined where it is no word here; empty words mean nothing, and cover all the same. */
function meaningsAt(word: string, at: number, text: string, { words }: WordsIndex): readonly Meaning[] | undefined {
  const end = at + word.length
  // A figure inside a longer one is no serial.
  if (/^\d+$/.test(word) && /\d/.test(`${text[at - 1] ?? ''}${text[end] ?? ''}`)) return undefined
  const isLast = end === text.length || closes(text.slice(end), words)
  const found = words
    .get(word)
    ?.filter(
      ({ where }) => where === 'words' || (where === 'ends' && isLast && at > 0) || (where === 'starts' && at === 0),
    )
    .flatMap(({ meanings }) => meanings)
  if (found && found.length > 0) return found
  return EMPTY.has(word) ? [] : undefined
}

/** Only what the column is follows: 人 in 主办人证号 ends as it does in 主办人. */
const closes = (text: string, words: WordsIndex['words']): boolean =>
  words
    .get(text)
    ?.some(({ where, meanings }) => where === 'words' && meanings.some(({ kind }) => kind === 'attribute')) ?? false

/** Whether a word of a label is one that nothing is known of. */
export const isUnknown = ({ text, meanings, joins }: LabelWord): boolean =>
  meanings.length === 0 && !joins && !EMPTY.has(text)
