import type { Claim } from '../../core/fact.ts'
import type { Document, Package } from '../../core/package.ts'
import { spotName } from '../../core/place.ts'
import { fileName } from '../../language/prose.ts'
import { bare } from '../../language/text.ts'
import type { Tally } from '../rows/tally.ts'
import { isDraft } from './absent.ts'

/** A name of so many signs says of what it is the rate. */
const TELLING = 6

type Named = { readonly claim: Claim; readonly name: string }

// All rates of a package are asked of the same texts.
const known = new WeakMap<readonly Document[], { readonly final: readonly Named[]; readonly draft: readonly Named[] }>()

function named(documents: readonly Document[]) {
  const claimed = (some: readonly Document[]) =>
    some.flatMap(({ facts }) => facts.claims.map((claim): Named => ({ claim, name: bare(claim.subject) })))
  const found = known.get(documents) ?? {
    final: claimed(documents.filter((document) => !isDraft(document))),
    draft: claimed(documents.filter(isDraft)),
  }
  known.set(documents, found)
  return found
}

/**
 * The figures that the package's texts claim under one of these names. Beside a final text, a draft claims nothing. A rate
 * of what the ledger does not hold is another's: 满意率 of mediation is none of proposals.
 */
export function claimsOf(
  { documents, specs = [] }: Pick<Package, 'documents' | 'specs'>,
  names: readonly string[],
  ledger = '',
): Claim[] {
  const isOf = speaking(names, specs.find(({ name }) => name === ledger)?.spoken?.things ?? [])
  const claimed = (some: readonly Named[]) => some.flatMap(({ claim, name }) => (isOf(claim, name) ? [claim] : []))
  const { final, draft } = named(documents)
  const found = claimed(final)
  return found.length > 0 ? found : claimed(draft)
}

/** Whether a claim is of a rate that bears one of these names, and is kept of these things. */
export function speaking(names: readonly string[], things: readonly string[]) {
  const wanted = names.map(bare).filter((name) => name !== '')
  // 合法性审核率 says of what it is; 按期办结率 and 满意率 do not.
  const isAbout = (one: string, { subject, context }: Claim) =>
    context === undefined ||
    things.length === 0 ||
    one.length >= TELLING ||
    things.some((thing) => `${context} ${subject}`.includes(thing))
  // 实名差评均已回访整改，整改率100%: the last word alone, where the sentence says of what.
  const isNamed = (name: string, one: string, { context = '' }: Claim) =>
    name.endsWith(one) ||
    (name.length >= 3 &&
      one.endsWith(name) &&
      [...things, one.slice(0, -name.length)].some((thing) => context.includes(thing)))
  return (claim: Claim, name = bare(claim.subject)): boolean =>
    wanted.some((one) => isNamed(name, one, claim) && isAbout(one, claim))
}

/** Whether a claim can be what the ledger gives, whichever way its open cases turn out. */
export function agrees({ percent }: Claim, { pass, fail, open }: Tally): boolean {
  const passable = open.filter(({ canPass }) => canPass).length
  const failable = open.filter(({ canFail }) => canFail).length
  const [part, whole] = [pass.length, pass.length + fail.length]
  const low = { part, whole: whole + failable }
  const high = { part: part + passable, whole: whole + passable }
  if (low.whole === 0 || high.whole === 0) return true
  const between = percent > (low.part / low.whole) * 100 && percent < (high.part / high.whole) * 100
  return between || rounds(percent, low.part, low.whole) || rounds(percent, high.part, high.whole)
}

/** Rounded to the decimals that the claim prints; but 100 % means all, and 0 % none. */
function rounds(percent: number, part: number, whole: number): boolean {
  if (percent === 100) return part === whole
  if (percent === 0) return part === 0
  const scale = 10 ** (String(percent).split('.')[1]?.length ?? 0)
  return Math.round((part * 100 * scale) / whole) === Math.round(percent * scale)
}

/** 自查报告.docx第2页 */
export const sourceOf = ({ at }: Claim): string => `${fileName(at.file)}${spotName(at) && `（${spotName(at)}）`}`
