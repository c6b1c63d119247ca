import { type Evidence, isImage, isWorkbook } from '../../core/evidence.ts'
import type { Document, Match, NearMiss, Package } from '../../core/package.ts'

/** A package looked up by what rules ask for: thousands of files are not walked again for every rule. */
export type Index = {
  /** By path, the parts of files among them. */
  readonly documents: ReadonlyMap<string, Document>
  /** By indicator and material. */
  readonly matches: ReadonlyMap<string, readonly Match[]>
  readonly nearMisses: ReadonlyMap<string, readonly NearMiss[]>
  /** The indicators that a file lies under or serves. */
  readonly placed: ReadonlyMap<string, ReadonlySet<string>>
  /** Files that the unit itself put under an indicator. */
  readonly put: ReadonlySet<string>
  /** What the unit itself put under an indicator, in the order of the package. */
  readonly under: ReadonlyMap<string, readonly Document[]>
  /** Files whose content nobody has seen, photographs left out: a camera's date makes a picture no document. */
  readonly unread: readonly Evidence[]
  /** Files of which somebody has seen a part only: pages without text, pictures, what hangs on them. A workbook's cells are no papers. */
  readonly partly: readonly Evidence[]
}

// A package does not change while it is judged.
const indexes = new WeakMap<Package['matches'], Index>()

export function indexOf({ documents, parts = [], matches, nearMisses }: Package): Index {
  const known = indexes.get(matches)
  if (known) return known
  const under = indicatorsOf(matches.filter((match) => match.placed))
  const index: Index = {
    documents: new Map([...documents, ...parts].map((document) => [document.evidence.path, document])),
    matches: grouped(matches),
    nearMisses: grouped(nearMisses),
    placed: indicatorsOf(matches),
    put: new Set(under.keys()),
    under: underIndicators(documents, under),
    unread: documents.map(({ evidence }) => evidence).filter((one) => one.extent === 'unread' && !isPhoto(one)),
    partly: documents
      .map(({ evidence }) => evidence)
      .filter((one) => one.extent === 'partly' && !isPhoto(one) && !isWorkbook(one)),
  }
  indexes.set(matches, index)
  return index
}

function indicatorsOf(matches: readonly Match[]): Map<string, Set<string>> {
  const byFile = new Map<string, Set<string>>()
  for (const { file, indicator } of matches) {
    const own = byFile.get(file)
    if (own) own.add(indicator)
    else byFile.set(file, new Set([indicator]))
  }
  return byFile
}

function underIndicators(
  documents: readonly Document[],
  placed: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Document[]> {
  const under = new Map<string, Document[]>()
  for (const document of documents)
    for (const indicator of placed.get(document.evidence.path) ?? []) {
      const own = under.get(indicator)
      if (own) own.push(document)
      else under.set(indicator, [document])
    }
  return under
}

export const keyOf = (indicator: string, material: string | null): string => `${indicator} ${material ?? ''}`

const isPhoto = (evidence: Evidence): boolean => isImage(evidence) && 'taken' in evidence.properties

function grouped<T extends { readonly indicator: string; readonly material: string | null }>(
  list: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one.indicator, one.material)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
