import type { LedgerRow } from '../../core/ledger.ts'
import { comparedTo, type Percent, percentName, percentText } from '../../core/percent.ts'
import type { Truth } from '../../core/where.ts'
import { bare } from '../../language/text.ts'
import { type Case, isAside, truthOf } from './cases.ts'
import { isEmpty } from './cells.ts'

/** A case of which it cannot be told whether it passes, or whether it counts at all. */
export type Open = { readonly item: Case; readonly canPass: boolean; readonly canFail: boolean }

export type Tally = { readonly pass: readonly Case[]; readonly fail: readonly Case[]; readonly open: readonly Open[] }

/** Counts each case once. `distinct` makes cases alike in these columns one, which passes if any of them does. */
export function tally(
  chosen: readonly Case[],
  perhaps: readonly Case[],
  part: (row: LedgerRow) => Truth,
  distinct: readonly string[],
): Tally {
  const [pass, fail, open]: [Case[], Case[], Open[]] = [[], [], []]
  const count = ({ item, sure, canPass, canFail }: Summed): void => {
    if (sure && !canFail) pass.push(item)
    else if (sure && !canPass) fail.push(item)
    else if (!isAside(item)) open.push({ item, canPass, canFail })
  }
  const judged: Judged[] = []
  // Without columns that make several one, each is counted as it is judged.
  const judge = (item: Case, sure: boolean): void => {
    const truth = truthOf(item, part)
    if (distinct.length > 0) judged.push({ item, sure, truth })
    else count({ item, sure, canPass: truth !== 'no', canFail: truth !== 'yes' })
  }
  for (const item of chosen) judge(item, true)
  for (const item of perhaps) judge(item, false)
  for (const group of grouped(judged, distinct)) count(summed(group))
  return { pass, fail, open }
}

type Summed = Open & { readonly sure: boolean }

type Judged = { readonly item: Case; readonly sure: boolean; readonly truth: Truth }

function grouped(judged: readonly Judged[], distinct: readonly string[]): Judged[][] {
  const groups = new Map<string | Case, Judged[]>()
  for (const one of judged) {
    const key = sameAs(one.item, distinct) ?? one.item
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

/** What a case is called in these columns; undefined where nothing stands there, so that blanks are not alike, or nobody can read it. */
export function sameAs({ row }: Case, columns: readonly string[]): string | undefined {
  const fields = columns.map((column) => row.field(column))
  if (fields.some(({ state }) => state === 'unreadable')) return undefined
  // 无 is no name: three papers without a number are not one paper.
  const texts = fields.map((field) => (isEmpty(field) || field.state === 'inapplicable' ? '' : bare(field.text)))
  return texts.some((text) => text !== '') ? texts.join('\u0000') : undefined
}

function summed(group: readonly Judged[]): Summed {
  const counted = group.filter(({ sure }) => sure)
  const passing = counted.find(({ truth }) => truth === 'yes')
  const first = (passing ?? counted.find(({ truth }) => truth === 'unknown') ?? counted[0] ?? group[0])!
  const canPass = group.some(({ truth }) => truth !== 'no')
  return {
    item: first.item,
    sure: counted.length > 0,
    canPass,
    canFail: !passing && (counted.length > 0 || group.some(({ truth }) => truth !== 'yes')),
  }
}

export type Bound = { readonly side: 'at-least' | 'at-most'; readonly percent: Percent }

/** Whether the bound holds however the open cases turn out, fails however they do, or hangs on them. */
export function decided({ pass, fail, open }: Tally, { side, percent }: Bound): 'holds' | 'fails' | 'open' {
  const passable = open.filter(({ canPass }) => canPass).length
  const failable = open.filter(({ canFail }) => canFail).length
  const whole = pass.length + fail.length
  const [low, high] = [
    against(pass.length, whole + failable, percent),
    against(pass.length + passable, whole + passable, percent),
  ]
  if (low === undefined || high === undefined) return 'open'
  if (side === 'at-least') return low >= 0 ? 'holds' : high < 0 ? 'fails' : 'open'
  return high <= 0 ? 'holds' : low > 0 ? 'fails' : 'open'
}

/**
 * Where nobody knows which cases count, and each of them would pass: then all that count pass, whichever they are.
 */
export function alike({ pass, fail, open }: Tally): Tally {
  if (pass.length + fail.length > 0 || open.length === 0) return { pass, fail, open }
  const items = open.map(({ item }) => item)
  return open.every(({ canFail }) => !canFail) ? { pass: items, fail, open: [] } : { pass, fail, open }
}

/** Nothing out of nothing is no share. */
const against = (part: number, whole: number, percent: Percent) =>
  whole > 0 ? comparedTo(part, whole, percent) : undefined

export const boundName = ({ side, percent }: Bound): string =>
  side === 'at-least' ? `达${percentName(percent)}` : `不超过${percentName(percent)}`

export const shareName = (part: number, whole: number): string => (whole > 0 ? percentText(part, whole) : '0/0')
