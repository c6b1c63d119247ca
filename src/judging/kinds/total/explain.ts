import { explained } from '../../../core/explained.ts'
import { quoted } from '../../../language/prose.ts'
import { rowsWords } from '../../asks/conditions.ts'
import { total as judge } from './total.ts'

export const total = explained(judge, {
  name: '按人合计',
  limits: '只按台账登记的数值合计，登记是否属实，请查看签到、证书等证明。',
  usual: '`sum: 学时`、`by: [姓名]`、`at-least: 60`、`roster`（名册，名册上没有记录的人按 0 计）',
  asks: (asked) => [
    `合计：${rowsWords(asked.ledger, asked.where)}，按${quoted(asked.by)}${asked.each === 'year' ? '逐年' : '在整个周期内'}合计“${asked.sum}”。`,
    `每项合计应不少于${asked['at-least']}。`,
    (asked.date ?? asked.year) !== null && `年度看“${asked.date ?? asked.year}”。`,
    asked.roster !== null &&
      `应有人员：${rowsWords(asked.roster, asked['roster-where'])}${asked['roster-name'] === null ? '' : `（看“${asked['roster-name']}”）`}；名册上有而台账没有登记的，按0计；可能年中到岗的，存疑。`,
    asked['roster-since'] !== null && `填有“${asked['roster-since']}”的，到岗以前的年度不要求。`,
    asked.each === 'year' && '年度未结束的，当年不因不足判缺口。',
  ],
})
