import type { Scope } from '../../../core/kind.ts'
import type { Place } from '../../../core/place.ts'
import type { Finding } from '../../../core/report.ts'
import { type Check, cited, type Flaw } from '../../tables/flaw.ts'

/**
 * Rows that another rule of the indicator has told, here or in a copy: as a gap, or, of what is only doubtful, at all. Days of
 * which it is only doubtful here whether they stand the wrong way round are told where the order of just these is demanded,
 * under any indicator; a day past its date that a paper has told is not told of the row that enters it.
 */
export function toldBefore({ earlier, indicator, package: { documents } }: Scope): (flaw: Flaw) => boolean {
  const gaps = new Set<string>()
  const all = new Set<string>()
  const disordered = new Set<string>()
  const late: { readonly day: string; readonly by: string }[] = []
  const bytes = new Map(documents.map(({ evidence: { path, sha256 } }) => [path, sha256]))
  const rowOf = (place: Place): string | undefined => rowIn(place, bytes.get(place.file) ?? place.file)
  for (const finding of earlier) {
    if (isOfOrder(finding)) for (const place of finding.cites) disordered.add(rowOf(place) ?? '')
    if (finding.indicator !== indicator.id || (finding.outcome !== 'gap' && finding.outcome !== 'unclear')) continue
    if (WITNESSES.has(finding.key)) continue
    const { day, by } = finding.data
    if (finding.kind === 'deadline' && typeof day === 'string' && typeof by === 'string') late.push({ day, by })
    for (const place of finding.cites) {
      const row = rowOf(place)
      if (row === undefined) continue
      all.add(row)
      if (finding.outcome === 'gap') gaps.add(row)
    }
  }
  return (flaw) => {
    if (flaw.check === '期限' && late.some(({ day, by }) => flaw.words.includes(day) && flaw.words.endsWith(by)))
      return true
    const row = rowOf(cited(flaw))
    if (row === undefined) return false
    return (flaw.plain ? gaps : all).has(row) || (!flaw.plain && flaw.check === ORDER && disordered.has(row))
  }
}

const ORDER: Check = '先后'

const isOfOrder = ({ outcome, kind, id }: Finding): boolean =>
  outcome === 'gap' && (kind === 'order' || (kind === 'tables' && id.endsWith(ORDER)))

/** Here rows only bear witness against what a paper says there was none of: of what is amiss in them nothing is told. */
const WITNESSES: ReadonlySet<string> = new Set(['nothing-contradicted', 'contradicted-declaration'])

function rowIn({ sheet, page, cell }: Place, file: string): string | undefined {
  const row = cell === undefined ? undefined : (/第(\d+)行/u.exec(cell)?.[0] ?? /\d+$/u.exec(cell)?.[0])
  return row === undefined ? undefined : [file, sheet ?? page ?? '', row].join(' ')
}
