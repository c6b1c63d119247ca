import { kind } from '../../../core/kind.ts'
import type { Package } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import type { Finding } from '../../../core/report.ts'
import { exempt, gap, met, type Verdict } from '../../../core/verdict.ts'
import { fileName, listed } from '../../../language/prose.ts'
import { clipped } from '../../../language/text.ts'
import { visible } from '../../../language/visible.ts'
import { claimsOf, speaking } from '../../papers/claims.ts'
import { miscounted, type Told } from './counts.ts'
import { concerns, isOfRows, ofAll, type Tabled, tabledIn } from './tabled.ts'

const messages = {
  contradicted: {
    says: '“{file}”写明“{says}”，但{why}，两处不一致',
    fix: '请核对台账和原件：写错的更正后重报；台账漏登的，补登',
  },
  differ: {
    says: '“{file}”有{count}处所写与本单位的台账不一致：{which}',
    fix: '请逐处核对台账和原件：写错的更正后重报；台账漏登的，补登',
  },
  agree: { says: '自查报告、总结等所写的数字，凡能与台账对上的，未见不一致', fix: '无需处理' },
  elsewhere: { says: '所写数字与台账不一致的{count}处，已在各指标下指出', fix: '见各该指标' },
  none: { says: '没有自查报告、总结等可供对照', fix: '无需处理' },
} as const

/** What a report claims and the unit's own tables do not bear out: told where the table belongs, and once for the report. */
export const claims = kind({
  name: 'claims',
  summary: '自查报告、总结等所写的件数和比率，与本单位台账对照：不一致的，在该指标下指出，并汇总到那份材料。',
  decides: 'machine',
  turn: 2,
  everywhere: true,
  params: {},
  messages,

  judge(_, { package: found, indicator, rule, earlier }) {
    const { accounts = new Set<string>() } = found
    const isWhole = rule.id.startsWith(`${indicator.id}.`)
    const told = toldOf(found, earlier, accounts)
    if (accounts.size === 0 && told.length === 0) return isWhole ? [exempt('none')] : []
    if (!isWhole) {
      // The rule that computes it may have told it.
      const own = earlier.filter((one) => one.indicator === indicator.id && one.outcome === 'gap')
      const isTold = (at: Place) => own.some(({ cites }) => cites.some((cite) => isSame(cite, at)))
      return told.filter((one) => one.indicator === indicator.id && !isTold(one.at)).map(contradicted)
    }
    const cites = [...accounts].slice(0, 20).map((file) => ({ file }))
    if (told.length === 0) return [met('agree', {}, { cites })]
    // Of other papers it is told under the indicator alone; so is a single rate that is too good, beside the
    // finding there that tells what falls short.
    const whole = new Set(found.matches.filter((match) => match.indicator === indicator.id).map(({ file }) => file))
    const files = [...new Set(told.map(({ at }) => at.file))].filter((file) => {
      const own = told.filter(({ at }) => at.file === file)
      const isOneRate = own.length === 1 && own.every(({ shows }) => shows === '')
      return !isOneRate && (whole.has(file) || own.some((one) => one.indicator === indicator.id))
    })
    if (files.length === 0) return [exempt('elsewhere', { count: told.length }, { cites: told.map(({ at }) => at) })]
    return files.map((file) =>
      differing(
        file,
        told.filter(({ at }) => at.file === file),
      ),
    )
  },
})

/** A year's share below the mark leaves the table's total what it is. */
const isOwnFigure = ({ inColumn, at }: Tabled, cites: readonly Place[]): boolean =>
  inColumn && cites.every(({ file, sheet }) => file === at.file && sheet === at.sheet)

const isSame = (a: Place, b: Place): boolean => a.file === b.file && a.quote === b.quote

const seen = new WeakMap<readonly Finding[], readonly Told[]>()

function toldOf(found: Package, earlier: readonly Finding[], accounts: ReadonlySet<string>): readonly Told[] {
  const told = seen.get(earlier) ?? distinct([...rates(found, earlier, accounts), ...miscounted(found)])
  seen.set(earlier, told)
  return told
}

/** A claim that a rate is enough, beside a finding that it is not. */
function rates(found: Package, earlier: readonly Finding[], accounts: ReadonlySet<string>): Told[] {
  const byRule = new Map((found.claimedAs ?? []).map((one) => [one.rule, one]))
  return earlier.flatMap((one): Told[] => {
    const asked = one.outcome === 'gap' ? byRule.get(one.rule) : undefined
    if (!asked) return []
    const isOdd = one.key === 'claim-differs'
    const things = found.specs?.find(({ name }) => name === asked.ledger)?.spoken?.things ?? []
    const isOf = speaking(asked.names, things)
    const spoken = tabledIn(found).filter((claim) => isOf(claim))
    const tabled = [...spoken.filter(({ percent }) => percent >= asked.enough), ...ofAll(spoken, asked.enough)].filter(
      (claim) => concerns(claim, one.cites, found) && !isOwnFigure(claim, one.cites),
    )
    const written = claimsOf(found, asked.names, asked.ledger ?? '').filter(
      ({ at, percent }) =>
        accounts.has(at.file) && (percent >= asked.enough || (isOdd && one.cites.some((cite) => isSame(cite, at)))),
    )
    // The report on 2020 says nothing of a row of 2021.
    const concerned = isOdd ? written : written.filter((claim) => isOfRows(claim, one.cites, found))
    return [...concerned, ...tabled].map((claim) => ({
      indicator: one.indicator,
      at: claim.at,
      says: visible(claim.said ?? `${claim.subject}${claim.percent}%`),
      against: one.cites.filter((cite) => !isSame(cite, claim.at)).slice(0, 5),
      why: isOdd ? `按《${one.data.ledger}》核算为${one.data.rate}` : clipped(one.message, 100),
      shows: '',
    }))
  })
}

const distinct = (told: readonly Told[]): Told[] => [
  ...new Map(
    told.map((one) => [`${one.indicator} ${one.at.file} ${one.at.sheet ?? ''} ${one.at.cell ?? ''} ${one.says}`, one]),
  ).values(),
]

const contradicted = ({ at, says, why, against }: Told): Verdict<'contradicted'> =>
  gap(
    'contradicted',
    { file: fileName(at.file), says, why },
    { subject: says, cites: [at, ...against], expected: '与台账一致', actual: says },
  )

function differing(file: string, told: readonly Told[]): Verdict<'differ'> {
  const which = told.map(({ says, indicator, shows }) => {
    const aside = [indicator === 'package' ? '' : `指标${indicator}`, shows].filter(Boolean).join('，')
    return `“${clipped(says, 40)}”${aside && `（${aside}）`}`
  })
  return gap(
    'differ',
    { file: fileName(file), count: told.length, which: listed(which, '处') },
    {
      subject: fileName(file),
      cites: [...told.map(({ at }) => at), ...told.flatMap(({ against }) => against)].slice(0, 40),
      expected: '与台账一致',
      actual: `${told.length}处不一致`,
    },
  )
}
