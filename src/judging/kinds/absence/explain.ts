import { explained } from '../../../core/explained.ts'
import { anyOf, rowsWords } from '../../asks/conditions.ts'
import { papers } from '../../asks/papers.ts'
import { absence as judge } from './absence.ts'

export const absence = explained(judge, {
  name: '有没有发生',
  limits: '没有发现不等于没有：只在本单位报送的材料中查找，网上和上级掌握的情况请人工查证。',
  usual: '`statement`（情况说明）、`words`（相反字样）、`checks`（台账里的相反记录）',
  asks: (asked, about) => [
    `应有写明落款日期的${papers(about, asked.statement, '或')}，应在审核日（不晚于报送截止日）以前一年内作出；已在 audit.yaml 中作零报告的，视同说明。`,
    asked.words.length > 0 &&
      `在全部材料中查找：${anyOf(asked.words)}${asked.near.length > 0 ? `，并且同一句中有${anyOf(asked.near)}` : ''}${asked.together.length > 0 ? `；或者一个分句里${asked.together.map((group) => anyOf(group)).join('，同时有')}` : ''}。出现的，列为存疑，请人核实。`,
    asked.words.length > 0 &&
      `否定的说法、书名号中的文件名、法规和制度条文中的这些字样不算${asked.except.length > 0 ? `；句中有${anyOf(asked.except)}的也不算` : ''}。`,
    ...asked.checks.map(
      ({ ledger, where, says }) =>
        `${rowsWords(ledger, where)}，即为相反情形${says ? `（${says}）` : ''}；有这样的记录的，判为缺口。`,
    ),
  ],
})
