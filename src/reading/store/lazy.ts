import type { Evidence, Reading } from '../../core/evidence.ts'

/** A reading without its text: of passages and tables only how many there are. Its keys stand in the reading's order. */
export type Outline = Omit<Reading, 'passages' | 'tables'> & { readonly passages: number; readonly tables: number }

export const outlineOf = (reading: Reading): Outline => ({
  ...reading,
  passages: reading.passages.length,
  tables: reading.tables.length,
})

const RECENT = 16
const recent = new Map<Outline, Reading>()

/**
 * A reading whose text is fetched when somebody looks at it, and let go when others are looked at: most rules ask only
 * what was recognised, so a folder of any size need not be held as a whole.
 */
export class LazyReading implements Reading {
  readonly outline: Outline
  readonly #fetch: () => Reading

  constructor(outline: Outline, fetch: () => Reading) {
    this.outline = outline
    this.#fetch = fetch
  }

  get extent(): Reading['extent'] {
    return this.outline.extent
  }

  get pages(): number {
    return this.outline.pages
  }

  get pagesRead(): number {
    return this.outline.pagesRead
  }

  get properties(): Reading['properties'] {
    return this.outline.properties
  }

  get notes(): Reading['notes'] {
    return this.outline.notes
  }

  get passages(): Reading['passages'] {
    return this.outline.passages === 0 ? [] : this.#whole().passages
  }

  get tables(): Reading['tables'] {
    return this.outline.tables === 0 ? [] : this.#whole().tables
  }

  #whole(): Reading {
    const found = recent.get(this.outline) ?? this.#fetch()
    recent.delete(this.outline)
    recent.set(this.outline, found)
    const [oldest] = recent.keys()
    if (oldest && recent.size > RECENT) recent.delete(oldest)
    return found
  }
}

type About = Pick<Evidence, 'path' | 'sha256' | 'bytes' | 'format'>

/** Evidence of such a reading. A class: getters of an object's own would cost a kilobyte a file. Spreading it loses the text. */
export class LazyEvidence implements Evidence {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly format: Evidence['format']
  readonly extent: Evidence['extent']
  readonly pages: number
  readonly pagesRead: number
  readonly properties: Evidence['properties']
  readonly notes: Evidence['notes']
  readonly seals?: NonNullable<Evidence['seals']> | null
  readonly signatures?: NonNullable<Evidence['signatures']>
  readonly #text: LazyReading

  constructor({ path, sha256, bytes, format }: About, text: LazyReading) {
    const { extent, pages, pagesRead, properties, notes, seals, signatures } = text.outline
    this.path = path
    this.sha256 = sha256
    this.bytes = bytes
    this.format = format
    this.extent = extent
    this.pages = pages
    this.pagesRead = pagesRead
    this.properties = properties
    this.notes = notes
    if (seals !== undefined) this.seals = seals
    if (signatures !== undefined) this.signatures = signatures
    this.#text = text
  }

  get passages(): Evidence['passages'] {
    return this.#text.passages
  }

  get tables(): Evidence['tables'] {
    return this.#text.tables
  }

  /** As any other evidence, in the same order. */
  toJSON(): object {
    const { path, sha256, bytes, format, extent, pages, pagesRead, passages, tables, ...more } = this
    return { path, sha256, bytes, format, extent, pages, pagesRead, passages, tables, ...more }
  }
}
