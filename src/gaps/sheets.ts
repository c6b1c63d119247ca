import { hintsOf } from './hints.ts'
import { categoryOf, indicatorsOf, placesOf, problemOf, shortBasis, targetOf } from './item-words.ts'
import { stateOn } from './model/entry.ts'
import type { Asked, Shown } from './rows.ts'

export type Column<T> = {
  readonly header: string
  readonly width: number
  /** Its width where something stands in it; most lists have nothing there. */
  readonly wide?: number
  readonly kind?: 'human' | 'id'
  readonly centred?: true
  readonly day?: true
  readonly of: (row: T) => string | number
}

const field =
  (name: string) =>
  ({ round }: Shown): string =>
    round.fields[name] ?? ''

/** Headers are how columns are known when the list comes back, so no two are alike. */
export const LIST: readonly Column<Shown>[] = [
  { header: '序号', width: 4.5, centred: true, of: ({ entry }) => entry.number },
  { header: '指标', width: 5.5, centred: true, of: ({ round }) => indicatorsOf(round.item) },
  { header: '类别', width: 5, centred: true, of: ({ round }) => categoryOf(round.item) },
  { header: '问题', width: 37, of: ({ round }) => problemOf(round.item) },
  { header: '位置', width: 27, of: ({ round }) => placesOf(round.item) },
  { header: '打开', width: 4.5, centred: true, of: ({ round }) => (targetOf(round.item) === undefined ? '' : '打开') },
  { header: '依据', width: 12, of: ({ round }) => shortBasis(round.item) },
  { header: '整改要求', width: 20, of: ({ round }) => round.item.act },
  { header: '整改措施', width: 11, kind: 'human', of: field('整改措施') },
  { header: '责任人', width: 7, kind: 'human', centred: true, of: field('责任人') },
  { header: '整改时限', width: 9.5, kind: 'human', centred: true, day: true, of: field('整改时限') },
  { header: '完成情况', width: 11, kind: 'human', of: field('完成情况') },
  { header: '状态', width: 7, kind: 'human', centred: true, of: ({ round, on }) => stateOn(round, on) },
  { header: '系统提示', width: 8, wide: 17, of: (shown) => hintsOf(shown) },
  { header: '复核意见', width: 9, kind: 'human', of: field('复核意见') },
  { header: '复核人', width: 7, kind: 'human', centred: true, of: field('复核人') },
  { header: '复核日期', width: 9.5, kind: 'human', centred: true, day: true, of: field('复核日期') },
  { header: '编号', width: 12, kind: 'id', of: ({ entry }) => entry.id },
]

export const QUESTIONS: readonly Column<Shown>[] = [
  { header: '序号', width: 5, centred: true, of: ({ entry }) => entry.number },
  { header: '指标', width: 7, centred: true, of: ({ round }) => indicatorsOf(round.item) },
  { header: '问题', width: 42, of: ({ round }) => problemOf(round.item) },
  { header: '位置', width: 31, of: ({ round }) => placesOf(round.item) },
  { header: '打开', width: 5, centred: true, of: ({ round }) => (targetOf(round.item) === undefined ? '' : '打开') },
  { header: '依据', width: 14, of: ({ round }) => shortBasis(round.item) },
  { header: '怎么核实', width: 22, of: ({ round }) => round.item.act },
  { header: '核实结论', width: 9, kind: 'human', centred: true, of: () => '' },
  { header: '理由', width: 16, kind: 'human', of: () => '' },
  { header: '核实人', width: 8, kind: 'human', centred: true, of: () => '' },
  { header: '核实日期', width: 11, kind: 'human', centred: true, day: true, of: () => '' },
  { header: '有效期至', width: 11, kind: 'human', centred: true, day: true, of: () => '' },
  { header: '复核人', width: 8, kind: 'human', centred: true, of: () => '' },
  { header: '复核日期', width: 11, kind: 'human', centred: true, day: true, of: () => '' },
  { header: '系统提示', width: 8, wide: 20, of: (shown) => hintsOf(shown) },
  { header: '编号', width: 12, kind: 'id', of: ({ entry }) => entry.id },
]

const of =
  (pick: (asked: NonNullable<Asked>) => string | number) =>
  (asked: Asked): string | number =>
    asked ? pick(asked) : ''

/** Rows without a request wait for one. */
export const REQUESTED: readonly Column<Asked>[] = [
  { header: '问题序号', width: 9, kind: 'human', centred: true, of: of(({ entry }) => entry.number) },
  { header: '申请事项', width: 11, kind: 'human', centred: true, of: of(({ request }) => request.what) },
  { header: '申请至', width: 12, kind: 'human', centred: true, day: true, of: of(({ request }) => request.until) },
  { header: '理由或阶段目标', width: 48, kind: 'human', of: of(({ request }) => request.reason) },
  { header: '申请人', width: 9, kind: 'human', centred: true, of: of(({ request }) => request.asker) },
  { header: '申请日期', width: 12, kind: 'human', centred: true, day: true, of: of(({ request }) => request.asked) },
  {
    header: '审批意见',
    width: 10,
    kind: 'human',
    centred: true,
    of: of(({ request: { decision } }) => (decision ? (decision.granted ? '同意' : '不同意') : '')),
  },
  {
    header: '审批人',
    width: 9,
    kind: 'human',
    centred: true,
    of: of(({ request }) => request.decision?.decider ?? ''),
  },
  {
    header: '审批日期',
    width: 12,
    kind: 'human',
    centred: true,
    day: true,
    of: of(({ request }) => request.decision?.decided ?? ''),
  },
  {
    header: '系统提示',
    width: 18,
    of: of(({ request }) => (request.lapsed ? `已于${request.until}到期，不再有效` : '')),
  },
  { header: '申请编号', width: 12, kind: 'id', of: of(({ entry, request }) => `${request.id}@${entry.id}`) },
]

/** The line to sign on below the list. */
export const SIGNED: readonly [string, string] = ['整改单位负责人（签字）：', '指标资料组负责人（签字）：']
