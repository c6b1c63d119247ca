import type { Group, Roster, Unit } from '../core/system.ts'
import { bare } from '../language/text.ts'

/** A word of a 责任单位 cell: a unit, a group of units, or nothing that the roster knows. */
export type Token = { readonly written: string; readonly unit: Unit | null; readonly group: Group | null }

const MARKS = /[、,，;；]/u
// A name may hold these signs (区人力资源和社会保障局), so a phrase is cut at them only where the whole is no name.
const WORDS = /等|以及|及|和|与/u
const BRACKETS = /[（()）]/u

/** “区行政审批局等区级相关部门；各镇”, word by word. What stands in brackets is another name for what stands before them. */
export function tokensOf(roster: Roster, phrase: string): Token[] {
  const names = namesOf(roster)
  return phrase.split(MARKS).flatMap((part) => resolved(names, part, [WORDS]))
}

type Names = ReadonlyMap<string, Pick<Token, 'unit' | 'group'>>

function namesOf({ units, groups }: Roster): Names {
  const names = new Map<string, Pick<Token, 'unit' | 'group'>>()
  for (const unit of units)
    for (const name of [unit.name, ...unit.aliases]) names.set(bare(name), { unit, group: null })
  for (const group of groups)
    for (const name of [group.name, ...group.aliases]) names.set(bare(name), { unit: null, group })
  return names
}

function resolved(names: Names, part: string, cuts: readonly RegExp[]): Token[] {
  const written = part.trim()
  if (bare(written) === '') return []
  const found = names.get(bare(written))
  if (found) return [{ written, ...found }]
  const [cut, ...finer] = cuts
  if (!cut) return bracketed(names, written)
  return written.split(cut).flatMap((piece) => resolved(names, piece, finer))
}

/** 某某办公室（区司法局）: one known name of the two says who is meant. */
function bracketed(names: Names, written: string): Token[] {
  const tokens = written.split(BRACKETS).flatMap((name): Token[] => {
    const found = names.get(bare(name))
    return found ? [{ written: name, ...found }] : []
  })
  return tokens.length > 0 ? tokens : [{ written, unit: null, group: null }]
}
