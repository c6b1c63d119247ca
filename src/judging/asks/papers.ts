import type { Indicator } from '../../core/system.ts'
import { titled } from '../../language/prose.ts'

/** The materials by their names: 《甲》、《乙》. */
export function papers({ indicator }: { readonly indicator: Indicator }, ids: readonly string[], last = '、'): string {
  const names = ids.map((id) => titled(indicator.materials.find((material) => material.id === id)?.name ?? id))
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}${last}${names.at(-1)}`
}
