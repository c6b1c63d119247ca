import { kind } from '../../../core/kind.ts'
import type { Place } from '../../../core/place.ts'
import type { Finding } from '../../../core/report.ts'
import { exempt, gap, met, type Verdict } from '../../../core/verdict.ts'
import { fileName, listed } from '../../../language/prose.ts'
import { clipped } from '../../../language/text.ts'
import { visible } from '../../../language/visible.ts'
import { isAccount } from '../../../placing/accounts.ts'

const messages = {
  differ: {
    says: '“{file}”有{count}处数字与本单位的台账不一致：{which}',
    fix: '请逐处核对台账和原件：写错的更正后重报；台账漏登的，补登',
  },
  agree: { says: '自查报告、总结等所写的数字，凡能与台账对上的，未见不一致', fix: '无需处理' },
  none: { says: '没有自查报告、总结等可供对照', fix: '无需处理' },
} as const

/** What a report claims and the unit's own tables do not bear out is told at the table; here once for the report itself. */
export const claims = kind({
  name: 'claims',
  summary: '自查报告、总结等所写的件数和比率，与本单位台账对照，不一致的汇总到那份材料。',
  decides: 'machine',
  last: true,
  params: {},
  messages,

  judge(_, { package: { documents }, earlier }) {
    const accounts = new Set(documents.filter(isAccount).map(({ evidence }) => evidence.path))
    if (accounts.size === 0) return [exempt('none')]
    const against = new Map<string, Told[]>()
    for (const one of earlier.filter(isOfClaim))
      for (const at of one.cites.filter(({ file, quote }) => accounts.has(file) && quote !== undefined))
        against.set(at.file, [...(against.get(at.file) ?? []), { one, at }])
    if (against.size === 0) return [met('agree', {}, { cites: [...accounts].slice(0, 20).map((file) => ({ file })) })]
    return [...against].map(([file, told]) => differing(file, told))
  },
})

type Told = { readonly one: Finding; readonly at: Place }

/** Only what is certain: a claim beside a table with open rows is asked where the table is. */
const isOfClaim = ({ outcome, key, data }: Finding): boolean =>
  outcome === 'gap' && (key === 'count-differs' || key === 'claim-differs' || Boolean(data.claimed))

function differing(file: string, told: readonly Told[]): Verdict<'differ'> {
  const places = [...new Map(told.map(({ one, at }) => [`${at.quote}`, { one, at }])).values()]
  const which = places.map(({ one, at }) => `“${clipped(visible(at.quote ?? ''), 30)}”（指标${one.indicator}）`)
  return gap(
    'differ',
    { file: fileName(file), count: places.length, which: listed(which, '处') },
    {
      subject: fileName(file),
      cites: places.map(({ at }) => at),
      expected: '与台账一致',
      actual: `${places.length}处不一致`,
    },
  )
}
