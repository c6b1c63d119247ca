import type { Day } from '../../core/day.ts'
import type { Place } from '../../core/place.ts'
import { rowWords } from '../../language/row-words.ts'
import { bare, clipped, plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { certificateOf, isAlikeTo } from './certificates.ts'
import { dayOf, namesOf } from './gone-names.ts'
import type { Grid } from './grid.ts'
import { placeOf } from './row-name.ts'

/** A certificate that no list of those kept has: which list, and what is said of it. */
export type Beyond = { readonly item: string; readonly list: Grid; readonly at: Place; readonly says: string }

const FEWEST = 3

/**
 * A certificate of a village or community that stands in no list of those kept: such a list is closed, by the plan and by its
 * own words. Licences and what other offices, banks and hospitals issue it may leave out.
 */
export function beyondIn(text: string, isFromVillage: boolean, kept: readonly Grid[]): Beyond | undefined {
  const lists = kept.filter(({ rows, recognised }) => rows.length >= FEWEST && !recognised)
  const [list] = lists
  const row = list?.rows[0]
  if (!list || !row || kept.some(({ recognised }) => recognised)) return undefined
  const item = piecesOf(text).find((piece) => {
    const { name, core, isLocal } = certificateOf(piece)
    if (!rowWords().wanted.some((word) => name.endsWith(word)) || !(isLocal || isFromVillage)) return false
    return !lists.some((one) => hasAlike(one, core))
  })
  if (item === undefined) return undefined
  const title = clipped(list.names.find((name) => bare(name).length > FEWEST) ?? '', 40)
  return { item, list, at: placeOf(row, namesOf(list)[0]), says: `不在《${title}》所列之内` }
}

/** What was asked for before there was a list. */
export const isOlder = (day: Day | undefined, list: Grid): boolean => {
  const since = dayOf(list)
  return day !== undefined && since !== undefined && day < since
}

const hasAlike = (list: Grid, core: string): boolean =>
  list.rows.some((row) => namesOf(list).some((column) => isAlikeTo(certificateOf(cell(row, column)).core, core)))

/** 申请书、身份证、村委会出具的居住证明(原件): a comma in brackets parts nothing. */
export const piecesOf = (text: string): string[] =>
  plain(text)
    .split(/[、,;](?![^()]*\))/u)
    .map((piece) => piece.trim())
    .filter(Boolean)

/** Without what stands in brackets behind it: 无违法犯罪证明(原件). */
export const itemsIn = (text: string): string[] =>
  piecesOf(text)
    .map((item) => bare(item.replace(/\([^()]*\)\s*$/u, '')))
    .filter(Boolean)
