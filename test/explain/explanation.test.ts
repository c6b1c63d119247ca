import { describe, expect, test } from 'vitest'
import type { Rule } from '../../src/core/system.ts'
import { blocksOf } from '../../src/explain/blocks.ts'
import { type Examples, explained } from '../../src/explain/explanation.ts'
import { pageText } from '../../src/explain/text.ts'
import { dutyWords } from '../../src/explain/units.ts'
import { basis, INDICATOR, rule, SYSTEM } from './world.ts'

const IN_TIME = rule(
  'duration',
  {
    ledger: '规范性文件台账',
    where: [],
    from: '公布日期',
    to: '公布日期',
    unit: 'day',
    'at-least': null,
    'at-most': 15,
    'at-most-column': null,
    'claimed-as': [],
    plus: [],
    'explained-by': [],
    'less-from': null,
    'less-to': null,
    since: null,
    exact: false,
    'both-ends': false,
    missing: 'ignore',
  },
  {
    id: '28.in-time',
    name: '期限',
    erratum: 'e28',
    for: ['department'],
    from: '2021-07-15',
    basis: [
      basis('《甲法》第一条', {
        for: '十五日内备案',
        says: '应当自公布之日起十五日内备案。',
        source: '甲法公布文本',
        checked: '2022-06-01',
        verified: true,
      }),
      basis('乙办法', { source: '只见题名' }),
    ],
    remedy: '请核对台账',
  },
)
const QUESTION = rule(
  'review',
  { materials: null, question: '是否属实？' },
  { id: '28.true', name: '真实', severity: 'advised' },
)
const indicator = { ...INDICATOR, rules: [IN_TIME, QUESTION] }
const EXAMPLES: Examples = new Map([
  [
    '28.in-time',
    { met: { name: '当日备案', given: ['《台账》：公布日期2021-05-06'], says: '均不超过15日' }, gap: null },
  ],
])

test('an indicator, as the screen shows it', () => {
  const page = explained(SYSTEM, indicator, null, EXAMPLES)
  expect(pageText(blocksOf(page, { depth: 1, ledgers: 'here' }))).toMatchInlineSnapshot(`
    "指标28
      二、制度 / 1.文件

    合法性审核率达100%。

    【由谁负责】
      · 区司法局、有行政执法权的区级部门；各镇
      · “有行政执法权的区级部门”：区司法局（推定）、区公安分局。名录未公布
      · “各镇”：全部1个镇
      · 各镇不作要求：镇不制定规范性文件

    【原文疑误】
      · 印发文本：最长5日
          审核时：最长15日
          理由：与下限重合

    【什么算证据】
      · 合法性审核意见书（必备；过程类，须在创建周期内形成）
          题名含有：合法性审核意见
          题名含有这些字样的不是它：送审函
          印发单位：区司法局
          格式：pdf
          应盖章
      · 规范性文件台账（补充；台账或清单）
          按表头认《规范性文件台账》，不看文件名
          题名含有：规范性文件台账

    【怎样审核】

      ▸ 28.in-time　期限（必须改）
      · 期限是否符合：由程序核对
          核对：《规范性文件台账》的全部记录。
          从“公布日期”到“公布日期”，按日计算；开始的当日不计入，截止的当日计入。
          应不超过15日；期满遇法定休假日的，顺延至其后第一个工作日。
          起止日期没有填写的，不计。
      · 只对区级部门
      · 审核日在2021年7月15日以后才适用
      · 依据：方案原文；《甲法》第一条（十五日内备案，已核实）；乙办法（未核实）
      · 原文疑误：“最长5日”，按上文“原文疑误”的处理执行
      · 判为缺口的，整改办法：请核对台账
      · 一个通过的例子：当日备案
          《台账》：公布日期2021-05-06
          结论：均不超过15日

      ▸ 28.true　真实（建议改）
      · 请人判断
      · 依据：方案原文

    【机器不能判断的】
      · 期限：只按台账登记的日期计算，登记的日期是否属实，请抽查原件。
      · 真实：本条全部由人判断：没有答复的，列为存疑，绝不算作符合。

    【台账的栏目】
      标“必需”的栏目用来认出这张表，缺得多就认不出；其余栏目没有也可以。栏名与表中写法有一种相同即可。

      ▸ 《规范性文件台账》
      表名也可以是：文件登记表
      “文件名称”相同的，认作同一件。一件一行。
      · 文件名称（文字；必需；也可以写作：标题）
      · 公布日期（日期；“未公布”视为没有；也可以写作：发布日期、印发日期；用于：28.in-time）
      其他栏目：是否备案、条数
    "
  `)
})

