import { type Day, yearOf } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import type { Document } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { exempt, met, unclear, type Verdict } from '../../../core/verdict.ts'
import type { Truth } from '../../../core/where.ts'
import { listed, quoted, titled } from '../../../language/prose.ts'
import { isAbout, type Period } from '../../desk/years.ts'
import { type AbsentMessage, absentVerdict, materialsOf } from '../../papers/absent.ts'
import { type Flaw, type Paper, paperNames } from '../../papers/papers.ts'
import { speaksOf } from '../../papers/topics.ts'
import { sampled } from '../../rows/cases.ts'
import { heldIn } from '../../tables/held.ts'
import { placeOf } from '../../tables/row-name.ts'
import { amiss, few } from './flaws.ts'

export type Asked = {
  readonly needed: number
  readonly number: boolean
  readonly seal: boolean
  readonly by: Day | null
  readonly formats: readonly string[]
}

type Frame = Asked & {
  readonly ids: readonly string[]
  readonly subject: string
  readonly period: Period | null
  readonly papers: readonly Paper[]
}

/** What fits, else what keeps the nearest from fitting, else that nothing is there. */
export function judged(
  scope: Scope,
  frame: Frame,
): Verdict<'present' | 'not-yet' | 'year-unsure' | 'few' | Flaw | AbsentMessage> {
  const { ids, needed, period, subject } = frame
  const about = { subject, year: period?.year ?? null, period: period ? `（${period.name}）` : '' }
  const names = materialsOf(scope, ids).map(({ name }) => titled(name))
  const data = {
    material: listed(names, '种') || '所要求的材料',
    period: about.period,
    needed,
    formats: quoted(frame.formats),
    why: period?.why ?? '',
  }
  const more = { subject, expected: needed > 1 ? `${data.material}${needed}份` : data.material }
  const wanted = { ids, by: frame.by, data, more }
  const dating = datedBy(scope, ids)
  const papers = frame.papers.filter((paper) => concerns(paper, period, dating))
  const fits = papers.filter(({ flaw }) => flaw === null)
  const flawed = papers.filter(({ flaw }) => flaw !== null)

  if (fits.length >= needed && fits.length > 0) {
    const blind = frame.seal && fits.every(({ document }) => document.facts.seals === null)
    const note = blind ? '（印章未经检测，请对照原件）' : ''
    const cites = sampled(fits.map(({ place }) => place))
    return met('present', { ...data, files: paperNames(fits), note }, { ...more, cites, actual: `${fits.length}份` })
  }
  // What surely is something else is no sign that a part of a year owed anything.
  if (period && !period.whole && flawed.every(({ sure }) => sure))
    return exempt('not-yet', data, { ...more, actual: `${fits.length}份` })
  const perhaps = frame.papers.filter(
    (paper) => paper.flaw === null && aboutPeriod(paper, period, dating) === 'unknown',
  )
  if (perhaps.length > 0 && fits.length + perhaps.length >= needed)
    return unclear(
      'year-unsure',
      { ...data, files: paperNames(perhaps) },
      { ...more, cites: perhaps.map(({ place }) => place), actual: '年度不明', lacks: { materials: ids } },
    )
  if (fits.length > 0) return few(scope, wanted, fits, flawed)
  if (flawed.length > 0) return amiss(scope, wanted, flawed)
  const absent = absentVerdict(scope, ids, about)
  // The table that has the other years proves what it does not have.
  return {
    ...absent,
    cites: [...absent.cites, ...sampled(frame.papers.flatMap(({ document }) => dating(document).places))],
  }
}

type Dating = (document: Document) => { readonly years: ReadonlySet<number>; readonly places: readonly Place[] }

/** A table of what was done, with a day for each, is of the years of its rows. */
function datedBy(scope: Scope, ids: readonly string[]): Dating {
  const topics = materialsOf(scope, ids).flatMap(({ topic }) => topic)
  return ({ evidence }) => {
    const rows = heldIn(scope.package, evidence.path, (text) => speaksOf(topics, text))
    return {
      years: new Set(rows.flatMap(({ span }) => [yearOf(span.from), yearOf(span.to)])),
      places: rows.map(({ row, column }) => placeOf(row, column)),
    }
  }
}

function aboutPeriod({ document }: Paper, period: Period | null, dating: Dating): Truth {
  if (period?.year == null) return 'yes'
  const own = isAbout(document, period.year)
  if (own !== 'unknown') return own
  const { years } = dating(document)
  return years.size === 0 ? own : years.has(period.year) ? 'yes' : 'no'
}

/** Without a year of its own a paper may belong to any year: then it can only be unclear. */
function concerns(paper: Paper, period: Period | null, dating: Dating): boolean {
  const about = aboutPeriod(paper, period, dating)
  return about === 'yes' || (about === 'unknown' && paper.flaw !== null)
}
