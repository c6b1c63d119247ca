import type { Evidence, Reading } from '../core/evidence.ts'

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
export function lazily(outline: Outline, fetch: () => Reading): Reading {
  const whole = (): Reading => {
    const found = recent.get(outline) ?? fetch()
    recent.delete(outline)
    recent.set(outline, found)
    const [oldest] = recent.keys()
    if (oldest && recent.size > RECENT) recent.delete(oldest)
    return found
  }
  const { passages, tables, extent, pages, pagesRead, properties, notes, ...more } = outline
  return {
    extent,
    pages,
    pagesRead,
    get passages() {
      return passages === 0 ? [] : whole().passages
    },
    get tables() {
      return tables === 0 ? [] : whole().tables
    },
    properties,
    notes,
    ...more,
  }
}

/** Evidence of a reading that may be lazy: to spread it would fetch its text. */
export function evidenceFrom(about: Omit<Evidence, keyof Reading>, reading: Reading): Evidence {
  const { path, sha256, bytes, format } = about
  const { extent, pages, pagesRead, properties, notes, seals, signatures } = reading
  return {
    path,
    sha256,
    bytes,
    format,
    extent,
    pages,
    pagesRead,
    get passages() {
      return reading.passages
    },
    get tables() {
      return reading.tables
    },
    properties,
    notes,
    ...(seals !== undefined && { seals }),
    ...(signatures !== undefined && { signatures }),
  }
}
