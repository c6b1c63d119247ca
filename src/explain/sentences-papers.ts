import { written } from '../core/day.ts'
import { KINDS } from '../judging/kinds/index.ts'
import { anyOf, rowsWords } from './conditions.ts'
import { type About, papers, words } from './kind-words.ts'

export const documents = words(
  KINDS.documents,
  '材料是否齐全',
  '只看有没有、题名、文号和日期，不判断内容是否真实、充分。',
  (asked, about) => [
    `${asked.materials.length > 1 ? (asked.need === 'any' ? '下列材料有其中一种即可：' : '下列材料每种都要有：') : '应有：'}${papers(about, asked.materials)}。`,
    asked.every === 'year' && '创建周期内每年都要有；年度未结束的，当年的不因未形成而判缺口。',
    asked['at-least'] > 1 && `每种至少${asked['at-least']}份。`,
    asked.number === 'required' && '须有发文字号。',
    asked.seal === 'required' && '须盖章。',
    asked['dated-by'] !== null && `成文日期不晚于${written(asked['dated-by'])}。`,
    asked.formats.length > 0 && `限${asked.formats.join('、')}格式。`,
    allSupporting(about, asked.materials) && '所列都是补充材料，没有的不判缺口。',
  ],
)

export const deadline = words(
  KINDS.deadline,
  '是否按期',
  '只看文件的落款日期或台账登记的日期，实际报送、公布的日期请核对凭证。',
  (asked, about) => [
    asked.materials !== null && `核对：${papers(about, asked.materials)}的成文日期。`,
    asked.ledger !== null && `核对：${rowsWords(asked.ledger, asked.where)}，看“${asked.column ?? ''}”。`,
    asked.by !== null && `应不晚于${written(asked.by)}。`,
    asked['by-each-year'] !== null &&
      `${yearly(asked['years-after'])}应不晚于${monthDay(asked['by-each-year'])}；期限落在创建周期以外的年度不核对。`,
    asked['advised-by'] !== null && `晚于${monthDay(asked['advised-by'])}、未超过上述期限的，列为存疑。`,
    asked.year !== null && `所属年度看“${asked.year}”。`,
  ],
)

export const content = words(
  KINDS.content,
  '文件写了什么',
  '只看写没写这些内容，不判断写得是否属实、是否到位。',
  (asked, about) => [
    `核对：${papers(about, asked.materials)}，${WHICH[asked.which]}。`,
    asked.sections.length > 0 && '应有下列部分（小标题或段首句，括号内的说法也算）：',
    ...asked.sections.map((section) => `　${synonyms(section)}`),
    asked.mentions.length > 0 && '应写到（括号内的说法也算）：',
    ...asked.mentions.map((mention) => `　${synonyms(mention)}`),
    asked.forbidden.length > 0 && `不应出现：${anyOf(asked.forbidden)}。`,
    asked.columns.length > 0 &&
      `其中的表格应有这些栏${asked.presumed ? '（推定，缺的只存疑）' : ''}：${asked.columns.join('、')}。`,
    asked['at-most-chars'] !== null && `不超过${asked['at-most-chars']}字（${CHARS}）。`,
    asked['at-least-chars'] !== null && `不少于${asked['at-least-chars']}字（${CHARS}）。`,
  ],
)

const WHICH = { any: '有一份符合即可', every: '每份都要符合', together: '各份合起来看' } as const
const CHARS = '汉字、标点各计1字，连续的数字或字母计1字，不计空格'

const allSupporting = ({ indicator }: About, ids: readonly string[]): boolean =>
  ids.every((id) => indicator.materials.find((material) => material.id === id)?.need === 'supporting')

/** 03-01 → 3月1日 */
function monthDay(text: string): string {
  const [month, day] = text.split('-').map(Number)
  return `${month}月${day}日`
}

function yearly(after: number): string {
  if (after === 0) return '每年的'
  return after === 1 ? '上一年度的，次年' : `某年度的，其后第${after}年`
}

const synonyms = ([first = '', ...others]: readonly string[]): string =>
  others.length > 0 ? `${first}（${others.join('、')}）` : first
