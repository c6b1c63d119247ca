import type { Outcome } from '../../../../src/core/outcome.ts'
import { rollup } from '../../../../src/judging/kinds/rollup/rollup.ts'
import { judges } from '../../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../../helpers/scope.ts'

const materials = [
  material('pledge', { name: '真实性承诺书', nature: 'statement' }),
  material('extra', { name: '说明', need: 'supporting' }),
]
const earlier = (kind: string, key: string, outcome: Outcome = 'unclear') => ({
  id: 'x',
  indicator: '28',
  rule: '28.reviewed',
  kind,
  outcome,
  severity: 'required' as const,
  key,
  data: {},
  message: '两处不一致',
  remedy: '',
  expected: '',
  actual: '',
  basis: '',
  erratum: '',
  cites: [{ file: '自查报告.docx', page: 2 }],
})
const signed = (given: object = {}, more: object = {}) =>
  scopeOf({
    name: '没有编造',
    materials,
    documents: [paper({ path: '承诺.docx', title: '承诺书', issued: '2022-07-20', ...more })],
    serves: { pledge: ['承诺.docx'] },
    ...given,
  })
const none = (given: object = {}) => scopeOf({ name: '没有编造', materials, ...given })

judges(
  rollup,
  { statement: ['pledge'], messages: ['rate.claim-differs'] },
  {
    met: [
      { when: 'a pledge, and nothing was seen', scope: signed(), says: 'nothing-gathered' },
      {
        when: 'what was seen is not asked for',
        scope: signed({ earlier: [earlier('rate', 'short', 'gap')] }),
        says: 'nothing-gathered',
      },
    ],
    gap: [{ when: 'there is no pledge', scope: none(), says: 'missing' }],
    unclear: [
      {
        when: 'a claim differs from a ledger',
        scope: signed({ earlier: [earlier('rate', 'claim-differs')] }),
        says: 'gathered',
        text: '没有编造：其他各项核对中有1处需要核实，如“指标28：两处不一致”',
        cites: [{ file: '自查报告.docx', page: 2 }],
      },
      {
        when: 'the pledge has no date',
        scope: scopeOf({ materials, documents: [paper({ path: '承诺.docx' })], serves: { pledge: ['承诺.docx'] } }),
        says: 'undated',
      },
      { when: 'the pledge is old', scope: signed({}, { issued: '2021-01-01' }), says: 'stale' },
      {
        when: 'no pledge, but a file went unread',
        scope: none({ documents: [paper({ path: 'x.pdf', extent: 'unread' })] }),
        says: 'unread',
      },
      {
        when: 'no pledge, but something comes near',
        scope: none({ near: { pledge: '题名是“说明”' } }),
        says: 'near-miss',
      },
      { when: 'no pledge, and the duty is not certain', scope: none({ certain: false }), says: 'unsure-duty' },
    ],
    exempt: [
      { when: 'the unit has no such duty', scope: none({ declares: { declares: '不适用' } }), says: 'declared' },
      {
        when: 'the pledge is only supporting',
        params: { statement: ['extra'] },
        scope: none(),
        says: 'not-demanded',
      },
    ],
  },
)
