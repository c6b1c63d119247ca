import { describe, expect, test } from 'vitest'
import { promisesIn } from '../../src/language/promises.ts'
import { plain } from '../../src/language/text.ts'

const read = (text: string) => promisesIn(plain(text))

describe('a term between two acts', () => {
  test.each([
    ['应急响应解除后60日内删除所收集的个人信息', 60, 'day', '应急响应解除', '删除所收集的个人信息'],
    ['自受理之日起十五个工作日内作出答复', 15, 'workday', '自受理', '作出答复'],
    ['签订后两个月内报备', 2, 'month', '签订', '报备'],
    ['立案后24小时以内报告', 24, 'hour', '立案', '报告'],
  ])('%s', (text, most, unit, from, to) => {
    expect(read(text)).toEqual([{ kind: 'term', most, unit, from, to, grades: [], ofSome: false }])
  })

  test('is one for each grade; what both are for stands behind the last', () => {
    expect(read('一般纠纷15日内、复杂纠纷30日内调处终结')).toMatchObject([
      { most: 15, grades: ['一般'], to: '调处终结' },
      { most: 30, grades: ['复杂'], to: '调处终结' },
    ])
  })

  test('goes on from the act before it, of the same grades', () => {
    const text = '特别重大、重大突发事件，事发后5小时内发布权威信息，24小时内举行新闻发布会'
    expect(read(text)).toMatchObject([
      { most: 5, from: '事发', to: '发布权威信息', grades: ['特别重大', '重大'] },
      { most: 24, from: '事发', to: '举行新闻发布会', grades: ['特别重大', '重大'] },
    ])
  })

  test('of what is done 一般 there is no grade', () => {
    expect(read('一般应当在15日内办结')).toMatchObject([{ most: 15, grades: [] }])
  })

  test.each(['需要补正的，应当在5日内告知申请人', '立案查处的，在决定送达后5日内答复'])(
    'is one of some cases in “%s”',
    (text) => {
      expect(read(text)).toMatchObject([{ most: 5, ofSome: true }])
    },
  )

  test.each([
    '当事人应当自收到决定书之日起15日内缴纳罚款',
    '特殊情况经批准可以延长，30日内办结',
    '延长不超过一年',
    '自2020年5月1日起施行',
  ])('is none in “%s”', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('so much in each stretch of time', () => {
  test.each([
    ['每人每年不少于16学时', 16, 'hours', 'year'],
    ['每季度至少1次', 1, 'times', 'quarter'],
    ['每月开展检查2次以上', 2, 'times', 'month'],
    ['每月1次', 1, 'times', 'month'],
  ])('%s', (text, least, of, per) => {
    expect(read(text)).toMatchObject([{ kind: 'least', least, of, per }])
  })

  test('half a year stands beside the whole', () => {
    expect(read('每人每年不少于16学时，其中上半年不少于8学时')).toMatchObject([
      { least: 16, per: 'year' },
      { least: 8, per: 'half' },
    ])
  })

  test('only in the months of a season', () => {
    expect(read('汛期（5—9月）每点每月巡查不少于2次')).toMatchObject([
      { least: 2, per: 'month', months: [5, 6, 7, 8, 9], season: '汛期' },
    ])
  })

  test.each(['2021年培训3次', '共计32学时', '不合格的补考一次'])('is none in “%s”', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('what is due anew after some years', () => {
  test.each([
    ['区级预案每三年修订一次', 3, ['修订']],
    ['重点岗位连续任职满五年的应当轮岗', 5, ['轮岗']],
    ['应急预案三年一修', 3, ['修订']],
    ['继续使用，满三年再评估', 3, ['评估']],
    ['自印发或最近一次修订之日起满五年前应当修订一次', 5, ['修订']],
  ])('%s', (text, years, acts) => {
    expect(read(text)).toEqual([{ kind: 'standing', years, acts }])
  })

  test.each(['任期每届五年', '三年内修订完成', '施行满一年的可以开展后评估', '施行满两年的应当评估'])(
    'is none in “%s”',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})

describe('a mark', () => {
  test.each([
    ['法治测试，80分为合格', 80, ''],
    ['60分以上为合格', 60, ''],
    ['低于70分约谈', 70, '约谈'],
    ['得分80分以下约谈', 80, '约谈'],
  ])('%s', (text, mark, due) => {
    expect(read(text)).toMatchObject([{ kind: 'mark', mark, due }])
  })

  test('out of which one may score is none', () => {
    expect(read('满分100分，按5%折算')).toEqual([])
  })
})
