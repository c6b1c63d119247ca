import type { Day } from '../../core/day.ts'
import type { Standing } from '../model/fold.ts'
import { type AnswerGiven, knownRows, type Refusal, wordsIn } from './copy.ts'
import type { BackTable } from './tables.ts'
import { dayIn } from './written.ts'

/** What persons answered on 存疑待核. An answer without a name, a day and a reason is none. */
export function answersIn(
  table: BackTable,
  sent: Standing,
  sentOn: Day,
  on: Day,
): { answers: AnswerGiven[]; refusals: Refusal[] } {
  const { known, refusals } = knownRows(table.rows, sent, sentOn)
  const answers: AnswerGiven[] = []
  for (const { row, entry, round } of known) {
    const word = (header: string) => row.words.get(header) ?? ''
    const at = (header: string) => row.cells.get(header) ?? `${row.sheet}!第${row.row}行`
    const refuse = (header: string, why: string) =>
      refusals.push({ at: at(header), why, entry: entry.id, words: wordsIn(row) })
    const [answer, reason, answerer] = [word('核实结论'), word('理由'), word('核实人')]
    const [answered, until] = [dayIn(word('核实日期')), dayIn(word('有效期至'))]
    if (FILLED.every((header) => !word(header))) continue
    const review = reviewIn(word, on)
    if (answer !== '符合' && answer !== '不符合')
      refuse(
        '核实结论',
        answer ? `核实结论“${answer}”不对：请写“符合”或“不符合”` : '没有写核实结论：请写“符合”或“不符合”',
      )
    else if (!reason) refuse('理由', '没有写理由，核实结论未采用：请补写')
    else if (!answerer) refuse('核实人', '没有写核实人，核实结论未采用：请补写')
    else if (!answered)
      refuse(
        '核实日期',
        word('核实日期')
          ? `核实日期“${word('核实日期')}”不是日期：请写成 2022-07-31 的样子`
          : '没有写核实日期，核实结论未采用：请补写',
      )
    else if (answered > on) refuse('核实日期', `核实日期${answered}晚于今天（${on}）：请核对`)
    else if (word('有效期至') && !until)
      refuse('有效期至', `有效期“${word('有效期至')}”不是日期：请写成 2022-07-31 的样子`)
    else if (until && until < answered) refuse('有效期至', `有效期至${until}早于核实日期${answered}：请核对`)
    else if (until && until < on) refuse('有效期至', `有效期至${until}，已经过期，核实结论不再有效：请重新核实`)
    else if (review && 'why' in review) refuse(review.header, review.why)
    else if (!review && answer === '符合' && round.item.severity === 'veto')
      refuse(
        '复核人',
        `第${entry.number}条涉及否决项，核实结论要由指标资料组复核才算：请在复核人、复核日期栏填写后再收回`,
      )
    else {
      const given: AnswerGiven = { entry, answer, reason, answerer, answered, until: until ?? '', at: at('核实结论') }
      answers.push(review ? { ...given, review } : given)
    }
  }
  return { answers, refusals }
}

const FILLED = ['核实结论', '理由', '核实人', '核实日期', '有效期至', '复核人', '复核日期'] as const

type Review = AnswerGiven['review'] | { readonly header: string; readonly why: string }

/** Somebody else than who answered. */
function reviewIn(word: (header: string) => string, on: Day): Review {
  const [reviewer, day] = [word('复核人'), word('复核日期')]
  if (!reviewer && !day) return undefined
  if (!reviewer) return { header: '复核人', why: '没有写复核人，核实结论未采用：请补写' }
  if (reviewer === word('核实人'))
    return { header: '复核人', why: `复核人与核实人同为“${reviewer}”：请由指标资料组另一人复核` }
  const reviewed = dayIn(day)
  if (!reviewed)
    return {
      header: '复核日期',
      why: day ? `复核日期“${day}”不是日期：请写成 2022-07-31 的样子` : '没有写复核日期，核实结论未采用：请补写',
    }
  return reviewed > on
    ? { header: '复核日期', why: `复核日期${reviewed}晚于今天（${on}）：请核对` }
    : { reviewer, reviewed }
}
