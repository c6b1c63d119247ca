import type { Scope } from '../../../core/kind.ts'
import type { Place } from '../../../core/place.ts'
import { exempt, gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { figure, listed, noted, quoted } from '../../../language/prose.ts'
import type { Period } from '../../desk/years.ts'
import { doubtOf, hasAllRows } from '../../papers/absent.ts'
import { sampled } from '../../rows/cases.ts'
import type { Sum } from './sums.ts'

type Frame = {
  readonly scope: Scope
  readonly ledger: string
  readonly least: number
  readonly roster: string | null
  readonly hasRoster: boolean
  readonly backs: readonly Place[]
  readonly lacking: readonly string[]
}

/** Who falls short in one period. */
export function judged(
  { scope, ledger, least, roster, hasRoster, backs, lacking }: Frame,
  period: Period,
  sums: readonly Sum[],
): Verdict<
  'reached' | 'short' | 'running' | 'not-yet' | 'open-rows' | 'not-all-read' | 'no-people' | 'no-roster' | 'no-rows'
> {
  const short = sums.filter(({ most }) => most < least)
  const open = sums.filter(({ sure, most }) => sure < least && most >= least)
  const data = {
    name: scope.rule.name,
    ledger,
    period: period.name,
    people: sums.length,
    least: figure(least),
    roster: roster ?? '',
    why: period.why,
    pace: figure(Math.floor(least * period.share * 10) / 10),
  }
  const about = { subject: period.subject, expected: `每人不少于${figure(least)}` }
  if (sums.length === 0) {
    if (hasRoster) return unclear('no-people', data, { ...about, cites: backs, actual: '没有应核算的人员' })
    return period.year !== null && !period.whole
      ? exempt('not-yet', data, { ...about, cites: backs, actual: '尚无记录' })
      : unclear('no-rows', data, { ...about, cites: backs, actual: '没有记录', lacks: { ledger } })
  }

  // A year of which the ledger holds nothing of anybody is a ledger that is not there.
  if (period.whole && sums.every(({ sure, most }) => sure === 0 && most === 0))
    return unclear('no-rows', data, { ...about, cites: backs, actual: '没有记录', lacks: { ledger } })

  const actual = `${short.length + open.length}/${sums.length}人不足`
  const places = (some: readonly Sum[]) => some.flatMap((one) => one.places)
  if (short.length + open.length > 0 && !period.whole)
    return exempt(
      'running',
      { ...data, count: short.length + open.length },
      { ...about, cites: [...backs, ...sampled(places(short))], actual },
    )
  const also = open.length > 0 ? `，另有${open.length}人不能确定` : ''
  const lacks = { ...data, count: short.length, rows: told(short), also }
  if (short.length > 0)
    return hasAllRows(scope, ledger)
      ? gap('short', lacks, { ...about, cites: [...backs, ...places(short)], actual })
      : unclear(
          'not-all-read',
          { ...lacks, reason: doubtOf(scope) },
          { ...about, cites: [...backs, ...places(short)], actual },
        )
  if (open.length > 0) {
    const rows = listed(
      open.map(({ name, doubt }) => noted(name, doubt)),
      '人',
    )
    const reason = lacking.length > 0 ? `，台账缺少${quoted(lacking)}列` : ''
    return unclear(
      'open-rows',
      { ...data, count: open.length, rows, reason },
      { ...about, cites: [...backs, ...places(open)], actual },
    )
  }
  const cites = [...backs, ...sampled(places(sums))]
  if (roster !== null && !hasRoster) return unclear('no-roster', data, { ...about, cites, actual: `未见《${roster}》` })
  return met('reached', data, { ...about, cites, actual: `${sums.length}人均达到` })
}

/** 张甲(36)、李乙(0)等5人 */
const told = (sums: readonly Sum[]): string =>
  listed(
    sums.map(({ name, sure }) => noted(name, figure(sure))),
    '人',
  )
