import { oneOf } from '../language/words.ts'
import { numberOf } from '../language/written-days.ts'
import { hangsOn, hasLevel2, isLevelName, type Outline } from './outline.ts'
import { isSerial, SERIALS } from './topics.ts'

/**
 * What a folder's or file's name says at its front. `ids`: indicators, `explicit` when no other reading is possible.
 * `level`: a first or second level of the system. A bare number may turn out to be a level once the path is seen whole.
 */
export type Token =
  | { readonly says: 'ids'; readonly ids: readonly string[]; readonly explicit: boolean; readonly number: number }
  | { readonly says: 'level'; readonly level1: number; readonly level2: number }
  | { readonly says: 'bonus' | 'veto' }
  | { readonly says: 'nothing' }

const NOTHING: Token = { says: 'nothing' }
const INDICATOR = oneOf('naming', 'indicators')
const CHINESE = '[一二三四五六七八九十]{1,3}'
// A number before one of these counts or dates something: 28号, 3月, 2022年, 5件.
const NOT_COUNTED = `(?!\\d|${oneOf('naming', 'counted')})`
const NUMBER = `0{0,2}([1-9]\\d{0,2})${NOT_COUNTED}`
const JOIN = `\\s*(?:[、,+&;_/\\s]|和|及|与)\\s*${INDICATOR}?`
const RANGE = new RegExp(`^\\s*(?:至|~)\\s*${INDICATOR}?`, 'u')
const FIRST = new RegExp(`^${NUMBER}`, 'u')
const NEXT = new RegExp(`^${JOIN}${NUMBER}`, 'u')
const END = /^(?:$|[\s.、,;:)\]】》_\-—–·(【[《“"]|\p{Script=Han})/u
const SIGNED = new RegExp(`${oneOf('naming', 'thirdLevel')}?${INDICATOR}\\s*第?\\s*[:(]?\\s*(?=\\d)`, 'u')
const HYPHEN = new RegExp(`^\\s*[-—–]\\s*${INDICATOR}?`, 'u')
const LEVEL = new RegExp(`^(一|二)级${INDICATOR}\\s*[:(]?\\s*(${CHINESE}|\\d{1,2})(?!\\d)`, 'u')
// 指标(五十三)、(五十四): 第 and brackets may stand around every one of them.
const SPELT = new RegExp(
  `(${INDICATOR}\\s*第?\\s*\\(?\\s*|[、,和及与至~-]\\s*\\(?\\s*)(一百|[一二三四五六七八九十]{1,4})\\)?`,
  'gu',
)
const [BONUS, VETO, ITEM] = [oneOf('naming', 'bonus'), oneOf('naming', 'veto'), oneOf('naming', 'items')]
const LETTERED = new RegExp(`(?:(?<![a-z])(j|f)|(?:${BONUS}|(${VETO}))${ITEM}?)\\s*[-_.:(]?\\s*0?([1-9])(?!\\d)`, 'iu')
const BONUS_LEVEL = new RegExp(`^${BONUS}项?$`, 'u')
const VETO_LEVEL = new RegExp(`^${VETO}${ITEM}?$`, 'u')
const ANNEX = new RegExp(`^${oneOf('naming', 'annexes')}`, 'u')
const PART = new RegExp(`^第(${CHINESE})${oneOf('naming', 'parts')}`, 'u')
const THREE = new RegExp(
  `^(${CHINESE}|\\d{1,2})\\s*[-—–_.、]\\s*(\\d{1,2})\\s*[-—–_.、]\\s*0{0,2}(\\d{1,3})(?!\\d)`,
  'u',
)
const TWO = new RegExp(`^(${CHINESE}|\\d{1,3})\\s*[-—–_.]\\s*(\\d{1,3})${NOT_COUNTED}`, 'u')
// Kinds of material that people number inside a package; a folder called 1.制度文件 is no indicator 1.
const SORTS = new RegExp(
  `^${oneOf('naming', 'sortsLead')}?${oneOf('naming', 'sorts')}+${oneOf('naming', 'sortsEnds')}*$`,
  'u',
)

/** Brackets around what a name begins with say nothing. */
const unbracketed = (name: string): string =>
  name
    .trim()
    .replace(/^[([【《]\s*([^)\]】》]{1,12})[)\]】》]/u, '$1 ')
    .trim()

/** The one number that a name begins with and the words behind it, where it may be an indicator or a serial. */
export function numberAndWords(
  name: string,
  outline: Outline,
): { readonly id: string; readonly words: string } | undefined {
  const { ids, rest } = listed(unbracketed(name), outline)
  const [id] = ids
  const words = wordsOf(rest)
  if (id === undefined || ids.length > 1 || !END.test(rest) || !words || isSort(outline, Number(id), words))
    return undefined
  return { id, words }
}

/** `name` in NFKC, without its extension. */
export function tokenOf(name: string, outline: Outline): Token {
  const text = unbracketed(name)
  if (ANNEX.test(text)) return NOTHING
  return (
    levelled(text) ??
    lettered(text, outline) ??
    signed(text, outline) ??
    branched(text, outline) ??
    numbered(text, outline)
  )
}

/** 一级指标三, 二级指标2: the latter hangs on whatever first level stands above. */
function levelled(text: string): Token | undefined {
  const found = LEVEL.exec(text)
  if (!found) return undefined
  const number = numeral(found[2]!)
  return found[1] === '一' ? { says: 'level', level1: number, level2: 0 } : { says: 'level', level1: 0, level2: number }
}

