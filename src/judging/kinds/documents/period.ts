import type { Day } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import { exempt, met, unclear, type Verdict } from '../../../core/verdict.ts'
import type { Truth } from '../../../core/where.ts'
import { listed, quoted, titled } from '../../../language/prose.ts'
import { isAbout, type Period } from '../../desk/years.ts'
import { type AbsentMessage, absentVerdict, materialsOf } from '../../papers/absent.ts'
import { type Flaw, type Paper, paperNames } from '../../papers/papers.ts'
import { sampled } from '../../rows/cases.ts'
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
  const papers = frame.papers.filter((paper) => concerns(paper, period))
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
  const perhaps = frame.papers.filter((paper) => paper.flaw === null && aboutPeriod(paper, period) === 'unknown')
  if (perhaps.length > 0 && fits.length + perhaps.length >= needed)
    return unclear(
      'year-unsure',
      { ...data, files: paperNames(perhaps) },
      { ...more, cites: perhaps.map(({ place }) => place), actual: '年度不明', lacks: { materials: ids } },
    )
  if (fits.length > 0) return few(scope, wanted, fits, flawed)
  if (flawed.length > 0) return amiss(scope, wanted, flawed)
  return absentVerdict(scope, ids, about)
}

const aboutPeriod = ({ document }: Paper, period: Period | null): Truth =>
  period?.year == null ? 'yes' : isAbout(document, period.year)

/** Without a year of its own a paper may belong to any year: then it can only be unclear. */
function concerns(paper: Paper, period: Period | null): boolean {
  const about = aboutPeriod(paper, period)
  return about === 'yes' || (about === 'unknown' && paper.flaw !== null)
}
