import { type About, explained } from '../../../core/explained.ts'
import { papers } from '../../asks/papers.ts'
import { rollup as judge } from './rollup.ts'

export const rollup = explained(judge, {
  name: '汇总核实',
  limits: '只汇总其他各条发现的疑点，真假由人查看原件后判断。',
  usual: '`messages`',
  asks: (asked, about) => [
    `应有写明落款日期的${papers(about, asked.statement, '或')}。`,
    '其他各条发现下列情形的，汇总到这里请人核实，列为存疑：',
    ...asked.messages.map((message) => `　${gatheredWords(message, about)}`),
  ],
})

/** What the messages of other kinds report, by the last part of their names: `rate.claim-differs`. */
const GATHERED: Readonly<Record<string, string>> = {
  'claim-differs': '自称的比率与台账核算的不一致',
  disputed: '同一件在不同文件中登记不一',
  reversed: '止期早于起期',
  'out-of-order': '日期先后不符',
  future: '成文日期晚于审核日',
}

function gatheredWords(message: string, { nameOf }: About): string {
  const [kind = '', key = ''] = message.split('.')
  const name = nameOf(kind)
  const what = GATHERED[key] ?? `其他发现（${message}）`
  return name ? `${name}：${what}` : what
}
