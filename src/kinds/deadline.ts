import type { Day } from '../core/day.ts'
import { daysBetween, isDay, written, yearOf } from '../core/day.ts'
import type { Scope } from '../core/kind.ts'
import { kind } from '../core/kind.ts'
import { exempt, gap, met, unclear, type Verdict } from '../core/verdict.ts'
import { ABSENT_MESSAGES, absentVerdict, dayPlace, filesOf, isDraft, nameOf, titlePlace } from './absent.ts'
import { sampled, tablePlaces } from './cases.ts'
import { dayIn, isEmpty, yearIn } from './cells.ts'
import { distinctPapers } from './papers.ts'
import { cells, isSorted, openVerdict, ROW_MESSAGES, type Seen, type Sorted, sorted, told } from './rows.ts'
import { listed } from './words.ts'
import { yearsAbout, yearsIn } from './years.ts'

const messages = {
  ...ROW_MESSAGES,
  ...ABSENT_MESSAGES,
  'on-time': { says: '{about}{name}：{files}成文于{day}，未超过{by}', fix: '无需处理' },
  'late-for-advised': {
    says: '{about}{name}：{files}成文于{day}，晚于{advised}，未晚于{by}',
    fix: '文件对时限有两处不同规定，请与牵头单位核对适用哪一处；今后请在{advised}以前完成',
  },
  late: {
    says: '{about}{name}：{files}成文于{day}，晚于{by}（{days}日）',
    fix: '请核实落款日期和报送凭证；确已逾期的，请书面说明情况',
  },
  'perhaps-late': {
    says: '{about}{name}：{files}的日期识别为{day}，晚于{by}，但该日期不能确认',
    fix: '请对照原件核实落款日期',
  },
  undated: {
    says: '{about}{name}：{files}不能确认成文日期、所属年度或是否定稿，无法核对是否在{by}以前',
    fix: '请核对原件；请报送有落款日期的正式文本',
  },
  'not-due': { says: '{about}{name}应在{by}以前，尚未到期', fix: '请按期完成' },
  'nothing-due': { says: '创建周期内没有到期的{name}', fix: '无需处理' },
  'rows-on-time': { says: '{about}{name}：核对{count}件，均在{by}以前', fix: '无需处理' },
  'rows-advised': {
    says: '{about}{name}：{count}件晚于{advised}、未晚于{by}（{rows}）',
    fix: '文件对时限有两处不同规定，请与牵头单位核对适用哪一处；今后请在{advised}以前完成',
  },
  'rows-late': {
    says: '{about}{name}：{count}件晚于{by}（{rows}）{also}',
    fix: '请核实这{count}件的日期：误登的更正台账；确已逾期的，请书面说明情况',
  },
  'no-year': {
    says: '{about}{name}无从核对：《{ledger}》中没有{about}的记录',
    fix: '请核对台账是否报全，补登{about}的记录',
  },
  unset: { says: '{name}没有写明核对的材料或台账、期限，无法核对', fix: '请指标资料组完善该规则的参数' },
} as const

type Found = Verdict<keyof typeof messages>

/** What is due, when, and what it is about. `year` is null for a fixed day. */
type Due = { readonly year: number | null; readonly by: Day; readonly advised: Day | null }

