import { earliest } from '../../core/day.ts'
import type { Scope } from '../../core/kind.ts'
import type { Nothing, Package } from '../../core/package.ts'
import { spans } from '../../language/spans.ts'

/** The unit says that the whole indicator's matter did not occur, in words that together cover the cycle. */
export const nothingOf = (scope: Scope): Nothing | undefined =>
  covering(scope.package, (one) => one.of.answers.includes(scope.indicator.id) && isWhole(one))

/** The unit says that there were no such cases as this ledger records. */
export const nothingIn = (scope: Scope, ledger: string): Nothing | undefined =>
  covering(scope.package, (one) => one.of.ledgers.includes(ledger) && isWhole(one))

/** 除4户已补偿外,没有其他情况: there was some. */
const isWhole = ({ sentence }: Nothing): boolean => !/除[^,]{2,60}(?:以外|之外|外)/u.test(sentence)

/** The unit makes the statement that the indicator asks for, wherever it stands. */
export const nothingStated = (scope: Scope): Nothing | undefined =>
  covering(scope.package, ({ of }) => [...of.answers, ...of.states].includes(scope.indicator.id))

/**
 * Of the statements of one matter, one that covers the cycle; else the latest of several that cover its years together.
 * What is said of 2021 alone says nothing of 2020.
 */
function covering({ nothings = [], cycle, asOf }: Package, wanted: (one: Nothing) => boolean): Nothing | undefined {
  const until = earliest([asOf, cycle.to])!
  const said = new Map<string, Nothing[]>()
  for (const one of nothings) if (wanted(one)) said.set(one.of.id, [...(said.get(one.of.id) ?? []), one])
  for (const own of said.values()) {
    const whole = own.find((one) => spans([one], cycle.from, until))
    if (whole) return whole
    if (spans(own, cycle.from, until)) return own.at(-1)
  }
  return undefined
}
