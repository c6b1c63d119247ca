import type { Day } from './day.ts'
import type { Package } from './package.ts'
import type { Percent } from './percent.ts'
import type { Finding } from './report.ts'
import type { Span } from './span.ts'
import type { Indicator, Rule } from './system.ts'
import type { Verdict } from './verdict.ts'
import type { Where } from './where.ts'

/**
 * What each type of parameter becomes. `ledger`, `column` and `material` are references: loading refuses a name that
 * nothing defines. A `column` belongs to the rule's `ledger` unless `of` names another ledger parameter.
 */
export type ParamValues = {
  text: string
  texts: readonly string[]
  /** A list of lists: each inner list holds words of one meaning. A single word may stand for its list. */
  classes: readonly (readonly string[])[]
  integer: number
  number: number
  flag: boolean
  percent: Percent
  day: Day
  /** `03-01`, a day of every year. */
  'month-day': string
  span: Span
  ledger: string
  column: string
  columns: readonly string[]
  where: Where
  material: string
  materials: readonly string[]
  parameter: string
  /** Ledgers with a condition each: `- {ledger: 行政复议案件台账, where: {…}}`. */
  checks: readonly { readonly ledger: string; readonly where: Where; readonly says: string }[]
}

/** One parameter of a kind. Without `default` it must be given; a `default` of null makes it optional. */
export type Param = { readonly description: string } & (
  | { readonly type: 'choice'; readonly of: readonly string[]; readonly default?: string | null }
  | {
      readonly type: 'column' | 'columns' | 'where'
      readonly ledger?: string
      readonly default?: string | null | readonly string[]
    }
  | { readonly type: Exclude<keyof ParamValues, 'column' | 'columns' | 'where'>; readonly default?: unknown }
)

type Given<P> = P extends { type: 'choice'; of: readonly (infer C)[] }
  ? C
  : P extends { type: infer T extends keyof ParamValues }
    ? ParamValues[T]
    : never

type ValueOf<P> = P extends { default: null } ? Given<P> | null : Given<P>

export type Params = Readonly<Record<string, Param>>
export type Values<P> = { readonly [K in keyof P]: ValueOf<P[K]> }

/** `says`: what was found, asked, and where. `fix`: the next step. `{holes}` are filled from the verdict's data. */
export type Message = { readonly says: string; readonly fix: string }

/** Everything a kind may look at. */
export type Scope = {
  readonly package: Package
  readonly indicator: Indicator
  readonly rule: Rule
  /** The indicator is certainly the unit's own; where it is not, what is missing is no gap. */
  readonly certain: boolean
  /** Whether an indicator is judged for this unit at all; a rule that is judged everywhere tells elsewhere what lies there. */
  readonly isJudged?: (indicator: string) => boolean
  /** All indicators, for a rule that is judged everywhere: what belongs to another is told there. */
  readonly indicators?: readonly Indicator[]
  /** What the rules before this one found; only kinds of a later `turn` need it. */
  readonly earlier: readonly Finding[]
}

/** One way to judge evidence. A rule names a kind and gives it parameters. Pure and total: it never throws on evidence. */
export type Kind = {
  readonly name: string
  /** In Chinese, for explain and the authors' guide. */
  readonly summary: string
  readonly params: Params
  readonly messages: Readonly<Record<string, Message>>
  /** Judged after all rules of earlier turns; 0 where it is left out. */
  readonly turn?: 1 | 2
  /** A rule of the package that is judged for every indicator: what it finds stands where the paper serves or lies. */
  readonly everywhere?: boolean
  readonly decides: 'machine' | 'person'
  judge(params: never, scope: Scope): readonly Verdict[]
}

/** Ties `params`, `messages` and `judge` together for the compiler; does nothing at run time. */
export const kind = <const P extends Params, const M extends Readonly<Record<string, Message>>>(
  spec: Omit<Kind, 'params' | 'messages' | 'judge'> & {
    readonly params: P
    readonly messages: M
    judge(params: Values<P>, scope: Scope): readonly Verdict<keyof M & string>[]
  },
) => spec

/** Fills a message's `{holes}`; a hole without data stays visible, and a test forbids it. */
export function fill(template: string, data: Verdict['data']): string {
  return template.replace(/\{([\w\p{Script=Han}-]+)\}/gu, (hole, key: string) => String(data[key] ?? hole))
}
