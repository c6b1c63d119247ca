import type { ActOf } from '../../../core/act.ts'
import { written, yearOf } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import { gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { clipped } from '../../../language/text.ts'
import { wordLists } from '../../../language/words.ts'
import { nameOf } from '../../papers/absent.ts'
import { isSame } from '../../papers/subjects.ts'
import { columnRows } from '../../tables/cells.ts'
import { type Grid, gridsOf } from '../../tables/grid.ts'
import { type Recorded, recorded } from './found.ts'

/** On a decision, the head of the body spoke first and not last. */
export function lastWord(scope: Pick<Scope, 'package'>): Verdict<'spoke-first' | 'spoke-last'>[] {
  const papers = [...recorded(scope, 'consultation'), ...recorded(scope, 'opinion')]
  const decided = [...papers.flatMap(({ act }) => act.of.slice(0, 1)), ...decidedIn(scope)]
  const meetings = recorded(scope, 'meeting')
  // Who elsewhere speaks last, or presides, is the head of the body.
  const heads = new Set(
    meetings.flatMap(({ act: { chair, items } }) =>
      (!chair.assumed && !isDeputy(chair.post)) || items.some(({ last }) => last) ? [chair.name] : [],
    ),
  )
  return meetings.flatMap(({ act }) =>
    act.items.flatMap((item): Verdict<'spoke-first' | 'spoke-last'>[] => {
      const isDecision = MAJOR.test(item.text) || item.of.some((name) => decided.some((one) => isSame(one, name)))
      if (!isDecision || (!item.first && !item.last)) return []
      const data = {
        day: written(act.day),
        chair: `${act.chair.post}${act.chair.name}`,
        subject: clipped(item.of[0] ? `《${item.of[0]}》` : item.text.replace(/\s+/gu, ''), 60),
        words: clipped((item.first ?? item.last)?.quote ?? '', 40),
      }
      const more = {
        subject: `${act.day} ${item.of[0] ?? ''}`.trim(),
        cites: [item.first ?? item.last ?? item.at, item.at],
        expected: '主要负责人最后发言',
      }
      if (item.last || !item.first) return [met('spoke-last', data, { ...more, actual: '最后发言' })]
      const isHead = heads.has(act.chair.name)
      return [(isHead ? gap : unclear)('spoke-first', data, { ...more, actual: '没有最后发言' })]
    }),
  )
}

const MAJOR = new RegExp(paperWord('majorDecisions'), 'u')
const DEPUTY = new RegExp(`[、,兼]副|${paperWord('deputyPosts')}`, 'u')

const isDeputy = (post: string): boolean => post.startsWith('副') || DEPUTY.test(post)

/** What the unit's own tables call decisions: the yearly list, the register, whatever they are called. */
function decidedIn({ package: found }: Pick<Scope, 'package'>): string[] {
  const words = wordLists('acts').get('decisions') ?? []
  const registers = found.ledgers.filter(({ spec }) => words.some((word) => spec.name.includes(word)))
  const entered = registers.flatMap(({ spec, rows }) =>
    spec.columns
      .filter(({ name }) => words.some((word) => name.includes(`${word}事项`)))
      .flatMap(({ name }) => rows.map((row) => row.field(name).text)),
  )
  return [...entered.filter(Boolean), ...listedIn(found, words)]
}

function listedIn(found: Scope['package'], words: readonly string[]): string[] {
  const isOf = (grid: Grid) => grid.names.some((name) => words.some((word) => name.includes(word)))
  return gridsOf(found).flatMap((grid) => {
    const column = grid.columns.find(({ head }) => words.some((word) => head.labels.join('').includes(`${word}事项`)))
    const own = column ?? (isOf(grid) ? grid.columns.find(({ parts }) => parts.objects.includes('事项')) : undefined)
    return own ? columnRows(grid, own) : []
  })
}

/** Each year's meeting on a matter, of which at least one is presided over by who has to. */
export function chaired(
  scope: Scope,
  words: readonly string[],
  posts: readonly string[],
): Verdict<'other-chair' | 'own-chair'>[] {
  const all = recorded(scope, 'meeting')
  // The title of a book in which several are bound says of none of them what it was about.
  const isAlone = (document: Recorded<'meeting'>['document']) =>
    all.filter((one) => one.document === document).length === 1
  const about = all.filter(({ act, document }) =>
    isOn(act, isAlone(document) ? (document.facts.title?.value ?? '') : '', words),
  )
  const { cycle, asOf } = scope.package
  const years = [...new Set(about.map(({ act }) => yearOf(act.day)))].filter(
    (year) => `${year}-12-31` >= cycle.from && `${year}-01-01` <= (asOf < cycle.to ? asOf : cycle.to),
  )
  return years.sort().flatMap((year): Verdict<'other-chair' | 'own-chair'>[] => {
    const own = about.filter(({ act }) => yearOf(act.day) === year)
    const right = own.filter(({ act }) => isChief(act.chair.post, posts))
    const named = own.filter(({ act }) => act.chair.post !== '')
    const [first] = right.length > 0 ? right : named
    if (!first) return []
    const data = {
      year,
      day: written(first.act.day),
      chair: `${first.act.chair.post}${first.act.chair.name}`,
      posts: posts.join('、'),
    }
    const more = {
      subject: String(year),
      cites: (right.length > 0 ? right : named).map(({ act }) => act.at),
      expected: `${posts[0] ?? '主要负责人'}主持`,
      actual: data.chair,
    }
    if (right.length > 0) return [met('own-chair', data, more)]
    // One whose chair is not named, or a year that goes on, may still be the right one.
    const isOver = `${year}-12-31` <= scope.package.cycle.to
    return own.length > named.length || !isOver
      ? [unclear('other-chair', data, more)]
      : [gap('other-chair', data, more)]
  })
}

const isOn = ({ text, headed = [] }: ActOf<'meeting'>, title: string, words: readonly string[]): boolean =>
  words.some((word) => [title, text.slice(0, 260), ...headed].some((one) => one.includes(word)))

/** 镇党委书记 is one of 书记; 副书记 and 办公室主任 are none. */
function isChief(post: string, posts: readonly string[]): boolean {
  const deputies = wordLists('acts').get('deputies') ?? []
  return post
    .split(/[、,兼]/u)
    .some((one) => posts.some((word) => one.endsWith(word)) && !deputies.some((word) => one.includes(word)))
}

/** The yearly reports of named persons on their duties: each of them has to say it. */
export function accounts(scope: Scope): Verdict<'without-law' | 'with-law'>[] {
  return recorded(scope, 'account').flatMap(
    ({ act, document }: Recorded<'account'>): Verdict<'without-law' | 'with-law'>[] => {
      const { who, year, law, at } = act
      if (year === null || `${year}-12-31` < scope.package.cycle.from) return []
      const data = { year, who: `${who.post}${who.name}` || nameOf(document), words: clipped(law?.quote ?? '', 40) }
      const more = {
        subject: `${year} ${who.name || who.post || nameOf(document)}`,
        cites: [law ?? at],
        expected: '写明第一责任人职责',
        actual: law ? '已写' : '未写',
      }
      if (law) return [met('with-law', data, more)]
      const isClear = document.evidence.extent === 'whole'
      return [isClear ? gap('without-law', data, more) : unclear('without-law', data, more)]
    },
  )
}
