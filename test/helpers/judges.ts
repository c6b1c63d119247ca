import { describe, expect, test } from 'vitest'
import { fill, type Kind, type Scope } from '../../src/core/kind.ts'
import { OUTCOMES, type Outcome, worst } from '../../src/core/outcome.ts'
import type { Place } from '../../src/core/place.ts'
import type { Verdict } from '../../src/core/verdict.ts'

export type Case<M> = {
  readonly when: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly scope: Scope
  /** The messages of all verdicts, in their order. */
  readonly says: M | readonly M[]
  /** What the first verdict of the case's outcome says, in full. */
  readonly text?: string
  readonly cites?: readonly Place[]
  readonly subjects?: readonly string[]
}

/** Runs a table of cases against one kind, and insists that every message is shown at least once and has no open hole. */
export function judges<M extends string>(
  kind: Kind & { readonly messages: Readonly<Record<M, Kind['messages'][string]>> },
  given: Readonly<Record<string, unknown>>,
  table: Partial<Record<Outcome, readonly Case<M>[]>>,
): void {
  describe(kind.name, () => {
    for (const outcome of OUTCOMES)
      for (const { when, params, scope, says, text, cites, subjects } of table[outcome] ?? [])
        test(`${outcome}: ${when}`, () => {
          const verdicts = judge(kind, { ...given, ...params }, scope)
          expect(verdicts.map(({ message }) => message)).toEqual(typeof says === 'string' ? [says] : says)
          expect(worst(verdicts.map((verdict) => verdict.outcome))).toBe(outcome)
          for (const verdict of verdicts) expect(told(kind, verdict)).not.toMatch(/[{}]|undefined|NaN|null/)
          const first = verdicts.find((verdict) => verdict.outcome === outcome)
          if (text !== undefined) expect(first && fill(kind.messages[first.message]!.says, first.data)).toBe(text)
          if (cites) expect(first?.cites).toEqual(cites)
          if (subjects) expect(verdicts.map(({ subject }) => subject)).toEqual(subjects)
        })

    test('every message has a case', () => {
      const shown = Object.values(table)
        .flat()
        .flatMap(({ says }) => says)
      expect([...new Set(shown)].sort()).toEqual(Object.keys(kind.messages).sort())
    })

    test('no two verdicts of one rule are about the same', () => {
      for (const { params, scope } of Object.values(table).flat()) {
        const subjects = judge(kind, { ...given, ...params }, scope).map(({ subject }) => subject)
        expect(subjects).toEqual([...new Set(subjects)])
      }
    })
  })
}

/** Judges with the kind's own defaults. */
export function judge(kind: Kind, params: Readonly<Record<string, unknown>>, scope: Scope): readonly Verdict[] {
  const defaults = Object.entries(kind.params).map(([name, param]) => [name, param.default])
  return kind.judge({ ...Object.fromEntries(defaults), ...params } as never, scope)
}

const told = (kind: Kind, { message, data, expected, actual }: Verdict): string => {
  const { says, fix } = kind.messages[message]!
  return [fill(says, data), fill(fix, data), expected, actual].join('\n')
}
