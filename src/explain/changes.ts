import type { Change, FieldChange } from '../core/change.ts'
import { isDay, written } from '../core/day.ts'
import { type Percent, percentName } from '../core/percent.ts'
import { type Span, spanName } from '../core/span.ts'
import type { Where } from '../core/where.ts'
import { conditionWords, rowsWords } from '../judging/asks/conditions.ts'
import { clipped } from '../language/text.ts'
import { choiceName, FIELDS, THINGS } from './change-names.ts'
import { kindOf } from './kind-of.ts'
import { kindWords } from './kind-words.ts'

/** 28.review-time 合法性审核时间：不少于（at-least）5 → 7 */
export function changeWords({ of, id, name, change, why, fields }: Change): string {
  if (of === 'titles') return `${THINGS.titles}${id ? '' : '（什么也不证明的）'}：${fields.map(countWords).join('，')}`
  const about = of === 'system' ? '体系' : `${THINGS[of]}${id}${id.endsWith(name) ? '' : ` ${clipped(name, 40)}`}`
  if (change === 'added') return `${about}：新增`
  if (change === 'removed') return why ? `${about}：停用，理由：${why}` : `${about}：删去`
  return `${about}：${fields.map(fieldWords).join('；')}`
}

const countWords = ({ key, to }: FieldChange): string => `${key === 'more' ? '增加' : '减去'}${String(to)}条`

function fieldWords({ key, kind, from, to }: FieldChange): string {
  const param = kind === null ? undefined : kindOf({ kind })?.params[key]
  const name = param ? `${param.description.replace(/（[a-z]+）/g, '')}（${key}）` : (FIELDS[key] ?? key)
  const [before, after] = [from, to].map((value) => itemsOf(key, param?.type, value))
  if (before && after && before.length + after.length > 2) return `${name}${listWords(before, after)}`
  return `${name} ${valueWords(key, param?.type, from)} → ${valueWords(key, param?.type, to)}`
}

/** Lists of words, and what can be told as one. */
function itemsOf(key: string, type: string | undefined, value: unknown): string[] | undefined {
  if (!Array.isArray(value) || type === 'where') return undefined
  if (type === 'checks') return value.map(checkWords)
  return value.map((item: unknown) => itemWords(item, key))
}

function listWords(before: readonly string[], after: readonly string[]): string {
  const [more, less] = [after.filter((item) => !before.includes(item)), before.filter((item) => !after.includes(item))]
  const parts = [
    ...(more.length > 0 ? [`增加${quoted(more)}`] : []),
    ...(less.length > 0 ? [`删去${quoted(less)}`] : []),
  ]
  return parts.length > 0 ? parts.join('，') : '次序有变'
}

const quoted = (items: readonly string[]): string => items.map((item) => `“${clipped(item, 60)}”`).join('')

function valueWords(key: string, type: string | undefined, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（无）'
  if (value === true) return '是'
  if (value === false) return '否'
  if (type === 'where') return isWhere(value) ? conditionWords(value) || '全部记录' : '（无）'
  const items = itemsOf(key, type, value)
  if (items) return items.length > 0 ? items.map((item) => clipped(item, 60)).join('、') : '（无）'
  return clipped(itemWords(value, key), 80)
}

function itemWords(value: unknown, key = ''): string {
  if (Array.isArray(value)) return value.map((item) => itemWords(item, key)).join('、')
  if (isPercent(value)) return percentName(value)
  if (isSpan(value)) return spanName(value)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .flatMap(([name, item]) => (item ? [itemWords(item, name)] : []))
      .join(' ')
  const text = String(value)
  if (isDay(text)) return written(text)
  if (key === 'kind') return kindWords(text)?.name ?? text
  return choiceName(key, text)
}

function checkWords(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('ledger' in value) || !('where' in value))
    return itemWords(value)
  return isWhere(value.where) ? rowsWords(String(value.ledger), value.where) : String(value.ledger)
}

const isWhere = (value: unknown): value is Where =>
  Array.isArray(value) && value.every((one: unknown) => typeof one === 'object' && one !== null && 'tests' in one)
const isPercent = (value: unknown): value is Percent =>
  typeof value === 'object' && value !== null && 'part' in value && 'of' in value
const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'count' in value && 'unit' in value
