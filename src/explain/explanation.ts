import type { Basis } from '../core/basis.ts'
import { written } from '../core/day.ts'
import { SEVERITY_NAMES } from '../core/outcome.ts'
import type { Erratum, Indicator, IndicatorSystem, Material, Nature, Rule } from '../core/system.ts'
import { clipped } from '../language/text.ts'
import { kindOf } from './kind-of.ts'
import { kindWords } from './kind-words.ts'
import { type LedgerWords, ledgerWords } from './ledgers.ts'
import { dutyWords } from './units.ts'

/** One case of a rule as a reader sees it: what lay on the table, and what the audit says of it. */
export type Example = { readonly name: string; readonly given: readonly string[]; readonly says: string }
export type Examples = ReadonlyMap<string, { readonly met: Example | null; readonly gap: Example | null }>

export type MaterialWords = Omit<Material, 'need' | 'nature'> & { readonly need: string; readonly nature: string }

export type RuleWords = {
  readonly id: string
  readonly name: string
  /** What it judges, in Chinese. */
  readonly judges: string
  readonly severity: string
  /** The plan's or a law's words that demand what it looks for, each with what it demands where that is not all. */
  readonly demanded: readonly string[]
  readonly decides: 'machine' | 'person'
  readonly asks: readonly string[]
  /** When and for whom it holds, where that is not always and for all. */
  readonly holds: readonly string[]
  readonly basis: readonly Basis[]
  readonly erratum: string
  readonly note: string
  readonly remedy: string
  readonly limits: string
  readonly met: Example | null
  readonly gap: Example | null
}

/** All that can be said of an indicator, or of some of its rules, as plain data in plain words. */
export type Explanation = {
  readonly system: { readonly id: string; readonly version: string; readonly name: string }
  readonly id: string
  readonly title: string
  readonly level1: string
  readonly level2: string
  readonly text: string
  readonly duty: readonly string[]
  readonly off: readonly string[]
  readonly errata: readonly Erratum[]
  readonly materials: readonly MaterialWords[]
  readonly rules: readonly RuleWords[]
  readonly ledgers: readonly LedgerWords[]
}

/** `only` names one rule; null explains the indicator as a whole. */
export function explained(
  system: IndicatorSystem,
  indicator: Indicator,
  only: Rule | null = null,
  examples: Examples = new Map(),
): Explanation {
  const rules = only ? [only] : indicator.rules
  const wanted = only ? materialsOf(only) : null
  const materials = indicator.materials.filter(({ id, ledger }) => {
    if (!wanted || !only) return true
    return wanted.has(id) || (ledger !== null && Object.values(only.params).includes(ledger))
  })
  const isOwn = (id: string) => id === indicator.id || id.startsWith(`${indicator.id}.`)
  return {
    system: { id: system.id, version: system.version, name: system.name },
    id: only?.id ?? indicator.id,
    title: titleOf(indicator),
    level1: indicator.level1,
    level2: indicator.level2,
    text: indicator.text,
    duty: dutyWords(system.roster, indicator),
    off: (system.extension?.off ?? []).filter(({ id }) => isOwn(id)).map(({ id, why }) => `${id}：${why}`),
    errata: system.errata.filter(({ id, indicators }) =>
      only ? id === only.erratum : indicators.includes(indicator.id),
    ),
    materials: materials.map((material) => ({
      ...material,
      need: material.need === 'required' ? '必备' : '补充',
      nature: NATURE_NAMES[material.nature],
    })),
    rules: rules.map((rule) => ruleWords(system, indicator, rule, examples)),
    ledgers: ledgerWords(system, materials, rules),
  }
}

export const titleOf = ({ id }: Indicator): string => (id === 'package' ? '整包要求' : `指标${id}`)

export const NATURE_NAMES: Readonly<Record<Nature, string>> = {
  institutional: '制度类，现行有效即可',
  process: '过程类，须在创建周期内形成',
  ledger: '台账或清单',
  statement: '情况说明、零报告或承诺，须有落款日期',
  photo: '照片',
  screenshot: '截图、链接或公示页面',
}

function ruleWords(system: IndicatorSystem, indicator: Indicator, rule: Rule, examples: Examples): RuleWords {
  const words = kindWords(rule.kind)
  const shown = examples.get(rule.id)
  const slip = system.errata.find(({ id }) => id === rule.erratum)?.printed
  return {
    id: rule.id,
    name: rule.name,
    judges: words?.name ?? '本版程序不能判断',
    severity: SEVERITY_NAMES[rule.severity],
    demanded: demandedBy(rule, indicator),
    decides: kindOf(rule)?.decides ?? 'person',
    asks: words?.asks({ system, indicator, rule }) ?? [],
    holds: holdsOf(rule),
    basis: rule.basis,
    erratum: slip ? `“${clipped(slip, 40)}”，按上文“原文疑误”的处理执行` : '',
    note: rule.note,
    remedy: rule.remedy ?? '',
    limits: words?.limits ?? '',
    met: shown?.met ?? null,
    gap: shown?.gap ?? null,
  }
}

function demandedBy({ demanded }: Rule, { materials }: Indicator): string[] {
  if (demanded === null) return []
  if (typeof demanded === 'string') return [`“${demanded}”`]
  return Object.entries(demanded).map(([material, words]) => {
    const name = materials.find(({ id }) => id === material)?.name ?? material
    return `${name}：“${words}”`
  })
}

function holdsOf({ for: kinds, from, until }: Rule): string[] {
  return [
    ...(kinds.length === 1 ? [kinds[0] === 'town' ? '只对各镇' : '只对区级部门'] : []),
    ...(from ? [`审核日在${written(from)}以后才适用`] : []),
    ...(until ? [`审核日在${written(until)}以前才适用`] : []),
  ]
}

function materialsOf(rule: Rule): Set<string> {
  const named = Object.entries(kindOf(rule)?.params ?? {}).flatMap(([name, { type }]) =>
    type === 'material' || type === 'materials' ? [rule.params[name]].flat() : [],
  )
  return new Set(named.filter((id) => typeof id === 'string'))
}
