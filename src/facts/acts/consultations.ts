import type { ActOf } from '../../core/act.ts'
import type { Day } from '../../core/day.ts'
import type { DocumentFacts } from '../../core/fact.ts'
import { daysIn } from '../../language/written-days.ts'
import { anyOf, type Flow, namedIn } from './flow.ts'

const CALL = /(?:公开|广泛)?(?:征求|征集|听取)[^。\n]{0,80}?意见/u
const NOTICE = /公告|启事|通告|通知|函$/u
const TERM = /(?:征求|征集|反馈|公示|提出|期限|时间|截止)/u

/** A notice that lays a draft open: of what, from when until when, and why for less long. */
export function consultationIn(flow: Flow, { title, issued, drafts }: Facts): ActOf<'consultation'> | undefined {
  const name = title?.value ?? ''
  const head = flow.text.slice(0, 1200)
  const isCalled = CALL.test(name) && NOTICE.test(name)
  if (drafts.length > 0 || !(isCalled || (NOTICE.test(name) && name.length <= 12 && /公开征求意见/u.test(head))))
    return undefined
  const span = spanIn(flow, issued?.value)
  if (!span) return undefined
  return {
    kind: 'consultation',
    of: [...namedIn(`${name}\n${head}`), ...calledIn(name)].slice(0, 1),
    from: span.from,
    until: span.until,
    shortened: new RegExp(`[^。\n]*(?:${anyOf('shortened')})[^。\n]*`, 'u').exec(flow.text)?.[0]?.slice(0, 60) ?? null,
    market: marketIn(flow.text),
    at: span.at,
  }
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

/** 关于征求某某规划意见的公告, without 《》. */
function calledIn(title: string): string[] {
  const name = /(?:征求|征集|听取)(?:对|关于)?([^《》]{4,60}?)(?:的)?(?:意见|建议)/u.exec(title)?.[1]
  return name && !/^(?:社会|公众|群众|各界)/u.test(name) ? [name] : []
}

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
    const only = days.find(
      ({ start, end }) =>
        /^(?:前|之前|以前|止|截止)/u.test(sentence.slice(end)) ||
        /(?:至|截至|截止[^,，]{0,4})$/u.test(sentence.slice(0, start)),
    )
    if (only && issued && issued <= only.day) return { from: issued, until: only.day, at }
  }
  return undefined
}
