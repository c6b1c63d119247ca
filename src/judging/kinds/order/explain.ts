import { explained } from '../../../core/explained.ts'
import { rowsWords } from '../../asks/conditions.ts'
import { order as judge } from './order.ts'

export const order = explained(judge, {
  name: '先后次序',
  limits: '只按台账登记的日期比较，登记的日期是否属实，请抽查原件。',
  usual: '`columns: [送审日期, 合法性审核意见日期, 公布日期]`',
  asks: (asked) => [
    `核对：${rowsWords(asked.ledger, asked.where)}。`,
    `日期应依次为：${asked.columns.map((column) => `“${column}”`).join(' → ')}${asked.strict ? '，同一天也不符合' : '，可以是同一天'}。`,
    asked.missing === 'ignore' ? '没有填写的一栏跳过，比较其余各栏。' : '有一栏没有填写的，列为存疑。',
  ],
})