export const deadline = kind({
  name: 'deadline',
  summary: '文件或台账登记的日期不晚于规定的日期；规定有先后两个日期的，介于其间的存疑。',
  decides: 'machine',
  params: {
    materials: { type: 'materials', description: '核对哪些材料的成文日期', default: null },
    ledger: { type: 'ledger', description: '或者核对哪本台账', default: null },
    column: { type: 'column', description: '台账中的日期列', default: null },
    year: { type: 'column', description: '台账中的所属年度列', default: null },
    by: { type: 'day', description: '不晚于这一天', default: null },
    'by-each-year': { type: 'month-day', description: '每年不晚于这一天，如 03-01', default: null },
    'advised-by': { type: 'month-day', description: '较早的一个期限；晚于它而未晚于上一期限的存疑', default: null },
    'years-after': { type: 'integer', description: '某年的事项在几年后的期限以前完成', default: 0 },
    where: { type: 'where', description: '核对台账的哪些记录', default: [] },
  },
  messages,

  judge(params, scope) {
    const { materials, ledger, column, year, where } = params
    const [yearly, after] = [params['by-each-year'], params['years-after']]
    const { name } = scope.rule
    if (!(params.by || yearly) || !(materials || (ledger && column)))
      return [unclear('unset', { name }, { expected: '期限', actual: '未写明' })]

    const dues = params.by
      ? [{ year: null, by: params.by, advised: null }]
      : duesOf(scope, yearly ?? '', params['advised-by'], after)
    if (dues.length === 0) return [exempt('nothing-due', { name })]
    if (materials) return papersJudged(scope, materials, dues, after)
    return ledger && column ? rowsJudged(scope, { ledger, column, year, where, after }, dues) : []
  },
})

/** Only a year of the cycle whose due day lies in the cycle too is asked for. */
function duesOf({ package: { cycle } }: Scope, monthDay: string, advised: string | null, after: number): Due[] {
  const first = yearOf(cycle.from)
  const years = Array.from({ length: yearOf(cycle.to) - first + 1 }, (_, index) => first + index)
  return years.flatMap((year) => {
    const [by, early] = [`${year + after}-${monthDay}`, `${year + after}-${advised}`]
    if (!isDay(by) || by < cycle.from || by > cycle.to) return []
    return [{ year, by, advised: advised !== null && isDay(early) ? early : null }]
  })
}

function dataOf({ rule }: Scope, { year, by, advised }: Due) {
  return {
    name: rule.name,
    about: year === null ? '' : `${year}年度`,
    by: written(by),
    advised: advised ? written(advised) : '',
  }
}

const moreOf = ({ year, by }: Due) => ({ subject: year === null ? '' : String(year), expected: `${by}以前` })

function papersJudged(scope: Scope, materials: readonly string[], dues: readonly Due[], after: number): Found[] {
  const papers = distinctPapers(filesOf(scope, materials))
  const dated = papers.map(({ document, match }) => ({
    document,
    years: aboutYears(document, after),
    usable: match.sure && !isDraft(document) && isPast(document, scope),
  }))
  return dues.map((due) => {
    const own = dated.filter(
      ({ years, usable }) => due.year === null || years.includes(due.year) || (years.length === 0 && !usable),
    )
    const usable = own.filter((paper) => paper.usable).map(({ document }) => document)
    const first = usable.toSorted((a, b) => (issuedOf(a) < issuedOf(b) ? -1 : 1))[0]
    if (first) return onDay(scope, due, first, own.length > usable.length)
    if (own.length === 0) return missing(scope, materials, due)
    const cites = own.map(({ document }) => titlePlace(document))
    return unclear(
      'undated',
      {
        ...dataOf(scope, due),
        files: listed(
          own.map(({ document }) => nameOf(document)),
          '份',
        ),
      },
      { ...moreOf(due), cites, actual: '日期不明' },
    )
  })
}

type Document = Parameters<typeof nameOf>[0]

const issuedOf = ({ facts }: Document): Day | '' => facts.issued?.value ?? ''

/** The title names the year; else what is issued in a year is about the year whose due day falls in it. */
function aboutYears(document: Document, after: number): number[] {
  const titled = yearsIn(document.facts.title?.value ?? '')
  if (titled.length > 0) return titled
  const issued = document.facts.issued
  return issued ? [yearOf(issued.value) - after] : yearsAbout(document)
}

const isPast = ({ facts: { issued } }: Document, { package: { asOf } }: Scope): boolean =>
  issued !== null && issued.value <= asOf

function onDay(scope: Scope, due: Due, document: Document, others: boolean): Found {
  const issued = document.facts.issued
  const day = issued?.value ?? due.by
  const data = { ...dataOf(scope, due), files: nameOf(document), day: written(day), days: daysBetween(due.by, day) }
  const more = { ...moreOf(due), cites: [dayPlace(document)], actual: day }
  if (due.advised && day > due.advised && day <= due.by) return unclear('late-for-advised', data, more)
  if (day <= due.by) return met('on-time', data, more)
  // Another file that cannot be dated may be the one that came in time.
  return issued?.certainty === 'weak' || others ? unclear('perhaps-late', data, more) : gap('late', data, more)
}

