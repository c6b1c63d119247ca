import type { ActOf } from '../../core/act.ts'
import { type Day, yearOf } from '../../core/day.ts'
import type { DocumentFacts } from '../../core/fact.ts'
import { oneOf } from '../../language/words.ts'
import { daysIn } from '../../language/written-days.ts'
import { anyOf, type Flow, namedIn } from './flow.ts'

const words = (list: string): string => oneOf('acts', list)
const CALL = new RegExp(`${words('calls')}[^。\\n]{0,80}?意见`, 'u')
const NOTICE = new RegExp(`${words('callingNotices')}|通知|函$`, 'u')
const ACCOUNT = new RegExp(`${words('callingAccounts')}$`, 'u')
const PUBLICLY = /公开征求意见/u
const TERM = new RegExp(words('callTerms'), 'u')

/** The notices in a paper that lay a draft open: of what, from when until when, and why for less long. */
export function consultationsIn(flow: Flow, { title, issued, drafts }: Facts): ActOf<'consultation'>[] {
  const name = title?.value ?? ''
  const isCalled = CALL.test(name) && NOTICE.test(name)
  const isShort = NOTICE.test(name) && name.length <= 12 && PUBLICLY.test(flow.text.slice(0, 1200))
  // How a draft for businesses was laid open, told behind why it was made, is the only paper of it that many offices keep.
  if (ACCOUNT.test(name) && drafts.length === 0)
    return noticeIn(flow, name, [0, flow.text.length], undefined).filter(
      ({ market, at }) => market === 'said' || PUBLICLY.test(at.quote ?? ''),
    )
  const heads = headingsIn(flow.text)
  // A volume that binds how a rule was made is named for the rule, and holds the notice under a heading of its own.
  if (!isCalled && !isShort) return within(flow, heads)
  if (drafts.length > 0) return []
  const later = isCalled ? heads.filter(({ at, name: one }, nth) => at > 0 && nth > 0 && one !== heads[0]!.name) : []
  return [{ at: 0, name }, ...later].flatMap((one, nth, all) => {
    const until = all[nth + 1]?.at ?? flow.text.length
    return noticeIn(flow, one.name, [one.at, until], nth === 0 ? issued?.value : undefined)
  })
}

type Heading = { readonly at: number; readonly name: string }

const within = (flow: Flow, heads: readonly Heading[]): ActOf<'consultation'>[] =>
  heads
    .filter(({ name }) => CALLING.test(name))
    .flatMap(({ at, name }, nth, all) => {
      const until = Math.min(at + LONGEST_NOTICE, all[nth + 1]?.at ?? flow.text.length)
      return noticeIn(flow, name, [at, until], undefined)
    })

const CALLING = new RegExp(`${words('callingNotices')}$`, 'u')
const LONGEST_NOTICE = 1500

/** The headings of notices, each on a line of its own; a line of a table of contents (3.征求意见公告) is none. */
function headingsIn(text: string): Heading[] {
  const lines = [...text.matchAll(/[^\n]+/gu)].map(({ index, 0: line }) => ({ at: index, name: line.trim() }))
  return lines.filter(({ name }) => isCall(name))
}

/** Whether a line heads a notice that lays a draft open. */
export const isCall = (line: string): boolean =>
  line.length <= 70 && line.includes('意见') && !/[。:；;]|^\s*\d/u.test(line) && CALL.test(line) && NOTICE.test(line)

function noticeIn(
  flow: Flow,
  name: string,
  [from, to]: readonly [number, number],
  issued: Day | undefined,
): ActOf<'consultation'>[] {
  const text = flow.text.slice(from, to)
  const span = spanIn(
    { text, at: (start, end) => flow.at(from + start, end === undefined ? undefined : from + end) },
    issued,
  )
  if (!span) return []
  return [
    {
      kind: 'consultation',
      of: [...namedIn(`${name}\n${text.slice(0, 1200)}`), ...calledIn(name)].slice(0, 1),
      from: span.from,
      until: span.until,
      shortened: new RegExp(`[^。\n]*(?:${anyOf('shortened')})[^。\n]*`, 'u').exec(text)?.[0]?.slice(0, 60) ?? null,
      market: marketIn(text),
      at: span.at,
    },
  ]
}

