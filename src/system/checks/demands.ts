import type { Cycle } from '../../core/system.ts'
import type { RawIndicator, RawMaterial, RawRule } from '../raw.ts'
import { itemsOf, textOf } from '../values.ts'
import { quoted } from '../words.ts'
import { checkBasis } from './basis.ts'
import type { Check } from './check.ts'
import { checkDemanded } from './demanded.ts'
import { checkReferences, ledgerAt, materialsUsed } from './references.ts'
import { checkSense } from './sense.ts'
import { unlike } from './twice.ts'

type Exempt = RawIndicator['exempts'][number]

/** The materials and rules of an indicator, or of the package as a whole. */
export function checkDemands(check: Check, id: string, holder: object, cycle: Cycle | null): void {
  const [materials, rules] = [itemsOf(holder, 'materials'), itemsOf(holder, 'rules')]
  unlike(check, materials, 'id')
  unlike(check, rules, 'id')
  const ids = materials.flatMap((material) => textOf(material, 'id') ?? [])
  const exempts = itemsOf(holder, 'exempts').filter((item) => check.sound<Exempt>(item))
  const sound = rules.filter((rule) => check.sound<RawRule>(rule))
  for (const rule of sound) {
    checkReferences(check, id, ids, rule)
    checkDemanded(check, textOf(holder, 'text'), ids, rule)
    checkSense(check, rule, exempts)
    checkBasis(check, rule, cycle)
  }
  for (const material of materials) if (textOf(material, 'ledger') !== undefined) ledgerAt(check, material, 'ledger')
  if (sound.length === rules.length) checkUnused(check, materials, sound)
}

/** A rule whose kind or material is mistyped may well be the one that asks; so all rules have to be sound. */
function checkUnused(check: Check, materials: readonly object[], rules: readonly RawRule[]): void {
  const used = materialsUsed(check.kinds, rules)
  const ids = materials.map((material) => textOf(material, 'id'))
  if ([...used].some((id) => !ids.includes(id))) return
  for (const material of materials)
    if (
      check.sound<RawMaterial>(material) &&
      material.need === 'required' &&
      material.ledger === null &&
      !used.has(material.id)
    )
      check.tell(material, 'id', `必备材料${quoted(material.name)}没有任何要求用到；不检查的，请改为 need: supporting`)
}
