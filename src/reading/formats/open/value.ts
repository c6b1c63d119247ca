import { isDay } from '../../../core/day.ts'
import type { Value } from '../../../core/evidence.ts'
import { percentValue } from '../excel/cell-value.ts'

/** A cell of an OpenDocument table. `repeat` stands for as many equal cells side by side. */
export type OpenCell = {
  readonly covered: boolean
  readonly repeat: number
  readonly columns: number
  readonly rows: number
  readonly attributes: ReadonlyMap<string, string>
  readonly paragraphs: string[]
}

/** The stated value, not the printed one: a printed date or percentage may be rounded. */
export function openValue({ attributes, paragraphs }: OpenCell): { value: Value; uncalculated: boolean } {
  const shown = paragraphs.join('\n') || null
  const value = stated(attributes, shown)
  const formula = attributes.get('formula')
  if (value !== null || formula === undefined) return { value, uncalculated: false }
  return { value: formula.replace(/^\w+:/, ''), uncalculated: true }
}

function stated(attributes: ReadonlyMap<string, string>, shown: string | null): Value {
  const number = Number(attributes.get('value') ?? Number.NaN)
  switch (attributes.get('value-type')) {
    case 'float':
    case 'currency':
      return Number.isFinite(number) ? number : shown
    case 'percentage':
      return Number.isFinite(number) ? percentValue(number) : shown
    case 'date':
      return dayIn(attributes.get('date-value') ?? '') ?? shown
    case 'time':
      return clockIn(attributes.get('time-value') ?? '') ?? shown
    case 'boolean':
      return attributes.get('boolean-value') === 'true' ? 'TRUE' : 'FALSE'
    default:
      return shown
  }
}

/** `2022-03-18T14:30:00` → `2022-03-18 14:30`. */
function dayIn(text: string): string | undefined {
  const [day = '', clock = ''] = text.split('T')
  if (!isDay(day)) return undefined
  const minutes = /^\d{2}:\d{2}/.exec(clock)?.[0] ?? '00:00'
  return minutes === '00:00' ? day : `${day} ${minutes}`
}

/** `PT09H05M00S` → `09:05`. */
function clockIn(text: string): string | undefined {
  const parts = /^PT(\d{1,4})H(\d{1,2})M/.exec(text)
  return parts ? `${parts[1]!.padStart(2, '0')}:${parts[2]!.padStart(2, '0')}` : undefined
}
