import { written } from '../../../core/day.ts'
import { kind } from '../../../core/kind.ts'
import type { Place } from '../../../core/place.ts'
import { met, unclear, type Verdict } from '../../../core/verdict.ts'
import { clipped } from '../../../language/text.ts'
import { isStatement, STATEMENT_MESSAGES, statementOf } from '../../papers/statement.ts'

const messages = {
  ...STATEMENT_MESSAGES,
  gathered: {
    says: '{name}：其他各项核对中有{count}处需要核实，如“{first}”',
    fix: '请逐一核实所列各处的原件；一致的，请更正登记或文字，并保留核实记录',
  },
  'nothing-gathered': {
    says: '{statement}于{day}作出；各项核对中未发现需要核实的不一致（不等于没有）',
    fix: '无需处理；发现不实的，请如实更正',
  },
} as const

export const rollup = kind({
  name: 'rollup',
  summary: '汇总其他规则发现的某些情形，供人核实；须有书面承诺或说明。',
  decides: 'machine',
  turn: 1,
  params: {
    statement: { type: 'materials', description: '承诺书、情况说明' },
    messages: { type: 'texts', description: '汇总哪些发现，写作“规则种类.消息”，如 rate.claim-differs' },
  },
  messages,

  judge({ statement, messages: wanted }, scope) {
    const gathered = scope.earlier.filter(
      ({ kind, key, outcome }) => wanted.includes(`${kind}.${key}`) && (outcome === 'unclear' || outcome === 'gap'),
    )
    const found = statementOf(scope, statement)
    const verdicts: Verdict<keyof typeof messages>[] = isStatement(found) ? [] : [found]
    const [first] = gathered
    if (first) {
      const data = {
        name: scope.rule.name,
        count: gathered.length,
        first: clipped(`指标${first.indicator}：${first.message}`, 100),
        indicators: [...new Set(gathered.map(({ indicator }) => indicator))].join('、').replace('package', '整包'),
      }
      const cites = distinct(gathered.flatMap((finding) => finding.cites)).slice(0, 200)
      verdicts.push(
        unclear('gathered', data, {
          subject: 'gathered',
          cites,
          expected: '无需核实之处',
          actual: `${gathered.length}处`,
        }),
      )
    } else if (isStatement(found)) {
      verdicts.push(
        met(
          'nothing-gathered',
          { statement: found.name, day: written(found.day) },
          { cites: [found.at], expected: '无需核实之处', actual: '未发现' },
        ),
      )
    }
    return verdicts
  },
})

/** Two findings often stand on one place. */
function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()]
}
