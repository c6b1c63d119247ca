import { addDays, type Day, isDay } from '../core/day.ts'
import type { Params } from '../core/kind.ts'
import { type Percent, percentName } from '../core/percent.ts'
import { type Span, spanName } from '../core/span.ts'
import type { IndicatorSystem, Rule } from '../core/system.ts'
import { KINDS } from '../judging/kinds/index.ts'
import type { RuleCases } from './load.ts'
import { type CaseTools, runCase } from './run.ts'

/** A limit of a rule that could be a step off without any case noticing. */
export type Edge = { readonly rule: Rule; readonly limit: string; readonly from: string; readonly to: string }

/**
 * Moves every figure of a rule one step either way. Where a case stands at the edge and another one step past it, an
 * outcome changes; where none changes, the cases would not tell a 15 from a 16.
 */
export function unshownEdges(system: IndicatorSystem, all: readonly RuleCases[], tools: CaseTools = {}): Edge[] {
  const kinds: NonNullable<CaseTools['kinds']> = tools.kinds ?? KINDS
  return all.flatMap((own) => {
    const params = kinds[own.rule.kind]?.params ?? {}
    return variantsOf(own.rule, params).flatMap(({ rule, ...edge }) => {
      const seen = own.cases.some((one) => runCase(system, own, one, rule, tools).got.outcome !== one.case.expect)
      return seen ? [] : [{ ...edge, rule: own.rule }]
    })
  })
}

type Step = { readonly value: unknown; readonly from: string; readonly to: string; readonly limit: string }

function variantsOf(rule: Rule, params: Params): Edge[] {
  return Object.entries(params).flatMap(([name, { type, default: usual }]) => {
    const value = rule.params[name]
    // Nobody chose what is the default.
    if (value === null || value === undefined || value === usual) return []
    return stepsOf(type, value, name).map(({ value: moved, ...step }) => ({
      ...step,
      rule: { ...rule, params: { ...rule.params, [name]: moved } },
    }))
  })
}

function stepsOf(type: string, value: unknown, limit: string): Step[] {
  const named = (steps: readonly Omit<Step, 'limit'>[]) => steps.map((step) => ({ ...step, limit }))
  if ((type === 'integer' || type === 'number') && typeof value === 'number') return named(numbers(value))
  if (type === 'percent' && isPercent(value)) return named(percents(value))
  if (type === 'day' && typeof value === 'string' && isDay(value)) return named(days(value))
  if (type === 'month-day' && typeof value === 'string') return named(monthDays(value))
  if (type === 'span' && isSpan(value)) return named(spans(value))
  return type === 'where' || type === 'checks' ? nested(value, limit) : []
}

/** The figures inside conditions, wherever they stand. */
function nested(value: unknown, limit: string): Step[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) =>
      nested(item, limit).map((step) => ({ ...step, value: value.with(index, step.value) })),
    )
  if (!isRecord(value)) return []
  const own = typeof value.column === 'string' ? `${limit} ${value.column}` : limit
  return Object.entries(value).flatMap(([key, item]) => {
    const type = key === 'number' || key === 'day' || key === 'span' ? key : null
    const steps = type === null ? nested(item, own) : stepsOf(type, item, own)
    return steps.map((step) => ({ ...step, value: { ...value, [key]: step.value } }))
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isPercent = (value: unknown): value is Percent => isRecord(value) && 'part' in value && 'of' in value
const isSpan = (value: unknown): value is Span => isRecord(value) && 'count' in value && 'unit' in value

const STEPS = [-1, 1] as const

const numbers = (number: number) =>
  STEPS.map((step) => ({ value: number + step, from: String(number), to: String(number + step) }))

const days = (day: Day) => STEPS.map((step) => ({ value: addDays(day, step), from: day, to: addDays(day, step) }))

function monthDays(written: string) {
  const day = `2023-${written}`
  if (!isDay(day)) return []
  return STEPS.map((step) => {
    const moved = addDays(day, step).slice(5)
    return { value: moved, from: written, to: moved }
  })
}

const spans = (span: Span) =>
  STEPS.map((step) => {
    const moved = { ...span, count: span.count + step }
    return { value: moved, from: spanName(span), to: spanName(moved) }
  })

/** One point; but one case of ten or twenty shows that all is all, and nothing is more than all. */
function percents(percent: Percent) {
  const point = percent.of / 100
  const steps = percent.part === percent.of ? [-10] : percent.part === 0 ? [10] : [-1, 1]
  return steps.map((step) => {
    const moved = { ...percent, part: Math.min(percent.of, percent.part + step * point) }
    return { value: moved, from: percentName(percent), to: percentName(moved) }
  })
}
