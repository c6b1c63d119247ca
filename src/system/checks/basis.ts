import type { Cycle } from '../../core/system.ts'
import { judgedIn, quotedFrom } from '../basis.ts'
import type { RawBasis, RawRule } from '../raw.ts'
import { hint, quoted } from '../words.ts'
import type { Check } from './check.ts'
import { checkRead } from './laws.ts'

/** A rule accuses by law: the law is there, says it in this article, and was in force when what is judged happened. */
export function checkBasis(check: Check, rule: RawRule, cycle: Cycle | null): void {
  for (const basis of rule.basis)
    if (basis.law === null) checkText(check, basis)
    else checkLaw(check, basis, basis.law, rule, cycle)
}

function checkText(check: Check, basis: RawBasis): void {
  if (basis.text === null) check.tell(basis, null, '依据须写 law（laws.yaml 中的法律）或者 text（其他依据）')
  for (const key of ['edition', 'article'] as const)
    if (basis[key] !== null) check.tell(basis, key, `写了“${key}”，还要写“law”`, 'key')
  if (basis.verified) checkRead(check, basis, basis.source, basis.checked)
}

function checkLaw(check: Check, basis: RawBasis, name: string, rule: RawRule, cycle: Cycle | null): void {
  if (basis.text !== null) check.tell(basis, 'text', '写了“law”，就不要再写“text”；引用来说明什么写在“for”里', 'key')
  for (const key of ['verified', 'source', 'checked'] as const)
    if (basis[key]) check.tell(basis, key, `写“law”的，“${key}”写在 laws.yaml 的条款里`, 'key')
  const law = check.laws.get(name)
  if (law === undefined) {
    check.tell(basis, 'law', `laws.yaml 没有${quoted(name)}${hint(name, [...check.laws.keys()])}`)
    return
  }
  if (law === null || cycle === null) return
  const found = quotedFrom(law, basis, judgedIn(rule, cycle))
  if ('message' in found) check.tell(basis, found.at, found.message)
}
