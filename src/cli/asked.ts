import { UserError } from '../core/problem.ts'
import type { Indicator, IndicatorSystem, Rule } from '../core/system.ts'
import { nearest, quoted } from '../system/words.ts'

type Found = { readonly indicator: Indicator; readonly rule: Rule | null }

/** By id, however it is typed: 28, “28”, 指标28, 第28项, f1, 28.Reviewed. */
export function found(system: IndicatorSystem, asked: string): Found {
  const id = plainId(asked)
  const indicators = [system.package, ...system.indicators]
  for (const indicator of indicators) {
    if (indicator.id.toLowerCase() === id) return { indicator, rule: null }
    const rule = indicator.rules.find((one) => one.id.toLowerCase() === id)
    if (rule) return { indicator, rule }
  }
  throw new UserError(`没有编号为${quoted(asked)}的指标或规则${hintFor(system, asked, id)}`)
}

const plainId = (asked: string): string =>
  asked
    .normalize('NFKC')
    .trim()
    .replace(/^(?:指标|第)\s*/, '')
    .replace(/\s*[项条]$/, '')
    .toLowerCase()

function hintFor({ package: whole, indicators, extension }: IndicatorSystem, asked: string, id: string): string {
  const off = extension?.off.find((one) => one.id.toLowerCase() === id)
  if (off) return `：本版已停用（${off.why}）`
  const all = [whole, ...indicators]
  const own = all.find((indicator) => id.startsWith(`${indicator.id.toLowerCase()}.`))
  const rules = (own ? [own] : all).flatMap((indicator) => indicator.rules)
  const near = nearest(
    id,
    own ? rules.map((rule) => rule.id) : [...all.map((one) => one.id), ...rules.map((rule) => rule.id)],
  )
  if (near !== null) return `，最接近的是 ${near}`
  if (own) return `。指标${own.id}的规则有：${rules.map((rule) => `${rule.id}（${rule.name}）`).join('、') || '（无）'}`
  const named = rules.filter(({ name }) => asked.trim().length > 1 && name.includes(asked.trim())).slice(0, 5)
  if (named.length > 0)
    return `。名称里有这几个字的规则：${named.map((rule) => `${rule.id}（${rule.name}）`).join('、')}`
  return '：编号为 1 至 100、J1、J2、F1、F2，整包要求为 package；全部指标见 audit indicators list'
}
