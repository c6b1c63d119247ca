import type { Day } from '../../../core/day.ts'
import { written } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import { gap, unclear, type Verdict } from '../../../core/verdict.ts'
import { isSure, materialsOf } from '../../papers/absent.ts'
import { FLAWS, type Flaw, type Paper, paperNames } from '../../papers/papers.ts'

/** What is asked for, and how messages call it. */
export type Wanted = {
  readonly ids: readonly string[]
  readonly by: Day | null
  readonly data: {
    readonly material: string
    readonly period: string
    readonly needed: number
    readonly formats: string
    readonly why: string
  }
  readonly more: { readonly subject: string; readonly expected: string }
}

/** Some fit, but not as many as are asked for. */
export function few(
  scope: Scope,
  { ids, data, more }: Wanted,
  fits: readonly Paper[],
  flawed: readonly Paper[],
): Verdict<'few'> {
  const also = flawed.length > 0 ? `，另有${paperNames(flawed)}不能确定` : ''
  const all = { ...data, count: fits.length, files: paperNames(fits), also }
  const cites = [...fits, ...flawed].map(({ place }) => place)
  const about = { ...more, cites, actual: `${fits.length}份`, lacks: { materials: ids } }
  return accuses(scope, ids, flawed) ? gap('few', all, about) : unclear('few', all, about)
}

/** Nothing fits: the flaw of what comes nearest speaks. */
export function amiss(scope: Scope, { ids, by, data, more }: Wanted, flawed: readonly Paper[]): Verdict<Flaw> {
  const { asOf, cycle } = scope.package
  const flaw = FLAWS.find((one) => flawed.some((paper) => paper.flaw === one)) ?? 'unsure'
  const such = flawed.filter((paper) => paper.flaw === flaw)
  const all = {
    ...data,
    files: paperNames(such),
    words: such[0]?.words ?? '',
    by: by ? written(by) : '',
    asOf: written(asOf),
    cycle: `${written(cycle.from)}至${written(cycle.to)}`,
  }
  const about = {
    ...more,
    cites: flawed.map(({ place }) => place),
    actual: ACTUAL[flaw],
    ...(ELSE.includes(flaw) && { lacks: { materials: ids } }),
  }
  return accuses(scope, ids, flawed) ? gap(flaw, all, about) : unclear(flaw, all, about)
}

/** Too little is a gap only where all was seen, and every other file is surely not what a required material asks for. */
const accuses = (scope: Scope, ids: readonly string[], flawed: readonly Paper[]): boolean =>
  isSure(scope, ids) &&
  flawed.every(({ sure }) => sure) &&
  materialsOf(scope, ids).some(({ need }) => need === 'required')

/** Flaws by which the paper is none of what is asked for; of the others it is one, and amiss. */
const ELSE: readonly Flaw[] = ['unsure', 'outside']

const ACTUAL: Readonly<Record<Flaw, string>> = {
  unsure: '不能确定',
  draft: '未定稿',
  unsound: '不能作为依据',
  'not-read': '未能读取',
  undated: '没有日期',
  'no-seal': '未检出印章',
  'no-number': '未见发文字号',
  format: '格式不符',
  late: '晚于期限',
  future: '日期晚于审核日',
  outside: '周期以外',
}
