import type { Scope } from '../../../core/kind.ts'
import type { Document, Package } from '../../../core/package.ts'
import { foreign } from '../../papers/flaws/foreign.ts'
import type { Grid } from '../../tables/grid.ts'

/** The unit's own papers, by the folder they lie in and by the indicator they are placed under. */
type Shelves = {
  readonly byFolder: ReadonlyMap<string, readonly Document[]>
  readonly byIndicator: ReadonlyMap<string, readonly Document[]>
  readonly order: ReadonlyMap<Document, number>
  /** Folders of a year or of a whole room: what lies there lies with nothing. */
  readonly heaps: ReadonlySet<string>
}

/** The unit's own papers that lie with a table, or under its indicator: what they promise is promised for its rows. */
export function papersBeside({ file }: Grid, { package: found, indicator }: Scope): readonly Document[] {
  const folder = folderOf(file)
  const { byFolder, byIndicator, order, heaps } = shelvesOf(found)
  const beside = folder === '' || heaps.has(folder) ? [] : (byFolder.get(folder) ?? [])
  const all = new Set([...(byIndicator.get(indicator.id) ?? []), ...beside])
  return [...all].filter(({ evidence }) => evidence.path !== file).sort((a, b) => order.get(a)! - order.get(b)!)
}

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')

// A package does not change while it is judged, and every table of every rule asks.
const known = new WeakMap<Package['documents'], Shelves>()

function shelvesOf(found: Package): Shelves {
  const made = known.get(found.documents) ?? shelved(found)
  known.set(found.documents, made)
  return made
}

function shelved(found: Package): Shelves {
  const own = found.documents.filter((one) => !foreign(one, found))
  const placed = new Map<string, Set<string>>()
  for (const { file, indicator } of found.matches) placed.set(file, (placed.get(file) ?? new Set()).add(indicator))
  return {
    byFolder: gathered(own, ({ evidence }) => [folderOf(evidence.path)]),
    byIndicator: gathered(own, ({ evidence }) => [...(placed.get(evidence.path) ?? [])]),
    order: new Map(own.map((one, at) => [one, at])),
    heaps: heapsOf(placed),
  }
}

function heapsOf(placed: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const matters = new Map<string, Set<string>>()
  for (const [file, indicators] of placed) {
    const all = matters.get(folderOf(file)) ?? new Set()
    for (const one of indicators) all.add(one)
    matters.set(folderOf(file), all)
  }
  return new Set([...matters].filter(([, all]) => all.size > MOST_MATTERS).map(([folder]) => folder))
}
/** The papers of one matter serve several indicators, but not so many. */
const MOST_MATTERS = 20

function gathered(documents: readonly Document[], keysOf: (one: Document) => readonly string[]) {
  const shelves = new Map<string, Document[]>()
  for (const one of documents)
    for (const key of keysOf(one)) {
      const shelf = shelves.get(key)
      if (shelf) shelf.push(one)
      else shelves.set(key, [one])
    }
  return shelves
}