function lettered(text: string, { branches }: Outline): Token | undefined {
  if (BONUS_LEVEL.test(text)) return { says: 'bonus' }
  if (VETO_LEVEL.test(text)) return { says: 'veto' }
  const found = LETTERED.exec(text)
  if (!found || (found[1] && found.index > 0)) return undefined
  const letter = found[1]?.toUpperCase() ?? (found[2] ? 'F' : 'J')
  const id = `${letter}${found[3]}`
  return branches.has(id) ? { says: 'ids', ids: [id], explicit: true, number: 0 } : undefined
}

function signed(text: string, outline: Outline): Token | undefined {
  const digits = inDigits(text)
  const found = SIGNED.exec(digits)
  if (!found || /[一二]级$/u.test(digits.slice(0, found.index))) return undefined
  const { ids } = listed(digits.slice(found.index + found[0].length), outline, true)
  return ids.length > 0 ? { says: 'ids', ids, explicit: true, number: 0 } : undefined
}

/** 指标(十三) → 指标13: after the word 指标 a numeral can be nothing else. */
function inDigits(text: string): string {
  const from = text.indexOf('指标')
  if (from < 0) return text
  const spelt = text
    .slice(from)
    .replace(SPELT, (_, lead: string, numeral: string) => lead.replace('(', '') + spelled(numeral))
  return text.slice(0, from) + spelt
}

const spelled = (numeral: string): number => (numeral === '一百' ? 100 : numberOf(numeral))

/** 2-3-28, 二-3-28; two parts are a level (2-3), a day (12-4), a part of an indicator (28-1) or two indicators (28-31). */
function branched(text: string, outline: Outline): Token | undefined {
  const three = THREE.exec(text)
  if (three) {
    const [one, two, id] = [numeral(three[1]!), Number(three[2]), String(Number(three[3]))]
    if (hangsOn(outline, id, one, two)) return { says: 'ids', ids: [id], explicit: true, number: 0 }
    // 22-5-6 may be a day, and 1-2-28 may be anything: neither is taken for an indicator.
    if (one <= 12 || (two <= 12 && Number(id) <= 31)) return NOTHING
  }
  const two = TWO.exec(text)
  if (!two) {
    const level = new RegExp(`^(${CHINESE})\\s*[、.,]`, 'u').exec(text) ?? PART.exec(text)
    const below = level && numbered(text.slice(level[0].length).trim(), outline)
    // 九、97年度报告; a low number may be the second level (一、1).
    if (below?.says === 'ids' && Number(below.ids[0]) > 10 && hangsOn(outline, below.ids[0]!, numberOf(level![1]!)))
      return { ...below, explicit: true }
    return level || /^[一二三四五六七八九十]$/u.test(text)
      ? { says: 'level', level1: numberOf(level?.[1] ?? text), level2: 0 }
      : undefined
  }
  const [a, b] = [numeral(two[1]!), Number(two[2])]
  if (hasLevel2(outline, a, b)) return { says: 'level', level1: a, level2: b }
  if (a <= 12 && b <= 31) return NOTHING
  if (!outline.branches.has(String(a))) return NOTHING
  const ends = [a, b].map(String).filter((id) => outline.branches.has(id))
  const range = /[-—–]/u.test(two[0]) ? between(a, b, outline) : ends
  return { says: 'ids', ids: b > a ? range : [String(a)], explicit: true, number: 0 }
}

function between(from: number, to: number, { branches }: Outline): string[] {
  const ids = Array.from({ length: Math.min(to - from + 1, 120) }, (_, at) => String(from + at))
  return ids.filter((id) => branches.has(id))
}

const numeral = (text: string): number => (/^\d/.test(text) ? Number(text) : numberOf(text))

function numbered(text: string, outline: Outline): Token {
  const { ids, rest } = listed(text, outline)
  if (ids.length === 0 || !END.test(rest)) return NOTHING
  const words = wordsOf(rest)
  const number = ids.length === 1 ? Number(ids[0]) : 0
  if (number > 0 && words && isSort(outline, number, words)) return NOTHING
  if (number > 0 && words && outline.numbers === 'own' && number <= SERIALS) return NOTHING
  if (number > 0 && words && outline.numbers !== 'plan' && isSerial(outline.topics, ids[0]!, words)) return NOTHING
  return { says: 'ids', ids, explicit: ids.length > 1, number }
}

const wordsOf = (rest: string): string => rest.replace(/^[\s.、,:)\]】_\-—–]+/u, '')

/** 3.加强事中事后监管 is a level, 1.制度文件 a sort of material. */
const isSort = (outline: Outline, number: number, words: string): boolean =>
  isLevelName(outline, number, words) || (number <= 12 && SORTS.test(words))

/**
 * The list of known numbers that a text begins with: 28, 28、31, 28+31, 28至31. After the word 指标 a hyphen is a range too
 * (指标47-68), unless its end is as low as a serial (指标28-1, 指标1-3).
 */
function listed(text: string, outline: Outline, isSigned = false): { ids: string[]; rest: string } {
  const { branches } = outline
  const ids: string[] = []
  let rest = text
  for (let found = FIRST.exec(rest); found && branches.has(found[1]!); found = NEXT.exec(rest)) {
    ids.push(found[1]!)
    rest = rest.slice(found[0].length)
    const to = RANGE.exec(rest) ?? (isSigned ? HYPHEN.exec(rest) : null)
    const last = to && FIRST.exec(rest.slice(to[0].length))
    if (!to || !last || !branches.has(last[1]!) || (HYPHEN.test(to[0]) && Number(last[1]) <= 12)) continue
    ids.push(...between(Number(found[1]) + 1, Number(last[1]), outline))
    rest = rest.slice(to[0].length + last[0].length)
  }
  return { ids: [...new Set(ids)], rest }
}
