import type { Parts } from '../language/header-parts.ts'
import type { Relations } from './relations.ts'

/** What a table is of anyway, so that a header need not say it: in a table of penalties 决定日期 is the penalty's. */
export type Own = { has(topic: string): boolean }

/** How surely a header says what a column's name says, 0…1; what cannot reach `least` is not weighed to the end, and 0. */
export function likeness(header: Parts, column: Parts, own: Own, relations: Relations, least = 0): number {
  const what = attributeLikeness(header, column, relations)
  if (what === 0 || what < least) return 0
  const turned = what * turnLikeness(header, column, relations)
  if (turned === 0 || turned < least) return 0
  return (
    turned *
    topicLikeness(header, column, own, relations) *
    restLikeness(header, column) *
    passingLikeness(header, column) *
    askedLikeness(header, column, relations)
  )
}

/** 是否出示执法证 asks nothing that 是否涉企 asks. */
function askedLikeness(header: Parts, column: Parts, { topic }: Relations): number {
  if (!header.attributes.includes('是否') || column.attributes[0] !== '是否') return 1
  const [asked, its] = [askedBy(header), askedBy(column)]
  const isShared =
    asked.some((one) => its.some((other) => one === other || topic(one, other) > 0)) ||
    [...header.rest].some((sign) => column.rest.includes(sign))
  const say = (what: readonly string[], { rest }: Parts): boolean => what.length > 0 || rest !== ''
  return isShared || !say(asked, header) || !say(its, column) ? 1 : 0.3
}

const askedBy = ({ attributes, events, objects }: Parts): string[] => [
  ...events,
  ...objects,
  ...attributes.filter((one) => one !== '是否'),
]

/** Said of a thing itself: 当事人 is 当事人名称. */
const ITSELF = new Set(['名称', '姓名', '人员', '内容', '单位'])
/** So wide that a head of it says little of what its column is. */
const WIDE = new Set([
  '名称',
  '内容',
  '编号',
  '种类',
  '单位',
  '人员',
  '情况',
  '数量',
  '说明',
  '方式',
  '意见',
  '结果',
  '是否',
  '日期',
])

function attributeLikeness(header: Parts, column: Parts, { attribute, topic }: Relations): number {
  const [a, b] = [header.attributes, column.attributes]
  const [mine, its] = [a[0], b[0]]
  const [thing, other] = [header.objects.at(-1), column.objects.at(-1)]
  if (b.length > 1) return a.length > 1 && b.every((one) => a.some((own) => attribute(own, one) > 0)) ? 1 : 0.1
  if (mine === undefined && its === undefined)
    return thing === undefined || other === undefined ? (thing === other ? 1 : 0.4) : topic(thing, other)
  if (mine === undefined) {
    if (thing === undefined) return ITSELF.has(its!) ? 0.7 : 0.6
    // 当事人 alone is the name of one, not the level of one.
    const known = Math.max(0, ...column.objects.map((one) => topic(thing, one)))
    return known === 0 ? 0.15 : known * (ITSELF.has(its!) ? 0.95 : its === '是否' || its === '编号' ? 0.6 : 0.3)
  }
  if (its === undefined) {
    // 顾问姓名 is a 顾问, though no word says what that is.
    if (other === undefined && column.rest !== '' && header.rest === column.rest && ITSELF.has(mine)) return 0.95
    if (other === undefined) return mine === '情况' ? 0.75 : 0.3
    return ITSELF.has(mine) ? Math.max(0.4, ...header.objects.map((one) => topic(one, other))) * 0.95 : 0.25
  }
  const second = Math.max(...a.slice(1).map((one) => attribute(one, its) * 0.85), 0)
  return Math.max(attribute(mine, its), second)
}

function turnLikeness({ turns: a }: Parts, { turns: b }: Parts, { turn }: Relations): number {
  let likeness = 1
  for (const of in a) likeness *= turn(of, a[of], b[of])
  for (const of in b) if (a[of] === undefined) likeness *= turn(of, undefined, b[of])
  return likeness
}

function topicLikeness(header: Parts, column: Parts, own: Own, relations: Relations): number {
  const event = eventLikeness(header, column, own, relations)
  return event === 0 ? 0 : event * objectLikeness(header, column, own, relations)
}

/**
 * The event that a label is about: the last one that is neither the table's own matter nor only goes with others.
 * 行政处罚告知书送达日期 is about 告知, 处罚决定书送达日期 about 送达.
 */
function primary({ events }: Parts, own: Own, { isLight }: Pick<Relations, 'isLight'>): string | undefined {
  return (
    events.findLast((event) => !own.has(event) && !isLight(event)) ??
    events.findLast((event) => !own.has(event)) ??
    events.at(-1)
  )
}

