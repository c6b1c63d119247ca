/** What an entry's state may be. Those of `PICKED` people write into the list; the others come about by a re-audit or a grant. */
export const PICKED = ['待整改', '整改中', '已整改待复核', '退回'] as const
export const STATES = [...PICKED, '已销号', '待核实', '已核实'] as const
export type State = (typeof STATES)[number]

/** Nothing is left to do about a round in such a state, and it never changes again. */
export const isClosed = (state: State): boolean => state === '已销号' || state === '已核实'

export const isPicked = (text: string): text is (typeof PICKED)[number] => PICKED.some((one) => one === text)

/** What a unit applies for and the group grants: none of them is a state that a unit picks. */
export const REQUESTS = ['延期', '长期整改', '豁免', '不适用'] as const
export type RequestKind = (typeof REQUESTS)[number]

export const isRequest = (text: string): text is RequestKind => REQUESTS.some((one) => one === text)

/** The columns that people fill in, by their headers. What a unit adds in a column of its own is kept as `另：…`. */
export const FIELDS = ['整改措施', '责任人', '整改时限', '完成情况', '复核意见', '复核人', '复核日期'] as const
export type Field = (typeof FIELDS)[number] | `另：${string}`

export const DAY_FIELDS: readonly string[] = ['整改时限', '复核日期']
export const REVIEW_FIELDS: readonly string[] = ['复核意见', '复核人', '复核日期']

/** A deadline that is no day. */
export const AT_ONCE = '立行立改'

export const SYSTEM = '系统'
