import type { ActOf } from '../../core/act.ts'
import type { Day } from '../../core/day.ts'
import type { DocumentFacts } from '../../core/fact.ts'
import { daysIn } from '../../language/written-days.ts'
import { numbersIn } from '../numbers.ts'
import { anyOf, type Flow, namedIn } from './flow.ts'

const TITLE = /(合法性|法制|法律)(?:审查|审核)/u
const ISSUED = new RegExp(`^[^,，。;；]{0,6}(?:${anyOf('given')})`, 'u')
const SENT = /送来|送审|报送|提交|提请|送交|来函|移送|转来/u

/** Opinions on whether something is lawful: of what, when it came in, when the opinion went out. */
export function opinionsIn(flow: Flow, facts: Facts): ActOf<'opinion'>[] {
  const { title, issued, number } = facts
  const about = TITLE.exec(title?.value ?? '')?.[1]
  if (!about || !/意见|结论/u.test(title?.value ?? '')) return []
  const several = severalIn(flow, about)
  if (several.length > 1) return several
  const head = flow.text.slice(0, 800)
  const named = namedIn(`${title?.value}\n${head}`)
  const quoted = [...head.matchAll(/“([^“”]{4,60})”/gu)].map(([, name = '']) => name)
  return [
    {
      kind: 'opinion',
      of: named.length > 0 ? named.slice(0, 2) : quoted.slice(0, 1),
      numbers: numbersIn(flow.text).flatMap(({ value, repair }) =>
        value === number?.value || (repair !== null && !/原文/u.test(repair)) ? [] : [value],
      ),
      received: receivedIn(head),
      issued: labelledIn(flow.text.slice(0, 2000), 'givenOut') ?? issued?.value ?? null,
      about: aboutOf(about),
      at: issued?.at ?? title?.at ?? flow.at(0),
    },
  ]
}

const aboutOf = (word: string): '合法性' | '法制' => (word === '合法性' ? '合法性' : '法制')

/** One paper that collects the opinions of some years: each of its paragraphs says when its own came in and went out. */
function severalIn(flow: Flow, about: string): ActOf<'opinion'>[] {
  const found: ActOf<'opinion'>[] = []
  let start = 0
  for (const line of flow.text.split('\n')) {
    const [of] = namedIn(line)
    const [received, issued] = [receivedIn(line), issuedIn(line)]
    if (of !== undefined && (received || issued) && !found.some((one) => one.of.includes(of)))
      found.push({
        kind: 'opinion',
        of: [of],
        numbers: [],
        received,
        issued,
        about: aboutOf(about),
        at: flow.at(start),
      })
    start += line.length + 1
  }
  return found
}

type Facts = Pick<DocumentFacts, 'title' | 'issued' | 'number'>

const receivedIn = (text: string): Day | null => labelledIn(text, 'cameIn') ?? dayOf(text, SENT)
const issuedIn = (text: string): Day | null => labelledIn(text, 'givenOut') ?? dayOf(text, ISSUED)

/** 收到送审材料时间:2021年9月28日, 出具时间:2021年10月11日: a form says which day is which. */
function labelledIn(text: string, list: 'cameIn' | 'givenOut'): Day | null {
  const label = new RegExp(`(?:${anyOf(list)})[^:：\\n。;；]{0,10}[:：]\\s*([^\\n。;；]{4,24})`, 'u').exec(text)
  const [day] = label ? daysIn(label[1]!) : []
  return day?.day ?? null
}

/** The day before the words of what was done on it. */
function dayOf(text: string, done: RegExp): Day | null {
  const [day] = daysIn(text).filter(({ end }) => done.test(text.slice(end, end + 12)))
  return day?.day ?? null
}
