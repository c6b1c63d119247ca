import { written } from '../../../core/day.ts'
import { explained } from '../../../core/explained.ts'
import { rowsWords } from '../../asks/conditions.ts'
import { papers } from '../../asks/papers.ts'
import { deadline as judge } from './deadline.ts'

export const deadline = explained(judge, {
  name: '是否按期',
  limits: '只看文件的落款日期或台账登记的日期，实际报送、公布的日期请核对凭证。',
  usual: '`by: 2021-12-31` 或 `by-each-year: "03-01"`、`advised-by: "01-31"`（早一档）、`years-after: 1`',
  asks: (asked, about) => [
    asked.materials !== null && `核对：${papers(about, asked.materials)}的成文日期。`,
    asked.ledger !== null && `核对：${rowsWords(asked.ledger, asked.where)}，看“${asked.column ?? ''}”。`,
    asked.by !== null && `应不晚于${written(asked.by)}。`,
    asked['by-each-year'] !== null &&
      `${yearly(asked['years-after'])}应不晚于${monthDay(asked['by-each-year'])}；期限落在创建周期以外的年度不核对。`,
    asked['advised-by'] !== null && `晚于${monthDay(asked['advised-by'])}、未超过上述期限的，列为存疑。`,
    asked.year !== null && `所属年度看“${asked.year}”。`,
  ],
})

/** 03-01 → 3月1日 */
function monthDay(text: string): string {
  const [month, day] = text.split('-').map(Number)
  return `${month}月${day}日`
}

function yearly(after: number): string {
  if (after === 0) return '每年的'
  return after === 1 ? '上一年度的，次年' : `某年度的，其后第${after}年`
}
