import type { Claim } from '../../../core/fact.ts'
import { comparedTo, percentName } from '../../../core/percent.ts'
import { gap, unclear, type Verdict } from '../../../core/verdict.ts'
import { agrees, sourceOf } from '../../papers/claims.ts'
import { placesOf, sampled, tablePlaces } from '../../rows/cases.ts'
import { shareName, type Tally } from '../../rows/tally.ts'
import type { Frame } from './period.ts'

/** A claim may speak of any one of the years, so it differs only where it fits none of them. */
export function disagreeing(
  { claims, scope, ledger, tables, part: part_, bounds }: Frame,
  tallies: readonly Tally[],
): Verdict<'claim-differs'>[] {
  // 满意率95%, and all of them were: who names just what is asked for says that it was reached.
  const isMark = ({ percent }: Claim) =>
    bounds.some(
      (bound) =>
        bound.side === 'at-least' &&
        percentName(bound.percent) === `${percent}%` &&
        tallies.every(({ pass, fail }) => comparedTo(pass.length, pass.length + fail.length, bound.percent) >= 0),
    )
  const odd = claims.filter((claim) => !isMark(claim) && tallies.every((counts) => !agrees(claim, counts)))
  const [first] = odd
  const counts = tallies.find(({ pass, fail }) => pass.length + fail.length > 0) ?? tallies[0]
  if (!first || !counts) return []
  const [part, whole] = [counts.pass.length, counts.pass.length + counts.fail.length]
  const data = { ...claimData(first), name: scope.rule.name, ledger, rate: shareName(part, whole), part, whole }
  // All of them, says the claim: these are the ones that are not.
  const failing =
    first.percent === 100
      ? sampled(
          placesOf(
            tallies.flatMap(({ fail }) => fail),
            part_.decisive,
          ),
        )
      : []
  const cites = [...odd.map(({ at }) => at), ...tablePlaces(tables), ...failing]
  const about = { subject: 'claim', cites, expected: data.rate, actual: data.percent }
  const isOpen = tallies.some(({ open }) => open.length > 0)
  return [isOpen ? unclear('claim-differs', data, about) : gap('claim-differs', data, about)]
}

/** A figure that a text claims, where the ledger that it would come from is not there. */
export function unproven<M extends string>(found: Verdict<M>, claims: readonly Claim[]): Verdict<M | 'claim-unproven'> {
  const [first] = claims
  if (!first) return found
  const cites = claims.map(({ at }) => at)
  return unclear(
    'claim-unproven',
    { ...found.data, ...claimData(first) },
    { cites, expected: found.expected, actual: found.actual, ...(found.lacks && { lacks: found.lacks }) },
  )
}

const claimData = (claim: Claim) => ({ source: sourceOf(claim), subject: claim.subject, percent: `${claim.percent}%` })
