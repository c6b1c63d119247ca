import { promiseActs, promiseWords } from './promise-words.ts'
import { numberOf } from './written-days.ts'

export type Per = 'year' | 'half' | 'quarter' | 'month'

/** At least so many hours or times in each stretch of time: 每人每年不少于16学时, 汛期每点每月巡查不少于2次. */
export type LeastPromise = {
  readonly kind: 'least'
  readonly least: number
  readonly of: 'hours' | 'times'
  readonly unit: string
  readonly per: Per
  /** The words around it, by which its table is known. */
  readonly about: string
  /** 汛期(5—9月): only in these months. */
  readonly months: readonly number[]
  readonly season: string | undefined
}

/** So long at most from one act to another: 解除后60日内删除, 复杂纠纷30日内调处终结. */
export type TermPromise = {
  readonly kind: 'term'
  readonly most: number
  readonly unit: 'hour' | 'day' | 'workday' | 'month'
  /** The words of the act that it runs from; empty where nobody says it. */
  readonly from: string
  readonly to: string
  /** Only for what is of these grades. */
  readonly grades: readonly string[]
  /** Only for some cases, and nobody can tell from a table for which: 立案查处的,在决定送达后5日内答复. */
  readonly ofSome: boolean
}

/** What has to be done anew after so many years: 每三年修订一次, 任职满五年的应当轮岗. */
export type StandingPromise = { readonly kind: 'standing'; readonly years: number; readonly acts: readonly string[] }

/** A mark under which nobody passes (80分为合格), or under which something else is due (低于80分的，约谈). */
export type MarkPromise = {
  readonly kind: 'mark'
  readonly mark: number
  /** What stands before it: which test. */
  readonly about: string
  /** What is due below it; empty where it is the mark of passing. */
  readonly due: string
}

export type Promised = LeastPromise | TermPromise | StandingPromise | MarkPromise

/** What one sentence (spelt by `plain`) demands in figures. */
export function promisesIn(sentence: string): Promised[] {
  return [...standingIn(sentence), ...termsIn(sentence), ...leastIn(sentence), ...marksIn(sentence)]
}

const FIGURE = '\\d{1,3}|[一二三四五六七八九十两]{1,3}'
const numbered = (text: string): number => (/^\d/u.test(text) ? Number(text) : numberOf(text.replace('两', '二')))
const any = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|')
const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word))

/** The acts that a text speaks of by words of its own. */
export function actsIn(text: string): string[] {
  return [...promiseActs()].filter(([, words]) => has(text, words)).map(([act]) => act)
}

/** The grades that a text speaks of, the longest first taken: 特别重大 is not 重大 as well. */
export function gradesIn(text: string): string[] {
  const found = text.matchAll(new RegExp(`(${any(promiseWords('grades'))})(?!${any(promiseWords('hedging'))})`, 'gu'))
  return Array.from(found, ([grade]) => grade)
}

const WITHIN = new RegExp(`(?<![\\d.〔第满])(${FIGURE})\\s*(个工作日|工作日|个?小时|个月|日|天)(?:之内|以内|内)`, 'gu')
const FROM = /([^,:;、()]{1,16}?)(?:之日起|当日起|日起|起|之后|以后|后)[^,;、]{0,4}$/u
/** 需要补正的,应当5日内告知: of some only, and nobody can tell of which. */
const OF_SOME = /的(?:\p{Script=Han}{0,4}[,:]|应|须|必须|由|可|在|自|$)/u

function termsIn(sentence: string): TermPromise[] {
  const found = [...sentence.matchAll(WITHIN)]
  const pieces = found.map((match, at) => {
    const end = match.index + match[0].length
    const last = found[at - 1]
    return {
      before: sentence.slice(last ? last.index + last[0].length : 0, match.index),
      // 一般纠纷15日内、复杂纠纷30日内调处终结: what both are for stands behind the last.
      after: /^(?:、.*|[^,;]*)/u.exec(sentence.slice(end, found[at + 1]?.index))?.[0] ?? '',
      figure: match[1]!,
      unit: match[2]!,
    }
  })
  const terms: TermPromise[] = []
  for (const [at, { before, figure, unit }] of pieces.entries()) {
    const to = pieces.slice(at).find(({ after }) => /^[^、]*\p{Script=Han}{2}/u.test(after))?.after ?? ''
    const said = FROM.exec(before)?.[1]
    const grades = gradesIn(before)
    const isCarried = said === undefined && grades.length === 0
    const last = terms.at(-1)
    if (to === '' || has(before + to, promiseWords('unless')) || has(before, promiseWords('others'))) continue
    terms.push({
      kind: 'term',
      most: numbered(figure),
      unit: unitOf(unit),
      from: said ?? last?.from ?? '',
      to,
      grades: isCarried ? (last?.grades ?? []) : grades,
      ofSome: OF_SOME.test(before),
    })
  }
  return terms
}

function unitOf(unit: string): TermPromise['unit'] {
  if (unit.includes('工作日')) return 'workday'
  if (unit.includes('小时')) return 'hour'
  return unit.includes('月') ? 'month' : 'day'
}

