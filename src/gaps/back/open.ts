import type { Day } from '../../core/day.ts'
import { UserError } from '../../core/problem.ts'
import type { Report } from '../../core/report.ts'
import type { Event } from '../model/event.ts'
import { standingOf } from '../model/fold.ts'
import { historyOf, linesOf, longest } from '../model/history.ts'
import { FIELDS } from '../model/words.ts'
import { QUESTIONS } from '../sheets.ts'
import { answersIn } from './answers.ts'
import type { Copy, Refusal, Returned } from './copy.ts'
import { editsIn, LIST_HEADERS } from './edits.ts'
import type { Sent } from './merge.ts'
import { listNumberIn, recordsIn } from './records.ts'
import { REQUEST_HEADERS, requestsIn } from './requests.ts'
import { type BackTable, tablesWith } from './tables.ts'

/** Lines of a history that lay beside a list, and which file they are. */
export type Beside = { readonly name: string; readonly lines: readonly string[] }

/** The one history that returned lists and the files beside them tell of; a UserError where they tell of none, or of two. */
export function commonHistory(copies: readonly Returned[], beside: readonly Beside[]): readonly Event[] {
  const told = [
    ...beside,
    ...copies.flatMap(({ name, tables }) => {
      const lines = recordsIn(tables)
      return lines ? [{ name, lines }] : []
    }),
  ]
  const read = told.map(({ name, lines }) => ({ name, ...historyOf(lines) }))
  const sound = read.flatMap((one) => ('history' in one ? [one.history] : []))
  const [broken] = read.flatMap((one) => ('broken' in one ? [one] : []))
  // A programme may cut the records of a list; what lies beside it tells the same, and the list's number is checked.
  if (broken && sound.every((one) => one.length === 0))
    throw new UserError(
      `“${broken.name}”中的整改历史从第${broken.broken}条起被改动过或不完整，不能据以接着做：请用发出时的原清单，或找回旁边的历史文件`,
    )
  const history = longest(sound)
  if (!history)
    throw new UserError(
      `${told.map(({ name }) => `“${name}”`).join('、')}不是同一份清单的：请核对是不是拿错了单位或另做的清单，分开处理`,
    )
  if (history.length > 0) return history
  const [first] = copies
  throw new UserError(
    `“${first?.name ?? ''}”不是本程序发出的问题整改清单，或者其中的历史已被删去：请用发出的清单填写后返回，或把历史文件放在旁边`,
  )
}

/** A list of another unit or system, or one that is later than this audit, is not for this folder. */
export function insistOnSame(history: readonly Event[], name: string, { unit, system }: Report, on: Day): void {
  const last = standingOf(history).runs.at(-1)
  if (last && last.unit !== unit.name)
    throw new UserError(`“${name}”是${last.unit}的清单，这次审的是${unit.name}：请换成${unit.name}的清单`)
  if (last && last.system !== system.id)
    throw new UserError(`“${name}”用的是指标体系 ${last.system}，这次用的是 ${system.id}：请用 --indicators 指明同一套`)
  const latest = history.at(-1)?.on
  if (latest && latest > on)
    throw new UserError(`“${name}”已记到 ${latest}，晚于这次的日期 ${on}：请核对 --as-of，或用更早的清单`)
}

/** Which tables of a workbook people write into; a UserError where there is none. */
export function formsIn(
  name: string,
  tables: Returned['tables'],
): Readonly<Record<'lists' | 'questions' | 'requests', BackTable[]>> {
  const lists = tablesWith(tables, LIST_HEADERS, ['状态', '问题'])
  const questions = tablesWith(tables, QUESTION_HEADERS, ['核实结论'])
  const requests = tablesWith(tables, REQUEST_HEADERS, ['申请事项', '问题序号'])
  if (lists.length + questions.length + requests.length > 0) return { lists, questions, requests }
  throw new UserError(
    `“${name}”里找不到问题整改清单的表头（问题、状态等栏）：请核对是不是这份清单；表头被删改的，请从原清单把表头行复制回来`,
  )
}

/** What people wrote into a returned list, against what it was when it went out. */
export function copyOf({ name, tables }: Returned, history: readonly Event[], on: Day): Sent {
  const length = lengthOf(name, tables, history)
  const past = history.slice(0, length)
  const [sent, sentOn] = [standingOf(past), past.at(-1)?.on ?? on]
  const { lists, questions, requests } = formsIn(name, tables)
  const edits = lists.map((table) => editsIn(table, sent, sentOn, on))
  const answers = questions.map((table) => answersIn(table, sent, sentOn, on))
  const asked = requests.map((table) => requestsIn(table, sent, on))
  const copy: Copy = {
    from: name,
    edits: edits.flatMap((one) => one.edits),
    answers: answers.flatMap((one) => one.answers),
    requests: asked.flatMap((one) => one.requests),
    refusals: [
      ...[...lists, ...questions, ...requests].flatMap(doubled),
      ...lists.flatMap(renamed),
      ...[...edits, ...answers, ...asked].flatMap((one) => one.refusals),
    ],
  }
  return { copy, length }
}

const QUESTION_HEADERS = QUESTIONS.map(({ header }) => header)

const doubled = ({ twice }: BackTable): Refusal[] =>
  twice.map(({ header, at }) => ({
    at,
    why: `表头“${header}”有两栏，不知以哪一栏为准，这一栏未采用：请删去多出的一栏`,
    entry: '',
    words: '',
  }))

/** A column may be left out, and others may be added; both together look like a head that was changed. */
function renamed({ headers, others, rows }: BackTable): Refusal[] {
  const lost = FIELDS.filter((header) => !headers.has(header))
  const used = others.filter(({ name }) => rows.some(({ more }) => more.has(name)))
  if (lost.length === 0) return []
  return used.map(({ name, at }) => ({
    at,
    why: `表头“${name}”不是清单的栏目，所写只记入历史；清单缺“${lost.join('”“')}”栏：改过表头的，请改回后再收一次`,
    entry: '',
    words: '',
    mild: true,
  }))
}

function lengthOf(name: string, tables: Returned['tables'], history: readonly Event[]): number {
  const stated = listNumberIn(tables)
  const carried = recordsIn(tables)?.length
  const length = stated?.length ?? carried
  if (length === undefined) return history.length
  const link = linesOf(history)[length - 1]?.slice(9, 17)
  if (length > history.length || (stated && link !== stated.link))
    throw new UserError(`“${name}”的清单号与整改历史对不上：请核对是不是另一份清单，或旁边的历史文件不是这份清单的`)
  return length
}
