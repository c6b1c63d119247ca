import { type Day, daysBetween, written, yearOf } from '../../../core/day.ts'
import { cellPlace } from '../../../core/evidence.ts'
import type { Scope } from '../../../core/kind.ts'
import type { Document } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { exempt, gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { whose } from '../../../language/bodies.ts'
import { cellWord } from '../../../language/cell-words.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { paragraphsOf, sentencesOf } from '../../../language/paragraphs.ts'
import { titled } from '../../../language/prose.ts'
import { plain } from '../../../language/text.ts'
import { unopened } from '../../../language/title-frame.ts'
import { oneOf } from '../../../language/words.ts'
import { daysIn } from '../../../language/written-days.ts'
import type { Matched } from '../../desk/scope.ts'
import { yearsAbout, yearsIn } from '../../desk/years.ts'
import {
  type AbsentMessage,
  absentVerdict,
  dayPlace,
  documentNames,
  filesOf,
  isDraft,
  mayBeMore,
  nameOf,
  titlePlace,
} from '../../papers/absent.ts'
import { distinctPapers } from '../../papers/papers.ts'
import { speaksOf } from '../../papers/topics.ts'
import { cell } from '../../tables/cells.ts'
import { gridsOf } from '../../tables/grid.ts'
import { rolesOf } from '../../tables/roles.ts'
import { placeOf } from '../../tables/row-name.ts'
import { spanOf } from '../../tables/sequence.ts'
import { type DueDay, dataOf, moreOf } from './days.ts'

type Listed = 'listed-on-time' | 'listed-late' | 'told-on-time'
type OnDay = 'on-time' | 'late-for-advised' | 'late' | 'perhaps-late'

/** One verdict for each due day: on the first paper of that year, by the day that it bears. */
export function papersJudged(
  scope: Scope,
  materials: readonly string[],
  dues: readonly DueDay[],
  after: number,
): Verdict<OnDay | Listed | 'undated' | 'not-due' | AbsentMessage>[] {
  const papers = distinctPapers(filesOf(scope, materials))
  const dated = papers.map(({ document, match }) => ({
    document,
    // A collection that touches the matter is a paper of another kind.
    isKind: !match.needs?.some((need) => need.kind === 'genre'),
    years: aboutYears(document, after),
    usable: match.sure && !isDraft(document) && isPast(document, scope),
  }))
  const listed = [
    ...papers.filter(({ match, document }) => match.sure && !document.facts.issued).flatMap(entriesIn),
    ...registered(scope, materials),
  ].filter(({ title }) => isOwn(title, scope))
  return dues.map((due) => {
    const own = dated.filter(
      ({ years, usable }) => due.year === null || years.includes(due.year) || (years.length === 0 && !usable),
    )
    const usable = own.filter((paper) => paper.usable).map(({ document }) => document)
    const first = usable.toSorted((a, b) => (issuedOf(a) < issuedOf(b) ? -1 : 1))[0]
    // A numbered report is the report; what names no year and bears no day may be a page that lists it.
    const others = own.filter(
      ({ usable: is, years, isKind }) => !is && (first?.facts.number ? years.length > 0 && isKind : true),
    )
    if (first) return onDay(scope, due, first, doubtOf(scope, materials, due, first, others.length > 0))
    const [entry, ...more] = listed.filter(({ year }) => year === due.year)
    if (entry && more.length === 0) return onListed(due, entry, scope)
    if (own.length === 0) return missing(scope, materials, due)
    const said = saidBefore(
      own.map(({ document }) => document),
      scope,
      materials,
      due,
    )
    if (said) return said
    const cites = own.map(({ document }) => titlePlace(document))
    return unclear(
      'undated',
      { ...dataOf(scope, due), files: documentNames(own.map(({ document }) => document)) },
      { ...moreOf(due), cites, actual: '日期不明' },
    )
  })
}

/** 侯某某，2021年11月24日取得公职律师证: a sentence on the very matter that names one day, in a paper of many things. */
function saidBefore(
  documents: readonly Document[],
  scope: Scope,
  materials: readonly string[],
  due: DueDay,
): Verdict<'told-on-time'> | undefined {
  const topics = scope.indicator.materials.filter(({ id }) => materials.includes(id)).flatMap(({ topic }) => topic)
  for (const document of documents)
    for (const { text, at } of paragraphsOf(document.evidence))
      for (const sentence of sentencesOf(text)) {
        const [day, ...others] = speaksOf(topics, sentence) ? daysIn(sentence) : []
        if (
          !day ||
          others.length > 0 ||
          day.day > due.by ||
          due.year !== null ||
          DEMANDED.test(sentence) ||
          UNTIL.test(sentence.slice(day.end))
        )
          continue
        const data = { ...dataOf(scope, due), files: nameOf(document), day: written(day.day) }
        return met('told-on-time', data, { ...moreOf(due), cites: [{ ...at, quote: sentence }], actual: day.day })
      }
  return undefined
}

/** 应于2021年12月31日前设立 tells of nothing that was done. */
const DEMANDED = new RegExp(`${oneOf('claims', 'demands')}|应[于在]|须|拟`, 'u')

const UNTIL = /^\s*[之以]?前/u

/** A list page of several reports gives each its own day: the row names the year, and one cell holds the day. */
type Entry = { readonly year: number; readonly day: Day; readonly title: string; readonly at: Place }

function entriesIn({ document: { evidence } }: Matched): Entry[] {
  return evidence.tables.flatMap((table) =>
    table.rows.flatMap(({ index, values }): Entry[] => {
      const titles = values.flatMap((value, column) =>
        typeof value === 'string' && REPORTED.test(value) && yearsIn(value).length === 1 ? [{ value, column }] : [],
      )
      const days = values.flatMap((value) =>
        typeof value === 'string' && value.length <= 20 ? daysIn(plain(value)) : [],
      )
      const [title, day] = [titles[0], days[0]]
      const year = title && yearsIn(title.value)[0]
      if (!title || !day || year === undefined || titles.length > 1 || days.length > 1) return []
      const at = cellPlace(evidence.path, table, index, title.column, title.value)
      return [{ year, day: day.day, title: title.value, at }]
    }),
  )
}

/** The office's own register of what it has published: each line with its title and its day. */
function registered({ package: found, indicator }: Scope, materials: readonly string[]): Entry[] {
  // What was to be reported is not late for being shown late.
  const topics = indicator.materials
    .filter(({ id, nature }) => materials.includes(id) && nature === 'screenshot')
    .flatMap(({ topic }) => topic)
  if (topics.length === 0) return []
  return gridsOf(found).flatMap((grid): Entry[] => {
    const days = rolesOf(grid).days.filter(({ as, event }) => as === 'act' && PUBLISHED.has(event ?? ''))
    const title = grid.columns.find(({ parts }) => parts.attributes[0] === '名称')
    if (days.length !== 1 || !title || grid.recognised) return []
    return grid.rows.flatMap((row): Entry[] => {
      const text = cell(row, title)
      const [year, ...more] = yearsIn(text)
      const day = spanOf(row, days[0]!)
      if (year === undefined || more.length > 0 || !day || day.from !== day.to) return []
      if (!IS_REPORT.test(text.trim()) || !speaksOf(topics, text)) return []
      return [{ year, day: day.to, title: text, at: placeOf(row, title) }]
    })
  })
}

const PUBLISHED = new Set(['公示', '公开', '公布'])

const REPORTED = new RegExp(cellWord('reports'), 'u')
const IS_REPORT = new RegExp(`${paperWord('reportEnds')}$`, 'u')

/** A page of the whole county lists the reports of every bureau. */
function isOwn(title: string, { package: { unit, roster = [] } }: Scope): boolean {
  const issuer = unopened(title).split(/(?:19|20)\d{2}/u)[0] ?? ''
  const owner = whose(issuer, unit, roster)
  return owner === 'own' || (owner === 'other' && issuer.length < 4)
}

function onListed(due: DueDay, { day, title, at }: Entry, scope: Scope): Verdict<'listed-on-time' | 'listed-late'> {
  const data = { ...dataOf(scope, due), files: titled(title), day: written(day), days: daysBetween(due.by, day) }
  const more = { ...moreOf(due), cites: [at], actual: day }
  return day <= due.by ? met('listed-on-time', data, more) : gap('listed-late', data, more)
}

const issuedOf = ({ facts }: Document): Day | '' => facts.issued?.value ?? ''

/**
 * The title names the year; else what is issued in a year is about the year whose due day falls in it. What is issued in the
 * first half of the very year that it names tells of no such year: a collection of 2021 begins with the report on 2020.
 */
function aboutYears(document: Document, after: number): number[] {
  const titled = yearsIn(document.facts.title?.value ?? '')
  const issued = document.facts.issued
  if (titled.length > 0 && !(after > 0 && issued && titled.some((year) => isBegun(year, issued.value)))) return titled
  return issued ? [yearOf(issued.value) - after] : yearsAbout(document)
}

const isBegun = (year: number, day: Day): boolean => day >= `${year}-01-01` && day <= `${year}-06-30`

const isPast = ({ facts: { issued } }: Document, { package: { asOf } }: Scope): boolean =>
  issued !== null && issued.value <= asOf

/** Why a late paper is no accusation: misread, or another file came in time. Who reports owes the report. */
function doubtOf(
  scope: Scope,
  materials: readonly string[],
  { year }: DueDay,
  { facts }: Document,
  others: boolean,
): string {
  if (facts.issued?.certainty === 'weak') return '该日期不能确认'
  if (facts.issued?.unconfirmed) return '该日期由图片识别，文中没有第二处可以印证，可能认错'
  if (others) return '另有文件不能确认成文日期或是否定稿'
  return mayBeMore(scope, materials, year) ? '有文件未能读取或接近而不能确定' : ''
}

function onDay(scope: Scope, due: DueDay, document: Document, doubt: string): Verdict<OnDay> {
  const day = document.facts.issued?.value ?? due.by
  const data = { ...dataOf(scope, due), files: nameOf(document), day: written(day), days: daysBetween(due.by, day) }
  const more = { ...moreOf(due), cites: [dayPlace(document)], actual: day }
  if (due.advised && day > due.advised && day <= due.by) return unclear('late-for-advised', data, more)
  if (day <= due.by) return met('on-time', data, more)
  return doubt ? unclear('perhaps-late', { ...data, doubt }, more) : gap('late', data, more)
}

function missing(scope: Scope, materials: readonly string[], due: DueDay): Verdict<'not-due' | AbsentMessage> {
  if (scope.package.asOf <= due.by) return exempt('not-due', dataOf(scope, due), moreOf(due))
  const { subject } = moreOf(due)
  return absentVerdict(scope, materials, {
    subject,
    year: due.year,
    period: due.year === null ? '' : `（${due.year}年度）`,
  })
}
