import { written } from '../../../core/day.ts'
import { type About, explained } from '../../../core/explained.ts'
import { papers } from '../../asks/papers.ts'
import { documents as judge } from './documents.ts'

export const documents = explained(judge, {
  name: '材料是否齐全',
  limits: '只看有没有、题名、文号和日期，不判断内容是否真实、充分。',
  usual: '`materials`、`need: all/any`、`every: year`（每年一份）、`number: required`（要有文号）',
  asks: (asked, about) => [
    `${asked.materials.length > 1 ? (asked.need === 'any' ? '下列材料有其中一种即可：' : '下列材料每种都要有：') : '应有：'}${papers(about, asked.materials)}。`,
    asked.every === 'year' && '创建周期内每年都要有；年度未结束的，当年的不因未形成而判缺口。',
    asked['at-least'] > 1 && `每种至少${asked['at-least']}份。`,
    asked.number === 'required' && '须有发文字号。',
    asked.seal === 'required' && '须盖章。',
    asked['dated-by'] !== null && `成文日期不晚于${written(asked['dated-by'])}。`,
    asked.formats.length > 0 && `限${asked.formats.join('、')}格式。`,
    allSupporting(about, asked.materials) && '所列都是补充材料，没有的不判缺口。',
  ],
})

const allSupporting = ({ indicator }: About, ids: readonly string[]): boolean =>
  ids.every((id) => indicator.materials.find((material) => material.id === id)?.need === 'supporting')
