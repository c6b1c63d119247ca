import type { Reading } from '../../../core/evidence.ts'
import { pdfMoment } from '../shared/time.ts'

/** The information dictionary of a PDF, of which any entry may be missing or of another type. */
export function pdfProperties(info: unknown): Reading['properties'] {
  const stated = new Map(Object.entries(typeof info === 'object' && info !== null ? info : {}))
  const text = (key: string) => {
    const value: unknown = stated.get(key)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const found = {
    title: text('Title'),
    author: text('Author'),
    producer: text('Producer'),
    created: pdfMoment(text('CreationDate') ?? ''),
    modified: pdfMoment(text('ModDate') ?? ''),
  }
  const properties: Record<string, string> = {}
  for (const [key, value] of Object.entries(found)) if (value !== undefined) properties[key] = value
  return properties
}
