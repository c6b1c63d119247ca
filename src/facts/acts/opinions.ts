import type { ActOf } from '../../core/act.ts'
import type { Day } from '../../core/day.ts'
import type { DocumentFacts } from '../../core/fact.ts'
import { daysIn } from '../../language/written-days.ts'
import { numbersIn } from '../numbers.ts'
import { type Flow, namedIn } from './flow.ts'

const TITLE = /(合法性|法制|法律)(?:审查|审核)/u
const SENT = /送来|送审|报送|提交|提请|送交|来函|移送|转来/u

/** An opinion on whether something is lawful: of what, when it came in, when the opinion went out. */
export function opinionIn(flow: Flow, { title, issued, number }: Facts): ActOf<'opinion'> | undefined {
  const about = TITLE.exec(title?.value ?? '')?.[1]
  if (!about || !/意见|结论/u.test(title?.value ?? '')) return undefined
  const head = flow.text.slice(0, 800)
  const named = namedIn(`${title?.value}\n${head}`)
  const quoted = [...head.matchAll(/“([^“”]{4,60})”/gu)].map(([, name = '']) => name)
  return {
    kind: 'opinion',
    of: named.length > 0 ? named.slice(0, 2) : quoted.slice(0, 1),
    numbers: numbersIn(flow.text).flatMap(({ value, repair }) =>
      value === number?.value || (repair !== null && !/原文/u.test(repair)) ? [] : [value],
    ),
    received: receivedIn(head),
    issued: issued && issued.certainty !== 'weak' && !issued.unconfirmed ? issued.value : (issued?.value ?? null),
    about: about === '合法性' ? '合法性' : '法制',
    at: issued?.at ?? title?.at ?? flow.at(0),
  }
}

type Facts = Pick<DocumentFacts, 'title' | 'issued' | 'number'>

function receivedIn(head: string): Day | null {
  const [day] = daysIn(head).filter(({ end }) => SENT.test(head.slice(end, end + 12)))
  return day?.day ?? null
}
