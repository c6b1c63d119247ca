import { explained } from '../../../core/explained.ts'
import { percentName } from '../../../core/percent.ts'
import type { IndicatorSystem } from '../../../core/system.ts'
import { quoted } from '../../../language/prose.ts'
import { atLeast } from '../../asks/at-least.ts'
import { anyOf, conditionWords, rowsWords } from '../../asks/conditions.ts'
import { rate as judge } from './rate.ts'

export const rate = explained(judge, {
  name: '按台账核算比率',
  limits: '只按台账登记的内容核算，登记是否属实、有无漏登，请抽查原件。',
  usual:
    '`ledger`、`where`（分母）、`part`（分子）、`at-least`、`claimed-as`（自查报告里的叫法，用来比对）、`noun: 人`（按什么计，不写为“件”）',
  asks: (asked, { system, rule }) => [
    `分母：${rowsWords(asked.ledger, asked.where)}。`,
    `分子：其中${conditionWords(asked.part)}的。`,
    asked['part-or'] !== null && `${conditionWords(asked['part-or'])}的，也计入；台账没有这些列或没有填写的，不看。`,
    asked['at-least'] !== null && `比率应${atLeast(asked['at-least'])}。`,
    asked['at-most'] !== null && `比率应不高于${percentName(asked['at-most'])}。`,
    asked['at-most-parameter'] !== null && outside(system, asked['at-most-parameter']),
    asked.distinct.length > 0 && `${quoted(asked.distinct)}都相同的记录合为一件，其中一条符合即为符合。`,
    asked.each === 'year' && `逐年核算${asked.year === null ? '' : `，年度看“${asked.year}”`}。`,
    asked['claimed-as'].length > 0 &&
      `自查报告等材料中写明${anyOf(asked['claimed-as'])}的，与核算结果对照，不一致的列为存疑。`,
    `没有应计入的记录时，${rule.name}无从核算，列为存疑；确无此类事项的，作零报告。`,
  ],
})

function outside({ parameters }: IndicatorSystem, id: string): string {
  const found = parameters.find((parameter) => parameter.id === id)
  const value = found?.value ?? null
  const state = value === null ? '尚未提供，待对照' : `现为${value}，${found?.verified ? '已核实' : '未核实'}`
  return `比率应不高于“${found?.name ?? id}”（${state}）。${value === null ? '没有这个数值时，只列核算结果，列为存疑。' : ''}`
}
