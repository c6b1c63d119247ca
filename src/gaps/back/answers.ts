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
  for (const { row, entry } of known) {
    const word = (header: string) => row.words.get(header) ?? ''
    const at = (header: string) => row.cells.get(header) ?? `${row.sheet}!第${row.row}行`
    const refuse = (header: string, why: string) =>
      refusals.push({ at: at(header), why, entry: entry.id, words: wordsIn(row) })
    const [answer, reason, answerer] = [word('核实结论'), word('理由'), word('核实人')]
    const [answered, until] = [dayIn(word('核实日期')), dayIn(word('有效期至'))]
    if (!answer && !reason && !answerer && !word('核实日期') && !word('有效期至')) continue
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
    else answers.push({ entry, answer, reason, answerer, answered, until: until ?? '', at: at('核实结论') })
  }
  return { answers, refusals }
}
