import { OUTCOME_NAMES } from '../core/outcome.ts'
import type { Report } from '../core/report.ts'
import { clippedTo, padded, paddedLeft, widthOf } from './lines.ts'
import type { Look } from './renderer.ts'

const COLUMNS = ['met', 'gap', 'unclear', 'noted', 'exempt'] as const
const NUMBER = 10

/** How many indicators of each 一级指标 came out how. A narrow screen has no room for what is only noted. */
export function tableOf({ indicators }: Report, { width }: Look, bold: (text: string) => string): string[] {
  const counted = indicators.filter(({ id }) => id !== 'package')
  const names = [...new Set(counted.map(({ level1 }) => level1))]
  const first = Math.max(...names.map(widthOf), widthOf('合计'), 8)
  const isNarrow = width < 8 + NUMBER * COLUMNS.length
  const [columns, number] = isNarrow ? [COLUMNS.filter((one) => one !== 'noted'), 8] : [COLUMNS, NUMBER]
  const room = Math.max(8, Math.min(first, width - number * columns.length))
  const row = (name: string, list: typeof counted) =>
    padded(clippedTo(name, room), room) +
    columns.map((outcome) => paddedLeft(String(list.filter((one) => one.outcome === outcome).length), number)).join('')
  return [
    bold(
      padded(room < 10 ? '指标' : '各一级指标', room) +
        columns.map((outcome) => paddedLeft(OUTCOME_NAMES[outcome], number)).join(''),
    ),
    ...names.map((name) =>
      row(
        name,
        counted.filter(({ level1 }) => level1 === name),
      ),
    ),
    row('合计', counted),
  ]
}
