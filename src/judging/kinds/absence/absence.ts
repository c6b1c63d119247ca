import { written } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import { kind } from '../../../core/kind.ts'
import { gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import type { Truth, Where } from '../../../core/where.ts'
import { listed } from '../../../language/prose.ts'
import { clipped } from '../../../language/text.ts'
import { ledgersOf } from '../../desk/scope.ts'
import { contradictionsIn } from '../../papers/contradictions.ts'
import { isStatement, STATEMENT_MESSAGES, statementFiles, statementOf } from '../../papers/statement.ts'
import { type Case, casesOf, namesOf, placesOf, truthOf } from '../../rows/cases.ts'
import { condition } from '../../rows/conditions.ts'

const messages = {
  ...STATEMENT_MESSAGES,
  unopposed: {
    says: '{statement}于{day}说明{name}；查对{files}个文件{tables}，未发现相反材料（不等于没有）{unread}',
    fix: '无需处理；如另有情况，请如实更正',
  },
  contradicted: {
    says: '{name}：有{count}处文字与之不一致，如“{quote}”',
    fix: '请核实原件中这些文字所指的事项：确属本指标所指情形的，如实更正说明；不属于的，注明理由',
  },
  recorded: {
    says: '{name}：《{ledger}》登记有{count}件相反情形——{what}（{rows}）',
    fix: '请核实这{count}件：登记有误的更正台账；属实的，如实说明并附整改材料',
  },
  'perhaps-recorded': {
    says: '{name}：《{ledger}》有{count}件不能确定是否属于{what}（{rows}）',
    fix: '请核实并补填这{count}件的登记',
  },
} as const

type Found = Verdict<keyof typeof messages>

export const absence = kind({
  name: 'absence',
  summary: '“没有发生……”一类的要求：须有落款日期的书面说明，并且全部材料和台账中没有相反情形。',
  decides: 'machine',
  params: {
    statement: { type: 'materials', description: '情况说明、零报告、承诺书' },
    words: { type: 'texts', description: '说明有相反情形的字样', default: [] },
    near: { type: 'texts', description: '同一句中还须有其中一个字样才算', default: [] },
    together: { type: 'classes', description: '一个分句里每组各有一个字样的，也算有相反情形', default: [] },
    except: { type: 'texts', description: '句中有这些说法的不算', default: [] },
    checks: { type: 'checks', description: '台账中属于相反情形的记录', default: [] },
  },
  messages,

  judge({ statement, words, near, together, except, checks }, scope) {
    const hits = contradictionsIn(scope, statementFiles(scope, statement), { words, near, together, except })
    const against: Found[] = checks.flatMap((check) => recorded(check, scope))
    const [first] = hits
    if (first) {
      const quote = clipped(first.sentence, 60)
      const cites = hits.slice(0, 200).map(({ at }) => at)
      against.push(
        unclear(
          'contradicted',
          { name: scope.rule.name, count: hits.length, quote },
          { subject: 'words', cites, expected: '无相反材料', actual: `${hits.length}处` },
        ),
      )
    }
    const found = statementOf(scope, statement)
    if (!isStatement(found)) return [...against, found]
    return against.length > 0
      ? against
      : [
          unopposed(
            scope,
            found,
            checks.map(({ ledger }) => ledger),
          ),
        ]
  },
})

type Check = { readonly ledger: string; readonly where: Where; readonly says: string }

/** The unit's own ledger states it: that is evidence, where a word in a text is not. */
function recorded({ ledger, where, says }: Check, scope: Scope): Found[] {
  const test = condition(where, scope)
  const truths = casesOf(scope, ledger).map((item) => ({ item, truth: truthOf(item, test.of) }))
  const such = (wanted: Truth): Case[] => truths.filter(({ truth }) => truth === wanted).map(({ item }) => item)
  const [hits, open] = [such('yes'), such('unknown')]
  const some = hits.length > 0 ? hits : open
  if (some.length === 0) return []
  const data = { name: scope.rule.name, ledger, count: some.length, what: says || scope.rule.name, rows: namesOf(some) }
  const more = {
    subject: `${ledger} ${says}`.trim(),
    cites: placesOf(some, test.decisive),
    expected: '0件',
    actual: `${some.length}件`,
  }
  if (hits.length === 0) return [unclear('perhaps-recorded', data, more)]
  return [scope.certain ? gap('recorded', data, more) : unclear('recorded', data, more)]
}

function unopposed(
  scope: Scope,
  { name, day, at }: { name: string; day: Parameters<typeof written>[0]; at: Found['cites'][number] },
  ledgers: readonly string[],
): Found {
  const { documents } = scope.package
  const unread = documents.filter(({ evidence }) => evidence.extent === 'unread').length
  const [searched, lacking] = [
    ledgers.filter((ledger) => ledgersOf(scope, ledger).length > 0),
    ledgers.filter((ledger) => ledgersOf(scope, ledger).length === 0),
  ]
  const tables = [
    ...(searched.length > 0
      ? [
          `、${listed(
            searched.map((ledger) => `《${ledger}》`),
            '本台账',
          )}`,
        ]
      : []),
    ...(lacking.length > 0
      ? [
          `（未见${listed(
            lacking.map((ledger) => `《${ledger}》`),
            '本台账',
          )}）`,
        ]
      : []),
  ].join('')
  const data = {
    statement: name,
    day: written(day),
    name: scope.rule.name,
    files: documents.length - unread,
    tables,
    unread: unread > 0 ? `；另有${unread}个文件未能读取，未作查对` : '',
  }
  return met('unopposed', data, { cites: [at], expected: '有书面说明且无相反材料', actual: '未发现相反材料' })
}
