import type { Scope } from '../core/kind.ts'
import type { Declaration } from '../core/package.ts'
import { exempt, unclear, type Verdict } from '../core/verdict.ts'

export function inapplicable({ package: { declarations }, indicator }: Scope): Declaration | undefined {
  return declarations.find((one) => one.indicator === indicator.id && one.declares === '不适用')
}

/** A unit cannot declare a veto away. */
export function unwaived(scope: Scope): Scope {
  const declarations = scope.package.declarations.filter(({ declares }) => declares !== '不适用')
  return { ...scope, package: { ...scope.package, declarations } }
}

/** A declaration counts only while the unit's own data do not say otherwise. */
export function declaredVerdict({ package: found, indicator, certain }: Scope, declared: Declaration): Verdict {
  const { matches, ledgers } = found
  const real = new Set(indicator.materials.filter(({ nature }) => nature !== 'statement').map(({ id }) => id))
  const others = matches.filter(
    ({ indicator: id, material, sure, file }) =>
      id === indicator.id && sure && material !== null && real.has(material) && file !== declared.at.file,
  )
  const rows = (file: string) =>
    ledgers.filter((ledger) => ledger.file === file).reduce((sum, one) => sum + one.rows.length, 0)
  const filled = others.filter(({ file }) => !ledgers.some((ledger) => ledger.file === file) || rows(file) > 0)
  // What merely looks like one of its ledgers, and lies elsewhere, says nothing against a unit that is not named.
  if (filled.length === 0 || !certain)
    return exempt('inapplicable', { reason: declared.reason }, { cites: [declared.at] })
  const names = [...new Set(filled.map(({ file }) => file))]
  const data = {
    reason: declared.reason,
    found: names.slice(0, 3).join('、') + (names.length > 3 ? `等${names.length}份` : ''),
  }
  return unclear('declaration-contradicted', data, { cites: [declared.at, ...names.map((file) => ({ file }))] })
}
