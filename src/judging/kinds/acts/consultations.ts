import { daysBetween, written } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import { gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { titled } from '../../../language/prose.ts'
import { nameOf } from '../../papers/absent.ts'
import { type About, isAbout, isKept, type Recorded, recorded } from './found.ts'

export type Limits = {
  readonly about: About | null
  readonly least: number
  readonly unit: string
  readonly market: number | null
}

/** A draft laid open for less long than it has to be, by its own notice. */
export function consultations(
  scope: Scope,
  limits: Limits,
): Verdict<'short' | 'nearly' | 'long-enough' | 'explained' | 'kept'>[] {
  const all = recorded(scope, 'consultation')
  return all
    .map((one) => explainedBeside(one, all))
    .flatMap((one) => {
      const { of, from, until } = one.act
      if (!from || !until || until < scope.package.cycle.from || !isAbout(of, limits.about)) return []
      return [judged(scope, one, limits)]
    })
}

/** Why it was shorter, one of several papers on the same draft may say. */
function explainedBeside(one: Recorded<'consultation'>, all: readonly Recorded<'consultation'>[]) {
  const [name] = one.act.of
  const other = all.find(({ act }) => act.shortened !== null && name !== undefined && act.of[0] === name)
  return one.act.shortened === null && other ? { ...one, act: { ...one.act, shortened: other.act.shortened } } : one
}

/** The column by which a ledger's own rule tells whether businesses are concerned. */
const MARKET = '是否涉市场主体'

function judged(scope: Scope, { act, document }: Recorded<'consultation'>, { least, unit, market }: Limits) {
  const { from, until, shortened, of, at } = act
  const [start, end] = [from!, until!]
  const days = daysBetween(start, end)
  const worked = unit === 'day' ? days : scope.package.calendar.workdaysBetween(start, end)
  // What is too short for any draft is so whether or not businesses are concerned.
  const isShortForAny = worked !== undefined && worked + 1 < least
  const isMarket = market !== null && (act.market === 'said' || (act.market === 'perhaps' && !isShortForAny))
  const needed = isMarket ? market : least
  const inDays = unit === 'day' || isMarket
  const spent = inDays ? days : worked
  const name = of[0] ? titled(of[0]) : nameOf(document)
  const data = {
    subject: name,
    from: written(start),
    until: written(end),
    days: spent ?? days,
    unit: inDays ? '日' : '个工作日',
    least: needed,
    why: shortened ?? '',
  }
  const more = {
    subject: of[0] ?? nameOf(document),
    cites: [at],
    expected: `不少于${needed}${data.unit}`,
    actual: `${data.days}${data.unit}`,
  }
  // Whether the first day counts nobody has settled: it may.
  if (spent === undefined || spent + 1 >= needed) return met('long-enough', data, more)
  if (shortened !== null) return met('explained', data, more)
  const asks = isMarket && act.market === 'said' ? MARKET : undefined
  if (of[0] && isKept(scope, of[0], [start, end], asks)) return met('kept', data, more)
  // Whether a notice concerns businesses, a word of them alone does not tell.
  return isMarket && act.market !== 'said' ? unclear('nearly', data, more) : gap('short', data, more)
}
