import type { Claim } from '../core/fact.ts'
import { oneOf } from '../language/words.ts'
import { numberOf } from '../language/written-days.ts'
import { type Line, quoted } from './lines.ts'

const words = (list: string): string => oneOf('claims', list)
const RATES = words('rates')
// “达95%以上”, “超过98%” state no figure that could be recomputed; “应达100%” is a demand.
const FIGURE =
  /(\d{1,4}(?:\.\d{1,4})?)\s*%|百分之([一二三四五六七八九十百〇零]{1,4})(?:点([一二三四五六七八九〇零]{1,3}))?|百分百/g
const LINK = new RegExp(`(?:${words('stressed')}*${words('reached')}?了?:?)$`)
const SUBJECT = new RegExp(`[\\p{Script=Han}A-Za-z\\d、“”《》()]{1,40}${RATES}$`, 'u')
const DEMAND = new RegExp(`${words('demands')}|(?<!${words('asAsked')})要求`)
const OPENING = new RegExp(`^${words('openings')}`)
const ROUND = new RegExp(`^\\s*${words('round')}`)
const NEAR = new RegExp(`${words('near')}$`)
const PARTLY = new RegExp(words('partly'))
const NAMED_RATE = new RegExp(`${RATES}$`)
const AND = new RegExp(`、|(?<=${RATES})(?:以及|和|及|与)`)

/** “回复率、满意度均达100%”: the rates that a text claims, as printed. Demands and round figures are no claims. */
export function claimsIn(lines: Iterable<Line>): Claim[] {
  const claims: Claim[] = []
  let above = ''
  let heading = ''
  for (const line of lines) {
    if (line.text.length <= LONGEST_HEADING && NUMBERED.test(line.text)) heading = line.text
    if (/%|百分|全部|无一/.test(line.text) || HOURLY.test(line.text))
      for (const claim of claimsOf(line, above, heading)) claims.push(claim)
    above = line.text.length < 20 || /[。;!?:]$/.test(line.text) ? '' : line.text.slice(-40)
  }
  return claims
}

/** `above` is the end of a full line, for a sentence that is broken between name and figure. */
function claimsOf(line: Line, above: string, heading: string): Claim[] {
  const text = above + line.text
  const figures = [...text.matchAll(FIGURE)].filter(({ index, 0: sign }) => index + sign.length > above.length)
  const claims: Claim[] = universal(line, above.length, text, heading)
  for (const [n, match] of figures.entries()) {
    const before = text.slice(Math.max(0, match.index - 80), match.index).trimEnd()
    const subjects = subjectsOf(before, percentOf(match) === 100)
    if (subjects.length === 0 || ROUND.test(text.slice(match.index + match[0].length))) continue
    const end = match.index + match[0].length - above.length
    const at = quoted(line, Math.max(0, end - match[0].length - 20), end)
    // “分别达98%、99%”: the figures follow in the order of the names.
    const following = figures.slice(n, n + subjects.length)
    const apart = /分别/.test(before.slice(-8)) && following.length === subjects.length
    for (const [i, subject] of subjects.entries())
      claims.push({ subject, percent: percentOf(apart ? following[i]! : match), context: `${heading} ${before}`, at })
  }
  return claims
}

/** 共5件,按期办复5件,占比100%; 按期答复7件(100%): what is counted before it says of what it is all. */
const COUNTED = new RegExp(
  `(?:^|[,。;:、\\d件人次户])([\\p{Script=Han}]{2,10})(?:\\([^()]{1,16}\\))?\\d{1,6}${words('units')}(?:,?${words('shares')}?${words('states')}?|\\()$`,
  'u',
)

/** 收到的差评已全部整改: all of them are 100 %. */
const ALL = new RegExp(
  `([\\p{Script=Han}A-Za-z\\d“”]{2,24}?)${words('already')}?全部(${words('how')}?${words('done')})`,
  'gu',
)
/** 人人都达到60学时: nobody is short. */
const HOURS = new RegExp(
  `([\\p{Script=Han}A-Za-z\\d“”]{2,24}?)${words('everyone')}${words('reaching')}了?\\d{2,3}个?${words('hours')}`,
  'gu',
)
const HOURLY = new RegExp(words('hours'))
const NONE_LATE = new RegExp(`([\\p{Script=Han}\\d“”]{2,24}?)无一(?:件|起|例)?${words('late')}`, 'gu')
const LONGEST_HEADING = 40
const NUMBERED =
  /^\s*(?:第[一二三四五六七八九十]{1,3}[章节部分]|[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、])/u

function universal(line: Line, from: number, text: string, heading: string): Claim[] {
  const found: Claim[] = []
  for (const [pattern, named] of [
    [ALL, undefined],
    [HOURS, '学时达标'],
    [NONE_LATE, '按期办结'],
  ] as const)
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length - from
      const clause = text.slice(Math.max(0, match.index - 10), match.index + match[0].length)
      if (end <= 0 || DEMAND.test(clause) || PARTLY.test(clause)) continue
      const at = quoted(line, Math.max(0, end - match[0].length), end)
      const context = `${heading} ${text.slice(Math.max(0, match.index - 60), match.index)}${match[1]}`
      found.push({ subject: `${match[1]}${named ?? match[2]}率`, percent: 100, said: match[0], context, at })
    }
  return found
}

function subjectsOf(before: string, isAll: boolean): string[] {
  const counted = isAll ? COUNTED.exec(before) : null
  if (counted && !DEMAND.test(counted[1]!)) return [`${counted[1]!.replace(OPENING, '')}率`]
  const clause =
    before
      .replace(/:$/, '')
      .split(/[。;!?,:\n]/)
      .at(-1) ?? ''
  if (!/[率度例比重]/.test(clause) || NEAR.test(clause)) return []
  const name = clause.slice(0, clause.length - (LINK.exec(clause)?.[0].length ?? 0)).trimEnd()
  const subject = SUBJECT.exec(name)?.[0]
  if (!subject || DEMAND.test(clause)) return []
  const parts = subject.split(AND).map((part) => part.replace(OPENING, ''))
  return parts.length > 1 && parts.every((part) => NAMED_RATE.test(part))
    ? parts
    : [lastNamed(subject).replace(OPENING, '')]
}

/** “公示、办理和回复率” is one name; “经审核、清理,回复率” begins after its last pause. */
const lastNamed = (subject: string): string => subject.replace(/^.*、(?=[^、]{4,}$)/, '')

function percentOf([all, digits, chinese, decimals]: RegExpExecArray): number {
  if (digits !== undefined) return Number(digits)
  if (all === '百分百' || chinese === '百') return 100
  const [, hundred, rest = ''] = /^(一?百)?(.*)$/.exec(chinese!) ?? []
  const whole = (hundred ? 100 : 0) + (rest === '' ? 0 : numberOf(rest))
  return Number(`${whole}${decimals ? `.${Array.from(decimals, numberOf).join('')}` : ''}`)
}
