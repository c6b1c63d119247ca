import type { Scope } from '../../../core/kind.ts'
import type { Place } from '../../../core/place.ts'
import { cited, type Flaw } from '../../tables/flaw.ts'

/** Rows that another rule of the indicator has told, here or in a copy: as a gap, or, of what is only doubtful, at all. */
export function toldBefore({ earlier, indicator, package: { documents } }: Scope): (flaw: Flaw) => boolean {
  const gaps = new Set<string>()
  const all = new Set<string>()
  const bytes = new Map(documents.map(({ evidence: { path, sha256 } }) => [path, sha256]))
  const rowOf = (place: Place): string | undefined => rowIn(place, bytes.get(place.file) ?? place.file)
  for (const finding of earlier) {
    if (finding.indicator !== indicator.id || (finding.outcome !== 'gap' && finding.outcome !== 'unclear')) continue
    if (WITNESSES.has(finding.key)) continue
    for (const place of finding.cites) {
      const row = rowOf(place)
      if (row === undefined) continue
      all.add(row)
      if (finding.outcome === 'gap') gaps.add(row)
    }
  }
  return (flaw) => {
    const row = rowOf(cited(flaw))
    return row !== undefined && (flaw.plain ? gaps : all).has(row)
  }
}

/** Here rows only bear witness against what a paper says there was none of: of what is amiss in them nothing is told. */
const WITNESSES: ReadonlySet<string> = new Set(['nothing-contradicted', 'contradicted-declaration'])

function rowIn({ sheet, page, cell }: Place, file: string): string | undefined {
  const row = cell === undefined ? undefined : (/第(\d+)行/u.exec(cell)?.[0] ?? /\d+$/u.exec(cell)?.[0])
  return row === undefined ? undefined : [file, sheet ?? page ?? '', row].join(' ')
}
