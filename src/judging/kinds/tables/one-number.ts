import type { Scope } from '../../../core/kind.ts'
import { gap, type Verdict } from '../../../core/verdict.ts'
import { documentNames } from '../../papers/absent.ts'
import { isOfCases, sharedNumbers } from '../../papers/flaws/shared-numbers.ts'
import type { Ask } from './params.ts'

/** Decisions on different cases that bear one number, each at its paper. */
export function papersOfOneNumber({ package: found, rule }: Scope, { about }: Ask): Verdict<'one-number'>[] {
  return sharedNumbers(found)
    .filter((one) => isOfCases(one, about))
    .map(({ number, documents }) =>
      gap(
        'one-number',
        { name: rule.name, number, count: documents.length, papers: documentNames(documents) },
        {
          subject: `same-number ${number}`,
          cites: documents.map(({ evidence, facts }) => facts.number?.at ?? { file: evidence.path }),
          expected: '一案一号',
          actual: `${documents.length}份`,
        },
      ),
    )
}
