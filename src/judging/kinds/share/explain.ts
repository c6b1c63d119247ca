import { explained } from '../../../core/explained.ts'
import { quoted } from '../../../language/prose.ts'
import { atLeast } from '../../asks/at-least.ts'
import { conditionWords, rowsWords } from '../../asks/conditions.ts'
import { share as judge } from './share.ts'

export const share = explained(judge, {
  name: '按名册核算人数比例',
  limits:
    '只按名册登记的内容核算，登记的身份、资格是否属实，请查看任职文件和证件；名册没有一处写明谁计入的，列为提示。',
  usual:
    '`part`、`part-or`（另一种写法，符合其一即可）、`whole`（总数只算哪些人）、`at-least: 5%`、`at-least-count: 1`',
  asks: (asked) => [
    `${asked.whole === null ? '总数' : '核算'}：${rowsWords(asked.ledger, asked.where)}，每人一条。`,
    asked.whole !== null && `总数只算：${conditionWords(asked.whole)}的。`,
    `其中计入的人员：${conditionWords(asked.part)}的。`,
    asked['part-or'] !== null && `${conditionWords(asked['part-or'])}的，也计入；名册没有这一列的，不看。`,
    asked.named.length > 0 && `名册没有写明哪些人计入的，看其他表和文件写明的${quoted(asked.named)}。`,
    asked.among.length > 0 && `本指标的文件写明了${quoted(asked.among)}多少人的，按它写的人数核算。`,
    `所占比例应${atLeast(asked['at-least'])}${asked['at-least-count'] > 0 ? `，且不少于${asked['at-least-count']}人` : ''}。`,
    asked.distinct.length > 0 && `${quoted(asked.distinct)}都相同的记录合为一人。`,
  ],
})
