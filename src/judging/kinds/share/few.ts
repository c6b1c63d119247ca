import { comparedTo } from '../../../core/percent.ts'
import { gap, type Verdict } from '../../../core/verdict.ts'
import { type Case, placesOf, sampled } from '../../rows/cases.ts'
import { type Bound, boundName, shareName } from '../../rows/tally.ts'
import type { Named } from './named.ts'

/**
 * Who is in the class stands elsewhere: too few of the roster, even if all whom any paper names are in it, and nobody of
 * whom the roster has something to remark is counted.
 */
export function tooFew(
  cases: readonly Case[],
  named: Named,
  bound: Bound,
  name: string,
): Verdict<'named-short'> | undefined {
  const plainOnes = cases.filter(({ row }) => !row.remark)
  const [part, whole] = [named.size, plainOnes.length]
  if (part === 0 || comparedTo(part, whole, bound.percent) >= 0) return undefined
  const data = {
    name,
    rate: shareName(part, whole),
    part,
    whole,
    bound: boundName(bound),
    who: [...named.keys()].join('、'),
  }
  const more = { expected: data.bound, actual: `${data.rate}（${part}/${whole}）` }
  return gap('named-short', data, { ...more, cites: [...named.values(), ...sampled(placesOf(plainOnes))] })
}