const EVERY_YEARS = new RegExp(`(?:每|每隔)\\s*(${FIGURE})\\s*年(?!内|以内)(?!.{0,3}可)([^。;]{1,16})`, 'gu')
const AFTER_YEARS = new RegExp(`满\\s*(${FIGURE})\\s*年(?!内|以内)(?!.{0,3}可)([^。;]{1,16})`, 'gu')
const SHORT = new RegExp(`(${FIGURE})年(一[修评轮])`, 'gu')

function standingIn(sentence: string): StandingPromise[] {
  const after = [...sentence.matchAll(AFTER_YEARS)].filter(([, , said = '']) => AGAIN.test(said))
  const lapsing = [...sentence.matchAll(AFTER_YEARS)].filter(([, , said = '']) => !AGAIN.test(said))
  const every = [...sentence.matchAll(EVERY_YEARS), ...sentence.matchAll(SHORT), ...after]
  return [...yearsIn(every, 'standing'), ...yearsIn(lapsing, 'lapsing')]
}

/** 满三年再评估 comes again and again; 施行满一年的开展评估 once. */
const AGAIN = /^(?:的)?(?:后)?再/u

const yearsIn = (found: readonly RegExpMatchArray[], list: 'standing' | 'lapsing'): StandingPromise[] =>
  found.flatMap(([, figure = '', said = '']) => {
    const acts = actsIn(said).filter((act) => promiseWords(list).includes(act))
    const years = numbered(figure)
    return acts.length > 0 && years > 0 ? [{ kind: 'standing', years, acts }] : []
  })

const MONTHS = /\(?(\d{1,2})月?\s*(?:[-—–~]+|至|到)\s*(\d{1,2})月\)?/u

function leastIn(sentence: string): LeastPromise[] {
  const [hours, times] = [promiseWords('hours'), promiseWords('times')]
  const counted = new RegExp(
    `(${FIGURE})\\s*个?(${any([...hours, ...times])})(${any(promiseWords('reaching'))})?`,
    'gu',
  )
  const demanded = new RegExp(`(?:${any(promiseWords('least'))})$`, 'u')
  const [, first, last] = MONTHS.exec(sentence) ?? []
  const months = first && last ? stretch(Number(first), Number(last)) : []
  return [...sentence.matchAll(counted)].flatMap((match) => {
    const [, figure = '', unit = '', more] = match
    const before = sentence.slice(0, match.index)
    const clause = before.slice(before.lastIndexOf(',') + 1)
    // 每年至少参加1次培训,不少于8学时: hours of a year as well.
    const per = perOf(clause) ?? (hours.includes(unit) ? perOf(before) : undefined)
    const isBare = per !== undefined && bareAfter(clause).length <= MANNER
    if (!per || (!demanded.test(before) && more === undefined && !isBare)) return []
    if (OF_SOME.test(before) || has(clause, promiseWords('unless'))) return []
    return [
      {
        kind: 'least' as const,
        least: numbered(figure),
        of: hours.includes(unit) ? ('hours' as const) : ('times' as const),
        unit,
        per,
        about: sentence,
        months,
        season: promiseWords('seasons').find((season) => sentence.includes(season)),
      },
    ]
  })
}

/** 每月巡查2次: an act and no more stands between. */
const MANNER = 4
const stretch = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

const PERS = ['half', 'month', 'quarter', 'year'] as const

/** The stretch that stands last before the number. */
function perOf(clause: string): Per | undefined {
  const at = (per: Per) => Math.max(...promiseWords(per).map((word) => clause.lastIndexOf(word)))
  return PERS.filter((per) => at(per) >= 0).toSorted((a, b) => at(b) - at(a))[0]
}

function bareAfter(clause: string): string {
  return clause.split(new RegExp(any(PERS.flatMap((per) => promiseWords(per))), 'u')).at(-1) ?? ''
}

function marksIn(sentence: string): MarkPromise[] {
  const figure = '(\\d{2,3}(?:\\.\\d)?)分'
  const lines = any(promiseWords('lines').map((word) => word.replace(/[(]/gu, '\\$&')))
  const pass =
    new RegExp(`${figure}(?:${any(promiseWords('passing'))})`, 'u').exec(sentence) ??
    new RegExp(`(?:${lines})[为是:]?${figure}`, 'u').exec(sentence)
  const less = new RegExp(
    `(?:(?:${any(promiseWords('below'))})${figure}|${figure}(?:${any(promiseWords('under'))}))`,
    'u',
  ).exec(sentence)
  return [
    ...(pass ? [{ kind: 'mark' as const, mark: Number(pass[1]), about: sentence.slice(0, pass.index), due: '' }] : []),
    ...(less
      ? [
          {
            kind: 'mark' as const,
            mark: Number(less[1] ?? less[2]),
            about: sentence.slice(0, less.index),
            due: sentence.slice(less.index + less[0].length),
          },
        ]
      : []),
  ]
}
