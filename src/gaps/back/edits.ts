import type { Day } from '../../core/day.ts'
import { placesOf, problemOf } from '../item-words.ts'
import { grantOf, type Round, stateOn } from '../model/entry.ts'
import type { Standing } from '../model/fold.ts'
import { AT_ONCE, DAY_FIELDS, FIELDS, isPicked, PICKED, REVIEW_FIELDS } from '../model/words.ts'
import { LIST } from '../sheets.ts'
import { type Edit, type Known, knownRows, type Refusal, wordsIn } from './copy.ts'
import type { BackTable } from './tables.ts'
import { dayIn } from './written.ts'

type Found = { readonly edits: Edit[]; readonly refusals: Refusal[] }

/** What was written into 问题整改清单, row by row: a row with anything wrong in it is skipped whole. */
export function editsIn(table: BackTable, sent: Standing, sentOn: Day, on: Day): Found {
  const { known, refusals } = knownRows(table.rows, sent, sentOn)
  const edits: Edit[] = []
  for (const one of known) {
    const found = rowEdits(one, sentOn, on)
    // An edit may have a reason as well.
    const wrong = found.filter((edit): edit is Refusal => !('new' in edit))
    const own = found.filter((edit): edit is Edit => 'new' in edit)
    refusals.push(...wrong, ...changedByHand(one))
    if (wrong.length === 0) edits.push(...own)
  }
  return { edits, refusals }
}

type Draft = { readonly header: string; readonly text: string; readonly old: string; readonly at: string }

function rowEdits(known: Known, sentOn: Day, on: Day): (Edit | Refusal)[] {
  const { row, entry, round } = known
  const drafts: Draft[] = FIELDS.flatMap((header) => {
    const text = row.words.get(header)
    const old = round.fields[header] ?? ''
    return text === undefined ? [] : [{ header, text, old, at: row.cells.get(header)! }]
  })
  const changed = drafts.map(dated).filter(({ text, old }) => text !== old)
  const own: Draft[] = [...row.more].map(([name, text]) => ({
    header: `另：${name}`,
    text,
    old: round.fields[`另：${name}`] ?? '',
    at: `${row.sheet}!第${row.row}行`,
  }))
  const after = { ...round.fields, ...Object.fromEntries(changed.map(({ header, text }) => [header, text])) }
  const by = (header: string) => after[REVIEW_FIELDS.includes(header) || header === '退回' ? '复核人' : '责任人'] || ''
  const refuse = (at: string, why: string): Refusal => ({ at, why, entry: entry.id, words: wordsIn(row) })

  const wrong = changed.flatMap((draft) => {
    const why = faultOf(draft, on)
    return why ? [refuse(draft.at, why)] : []
  })
  const state = stateEdit(known, after, sentOn)
  if (state && 'why' in state) wrong.push(refuse(state.at, state.why))
  if (wrong.length > 0) return wrong
  const edits = [...changed, ...own.filter(({ text, old }) => text !== old)].map(
    ({ header, text, old, at }): Edit => ({ entry, field: header, old, new: text, at, by: by(header) }),
  )
  if (state && 'text' in state)
    edits.push({
      entry,
      field: '状态',
      old: round.state,
      new: state.text,
      at: row.cells.get('状态')!,
      by: by(state.text),
      ...(state.text === '退回' && { why: after.复核意见 ?? '' }),
    })
  return edits
}

const dated = (draft: Draft): Draft =>
  DAY_FIELDS.includes(draft.header) ? { ...draft, text: dayIn(draft.text) ?? draft.text } : draft

function faultOf({ header, text, old }: Draft, on: Day): string {
  if (!DAY_FIELDS.includes(header) || text === '') {
    return header === '整改时限' && old ? `整改时限已定为${old}，不能清空：要变更的，请在“申请审批”表申请延期` : ''
  }
  const day = dayIn(text)
  if (header === '整改时限') {
    if (!day && text !== AT_ONCE) return `整改时限“${text}”不是日期：请写成 2022-07-31 的样子，立行立改的写“${AT_ONCE}”`
    return old ? `整改时限已定为${old}：要变更的，请在“申请审批”表申请延期，首次时限不改` : ''
  }
  if (!day) return `${header}“${text}”不是日期：请写成 2022-07-31 的样子`
  return day > on ? `${header}${day}晚于今天（${on}）：请核对` : ''
}

type StateEdit = { readonly text: string } | { readonly at: string; readonly why: string } | undefined

function stateEdit({ row, round }: Known, after: Readonly<Record<string, string>>, sentOn: Day): StateEdit {
  const text = row.words.get('状态') ?? ''
  const at = row.cells.get('状态') ?? ''
  if (text === '' || text === stateOn(round, sentOn)) return undefined
  const fault = (why: string) => ({ at, why })
  if (text === '已销号') return fault('“已销号”不能手填：请写“已整改待复核”，由系统重新审核材料、不再发现后销号')
  if (text === '长期整改' || text === '已豁免' || text === '不适用' || text === '申请延期')
    return fault(`“${text}”不能自行选定：请在“申请审批”表提出，经同意后生效`)
  if (!isPicked(text)) return fault(`没有“${text}”这种状态：请从${PICKED.join('、')}中选`)
  if (grantOf(round, sentOn)) return fault(`本条已获准${grantOf(round, sentOn)!.what}，状态不能改`)
  if (text === '退回') return sentBack(round, after, fault)
  if (text === '已整改待复核' && !after.完成情况)
    return fault('写“已整改待复核”的，请在“完成情况”栏写明怎么改的、佐证是什么；立行立改的也要写')
  return { text }
}

function sentBack(round: Round, after: Readonly<Record<string, string>>, fault: (why: string) => StateEdit): StateEdit {
  if (round.state !== '已整改待复核')
    return fault(`只有“已整改待复核”的才能退回，本条是“${round.state}”：单位刚报已整改的，请先收回一次再退回`)
  const missing = REVIEW_FIELDS.filter((field) => !after[field])
  return missing.length > 0
    ? fault(`退回的，请填写${missing.join('、')}（复核意见写明补充整改要求）`)
    : { text: '退回' }
}

/** Columns that are ours to fill: what somebody wrote over them is not lost, but it does not count. */
function changedByHand({ row, entry, round }: Known): Refusal[] {
  const ours = [
    ['问题', problemOf(round.item)],
    ['位置', placesOf(round.item)],
    ['整改要求', round.item.act],
  ] as const
  return ours.flatMap(([header, printed]): Refusal[] => {
    const text = row.words.get(header)
    const [now, ours] = [plainly(text ?? ''), plainly(printed)]
    // Old formats cut what is long.
    if (!text || now === ours || (now.length >= 200 && ours.startsWith(now))) return []
    return [
      {
        at: row.cells.get(header)!,
        why: `“${header}”由系统填写，改动未采用：有话请写在“整改措施”或“完成情况”栏`,
        entry: entry.id,
        words: text,
        mild: true,
      },
    ]
  })
}

const plainly = (text: string): string => text.replace(/[\s'␉]+/g, '').slice(0, 30_000)

/** Every header of the list, to know its table by. */
export const LIST_HEADERS = LIST.map(({ header }) => header)
