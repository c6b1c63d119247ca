import type { Day } from '../../core/day.ts'
import { latest } from '../../core/day.ts'
import type { Place } from '../../core/place.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare, clipped, plain } from '../../language/text.ts'
import { daysIn } from '../../language/written-days.ts'
import { cell } from './cells.ts'
import { certificateOf, isOfVillage } from './certificates.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { rolesOf } from './roles.ts'
import { placeOf } from './row-name.ts'
import { spanOf } from './sequence.ts'

/** Something that the office itself says is gone: by which names, since when, where and how it is said. */
export type Gone = {
  readonly names: readonly string[]
  readonly since: Day | undefined
  readonly at: Place
  readonly says: string
  /** What it was asked or kept for; of another matter nothing is said. */
  readonly use: string
}

const SHORTEST = 4

/** What a table of what was dropped lists, and the rows of a clearing that are to be dropped (清理意见 废止). */
export function goneIn(list: Grid): Gone[] {
  const isDropped = isOfDropped(list)
  const verdict = isDropped ? undefined : verdictOf(list)
  if (!isDropped && !verdict) return []
  const columns = namesOf(list).filter((column) => column !== verdict)
  return list.rows.flatMap((row) => {
    if (verdict && !isAbolished(cell(row, verdict))) return []
    const names = columns.flatMap((column) => nameIn(cell(row, column)))
    const first = columns[0]
    if (names.length === 0 || !first) return []
    const says = verdict ? `${verdict.name}为“${cell(row, verdict)}”` : `已列入《${titleOf(list)}》`
    return [{ names, since: sinceOf(row) ?? dayOf(list), at: placeOf(row, first), says, use: useOf(row) }]
  })
}

/** A list of what is kept: the nearest name that speaks of either says which. */
export function isOfKeptOnes(list: Grid): boolean {
  const { keeping, droppedLists, inForce } = rowWords()
  const name = list.names.find((one) => holdsAny(one, [...keeping, ...inForce]) || holdsAny(one, droppedLists))
  return name !== undefined && !holdsAny(name, droppedLists) && !isOfDropped(list) && !verdictOf(list)
}

const titleOf = ({ names }: Grid): string => clipped(names.find((name) => name.length > SHORTEST) ?? names[0] ?? '', 40)

/** 无犯罪记录证明(非法定岗位) is gone for some alone, 村（居）委会出具的证明 and 失业证明(村、社区出具) for all. */
function nameIn(text: string): string[] {
  const spelt = plain(text).trim()
  const bracket = /\(([^()]*)\)$/u.exec(spelt)
  if (bracket && !isOfVillage(bracket[1] ?? '')) return []
  const whole = bare(spelt)
  if (whole.length < SHORTEST) return []
  const { name, core } = certificateOf(spelt)
  return [...new Set([whole, ...(bracket ? [name] : []), core])].filter((one) => one.length >= SHORTEST)
}

/** The first column of words in which nearly each row has its own, and those of numbers. */
export function namesOf(list: Grid): Column[] {
  const named = list.columns.find((column) => {
    const texts = list.rows.map((row) => bare(cell(row, column))).filter(Boolean)
    const isWordy = texts.every((text) => /\p{Script=Han}{2}/u.test(text))
    return !isOfUses(column) && isOfNames(column) && isWordy && new Set(texts).size >= list.rows.length * MOSTLY
  })
  return [...(named ? [named] : []), ...list.columns.filter(({ parts }) => parts.attributes[0] === '编号')]
}
const MOSTLY = 0.8

const isOfNames = ({ parts }: Column): boolean => !['日期', '编号', '序号'].includes(parts.attributes[0] ?? '')

/** By its own name; a list in which each row has its verdict is one of both. */
function isOfDropped(list: Grid): boolean {
  const own = list.names.slice(0, list.near).filter((name) => /\p{Script=Han}{2}/u.test(name))
  return (own.length > 0 ? own : list.names).some((name) => holdsAny(name, rowWords().droppedLists)) && !verdictOf(list)
}

/** The column that says of each what becomes of it: by its head, or because of others it says that they are kept. */
const verdictOf = (list: Grid): Column | undefined =>
  list.columns.find((column) => {
    const texts = list.rows.map((row) => cell(row, column))
    if (!texts.some(isAbolished) || texts.some((text) => text.length > LONG)) return false
    return column.parts.attributes.includes('意见') || texts.some((text) => isOfKept(text))
  })
const LONG = 16

const isOfKept = (text: string): boolean =>
  [...rowWords().keeping, ...rowWords().inForce].some((word) => text.startsWith(word))

const isAbolished = (text: string): boolean => rowWords().abolished.some((word) => plain(text).startsWith(word))

const sinceOf = (row: GridRow): Day | undefined =>
  latest(rolesOf(row.grid).days.flatMap((one) => (one.as === 'act' ? (spanOf(row, one)?.to ?? []) : [])))

/** The day a table tells of itself. */
export const dayOf = ({ names, near }: Grid): Day | undefined => dayIn(names.slice(0, near)) ?? dayIn(names)

const dayIn = (names: readonly string[]): Day | undefined =>
  latest(names.flatMap((name) => daysIn(plain(name)).map(({ day }) => day)))

const isOfUses = ({ head }: Column): boolean => rowWords().uses.some((word) => head.labels.at(-1)?.endsWith(word))
const useOf = (row: GridRow): string =>
  row.grid.columns
    .filter(isOfUses)
    .map((column) => cell(row, column))
    .join()
