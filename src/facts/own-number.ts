import type { Fact } from '../core/fact.ts'
import { oneOf } from '../language/words.ts'
import { type Line, quoted, seenIn } from './lines.ts'
import { LETTERS, type NumberMention, numbersIn } from './numbers.ts'

// GB/T 9704 puts the number above the title; what stands alone further down belongs to an attachment or a list.
const HEAD = 15
const BELOW = 60
// 2006 82号: the font has no 〔〕.
const BRACKETLESS = /^(\p{Script=Han}{0,16})\s*((?:19|20)\d{2})\s+(\d{1,5})\s*号$/u
const LABEL = /^\(?(?:(?:发文字号|文件编号|文书编号|文书号|字号|文号|案号|编号):\s*)?$/
// 昭自然资〔2021〕30号(与各镇联合印发)
const REST = new RegExp(
  `^\\)?(?:\\s*\\([^()]{0,30}${oneOf('signing', 'jointly')}[^()]{0,12}\\))?(?:\\s*签发人.{0,24})?$`,
  'u',
)

export type Numbers = { readonly own: Fact<string> | null; readonly cited: readonly Fact<string>[] }

/** The document's own number stands alone on a line of its head, in what is the document's own. Every other one is cited. */
export function numbersOf(lines: readonly Line[], first = lines): Numbers {
  const own = ownNumber(first)
  const cited = new Map<string, Fact<string>>()
  for (const [index, line] of lines.entries())
    for (const mention of numbersIn(line.text, tail(lines[index - 1])))
      if (!(own && mention.value.endsWith(own.value)) && mention.repair !== '缺机关代字' && !cited.has(mention.value))
        cited.set(mention.value, factOf(line, mention, 'certain'))
  return { own, cited: [...cited.values()] }
}

function ownNumber(lines: readonly Line[]): Fact<string> | null {
  const standing = lines.slice(0, BELOW).flatMap((line, index) => {
    const mention = standingAlone(line, lines[index - 1], lines[index + 1])
    return mention ? [{ index, fact: factOf(line, mention, index < HEAD ? 'certain' : 'likely') }] : []
  })
  const first = standing[0]
  if (!first) return null
  const others = standing.filter(({ index, fact }) => index < HEAD && fact.value !== first.fact.value)
  if (others.length === 0) return first.fact
  return { ...first.fact, certainty: 'weak', why: `首部有${others.length + 1}个文号，取第一个` }
}

function standingAlone({ text }: Line, above: Line | undefined, below: Line | undefined): NumberMention | undefined {
  if (text.length > 120) return undefined
  const bare = BRACKETLESS.exec(text)
  if (bare)
    return {
      value: `${bare[1]}〔${bare[2]}〕${Number(bare[3])}号`,
      start: 0,
      end: text.length,
      repair: `原文为“${text}”，系补正`,
    }
  const announced =
    /^(?:19|20)\d{2}年第\d{1,4}号$/.test(text) && /^(\p{Script=Han}{2,30}(?:公告|通告|令))$/u.exec(above?.text ?? '')
  if (announced) return { value: `${announced[1]}${text}`, start: 0, end: text.length, repair: null }

  const mention = numbersIn(text)[0]
  if (!mention || !LABEL.test(text.slice(0, mention.start))) return undefined
  const rest = text.slice(mention.end)
  const before = mention.repair === '缺机关代字' ? /^\p{Script=Han}{2,10}$/u.exec(above?.text ?? '')?.[0] : undefined
  if (before && REST.test(rest)) return { ...mention, value: before + mention.value, repair: '机关代字在上一行' }
  if (REST.test(rest)) return mention
  // A web page prints number and title in one line; a sentence that begins with a number goes on to a full stop.
  const titled =
    /^\s*\p{Script=Han}{0,40}关于[^。;]{2,100}$/u.test(rest) && !/[。;]/.test(below?.text.slice(0, 1) ?? '')
  return titled ? { ...mention, repair: mention.repair ?? '与标题同行' } : undefined
}

const MILD = ['与标题同行', '机关代字在上一行', '原文缺“号”字', LETTERS]

function factOf(
  line: Line,
  { value, start, end, repair }: NumberMention,
  most: 'certain' | 'likely' | 'weak',
): Fact<string> {
  const certainty = repair === null ? most : MILD.includes(repair) && most !== 'weak' ? 'likely' : 'weak'
  return {
    value,
    at: quoted(line, start, end),
    certainty: seenIn(line, certainty),
    ...(repair !== null && { why: repair }),
  }
}

/** The end of a full line that breaks off in the middle of a sentence. */
const tail = (line: Line | undefined): string => (line && line.text.length >= 20 ? line.text.slice(-24) : '')
