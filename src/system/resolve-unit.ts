import { distance } from 'fastest-levenshtein'
import type { IndicatorSystem, Unit } from '../core/system.ts'
import { bare } from '../language/text.ts'

const CITY = '(?:\\p{Script=Han}{2,6}省)?(?:\\p{Script=Han}{2,4}市)?'
const PLACE = new RegExp(`^${CITY}(\\p{Script=Han}{1,4}?[区县])`, 'u')
// 12_区司法局, 区司法局-法治政府佐证材料, 佐证材料（区司法局）
const JOINTS = /[\s\-_—–·.．、，,;；:：（）()【】[\]《》“”"]+/u
const TAIL = /(?:法治政府|依法治区)?(?:建设|示范|创建)*(?:申报|报送|佐证|印证|支撑)*(?:材料|资料|档案|台账)$/u
const SHOWN = 3

type Named = Pick<IndicatorSystem, 'name' | 'roster'>
type Found = { readonly unit: Unit } | { readonly nearest: string[] }

/** The unit that a name or a folder's name means; the nearest names where there is none, or more than one. */
export function resolveUnit(system: Named, name: string): Found {
  const spell = speller(system)
  const byName = new Map<string, Unit[]>()
  for (const unit of system.roster.units)
    for (const called of new Set([unit.name, ...unit.aliases].map(spell)))
      byName.set(called, [...(byName.get(called) ?? []), unit])

  const written = name.slice(0, 200)
  // The whole first: a part of a name is never surer than the name.
  for (const parts of [[written], written.split(JOINTS)]) {
    const found = new Set(parts.flatMap((part) => byName.get(spell(part)) ?? []))
    const [unit] = found
    if (unit && found.size === 1) return { unit }
    if (unit) return { nearest: [...found].map((other) => other.name) }
  }
  return { nearest: nearestTo(system, written.split(JOINTS).map(spell)) }
}

/**
 * One spelling for 区司法局, 昭化区司法局, 广元市昭化区司法局 and 12区司法局2022年佐证材料. The place is the one that the system's
 * name begins with, so that 利州区司法局 stays another district's.
 */
function speller({ name }: Pick<Named, 'name'>): (called: string) => string {
  const district = PLACE.exec(name)?.[1]
  const place = district ? new RegExp(`^(?:中共)?${CITY}${district}(?=.)`, 'u') : /^中共/u
  return (called) =>
    bare(called)
      .replace(/^\d+/, '')
      .replace(TAIL, '')
      .replace(/(?:19|20)\d{2}年?度?$/u, '')
      .replace('人民政府', '政府')
      .replace(/(?<=[镇乡])政府$/u, '')
      .replace(place, '')
      .replace(/^区(?=.)/u, '')
}

function nearestTo({ roster, name }: Named, asked: readonly string[]): string[] {
  const spell = speller({ name })
  const words = asked.filter((word) => word !== '')
  if (words.length === 0) return []
  const scored = roster.units.map((unit) => ({
    name: unit.name,
    far: Math.min(
      ...[unit.name, ...unit.aliases].map(spell).flatMap((called) => words.map((word) => farness(word, called))),
    ),
  }))
  return scored
    .filter(({ far }) => far <= 0.6)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, SHOWN)
    .map((unit) => unit.name)
}

/** 0 for the same word, 1 where no sign is shared. */
const farness = (a: string, b: string): number => distance(a, b) / Math.max(1, a.length, b.length)
