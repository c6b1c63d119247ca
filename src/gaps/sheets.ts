import type { Day } from '../core/day.ts'
import { type Place, spotName } from '../core/place.ts'
import { clipped } from '../language/text.ts'
import type { Item } from './entries.ts'
import {
  deadlineOf,
  type Entry,
  grantOf,
  isOverdue,
  type Request,
  type Round,
  roundOf,
  stateOn,
} from './model/entry.ts'
import type { Standing } from './model/fold.ts'
import { isClosed } from './model/words.ts'

/** What a row of the list shows: an entry, and its round. */
export type Shown = { readonly entry: Entry; readonly round: Round; readonly on: Day }

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

export type Asked = { readonly entry: Entry; readonly round: Round; readonly request: Request } | null

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

export function openRows({ entries }: Standing, on: Day): { list: Shown[]; questions: Shown[] } {
  const open = [...entries.values()]
    .map((entry) => ({ entry, round: roundOf(entry), on }))
    .filter(({ round }) => !isClosed(round.state))
    .sort((a, b) => a.entry.number - b.entry.number)
  return {
    list: open.filter(({ round }) => round.state !== '待核实'),
    questions: open.filter(({ round }) => round.state === '待核实'),
  }
}

export const closedRows = ({ entries }: Standing, on: Day): Shown[] =>
  [...entries.values()]
    .flatMap((entry) => entry.rounds.map((round) => ({ entry, round, on })))
    .filter(({ round }) => round.closed !== null)
    .sort((a, b) => a.entry.number - b.entry.number || a.round.round - b.round.round)

export const requestRows = ({ entries }: Standing): NonNullable<Asked>[] =>
  [...entries.values()]
    .toSorted((a, b) => a.number - b.number)
    .flatMap((entry) => entry.rounds.flatMap((round) => round.requests.map((request) => ({ entry, round, request }))))

export const indicatorsOf = ({ indicators }: Pick<Item, 'indicators'>): string =>
  indicators.map((id) => (id === 'package' ? '整包' : id)).join('、')

const CATEGORIES = { proved: '有误', demanded: '缺少', question: '存疑' } as const

export function categoryOf(item: Item): string {
  if (item.severity === 'veto') return item.class === 'question' ? '否决待核' : '否决'
  if (item.severity === 'advised' && item.class !== 'question') return '建议'
  return CATEGORIES[item.class]
}

export function problemOf({ what, items }: Pick<Item, 'what' | 'items'>): string {
  if (items.length === 0) return what
  if (items.length === 1) return `${what}\n${items[0]?.words ?? ''}`
  const lines = items.map(({ words }, index) => `${index + 1}．${words}`)
  return [what, ...lines].join('\n')
}

/** A row has room for the law, or for the first words; the indicator has a column of its own, and all stands on 指标与依据. */
export function shortBasis({ basis }: Pick<Item, 'basis'>): string {
  const [, words = ''] = /^(?:指标|方案)[^“；]*；?(.*)$/su.exec(basis) ?? [basis, basis]
  if (words === '') return '方案原文'
  const quoted = /^“(.*)”$/su.exec(words)?.[1]
  return quoted === undefined ? clipped(words, 24) : `“${clipped(quoted, 14)}”`
}

const [MOST_FILES, MOST_SPOTS, MOST_QUOTES] = [3, 4, 1]

/** Each file once, with its pages or cells; where it has none, the words that stand there. */
export function placesOf({ places, folder }: Pick<Item, 'places' | 'folder'>): string {
  if (folder !== undefined) return `放进：${folder}/`
  const byFile = new Map<string, Place[]>()
  for (const place of places) byFile.set(place.file, [...(byFile.get(place.file) ?? []), place])
  const lines = [...byFile].slice(0, MOST_FILES).map(([file, own]) => {
    const spots = [...new Set(own.map(spotOf))].filter(Boolean)
    // A quotation takes a line; a page or a cell takes none.
    const most = own.some((place) => spotName(place) === '') ? MOST_QUOTES : MOST_SPOTS
    const rest = spots.length > most ? `等${spots.length}处` : ''
    return [file, spots.slice(0, most).join('、') + rest].filter(Boolean).join('  ')
  })
  return [...lines, ...(byFile.size > MOST_FILES ? [`……等${byFile.size}个文件`] : [])].join('\n')
}

/** The file to open, or the folder that the missing would go to. */
export const targetOf = ({ places, folder }: Pick<Item, 'places' | 'folder'>): string | undefined =>
  folder ?? places[0]?.file

const spotOf = (place: Place): string => spotName(place) || (place.quote ? `“${clipped(place.quote, 12)}”` : '')

/** What the system has to say to whoever takes the row in hand. */
function hintsOf({ entry, round, on }: Shown): string {
  const before = entry.rounds.at(-2)
  const deadline = deadlineOf(round)
  const lapsed = round.requests
    .filter((one) => one.lapsed)
    .map(({ what, until }) => `${what}已于${until}到期，恢复整改`)
  const waiting = round.requests.filter((one) => !one.decision).map(({ what }) => `${what}申请待审批`)
  const last = round.requests.at(-1)
  const denied = last?.decision?.granted === false && `${last.what}申请未获同意（${deciderOf(last)}）`
  const grant = grantOf(round, on)
  const aside =
    grant && `经${deciderOf(grant)}同意${grant.what}${grant.until ? `，至${grant.until}` : ''}：${grant.reason}`
  return [
    round.round > 1 && `第${round.round}轮（${before?.closed?.on ?? ''}办结后再次出现）`,
    before?.answer?.until && round.round > 1 && `原核实意见有效期至${before.answer.until}`,
    deadline !== (round.fields.整改时限 ?? '') &&
      `已批准延期至${deadline}（首次时限${round.fields.整改时限 || '未定'}）`,
    ...lapsed,
    ...waiting,
    denied,
    aside,
    isOverdue(round, on) && '已逾期',
    round.answer?.answer === '不符合' &&
      `${round.answer.answerer}${round.answer.answered}核实为问题：${round.answer.reason}`,
    round.recheck && (round.recheck.result !== '仍存在' || round.state === '退回') && recheckWords(round.recheck),
    round.sentBack.length > 0 && `累计退回${round.sentBack.length}次`,
    ...Object.entries(round.conflicts).map(
      ([name, values]) =>
        `${name}两份返回不一致，未采用：${values.map(({ value, from }) => `${value || '（空）'}（${from}）`).join('、')}`,
    ),
    ...round.refused.map(({ words, why }) => `未采用“${words}”：${why}`),
  ]
    .filter(Boolean)
    .join('\n')
}

const deciderOf = ({ decision }: Request): string => `${decision?.decider ?? ''}${decision?.decided ?? ''}`

/** What is still there stands in its own column, as it is now. */
const recheckWords = ({ result, why }: NonNullable<Round['recheck']>): string =>
  result === '仍存在' ? '复核仍发现，见“问题”栏' : [result, why].filter(Boolean).join('：')
