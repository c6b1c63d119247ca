import { explained } from '../../../core/explained.ts'
import { SPAN_NAMES } from '../../../core/span.ts'
import { rowsWords } from '../../asks/conditions.ts'
import { duration as judge } from './duration.ts'

export const duration = explained(judge, {
  name: '期限是否符合',
  limits: '只按台账登记的日期计算，登记的日期是否属实，请抽查原件。',
  usual: '`from`、`to`、`unit: day/workday/hour`、`at-least`、`at-most`',
  asks: (asked) => [
    `核对：${rowsWords(asked.ledger, asked.where)}。`,
    `从“${asked.from}”到“${asked.to}”，按${SPAN_NAMES[asked.unit].replace('个', '')}计算${asked.unit === 'hour' ? '' : asked['both-ends'] ? '；首日、末日都在其中' : '；开始的当日不计入，截止的当日计入'}。`,
    asked['explained-by'].length > 0 && '短于应有时长、另有材料对这一件作了说明的，不算不符。',
    asked.since !== null && `这一期限自${asked.since}施行：更早起算的，从这一天算。`,
    asked['at-least'] !== null && `应不少于${asked['at-least']}${SPAN_NAMES[asked.unit]}。`,
    asked['at-most'] !== null &&
      `应不超过${asked['at-most']}${SPAN_NAMES[asked.unit]}${asked.unit === 'day' || asked.unit === 'month' ? '；期满遇法定休假日的，顺延至其后第一个工作日' : ''}。`,
    asked['at-most-column'] !== null &&
      `每件的时限看“${asked['at-most-column']}”（天数或到期日）${asked['at-most'] === null ? '' : '；没有填写的，按上述时限'}。`,
    asked.plus.length > 0 && `${asked.plus.map((column) => `“${column}”`).join('和')}所填的天数加到时限上。`,
    asked['less-from'] !== null &&
      asked['less-to'] !== null &&
      `从“${asked['less-from']}”到“${asked['less-to']}”的一段不计入。`,
    asked.missing === 'unclear' && `“${asked.to}”没有填写的，列为存疑。`,
    asked.missing === 'ignore' && '起止日期没有填写的，不计。',
    asked.missing === 'overdue' && `“${asked.to}”没有填写、到审核日已超过时限的，算逾期；尚未到期的，不计。`,
  ],
})