describe('one rule', () => {
  const page = explained(SYSTEM, indicator, IN_TIME)

  test('comes with the material and the ledger it reads, and with its own erratum', () => {
    expect([page.id, page.materials.map(({ id }) => id), page.ledgers.map(({ id }) => id), page.errata.length]).toEqual(
      ['28.in-time', ['files'], ['L01'], 1],
    )
  })

  test('tells which columns it looks at', () => {
    expect(page.ledgers[0]?.columns.flatMap(({ name, used }) => (used.length > 0 ? [[name, used]] : []))).toEqual([
      ['公布日期', ['28.in-time']],
    ])
  })

  test('with sources: where each basis was read and when, with its words; and what nobody has read', () =>
    expect(pageText(blocksOf(page, { depth: 1, ledgers: 'here', sources: true }))).toContain(
      [
        '依据：方案原文；《甲法》第一条（十五日内备案，已核实）；乙办法（未核实）',
        '      《甲法》第一条：甲法公布文本，2022-06-01 核对',
        '      条文：应当自公布之日起十五日内备案。',
        '      乙办法：未核实；线索：只见题名',
      ].join('\n'),
    ))

  test('without cases there is no example', () =>
    expect([page.rules[0]?.met, page.rules[0]?.gap]).toEqual([null, null]))
})

describe('what the plan demands', () => {
  const said = (demanded: Rule['demanded']) => {
    const own = rule('documents', { materials: ['opinion', 'files'] }, { demanded })
    return pageText(blocksOf(explained(SYSTEM, { ...INDICATOR, rules: [own] }), { depth: 1, ledgers: 'here' }))
  }

  test('a quotation for all that the rule looks for stands in one line', () =>
    expect(said('合法性审核率达100%')).toContain('  · 要求材料的原话：“合法性审核率达100%”\n'))

  test('a quotation for one material names it', () =>
    expect(said({ opinion: '合法性审核率达100%' })).toContain(
      '  · 要求材料的原话：合法性审核意见书：“合法性审核率达100%”\n',
    ))

  test('several stand below one another', () =>
    expect(said({ opinion: '合法性审核', files: '达100%' })).toContain(
      ['  · 要求材料的原话', '      合法性审核意见书：“合法性审核”', '      规范性文件台账：“达100%”', ''].join('\n'),
    ))

  test('where nothing is demanded nothing is quoted', () => expect(said(null)).not.toContain('要求材料的原话'))
})

test('without rules nothing is concluded by machine', () => {
  const page = explained(SYSTEM, { ...INDICATOR, rules: [] })
  expect(pageText(blocksOf(page, { depth: 1, ledgers: 'here' }))).toContain('不由程序下结论，请人工核对')
})

describe('whose indicator it is', () => {
  const duty = (printed: string, as = printed) =>
    dutyWords(SYSTEM.roster, {
      ...INDICATOR,
      exempts: [],
      kin: [],
      units:
        as === printed ? { printed, cell: 'explicit', as, why: '' } : { printed, cell: 'absent', as, why: '按上行' },
    })

  test('a group within the name of another is not meant', () => {
    expect(duty('有行政执法权的区级部门')).toEqual([
      '有行政执法权的区级部门',
      '“有行政执法权的区级部门”：区司法局（推定）、区公安分局。名录未公布',
    ])
  })

  test('groups stand in the order of the cell', () => {
    expect(duty('各镇，区级部门')).toEqual(['各镇，区级部门', '“各镇”：全部1个镇', '“区级各部门”：全部2个区级部门'])
  })

  test('an empty cell is an assumption', () => {
    expect(duty('', '各镇')).toEqual([
      '公布文本此栏为空，按“各镇”执行（按上行）；因属推定，缺少材料的只列存疑，不判缺口',
      '“各镇”：全部1个镇',
    ])
  })
})
