import type { ActOf } from '../../core/act.ts'
import { type Day, yearOf } from '../../core/day.ts'
import type { DocumentFacts } from '../../core/fact.ts'
import { daysIn } from '../../language/written-days.ts'
import { anyOf, type Flow, namedIn } from './flow.ts'

const CALL = /(?:公开|广泛)?(?:征求|征集|听取)[^。\n]{0,80}?意见/u
const NOTICE = /公告|启事|通告|通知|函$/u
const TERM = /(?:征求|征集|反馈|公示|提出|期限|时间|截止)/u

/** The notices in a paper that lay a draft open: of what, from when until when, and why for less long. */
export function consultationsIn(flow: Flow, { title, issued, drafts }: Facts): ActOf<'consultation'>[] {
  const name = title?.value ?? ''
  const isCalled = CALL.test(name) && NOTICE.test(name)
  const isShort = NOTICE.test(name) && name.length <= 12 && /公开征求意见/u.test(flow.text.slice(0, 1200))
  if (drafts.length > 0 || !(isCalled || isShort)) return []
  const later = isCalled ? headingsIn(flow.text) : []
  return [{ at: 0, name }, ...later].flatMap((one, nth, all) => {
    const until = all[nth + 1]?.at ?? flow.text.length
    return noticeIn(flow, one.name, [one.at, until], nth === 0 ? issued?.value : undefined)
  })
}

/** The headings of other notices that are kept in the same paper behind the first. */
function headingsIn(text: string): { readonly at: number; readonly name: string }[] {
  const lines = [...text.matchAll(/[^\n]+/gu)].map(({ index, 0: line }) => ({ at: index, name: line.trim() }))
  const heads = lines.filter(
    ({ name }) => name.length <= 70 && !/[。:；;]/u.test(name) && CALL.test(name) && NOTICE.test(name),
  )
  return heads.filter(({ at, name }, nth) => at > 0 && nth > 0 && name !== heads[0]!.name)
}

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
  const words = new RegExp(anyOf('market'), 'u')
  const about = text
    .split(/[。;\n]/u)
    .filter((sentence) => words.test(sentence) && !/(?:不|未|无)[^,]{0,6}(?:涉及|属于|关)/u.test(sentence))
  if (about.some((sentence) => /(?:密切|直接)相关|切身利益/u.test(sentence))) return 'said'
  return about.length > 0 ? 'perhaps' : 'no'
}

/** 关于征求某某规划意见的公告, 关于某某方案公开听取意见的公告, without 《》. */
function calledIn(title: string): string[] {
  const behind = /(?:征求|征集|听取)(?:对|关于)?([^《》]{4,60}?)(?:的)?(?:意见|建议)/u.exec(title)?.[1]
  if (behind && !PUBLIC.test(behind)) return [behind]
  const before =
    /^(?:关于)?(?:对|就)?([^《》]{4,60}?)(?:面向|公开|广泛|再次|向社会|向群众|向公众)*(?:征求|征集|听取)/u.exec(
      title,
    )?.[1]
  return before ? [before.replace(/的$/u, '')] : []
}

const PUBLIC = /^(?:社会|公众|群众|各界|大家|广大)/u

type Facts = Pick<DocumentFacts, 'title' | 'issued' | 'drafts'>

/** 自某日至某日; else from the day of the notice until 某日前. */
function spanIn(flow: Flow, issued: Day | undefined) {
  for (const { index, 0: sentence } of flow.text.matchAll(/[^。;\n]+/gu)) {
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
