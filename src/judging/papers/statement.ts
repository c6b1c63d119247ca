import type { Day } from '../../core/day.ts'
import { addMonths, earliest, written } from '../../core/day.ts'
import type { Scope } from '../../core/kind.ts'
import type { Place } from '../../core/place.ts'
import { unclear, type Verdict } from '../../core/verdict.ts'
import type { Matched } from '../desk/scope.ts'
import { declarationOf } from '../rows/opened.ts'
import {
  ABSENT_MESSAGES,
  absentVerdict,
  dayPlace,
  documentNames,
  filesOf,
  isDraft,
  nameOf,
  titlePlace,
} from './absent.ts'

/** A dated statement of the unit, in a document or as its 零报告. */
export type Statement = { readonly name: string; readonly day: Day; readonly at: Place }

export const STATEMENT_MESSAGES = {
  ...ABSENT_MESSAGES,
  undated: {
    says: '{files}{words}，不能作为依据',
    fix: '请报送写明本指标所指情形、落款日期完整的正式说明',
  },
  stale: { says: '{files}成文于{day}，不能说明此后至{until}的情况', fix: '请补充涵盖至{until}的情况说明或零报告' },
} as const

type StatementMessage = keyof typeof STATEMENT_MESSAGES

/** The latest statement that covers the period, or the verdict on what there is instead. */
export function statementOf(scope: Scope, materials: readonly string[]): Statement | Verdict<StatementMessage> {
  const { asOf, cycle } = scope.package
  const until = earliest([asOf, cycle.to])!
  const files = filesOf(scope, materials)
  const statements: Statement[] = files.flatMap(({ document, match }) => {
    const issued = document.facts.issued
    const usable =
      match.sure && !isDraft(document) && issued !== null && issued.certainty !== 'weak' && issued.value <= asOf
    return usable ? [{ name: nameOf(document), day: issued.value, at: dayPlace(document) }] : []
  })
  const declaration = declarationOf(scope)
  if (declaration?.declares === '零报告' && declaration.on)
    statements.push({ name: `本单位的${declaration.declares}`, day: declaration.on, at: declaration.at })
  const latest = statements.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]
  // A statement of last year's end still speaks; one that is a year older than the period's end does not.
  if (latest && latest.day >= cycle.from && latest.day >= addMonths(until, -12)) return latest
  if (latest)
    return unclear(
      'stale',
      { files: latest.name, day: written(latest.day), until: written(until) },
      { cites: [latest.at], expected: `说明至${until}`, actual: latest.day },
    )
  if (files.length === 0) return absentVerdict(scope, materials)
  const cites = files.map(({ document }) => titlePlace(document))
  return unclear(
    'undated',
    { files: documentNames(files.map(({ document }) => document)), words: flawsOf(files, asOf) },
    { cites, expected: '有日期的正式说明', actual: '日期不明' },
  )
}

/** Why none of them will do; each reason once. */
function flawsOf(files: readonly Matched[], asOf: Day): string {
  const flaws = files.map(({ document, match }) => {
    const { issued } = document.facts
    if (isDraft(document)) return '尚未定稿'
    if (!issued || issued.certainty === 'weak') return '没有看得清的成文日期'
    if (issued.value > asOf) return `成文日期是${written(issued.value)}，晚于审核日`
    return match.sure ? '没有看得清的成文日期' : '是不是本指标的说明不能确定'
  })
  return [...new Set(flaws)].join('、')
}

export const isStatement = (found: Statement | Verdict<StatementMessage>): found is Statement => !('outcome' in found)

/** What must not be searched for contradictions: statements of this or any indicator, and declarations. */
export function statementFiles(
  { package: { matches, declarations }, indicator }: Scope,
  materials: readonly string[],
): Set<string> {
  const ids = new Set([
    ...materials,
    ...indicator.materials.filter(({ nature }) => nature === 'statement').map(({ id }) => id),
  ])
  const matched = matches.filter(
    (match) => match.indicator === indicator.id && match.material !== null && ids.has(match.material),
  )
  return new Set([...matched.map(({ file }) => file), ...declarations.map(({ at }) => at.file)])
}