function missing(scope: Scope, materials: readonly string[], due: Due): Found {
  if (scope.package.asOf <= due.by) return exempt('not-due', dataOf(scope, due), moreOf(due))
  const { subject } = moreOf(due)
  return absentVerdict(scope, materials, {
    subject,
    year: due.year,
    period: due.year === null ? '' : `（${due.year}年度）`,
  })
}

type Asked = {
  readonly ledger: string
  readonly column: string
  readonly year: string | null
  readonly where: Parameters<typeof sorted>[1]['where']
  readonly after: number
}

function rowsJudged(scope: Scope, { ledger, column, year, where, after }: Asked, dues: readonly Due[]): Found[] {
  const byYear = new Map(dues.map((due) => [due.year, due]))
  const found = sorted<'open-rows'>(scope, {
    ledger,
    where,
    uses: [column, year],
    see(row): Seen<'open-rows'> {
      const field = row.field(column)
      const day = dayIn(field)
      const about = year === null ? (day ? yearOf(day) - after : undefined) : yearIn(row.field(year))
      const due = byYear.get(null) ?? (about === undefined ? undefined : byYear.get(about))
      if (!due)
        return about === undefined
          ? { state: 'open', why: 'open-rows', column: year ?? column, words: `${year ?? column}不明` }
          : { state: 'idle' }
      if (!day)
        return isEmpty(field) && scope.package.asOf <= due.by
          ? { state: 'idle' }
          : { state: 'open', why: 'open-rows', column, words: `${column}${isEmpty(field) ? '未填' : '无法识别'}` }
      return { state: day <= due.by ? 'right' : 'wrong', column, words: day }
    },
  })
  if (!isSorted(found)) return [found]
  const yearOfItem = ({ item: { row } }: Sorted<'open-rows'>['right'][number]): number | null => {
    const day = dayIn(row.field(column))
    return byYear.has(null) ? null : ((year === null ? day && yearOf(day) - after : yearIn(row.field(year))) ?? null)
  }
  return dues.map((due) => {
    const own = (items: Sorted<'open-rows'>['right']) => items.filter((one) => yearOfItem(one) === due.year)
    // A row without a year may be any year's.
    const open = found.open.filter((one) => yearOfItem(one) === due.year || yearOfItem(one) === null)
    return rowsOfYear(scope, ledger, due, { ...found, right: own(found.right), wrong: own(found.wrong), open })
  })
}

function rowsOfYear(scope: Scope, ledger: string, due: Due, found: Sorted<'open-rows'>): Found {
  const { right, wrong, open, tables } = found
  const data = { ...dataOf(scope, due), ledger }
  const more = moreOf(due)
  if (wrong.length > 0) {
    const also = open.length > 0 ? `，另有${open.length}件待核实` : ''
    return gap(
      'rows-late',
      { ...data, count: wrong.length, rows: told(wrong), also },
      { ...more, cites: cells(wrong), actual: `${wrong.length}件晚于期限` },
    )
  }
  if (open.length > 0) return openVerdict(found, [], data, more)
  if (right.length === 0) {
    if (scope.package.asOf <= due.by) return exempt('not-due', data, more)
    return unclear('no-year', data, { ...more, cites: tablePlaces(tables), actual: '没有记录' })
  }
  const { advised } = due
  const between = advised === null ? [] : right.filter(({ seen }) => seen.state === 'right' && seen.words > advised)
  if (between.length > 0)
    return unclear(
      'rows-advised',
      { ...data, count: between.length, rows: told(between) },
      { ...more, cites: cells(between), actual: `${between.length}件晚于较早期限` },
    )
  return met(
    'rows-on-time',
    { ...data, count: right.length },
    { ...more, cites: [...tablePlaces(tables), ...sampled(cells(right))], actual: `${right.length}件均按期` },
  )
}
