import type { Zippable } from 'fflate'

const TYPES = '[Content_Types].xml'

/** Packs a workbook again in a fixed order with a fixed time, so that equal content is equal bytes. */
export async function rezipped(bytes: Uint8Array): Promise<Uint8Array> {
  const { unzipSync, zipSync } = await import('fflate')
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const entries: Zippable = {}
  // fflate writes the local wall-clock time: a time without a zone reads the same everywhere.
  for (const [name, part] of parts) entries[name] = [part, { mtime: '1980-01-01T00:00:00', level: 6 }]
  return zipSync(entries)
}

/** Some readers want the content types first. */
const rank = (name: string): number => (name === TYPES ? 0 : 1)
