import { written } from '../../core/day.ts'
import { spanName } from '../../core/span.ts'
import type { CellTest, Where } from '../../core/where.ts'

/** A condition as a clerk would say it: “公布日期”已填写，且“是否涉市场主体”为“是”. Empty where every row meets it. */
export function conditionWords(where: Where): string {
  return where
    .filter(({ tests }) => tests.length > 0)
    .map(({ column, tests }) => `“${column}”${tests.map(testWords).join('、')}`)
    .join('，且')
}

/** The rows that a condition picks: 《…》中“公布日期”已填写的记录. */
export function rowsWords(ledger: string, where: Where): string {
  const condition = conditionWords(where)
  return condition === '' ? `《${ledger}》的全部记录` : `《${ledger}》中${condition}的记录`
}

function testWords(test: CellTest): string {
  switch (test.test) {
    case 'present':
      return '已填写'
    case 'absent':
      return '没有填写'
    case 'is':
      return test.values.length === 1 ? `为${anyOf(test.values)}` : `为${anyOf(test.values)}之一`
    case 'not':
      return `不是${anyOf(test.values)}`
    case 'contains':
      return `写有${anyOf(test.words)}${test.unless ? `、没有${anyOf(test.unless)}` : ''}`
    case 'without':
      return `没有写${anyOf(test.words)}`
    case 'at-least':
      return `不少于${test.number}`
    case 'at-most':
      return `不超过${test.number}`
    case 'from':
      return `在${written(test.day)}以后（含当日）`
    case 'until':
      return `在${written(test.day)}以前（含当日）`
    case 'before':
      return `早于“${test.column}”`
    case 'not-after':
      return `不晚于“${test.column}”`
    case 'differs-from':
      return `与“${test.column}”不同`
    case 'within':
      return `在“${test.of}”起${spanName(test.span)}内${test.span.unit === 'hour' ? '' : '（当日不计入）'}`
  }
}

/** “甲”“乙”或“丙” */
export function anyOf(words: readonly string[]): string {
  const marked = words.map((word) => `“${word}”`)
  const last = marked.at(-1) ?? ''
  return marked.length < 2 ? last : `${marked.slice(0, -1).join('')}或${last}`
}
