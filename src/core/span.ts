/** A length of time as rules write it: 15日, 7个工作日, 3个月, 24小时. */
export const SPAN_UNITS = ['day', 'workday', 'month', 'hour'] as const
export type SpanUnit = (typeof SPAN_UNITS)[number]
export type Span = { readonly count: number; readonly unit: SpanUnit }

export const SPAN_NAMES: Readonly<Record<SpanUnit, string>> = {
  day: '日',
  workday: '个工作日',
  month: '个月',
  hour: '小时',
}

const WRITTEN = /^(\d{1,4})\s*个?\s*(工作日|日|天|月|小时)$/
const UNITS: Readonly<Record<string, SpanUnit>> = { 工作日: 'workday', 日: 'day', 天: 'day', 月: 'month', 小时: 'hour' }

export function spanOf(text: string): Span | undefined {
  const found = WRITTEN.exec(text.normalize('NFKC').trim())
  return found ? { count: Number(found[1]), unit: UNITS[found[2]!]! } : undefined
}

export const spanName = ({ count, unit }: Span): string => `${count}${SPAN_NAMES[unit]}`
