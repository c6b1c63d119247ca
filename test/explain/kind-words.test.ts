import { describe, expect, test } from 'vitest'
import type { Indicator, Rule } from '../../src/core/system.ts'
import { kindWords } from '../../src/explain/kind-words.ts'
import { KINDS } from '../../src/judging/kinds/index.ts'
import { shipped } from '../helpers/shipped.ts'
import { INDICATOR, rule, SYSTEM } from './world.ts'

const said = (kind: keyof typeof KINDS, given: Rule['params']): string[] => {
  const defaults = Object.entries(KINDS[kind].params).map(([name, param]) => [
    name,
    'default' in param ? param.default : null,
  ])
  const one = rule(kind, { ...Object.fromEntries(defaults), ...given })
  return kindWords(kind)?.asks({ system: SYSTEM, indicator: INDICATOR, rule: one }) ?? []
}
const where = [{ column: '公布日期', tests: [{ test: 'present' }] }]
const LEDGER = '规范性文件台账'

describe('a rule is asked for in words', () => {
  test('one material', () => {
    expect(said('documents', { materials: ['opinion'] })).toEqual(['应有：《合法性审核意见书》。'])
  })

  test('materials that are only supporting leave no gap', () => {
    expect(said('documents', { materials: ['files'] })).toEqual([
      '应有：《规范性文件台账》。',
      '所列都是补充材料，没有的不判缺口。',
    ])
  })

  test('either of two, every year, numbered and sealed, by a day, in a format', () => {
    expect(
      said('documents', {
        materials: ['opinion', 'files'],
        need: 'any',
        every: 'year',
        'at-least': 2,
        number: 'required',
        seal: 'required',
        'dated-by': '2021-12-31',
        formats: ['pdf', 'ofd'],
      }),
    ).toEqual([
      '下列材料有其中一种即可：《合法性审核意见书》、《规范性文件台账》。',
      '创建周期内每年都要有；年度未结束的，当年的不因未形成而判缺口。',
      '每种至少2份。',
      '须有发文字号。',
      '须盖章。',
      '成文日期不晚于2021年12月31日。',
      '限pdf、ofd格式。',
    ])
  })

  test('a rate', () => {
    expect(
      said('rate', {
        ledger: LEDGER,
        where,
        part: [{ column: '是否备案', tests: [{ test: 'is', values: ['是'] }] }],
        'at-least': { part: 995, of: 1000 },
        'claimed-as': ['备案率'],
        each: 'year',
        year: '公布日期',
        distinct: ['文件名称'],
      }),
    ).toEqual([
      '分母：《规范性文件台账》中“公布日期”已填写的记录。',
      '分子：其中“是否备案”为“是”的。',
      '比率应不低于99.5%。',
      '“文件名称”都相同的记录合为一件，其中一条符合即为符合。',
      '逐年核算，年度看“公布日期”。',
      '自查报告等材料中写明“备案率”的，与核算结果对照，不一致的列为存疑。',
      '没有应计入的记录时，合法性审核率无从核算，列为存疑；确无此类事项的，作零报告。',
    ])
  })

  test('a rate whose bound nobody has published yet', () => {
    expect(said('rate', { ledger: LEDGER, part: where, 'at-most-parameter': 'city-rate' })[2]).toBe(
      '比率应不高于“全市平均败诉率”（尚未提供，待对照）。没有这个数值时，只列核算结果，列为存疑。',
    )
  })

  test('a share with a floor in persons', () => {
    expect(
      said('share', { ledger: LEDGER, part: where, 'at-least': { part: 5, of: 100 }, 'at-least-count': 1 }),
    ).toEqual([
      '总数：《规范性文件台账》的全部记录，每人一条。',
      '其中计入的人员：“公布日期”已填写的。',
      '所占比例应不低于5%，且不少于1人。',
    ])
  })

  test('a share of some of them, marked in either of two columns', () => {
    expect(
      said('share', { ledger: LEDGER, part: where, 'part-or': where, whole: where, 'at-least': { part: 5, of: 100 } }),
    ).toEqual([
      '核算：《规范性文件台账》的全部记录，每人一条。',
      '总数只算：“公布日期”已填写的。',
      '其中计入的人员：“公布日期”已填写的。',
      '“公布日期”已填写的，也计入；名册没有这一列的，不看。',
      '所占比例应不低于5%。',
    ])
  })

  test('a yearly deadline with an earlier tier', () => {
    expect(
      said('deadline', { materials: ['opinion'], 'by-each-year': '03-01', 'advised-by': '01-31', 'years-after': 1 }),
    ).toEqual([
      '核对：《合法性审核意见书》的成文日期。',
      '上一年度的，次年应不晚于3月1日；期限落在创建周期以外的年度不核对。',
      '晚于1月31日、未超过上述期限的，列为存疑。',
    ])
  })

  test('a time in working days', () => {
    expect(
      said('duration', { ledger: LEDGER, from: '送审日期', to: '公布日期', unit: 'workday', 'at-least': 5 }),
    ).toEqual([
      '核对：《规范性文件台账》的全部记录。',
      '从“送审日期”到“公布日期”，按工作日计算；开始的当日不计入，截止的当日计入。',
      '应不少于5个工作日。',
      '“公布日期”没有填写的，列为存疑。',
    ])
  })

  test('columns in order', () => {
    expect(said('order', { ledger: LEDGER, columns: ['送审日期', '公布日期'], strict: true })).toEqual([
      '核对：《规范性文件台账》的全部记录。',
      '日期应依次为：“送审日期” → “公布日期”，同一天也不符合。',
      '没有填写的一栏跳过，比较其余各栏。',
    ])
  })

  test('a count in its own noun', () => {
    expect(said('count', { ledger: LEDGER, each: 'cycle', noun: '场次', 'at-least': 2, 'at-most': 9 })).toEqual([
      '清点：《规范性文件台账》的全部记录。',
      '整个创建周期内不少于2场次、不超过9场次。',
    ])
  })

  test('a number of papers each year', () => {
    expect(said('count', { materials: ['opinion'], 'at-least': 1 })).toEqual([
      '清点：《合法性审核意见书》。',
      '创建周期内每年不少于1份。',
      '年度未结束的，当年不因不足判缺口。',
    ])
  })

  test('a sum for everyone on a roster', () => {
    expect(said('total', { ledger: LEDGER, sum: '条数', by: ['文件名称'], 'at-least': 60, roster: '名册' })).toEqual([
      '合计：《规范性文件台账》的全部记录，按“文件名称”逐年合计“条数”。',
      '每项合计应不少于60。',
      '应有人员：《名册》的全部记录；名册上有而台账没有登记的，按0计；可能年中到岗的，存疑。',
      '年度未结束的，当年不因不足判缺口。',
    ])
  })

  test('sections with their synonyms, and a length', () => {
    expect(
      said('content', { materials: ['opinion'], sections: [['问题', '不足'], ['成效']], 'at-most-chars': 2000 }),
    ).toEqual([
      '核对：《合法性审核意见书》，有一份符合即可。',
      '应有下列部分（小标题或段首句，括号内的说法也算）：',
      '　问题（不足）',
      '　成效',
      '不超过2000字（汉字、标点各计1字，连续的数字或字母计1字，不计空格）。',
    ])
  })

  test('a question for a person', () => {
    expect(said('review', { question: '是否属实？' })).toEqual([
      '请判断：是否属实？',
      '可查看：本指标的全部材料。',
      '判断后在 audit.yaml 或者退回的问题整改清单中答复“符合”或“不符合”，写明理由、姓名和日期；过了有效期，须重新判断。',
    ])
  })

  test('a rule that is not of its kind’s parameters is not guessed at', () => {
    expect(kindWords('rate')?.asks({ system: SYSTEM, indicator: INDICATOR, rule: rule('rate', {}) })).toEqual([])
  })
})

test('every kind is named, and says what it cannot see', () => {
  const words = Object.keys(KINDS).map((name) => kindWords(name))
  expect(words.filter((one) => !one?.name || !one.limits)).toEqual([])
})

describe('the shipped system', async () => {
  const system = await shipped()
  const rules = [system.package, ...system.indicators].flatMap((indicator) =>
    indicator.rules.map((one) => ({ indicator, one })),
  )
  const asks = ({ indicator, one }: { indicator: Indicator; one: Rule }) =>
    kindWords(one.kind)?.asks({ system, indicator, rule: one }) ?? []

  test('has no rule without words', () => {
    expect(rules.filter((each) => asks(each).length === 0).map(({ one }) => one.id)).toEqual([])
  })

  test('is told without names of our own making', () => {
    const known = /audit\.yaml|pdf|docx?|xlsx?|wps|ofd|jpg|png|APP|GB/g
    const jargon = rules.flatMap((each) => asks(each).filter((line) => /[a-z]{2,}/.test(line.replace(known, ''))))
    expect(jargon).toEqual([])
  })
})
