import { basisLine, basisSource } from '../core/basis.ts'
import type { Report } from '../core/report.ts'
import { visible } from '../language/visible.ts'
import { block } from './lines.ts'
import type { Paint } from './paint.ts'
import type { Look } from './renderer.ts'

/** Where each basis was read, and when: under --all, each once, for whom the short line beside a finding is not enough. */
export function sources(report: Report, { width, all }: Look, paint: Paint): string[] {
  if (!all || report.sources.length === 0) return []
  const told = new Map(report.sources.map((one) => [basisLine(one), basisSource(one)]))
  return [
    paint.bold('依据的出处'),
    ...[...told].flatMap(([line, source]) => [
      ...block('  ', visible(line), width, 0),
      ...block('', visible(source), width, 4).map((one) => paint.dim(one)),
    ]),
    '',
  ]
}
