import type { Outcome } from '../core/outcome.ts'
import type { Package, Telling } from '../core/package.ts'
import type { Counts, FileResult, Report } from '../core/report.ts'
import type { IndicatorSystem } from '../core/system.ts'

export function countsOf(list: readonly { readonly outcome: Outcome }[]): Counts {
  const counts = { exempt: 0, noted: 0, met: 0, unclear: 0, gap: 0 }
  for (const { outcome } of list) counts[outcome]++
  return counts
}

export function fileCounts(files: readonly FileResult[]): Report['summary']['files'] {
  const of = (extent: FileResult['read']) => files.filter(({ read }) => read === extent).length
  const unmatched = files.filter(({ matches }) => matches.length === 0).length
  return { total: files.length, read: of('whole'), partly: of('partly'), unread: of('unread'), unmatched }
}

export function fileResults(
  { documents, parts = [], matches, tellings = [] }: Package,
  system: IndicatorSystem,
): FileResult[] {
  const names = new Map(
    [system.package, ...system.indicators].flatMap((indicator) =>
      indicator.materials.map(({ id, name }) => [`${indicator.id} ${id}`, name] as const),
    ),
  )
  const files = new Map(parts.map(({ evidence, partOf }) => [evidence.path, partOf]))
  const byFile = new Map<string, FileResult['matches'][number][]>()
  // What a paper speaks of is told where it is no material of anything.
  const serving = new Set(
    matches.flatMap(({ file, material, sure }) => (material !== null && sure ? [files.get(file) ?? file] : [])),
  )
  const spoken = plainest(tellings.filter(({ file, admits }) => !admits && !serving.has(file)))
  for (const { file, indicator, material, why } of [...matches, ...spoken]) {
    const name = material === null ? '' : (names.get(`${indicator} ${material}`) ?? material)
    const path = files.get(file) ?? file
    byFile.set(path, [...(byFile.get(path) ?? []), { indicator, material: name, why }])
  }
  return documents.map(({ evidence: { path, sha256, bytes, format, extent, pages, pagesRead }, facts }) => ({
    path,
    sha256,
    bytes,
    format,
    read: extent,
    pages,
    pagesRead,
    matches: byFile.get(path) ?? [],
    facts: {
      ...(facts.number && { documentNumber: facts.number.value }),
      ...(facts.title && { title: facts.title.value }),
      ...(facts.issuer && { issuer: facts.issuer.value }),
      ...(facts.issued && { issued: facts.issued.value }),
    },
  }))
}

/** Of each paper what it speaks of most plainly. */
function plainest(tellings: readonly Telling[]): Telling[] {
  const most = new Map<string, number>()
  for (const { file, weight } of tellings) most.set(file, Math.max(most.get(file) ?? 0, weight))
  return tellings.filter(({ file, weight }) => weight >= (most.get(file) ?? 0) * PLAIN)
}

const PLAIN = 0.6
