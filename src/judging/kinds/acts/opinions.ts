import { type Day, daysBetween, written } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import type { Place } from '../../../core/place.ts'
import { gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { titled } from '../../../language/prose.ts'
import { isSame } from '../../papers/subjects.ts'
import { type About, isAbout, isKept, type Recorded, recorded } from './found.ts'

type Timed = Verdict<'kept' | 'quick' | 'thorough'>
type Told = Verdict<'kept' | 'reviewed-after' | 'reviewed-before' | 'perhaps-after'>

/** An opinion that came after the meeting that discussed its subject, or after the paper that it was about. */
export function reviewedFirst(scope: Scope, about: About | null): Told[] {
  return opinionsOn(scope, about).flatMap(({ act, document }): Told[] => {
    const { issued, of } = act
    const later = stepsOf(scope, of)
    const first = later.toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]
    if (!issued || !first) return []
    const data = { subject: titled(of[0]!), issued: written(issued), day: written(first.day), what: first.what }
    const more = {
      subject: of[0]!,
      cites: [act.at, first.at],
      expected: '先审查、后讨论',
      actual: `${first.day} ${first.what}，${issued} 出具意见`,
    }
    if (issued <= first.day) return [met('reviewed-before', data, more)]
    if (isKept(scope, of[0]!, [issued, first.day])) return [met('kept', data, more)]
    // Of several opinions in one paper each states its own day; else it is the paper's.
    const isOfPaper = document.facts.issued?.value === issued
    const isSure = !(isOfPaper && document.facts.issued?.certainty === 'weak') && daysBetween(first.day, issued) > 1
    return [isSure ? gap('reviewed-after', data, more) : unclear('perhaps-after', data, more)]
  })
}

/** The opinion took fewer working days than it has to. */
export function reviewTime(scope: Scope, about: About | null, least: number): Timed[] {
  return [...opinionsOn(scope, about), ...unnamed(scope, about)].flatMap(({ act, document }): Timed[] => {
    const { received, issued, at } = act
    const title = document.facts.title?.value ?? ''
    const of = act.of.length > 0 ? act.of : [title]
    // One form is filled in for each matter: its file tells them apart.
    const subject = act.of[0] ?? `${document.evidence.path} ${title}`
    const days = received && issued && scope.package.calendar.workdaysBetween(received, issued)
    if (!received || !issued || typeof days !== 'number' || issued < received) return []
    const data = { subject: titled(of[0]!), from: written(received), until: written(issued), days, least }
    const more = { subject, cites: [at], expected: `不少于${least}个工作日`, actual: `${days}个工作日` }
    if (days >= least) return [met('thorough', data, more)]
    if (isKept(scope, of[0]!, [received, issued])) return [met('kept', data, more)]
    return [gap('quick', data, more)]
  })
}

const opinionsOn = (scope: Scope, about: About | null): Recorded<'opinion'>[] =>
  recorded(scope, 'opinion').filter(
    ({ act }) =>
      act.about === '合法性' &&
      act.of.length > 0 &&
      isAbout(act.of.slice(0, 1), about) &&
      (act.issued ?? '') >= scope.package.cycle.from,
  )

/** A form that names no paper says in its title what it is filled in for: 重大行政决策合法性审查意见书. */
const unnamed = (scope: Scope, about: About | null): Recorded<'opinion'>[] =>
  recorded(scope, 'opinion').filter(
    ({ act, document }) =>
      act.about === '合法性' &&
      act.of.length === 0 &&
      about !== null &&
      (document.facts.title?.value ?? '').includes(about) &&
      (act.issued ?? '') >= scope.package.cycle.from,
  )

type Step = { readonly day: Day; readonly what: string; readonly at: Place }

/** When its subject was discussed, and when it was issued. */
function stepsOf(scope: Scope, of: readonly string[]): Step[] {
  const [own = ''] = of
  const meetings = recorded(scope, 'meeting').flatMap(({ act, document }) => {
    if (LISTENS.test(document.facts.title?.value ?? '')) return []
    const item = act.items.find(
      ({ of: named, text }) => DISCUSSES.test(text + act.text.slice(0, 300)) && named.some((name) => isSame(own, name)),
    )
    return item ? [{ day: act.day, what: '上会讨论', at: act.at }] : []
  })
  const { documents, parts = [] } = scope.package
  const issued = [...documents, ...parts].flatMap(({ facts: { title, number, issued: day, acts } }) =>
    title && number && day?.certainty === 'certain' && acts.length === 0 && isIssue(title.value, own)
      ? [{ day: day.value, what: '印发', at: day.at }]
      : [],
  )
  return [...meetings, ...issued]
}

const LISTENS = new RegExp(paperWord('listening'), 'u')
const DISCUSSES = new RegExp(paperWord('deciding'), 'u')
const ABOUT_ISSUE = new RegExp(`${paperWord('aboutIssueEnds')}$|${paperWord('aboutIssue')}`, 'u')

/** The paper itself, or the notice that issues it: not a report or a reading of it. */
const isIssue = (title: string, own: string): boolean => isSame(title, own) && !ABOUT_ISSUE.test(title.replace(own, ''))
