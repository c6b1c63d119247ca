import { fill } from '../../core/kind.ts'
import type { Package } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import type { Finding } from '../../core/report.ts'
import type { Indicator } from '../../core/system.ts'
import { listed, titled } from '../../language/prose.ts'
import { waiting } from '../once.ts'
import { isLack, isWaiting, placesOf } from './lack.ts'
import { namelessUnder } from './nameless.ts'
import { nameOf, things } from './words.ts'

const MESSAGES = {
  none: {
    says: '没有任何佐证材料；通常用{usual}证明',
    fix: '请补交能证明本指标的材料，放进本指标的文件夹；确实没有发生的，写一份情况说明，落款并写日期',
  },
  'none-seen': {
    says: '没有找到能证明本指标的材料；{near}与之接近',
    fix: '请打开所列文件看一看：是本指标的材料的，放进本指标的文件夹，文件名写明是什么；不是的，请补交',
  },
  'none-kin': {
    says: '方案未点名本单位，也没有找到本指标的材料；而{near}说明本单位做这类工作',
    fix: '请与指标资料组确认：归本单位的，请补交（通常用{usual}证明）；不归的，在自查报告中写明',
  },
  lacking: {
    says: '未见{things}',
    fix: '请补交；已经有的，放进本指标的文件夹，文件名写明是什么',
  },
  'lacking-near': {
    says: '未见{things}；{near}与之接近',
    fix: '请打开所列文件看一看：就是所缺材料的，文件名写明是什么；不是的，请补交',
  },
  nameless: {
    says: '{near}没有写题名、文号和日期，可能就是{things}',
    fix: '请打开该文件看一看：就是所要求的材料的，补上题名、日期，文件名写明是什么；不是的，请补交',
  },
} as const

type Key = keyof typeof MESSAGES

export type Known = Package & { readonly homely: readonly Place[] }

/** The first of them says it all, and the others wait for it. */
export function told(
  own: readonly Finding[],
  lacks: readonly Finding[],
  key: 'none' | 'owned' | 'lacking' | 'lacking-near',
  indicator: Indicator,
  found: Known,
): Finding[] {
  const first = lacks.find(({ kind }) => kind === 'documents') ?? lacks[0]
  if (!first) return []
  if (key === 'owned') {
    const carrier = spoken(first, 'none', lacks, [], indicator, found)
    return [
      { ...carrier, outcome: 'gap', severity: 'required' },
      ...own.filter((one) => isWaiting(one) && one !== first).map((one) => waiting(one, first.id)),
    ]
  }
  const seen = placesOf(lacks)
  const isPlain = seen.length === 0 && !lacks.some(isOfYear)
  const nameless = isPlain ? namelessUnder(indicator, found) : []
  const homely = isPlain && nameless.length === 0 ? found.homely : []
  const near = [...seen, ...nameless, ...homely]
  const nearly = key === 'none' ? near.length > 0 : homely.length > 0
  const said = nameless.length > 0 ? 'nameless' : nearly ? NEARLY[key] : key
  const outcome = said === 'none' || said === 'lacking' ? 'gap' : 'unclear'
  const rest = key === 'none' ? own.filter(isWaiting) : lacks
  const alone = rest.length === 1 && key !== 'none' && said === key
  const carrier = alone ? first : spoken(first, said, lacks, near, indicator, found)
  return [
    { ...carrier, outcome, severity: 'required' },
    ...rest.filter((one) => one !== first).map((one) => waiting(one, first.id)),
  ]
}

const NEARLY = { none: 'none-seen', lacking: 'lacking-near', 'lacking-near': 'lacking-near' } as const

/** Nobody named the unit, and its own papers show that it may be: asked once, and the rest waits for the answer. */
export function askedOf(own: readonly Finding[], kin: readonly Place[], indicator: Indicator, found: Known): Finding[] {
  const lacks = own.filter(isLack)
  const first = lacks.find(({ kind }) => kind === 'documents') ?? lacks[0]
  if (!first) return []
  const carrier = spoken(first, 'none-kin', lacks, kin.slice(0, SHOWN), indicator, found)
  return [
    { ...carrier, outcome: 'unclear' },
    ...own.filter((one) => isWaiting(one) && one !== first).map((one) => waiting(one, first.id)),
  ]
}

const SHOWN = 2

/** A year missing after one that is there is missing, whatever papers of other kinds are called. */
const isOfYear = ({ lacks }: Finding): boolean => lacks?.shown === true

function spoken(
  first: Finding,
  key: Key,
  lacks: readonly Finding[],
  near: readonly Place[],
  { materials }: Indicator,
  { documents }: Package,
): Finding {
  const usual = materials.filter(({ need }) => need === 'required').map(({ name }) => titled(name))
  const names = [...new Set(near.map(({ file }) => file))].map((file) => nameOf(file, documents))
  const isBare = key === 'none' || key === 'none-seen' || key === 'none-kin'
  const wanted = isBare ? listed(usual, '种') : things(lacks).join('、')
  const data = { [isBare ? 'usual' : 'things']: wanted, near: listed(names, '份') }
  const { says, fix } = MESSAGES[key]
  const demanded = [...new Set(lacks.flatMap((one) => one.demanded ?? []))].join('……')
  return {
    ...first,
    key,
    data,
    message: fill(says, data),
    remedy: fill(fix, data),
    expected: wanted,
    actual: '未见',
    cites: near,
    ...(demanded !== '' && { demanded }),
  }
}
