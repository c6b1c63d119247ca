import { fill } from '../../core/kind.ts'
import type { Package, Telling } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import type { Finding } from '../../core/report.ts'
import type { Indicator } from '../../core/system.ts'
import { admits } from '../../language/admitted.ts'
import { listed, titled } from '../../language/prose.ts'
import { clipped } from '../../language/text.ts'
import { visible } from '../../language/visible.ts'
import { waiting } from '../once.ts'
import { isLack, isWaiting } from './lack.ts'
import { nameOf } from './words.ts'

const MESSAGES = {
  told: {
    says: '没有单独成件的{things}；{near}写有“{quote}”',
    fix: '建议把文中所写事项的原件放进本指标的文件夹，文件名写明是什么',
  },
  alike: {
    says: '未见{things}；{near}与之接近',
    fix: '请打开所列文件看一看：就是所缺材料的，文件名写明是什么；不是的，请补交',
  },
  admitted: {
    says: '没有{things}：{near}自己写明“{quote}”',
    fix: '请补做；办成后把文件放进本指标的文件夹，报告所写与实际不符的，更正报告',
  },
  owned: {
    says: '没有任何佐证材料：{near}自己写明“{quote}”',
    fix: '请补做；办成后把文件放进本指标的文件夹；确实没有发生的，写一份情况说明，落款并写日期',
  },
} as const

/** A lack that the unit's own report or list of papers owns up to says so, with the place. */
export function owned(one: Finding, heard: readonly Telling[], { materials }: Indicator, found: Package): Finding {
  if (one.outcome !== 'gap' || !isLack(one)) return one
  const lacking = one.key === 'none' ? ['', ...materials.map(({ id }) => id)] : (one.lacks?.materials ?? [])
  const [telling] = heard
    .filter((one) => one.admits && lacking.includes(one.material))
    .toSorted((a, b) => b.weight - a.weight)
  if (!telling) return one
  const key = telling.material === '' ? 'owned' : 'admitted'
  const name = materials.find(({ id }) => id === telling.material)?.name ?? ''
  const clauses = (telling.at.quote ?? '').split(',').filter(admits)
  const quote = clipped(visible(clauses.join(',') || (telling.at.quote ?? '')), 60)
  const data = { ...one.data, things: titled(name), near: nameOf(telling.file, found.documents), quote }
  const { says, fix } = MESSAGES[key]
  const cites = [telling.at, ...one.cites]
  return { ...one, key, data, message: fill(says, data), remedy: fill(fix, data), cites }
}

/** 2020年起, 2020年以来: of that year and of each after it. */
const SINCE = /(20\d{2})年(?:\d{1,2}月)?(?:起|以来|开始)/gu

/** What papers speak of a thing that is missing; of a year's thing, what is said of that year. */
export function tellingsFor({ lacks, data }: Finding, spokenOf: readonly Telling[]): Telling[] {
  const year = /20\d{2}/u.exec(String(data.period ?? ''))?.[0]
  const isSaid = ({ quote = '' }: Place) =>
    year === undefined ||
    quote.includes(`${year}年`) ||
    [...quote.matchAll(SINCE)].some(([, since = '']) => since <= year)
  return spokenOf.filter(({ material, at }) => (lacks?.materials ?? []).includes(material) && isSaid(at))
}

/** Of the whole indicator there is no paper, but some paper's text: told once, and everything else waits for that. */
export function toldOfAll(
  own: readonly Finding[],
  tellings: readonly Telling[],
  { materials }: Indicator,
  found: Package,
): Finding[] {
  const rest = own.filter(isWaiting)
  const lacks = rest.filter(isLack)
  const first = lacks.find(({ kind }) => kind === 'documents') ?? lacks[0]
  if (!first) return []
  const usual = materials.filter(({ need }) => need === 'required').map(({ name }) => titled(name))
  return [
    noted(first, listed(usual, '种'), tellings, found),
    ...rest.filter((one) => one !== first).map((one) => waiting(one, first.id)),
  ]
}

/** Nobody may say that a thing stands nowhere while a paper writes of it: its own paper is only advised. */
export function noted(one: Finding, missing: string, tellings: readonly Telling[], { documents }: Package): Finding {
  // What a paper says goes before what it is merely called like.
  const isSaid = ({ at }: Telling): number => (at.quote === undefined ? 0 : 1)
  const sorted = tellings.toSorted((a, b) => isSaid(b) - isSaid(a) || b.weight - a.weight)
  const [first] = sorted
  const data = {
    ...one.data,
    things: missing,
    near: first ? nameOf(first.file, documents) : '',
    quote: clipped(visible(first?.at.quote ?? ''), 60),
  }
  const key = first?.at.quote === undefined ? 'alike' : 'told'
  const { says, fix } = MESSAGES[key]
  const cites = [...new Map(sorted.map(({ file, at }) => [file, at])).values()].slice(0, MOST)
  return { ...one, outcome: 'noted', key, data, message: fill(says, data), remedy: fill(fix, data), cites }
}

/** More places than these nobody looks up. */
const MOST = 5