function eventLikeness(header: Parts, column: Parts, own: Own, relations: Relations): number {
  const { topic, isLight } = relations
  const [a, b] = [primary(header, own, relations), primary(column, own, relations)]
  if (a === undefined && b === undefined) return 1
  if (a === undefined) {
    // What no word covers may be another event: 寄出日期 is not the day of receiving.
    const supplied = strange(header, column) > 0 ? 0.55 : 1
    return supplied * (own.has(b!) ? 0.9 : isLight(b!) ? 0.8 : 0.4)
  }
  if (b === undefined) {
    const more = header.events.filter((event) => !own.has(event) && !isLight(event))
    // 回访满意度 is still a 满意度; 回访日期 is not any 日期.
    if (more.length > 0) {
      // 处罚决定书文号 is still that of a 决定书.
      const isShared = header.objects.some((one) => column.objects.includes(one))
      return WIDE.has(header.attributes[0] ?? '') ? (isShared ? 0.7 : 0.3) : 0.65
    }
    return header.events.every((event) => own.has(event)) ? 0.92 : 0.75
  }
  // 是否延长答复期限 asks of the first verb, 答复期限 of the last.
  const asks = header.attributes[0] === '是否'
  const direct = asks ? Math.max(...header.events.map((event) => topic(event, b))) : topic(a, b)
  if (direct > 0) return direct * strangers(header, column, own, { topic, isLight })
  const near = (event: string, among: readonly string[]) => Math.max(0, ...among.map((one) => topic(event, one)))
  if (isLight(a)) return Math.max(near(b, header.events) * 0.8, own.has(b) ? 0.72 : 0)
  return isLight(b) ? near(a, column.events) * 0.8 : 0
}

type Topics = Pick<Relations, 'topic' | 'isLight'>

/** Other things that happened, of which the column says nothing: 送达 in a header of 决定 weighs more than none. */
function strangers(header: Parts, column: Parts, own: Own, { topic, isLight }: Topics): number {
  const known = [...column.events, ...column.objects]
  const more = header.events
    .slice(0, -1)
    .filter((event) => !own.has(event) && known.every((one) => topic(event, one) === 0))
  const less = column.events
    .slice(0, -1)
    .filter((event) => !own.has(event) && !isLight(event) && header.events.every((one) => topic(one, event) === 0))
  return 0.75 ** more.filter((event) => !isLight(event)).length * 0.97 ** more.length * 0.85 ** less.length
}

function objectLikeness(header: Parts, column: Parts, own: Own, { topic }: Relations): number {
  const [a, b] = [header.objects, column.objects]
  if (a.length === 0 && b.length === 0) return 1
  const known = [...b, ...column.events, ...column.attributes]
  const said = [...a, ...header.events, ...header.attributes]
  const shared = Math.max(0, ...a.flatMap((one) => b.map((other) => topic(one, other))))
  const more = a.filter((one) => !own.has(one) && known.every((other) => topic(one, other) === 0))
  const less = b.filter((one) => !own.has(one) && said.every((other) => topic(one, other) === 0))
  const lacks = b.filter((one) => own.has(one) && said.every((other) => topic(one, other) === 0))
  if (more.length > 0 && (less.length > 0 || lacks.length > 0) && shared === 0) return 0.2
  const near = shared > 0 ? 0.5 + shared / 2 : 1
  // 程序类型 is no kind of anything else.
  const strange = WIDE.has(header.attributes[0] ?? '') ? 0.6 : 0.75
  return near * strange ** more.length * 0.6 ** less.length * 0.92 ** lacks.length
}

/** 主办单位代码 is the number of a unit, and 申请人类型 the kind of a person. */
const WEIGHTY = new Set(['单位', '人员', '姓名', '证号', '名称', '期限', '有效期', '金额', '电话', '地点'])

function passingLikeness(header: Parts, column: Parts): number {
  const known = [...column.attributes, ...column.passing]
  const said = [...header.attributes, ...header.passing]
  // The name of a unit is its name.
  const isName = header.attributes[0] === '名称'
  // 协办人员 ▸ 姓名: whose name and whose number it is needs no second saying.
  const isOf = (one: string) => one === '人员' && (header.attributes[0] === '姓名' || header.attributes[0] === '证号')
  const more = header.passing.filter((one) => WEIGHTY.has(one) && !isName && !isOf(one) && !known.includes(one)).length
  const less = column.passing.filter((one) => WEIGHTY.has(one) && !said.includes(one)).length
  return 0.6 ** more * 0.75 ** less
}

/** Signs of a header that no word covers and the column does not have either, as a share of all. */
const strange = ({ rest, length }: Parts, column: Parts): number =>
  [...rest].filter((sign) => !column.rest.includes(sign)).length / Math.max(1, length)

function restLikeness(header: Parts, column: Parts): number {
  if (header.rest === '' && column.rest === '') return 1
  const wide = WIDE.has(header.attributes[0] ?? '')
  const more = strange(header, column)
  const less = strange(column, header)
  return Math.max(0, 1 - (wide ? 1.2 : 0.6) * more) * Math.max(0, 1 - 0.9 * less)
}
