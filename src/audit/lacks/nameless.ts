import { isImage } from '../../core/evidence.ts'
import type { Package } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import type { Indicator } from '../../core/system.ts'

/**
 * The only file that lies under an indicator, where it says neither its title, its number nor its day and surely serves
 * nothing: it may be the very paper that seems to be missing. What a table or a picture is taken for where it lies, is a guess
 * of ours. A camera's date makes a picture no paper.
 */
export function namelessUnder({ id }: Pick<Indicator, 'id'>, { documents, matches }: Package): Place[] {
  const [only, ...others] = new Set(
    matches.flatMap(({ file, indicator, placed }) => (placed && indicator === id ? [file] : [])),
  )
  const document = documents.find(({ evidence }) => evidence.path === only)
  if (!document || others.length > 0) return []
  const { evidence, facts } = document
  const isPhotograph = isImage(evidence) && 'taken' in evidence.properties
  const serves = matches.some(({ file, material, sure }) => file === only && material !== null && sure)
  return facts.title || facts.number || facts.issued || isPhotograph || serves ? [] : [{ file: evidence.path }]
}
