import type { Block } from '../core/block.ts'
import type { Place } from '../core/place.ts'
import type { Report } from '../core/report.ts'

/** The folder that every file of a package lies in, with its slash; empty where there is none. */
export function commonFolder({ files }: Pick<Report, 'files'>): string {
  const [first] = files
  const at = first ? first.path.indexOf('/') : -1
  const folder = first?.path.slice(0, at + 1) ?? ''
  return at > 0 && files.every(({ path }) => path.startsWith(folder)) ? folder : ''
}

/** The report with that folder left out of its places: it is said once, at the top. */
export function without(folder: string, report: Report): Report {
  const file = (path: string) => (path.startsWith(folder) ? path.slice(folder.length) : path)
  // A folder that a sentence names stands in quotation marks.
  const words = (text: string) => file(text).replaceAll(`“${folder}`, '“')
  const places = (list: readonly Place[]) => list.map((place) => ({ ...place, file: file(place.file) }))
  const block = (one: Block): Block => ({
    ...one,
    places: places(one.places),
    ...(one.folder !== undefined && { folder: `${one.folder}/` === folder ? '' : file(one.folder) }),
    items: one.items.map((item) => ({ words: words(item.words), places: places(item.places) })),
  })
  return {
    ...report,
    blocks: report.blocks.map(block),
    problems: report.problems.map((one) => (one.file === undefined ? one : { ...one, file: file(one.file) })),
  }
}
