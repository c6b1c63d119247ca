import { explained } from '../../../core/explained.ts'
import { quoted } from '../../../language/prose.ts'
import { rowsWords } from '../../asks/conditions.ts'
import { papers } from '../../asks/papers.ts'
import { count as judge } from './count.ts'

export const count = explained(judge, {
  name: '次数和件数',
  limits: '只数登记的记录或报送的文件，活动是否实际开展、效果如何，请人工核对。',
  usual: '`each: year/month`、`at-least`、`noun: 次`',
  asks: (asked, about) => [
    asked.ledger !== null && `清点：${rowsWords(asked.ledger, asked.where)}。`,
    asked.ledger === null && asked.materials !== null && `清点：${papers(about, asked.materials)}。`,
    `${asked.by === null ? '' : `按“${asked.by}”分别计数，`}${EACH[asked.each]}${[
      asked['at-least'] === null
        ? []
        : `不少于${asked['at-least']}${asked.noun ?? (asked.ledger === null ? '份' : '条')}`,
      asked['at-most'] === null
        ? []
        : `不超过${asked['at-most']}${asked.noun ?? (asked.ledger === null ? '份' : '条')}`,
    ]
      .flat()
      .join('、')}。`,
    (asked.date ?? asked.year) !== null && `日期看“${asked.date ?? asked.year}”。`,
    asked.distinct.length > 0 && `${quoted(asked.distinct)}都相同的记录合为一条。`,
    asked.each === 'year' && asked['at-least'] !== null && '年度未结束的，当年不因不足判缺口。',
    asked.each === 'month' && '尚未结束的月份不核对。',
  ],
})

const EACH = { cycle: '整个创建周期内', year: '创建周期内每年', month: '每月' } as const
