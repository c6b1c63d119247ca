import { explained } from '../../../core/explained.ts'
import { anyOf } from '../../asks/conditions.ts'
import { papers } from '../../asks/papers.ts'
import { content as judge } from './content.ts'

export const content = explained(judge, {
  name: '文件写了什么',
  limits: '只看写没写这些内容，不判断写得是否属实、是否到位。',
  usual: '`sections`、`mentions`、`at-most-chars`',
  asks: (asked, about) => [
    `核对：${papers(about, asked.materials)}，${WHICH[asked.which]}。`,
    asked.sections.length > 0 && '应有下列部分（小标题或段首句，括号内的说法也算）：',
    ...asked.sections.map((section) => `　${synonyms(section)}`),
    asked.mentions.length > 0 && '应写到（括号内的说法也算）：',
    ...asked.mentions.map((mention) => `　${synonyms(mention)}`),
    asked.forbidden.length > 0 && `不应出现：${anyOf(asked.forbidden)}。`,
    asked.linked.length > 0 &&
      `同一句、同一行里不应把这些连在一起：${asked.linked.map((words) => anyOf(words)).join('，')}；连在一起的，判为缺口。`,
    asked.columns.length > 0 &&
      `其中的表格应有这些栏${asked.presumed ? '（推定，缺的只存疑）' : ''}：${asked.columns.join('、')}。`,
    asked['at-most-chars'] !== null && `不超过${asked['at-most-chars']}字（${CHARS}）。`,
    asked['at-least-chars'] !== null && `不少于${asked['at-least-chars']}字（${CHARS}）。`,
  ],
})

const WHICH = { any: '有一份符合即可', every: '每份都要符合', together: '各份合起来看' } as const
const CHARS = '汉字、标点各计1字，连续的数字或字母计1字，不计空格'

const synonyms = ([first = '', ...others]: readonly string[]): string =>
  others.length > 0 ? `${first}（${others.join('、')}）` : first
