import { Taken } from '../language/taken.ts'
import { digitwise, numberOf } from '../language/written-days.ts'

/** A document number in a text, in the standard's spelling, and why it is less than certain. */
export type NumberMention = {
  readonly value: string
  readonly start: number
  readonly end: number
  readonly repair: string | null
}

const HAN = '\\p{Script=Han}'
const YEAR = '((?:19|20)\\d{2})'
// 〔二〇二一〕, and 〔2O21〕: recognisers and typists take a letter for a nought.
const ZERO = 'OoΟοОо〇○◯'
const ANY_YEAR = `([12][\\d${ZERO}]{3}|[一二][九〇零${ZERO}][〇零一二三四五六七八九${ZERO}]{2})`
const [OPEN, CLOSE] = ['〔\\[【({〈<「『〖', '〕\\]】)}〉>」』〗']
/** The brackets that hardly anything but document numbers has around a year. */
const OWN = '〔[【「『〖'
const NUMERAL = '[一二三四五六七八九十〇零]'
const YEARED = new RegExp(
  `([${OPEN}])\\s{0,9}${ANY_YEAR}\\s{0,9}[${CLOSE}]\\s{0,9}(第)?\\s{0,9}(?:0*(\\d{1,5})(?!\\d)\\s{0,9}([号期])?|(${NUMERAL}{1,4})\\s{0,9}号)`,
  'gu',
)
const PROVINCES = '京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新兵'
const COURT = new RegExp(
  `[(〔]${YEAR}[)〕]\\s*((?:最高法|[${PROVINCES}]\\d{0,4})${HAN}{1,8}?\\d{1,6}号(?:之[一二三四五六七八九十\\d]{1,2})?)`,
  'gu',
)
const ORDER = /(?<!责)(令|公告|通告)\s*(?:第\s*)?([\d一二三四五六七八九十百〇零]{1,6})\s*号/gu
// 〔202024: the scan lost 〕 and perhaps 号.
const UNCLOSED = new RegExp(`[〔[【]${YEAR}(\\d{1,3})(?!\\d)(?:号|$)`, 'gu')
const UNOPENED = new RegExp(`(?<!\\d)${YEAR}[〕\\]】]\\s*(\\d{1,5})\\s*号`, 'gu')
const MAYBE = new RegExp(`号|[${OPEN}]\\s{0,9}[12一二]`)

/** Why a number is but likely whose year a letter stands in. */
export const LETTERS = '年份中的字母按“0”读'

/** Every document number that a text mentions, own or cited. `before` is the end of the line above, for a broken line. */
export function numbersIn(text: string, before = ''): NumberMention[] {
  if (!MAYBE.test(text)) return []
  const found: NumberMention[] = []
  const taken = new Taken(text.length)
  const add = (mention: NumberMention) => {
    if (taken.take(mention.start, mention.end)) found.push(mention)
  }

  for (const match of text.matchAll(COURT)) add({ value: `（${match[1]}）${match[2]}`, ...span(match), repair: null })
  for (const match of text.matchAll(YEARED)) {
    const [, bracket = '', stated = '', ordinal = '', number, sign, numeral] = match
    const { start, end } = span(match)
    const year = digitwise(stated)
    if (year < 1900 || year > 2099) continue
    const isSigned = sign !== undefined || numeral !== undefined
    // (2022)3 may be a list, an amount, anything; without 号 only the brackets of document numbers speak for one.
    if (!isSigned && (!OWN.includes(bracket) || /^[\p{Script=Han}\d%.]/u.test(text.slice(end, end + 2)))) continue
    const code = codeBefore(text, start, before)
    const value = `${code.text}〔${year}〕${ordinal}${number ?? numberOf(numeral ?? '')}${sign ?? '号'}`
    const misread = /[OoΟοОо]/.test(stated) ? LETTERS : null
    const repair = code.text === '' ? '缺机关代字' : isSigned ? misread : '原文缺“号”字'
    add({ value, start: code.start, end, repair })
  }
  for (const match of text.matchAll(ORDER)) {
    const { start, end } = span(match)
    const code = codeBefore(text, start, before)
    if (code.text !== '') add({ value: `${code.text}${match[1]}第${match[2]}号`, start: code.start, end, repair: null })
  }
  for (const pattern of [UNCLOSED, UNOPENED])
    for (const match of text.matchAll(pattern)) {
      const { start, end } = span(match)
      const code = codeBefore(text, start, before)
      const repair = `原文为“${text.slice(code.start, end)}”，系补正`
      if (code.text.length > 1)
        add({ value: `${code.text}〔${match[1]}〕${Number(match[2])}号`, start: code.start, end, repair })
    }
  return found.sort((a, b) => a.start - b.start)
}

const LEADS =
  '根据|按照|依据|依照|遵照|参照|对照|落实|执行|贯彻|印发|转发|收到|关于|现将|结合|以及|通知|意见|规定|办法|决定|方案|文件|' +
  '审理|主持|作出|不服|下发|制发|发布|公布|送达|撤销|维持|变更|废止|修改|办理|签发|报送|出具|所列|涉及|附件|你局|贵局|我局|本局|' +
  '你单位|贵单位|按|以|及|与|或|见|的|即|为|了|由|从|被|将|对|至|收'
const LEAD = new RegExp(`^.*(?:${LEADS})`, 'u')

/** In running text the issuer's code follows other words without a gap. */
const withoutLead = (code: string): string => code.replace(LEAD, '')

const CODE = /[\p{Script=Han}A-Za-z·]{1,24}$/u

function codeBefore(text: string, at: number, before: string): { readonly text: string; readonly start: number } {
  const near = text.slice(Math.max(0, at - 24), at)
  const head = near.trimEnd()
  const run = CODE.exec(head)?.[0] ?? ''
  const broken = at <= 24 && run.length === head.length ? (CODE.exec(before)?.[0] ?? '') : ''
  const code = withoutLead(broken + run)
  return { text: code, start: Math.max(0, at - (near.length - head.length) - Math.min(run.length, code.length)) }
}

const span = (match: RegExpExecArray): { start: number; end: number } => ({
  start: match.index,
  end: match.index + match[0].length,
})
