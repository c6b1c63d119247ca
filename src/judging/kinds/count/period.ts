import { exempt, gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { figure } from '../../../language/prose.ts'
import { type Period, subjectOf } from '../../desk/years.ts'
import { doubtOf } from '../../papers/absent.ts'
import { sampled } from '../../rows/cases.ts'
import type { Counted } from './counting.ts'
import { boundName, type Frame, isAll, noteOf, placesIn, reasonOf, thingNames } from './frame.ts'

/** One verdict for a stretch of the cycle. */
export function ofPeriod(
  frame: Frame,
  period: Period,
  { sure, open }: Counted,
): Verdict<'enough' | 'few' | 'many' | 'running' | 'open-rows' | 'not-all-read'> {
  const { scope, least, most, of, backs, unit } = frame
  const have = sure.length
  const about = {
    of,
    period: period.name,
    name: scope.rule.name,
    count: `${have}${unit}`,
    why: period.why,
    least: `${least ?? 0}${unit}`,
    most: `${most ?? 0}${unit}`,
  }
  const more = {
    subject: subjectOf(of, period),
    expected: boundName(least, most, unit),
    actual: `${have}${unit}`,
  }
  const cites = [...backs, ...sampled(placesIn(sure))]
  const undecided = () =>
    unclear(
      'open-rows',
      { ...about, open: `${open.length}${unit}`, rows: thingNames(open, unit), reason: reasonOf(frame) },
      { ...more, cites: [...backs, ...placesIn(open)] },
    )

  if (most !== null && have > most)
    return gap('many', { ...about, rows: thingNames(sure, unit) }, { ...more, cites: placesIn(sure) })
  if (most !== null && have + open.length > most) return undecided()
  if (least === null || have >= least)
    return met('enough', { ...about, note: noteOf(least, most, unit) }, { ...more, cites })
  if (!period.whole)
    return exempt(
      'running',
      { ...about, pace: `${figure(Math.floor(least * period.share * 10) / 10)}${unit}` },
      { ...more, cites },
    )
  if (have + open.length >= least) return undecided()
  const short = { ...more, cites, lacks: { materials: frame.materials } }
  if (isAll(frame)) return gap('few', about, { ...short, cites: [...cites, ...sampled(frame.others)] })
  return unclear('not-all-read', { ...about, reason: doubtOf(scope) }, short)
}