/** 与市场主体生产经营密切相关, unless that is denied. */
function marketIn(text: string): ActOf<'consultation'>['market'] {
  const market = new RegExp(anyOf('market'), 'u')
  const about = text
    .split(/[。;\n]/u)
    .filter(
      (sentence) =>
        (market.test(sentence) || REGULATES.test(sentence)) && !/(?:不|未|无)[^,]{0,6}(?:涉及|属于|关)/u.test(sentence),
    )
  if (about.some((sentence) => [CONCERNS, REGULATES, APPLIES].some((one) => one.test(sentence)))) return 'said'
  return about.length > 0 ? 'perhaps' : 'no'
}

/** 为规范小餐饮经营者生产经营活动: what the draft is for. */
const REGULATES = new RegExp(`规范[^,，]{0,16}${words('regulated')}`, 'u')
const CONCERNS = new RegExp(words('concerns'), 'u')
/** 适用于在我区从事房屋建筑的施工企业: whom it binds. */
const APPLIES = new RegExp(`${words('appliesTo')}[^,，;；]{0,40}${words('market')}`, 'u')

/** 关于征求某某规划意见的公告, 关于某某方案公开听取意见的公告, without 《》. */
function calledIn(title: string): string[] {
  const behind = BEHIND.exec(title)?.[1]
  if (behind && !PUBLIC.test(behind)) return [behind]
  const before = BEFORE.exec(title)?.[1]
  return before ? [before.replace(/的$/u, '')] : []
}

const BEHIND = new RegExp(`${words('calls')}(?:对|关于)?([^《》]{4,60}?)的?(?:意见|建议)`, 'u')
const BEFORE = new RegExp(`^(?:关于)?(?:对|就)?([^《》]{4,60}?)${words('openly')}*${words('calls')}`, 'u')
const PUBLIC = new RegExp(`^${words('public')}`, 'u')

type Facts = Pick<DocumentFacts, 'title' | 'issued' | 'drafts'>

/** A sentence; 一、征求意见时间 on a line of its own is one with the line under it. */
const SAYING = new RegExp(`[^。;\\n]+(?:(?<=${words('termHeads')}:?)\\n[^。;\\n]+)?`, 'gu')

/** 自某日至某日; else from the day of the notice until 某日前. */
function spanIn(flow: Flow, issued: Day | undefined) {
  for (const { index, 0: sentence } of flow.text.matchAll(SAYING)) {
    if (!TERM.test(sentence)) continue
    const days = daysIn(sentence)
    const [first, second] = days
    const at = flow.at(index, index + sentence.length)
    if (
      first &&
      second &&
      first.day <= second.day &&
      /^[^,，]{0,8}?(?:至|到|—|-|~|截止)/u.test(sentence.slice(first.end))
    )
      return { from: first.day, until: second.day, at }
    // 2020年6月8日到6月19日: the second day is of the first one's year.
    const later = first && /^\s?(?:至|到|—|-|~)\s?(\d{1,2}月\d{1,2}日)/u.exec(sentence.slice(first.end))?.[1]
    const [end] = later ? daysIn(`${yearOf(first.day)}年${later}`) : []
    if (first && end && first.day <= end.day) return { from: first.day, until: end.day, at }
    const only = days.find(
      ({ start, end }) =>
        /^(?:前|之前|以前|止|截止)/u.test(sentence.slice(end)) ||
        /(?:至|截至|截止[^,，]{0,4})$/u.test(sentence.slice(0, start)),
    )
    if (only && issued && issued <= only.day) return { from: issued, until: only.day, at }
  }
  return undefined
}
