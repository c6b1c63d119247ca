import { describe, expect, test } from 'vitest'
import type { Value } from '../../../../src/core/evidence.ts'
import type { Document } from '../../../../src/core/package.ts'
import { tables } from '../../../../src/judging/kinds/tables/tables.ts'
import { file, sheet, workbook } from '../../../helpers/documents.ts'
import { judge } from '../../../helpers/judges.ts'
import { scopeOf } from '../../../helpers/scope.ts'

type Row = readonly Value[]

const RULE = '办理办法'

/** The office's own rule, in force since a day. */
const rule = (text: string, issued: `${number}-${number}-${number}` = '2020-01-10', title = RULE): Document => {
  const at = { file: '本/办法.docx', quote: title }
  return file(
    '本/办法.docx',
    { passages: [{ text, at: { page: 1 } }] },
    {
      title: { value: title, at, certainty: 'certain' },
      issued: { value: issued, at, certainty: 'certain' },
    },
  )
}

const judged = (name: string, rows: readonly Row[], ...papers: readonly Document[]) => {
  const table = workbook(`本/${name}.xlsx`, sheet('Sheet1', rows))
  const scope = scopeOf({ documents: [table, ...papers], serves: { book: [table.evidence.path] }, asOf: '2022-07-31' })
  return judge(tables, { about: [[name]], late: 'gap' }, scope).map(({ outcome, cites }) =>
    `${outcome} ${outcome === 'met' ? '' : cites.map(({ cell, file }) => cell ?? file).join(' ')}`.trim(),
  )
}

describe('a term of the office’s own rule', () => {
  const HEAD = ['序号', '事项', '难易', '受理日期', '结果日', '备注']
  const TEXT = rule('一般纠纷15日内、复杂纠纷30日内调处终结，需要延长的应当经书面同意。')
  const row = (grade: string, done: string, note = '') => ['1', '甲某与乙某', grade, '2021-05-10', done, note]
  const of = (...rows: readonly Row[]) => judged('纠纷登记', [HEAD, ...rows], TEXT)

  test('is kept on its last day and broken on the next, with the rule beside the row', () => {
    expect(of(row('复杂', '2021-06-09'))).toEqual(['met'])
    expect(of(row('复杂', '2021-06-10'))).toEqual(['gap E2 本/办法.docx'])
  })

  test('is that of the row’s grade', () => {
    expect(of(row('一般', '2021-05-25'))).toEqual(['met'])
    expect(of(row('一般', '2021-05-26'))).toEqual(['gap E2 本/办法.docx'])
    expect(of(row('', '2021-07-26'), row('复杂', '2021-05-12'), row('复杂', '2021-05-12'))).toEqual(['met'])
  })

  test('ends later where an extension was agreed; past that a person is asked', () => {
    expect(of(row('复杂', '2021-06-20', '双方书面同意延长至2021年6月24日'))).toEqual(['met'])
    expect(of(row('复杂', '2021-06-25', '双方书面同意延长至2021年6月24日'))).toEqual(['unclear E2 本/办法.docx'])
  })

  test('is over for what is still open, once it has run', () => {
    const open = (day: string) => ['1', '甲某与乙某', '复杂', day, '', '']
    expect(of(row('复杂', '2021-05-20'), row('复杂', '2021-05-20'), open('2022-07-01'))).toEqual(['met'])
    expect(of(row('复杂', '2021-05-20'), row('复杂', '2021-05-20'), open('2022-06-30'))).toEqual([
      'gap E4 本/办法.docx',
    ])
  })

  test('is none of what began before the rule', () => {
    const later = rule('复杂纠纷30日内调处终结。', '2021-05-11')
    expect(judged('纠纷登记', [HEAD, row('复杂', '2021-07-10')], later)).toEqual(['met'])
  })

  test('is none where two of the office’s papers differ, or where another body set it', () => {
    expect(
      judged('纠纷登记', [HEAD, row('复杂', '2021-07-10')], rule('复杂纠纷30日内调处终结。复杂纠纷90日内调处终结。')),
    ).toEqual(['met'])
    expect(judged('纠纷登记', [HEAD, row('复杂', '2021-07-10')])).toEqual(['met'])
  })

  test('is none where some cases have another one, and no row says which it is', () => {
    const head = ['序号', '举报内容', '收到日期', '核查结果', '答复日期']
    const row = ['1', '不参加年检', '2020-07-14', '属实', '2020-09-15']
    const general = '举报自收到之日起60日内答复'
    expect(judged('举报登记', [head, row], rule(`${general}。`))).toEqual(['gap E2 本/办法.docx'])
    expect(judged('举报登记', [head, row], rule(`${general}；立案查处的，在决定送达后5日内答复。`))).toEqual(['met'])
  })

  test('is heard in a report only where it quotes the rule', () => {
    const told = (text: string) => rule(text, '2022-07-01', '矛盾纠纷调处工作报告')
    expect(judged('纠纷登记', [HEAD, row('复杂', '2021-07-10')], told('复杂纠纷30日内调处终结。'))).toEqual(['met'])
    const quoted = '《矛盾纠纷调处办法》（府〔2020〕6号）规定：复杂纠纷30日内调处终结。'
    expect(judged('纠纷登记', [HEAD, row('复杂', '2021-07-10')], told(quoted))).toEqual(['gap E2 本/办法.docx'])
  })

  test('in hours is counted by the minute', () => {
    const head = ['序号', '事件', '定级', '发生', '第一次权威发布时间']
    const hours = rule('重大突发事件，事发后5小时内发布权威信息。')
    const event = (grade: string, done: string) => ['1', '山体滑坡', grade, '2021-07-11 22:10', done]
    const told = (...rows: readonly Row[]) => judged('舆情登记', [head, ...rows], hours)
    expect(told(event('重大', '2021-07-12 03:10'))).toEqual(['met'])
    expect(told(event('重大', '2021-07-12 03:11'))).toEqual(['gap E2 本/办法.docx'])
    expect(told(event('一般', '2021-07-12 09:00'))).toEqual(['met'])
    expect(told(event('重大', '2021-07-12'))).toEqual(['met'])
  })
})

describe('what is due anew after some years', () => {
  const POSTS = ['姓名', '现在的岗', '几时到这个岗', '下一步']
  const five = rule('会计、采购等重点岗位连续任职满五年的应当轮岗；确需延长的，经批准延长不超过一年。')
  const post = (day: string, next = '—') => ['聂文清', '会计', day, next]
  const posts = (...rows: readonly Row[]) => judged('轮岗表', [POSTS, ...rows, post('2020-11-02')], five)

  test('is not overdue on the very day, and is the day after', () => {
    expect(posts(post('2017-07-31'))).toEqual(['met'])
    expect(posts(post('2017-07-30'))).toEqual(['gap C2 本/办法.docx'])
  })

  test('may have been put off, or not be asked of the post', () => {
    expect(posts(post('2017-01-09', '2022年1月5日会议批准延长至2022年12月31日'))).toEqual(['met'])
    expect(posts(post('2016-09-30', '2021.8满5年后局党组批准延长至2022年12月(昭示党〔2021〕18号)'))).toEqual(['met'])
    expect(posts(post('2016-09-30', '批准延长至2022年6月'))).not.toEqual(['met'])
    expect(posts(post('2016-03-31', '党组会研究同意延长2年至2023年3月'))).toEqual(['met'])
    expect(posts(post('2016-03-31', '党组会研究同意延长2年'))).toEqual(['met'])
    expect(posts(post('2012-05-07', '专业技术岗，不轮岗'))).toEqual(['met'])
  })

  test('counts from the last day that the row names', () => {
    const head = ['序号', '预案名称', '印发日期', '上一版', '备注']
    const plan = (day: string, note = '') => ['1', '抗旱应急预案', day, '2015-06-10', note]
    const plans = (...rows: readonly Row[]) =>
      judged('预案修订一览', [head, ...rows, plan('2021-04-12')], rule('区级预案每三年修订一次。'))
    expect(plans(plan('2019-07-31'))).toEqual(['met'])
    expect(plans(plan('2019-07-30'))).toEqual(['gap C2 本/办法.docx'])
    expect(plans(plan('2018-06-04', '2021年5月31日评估，结论：继续有效'))).toEqual(['met'])
  })
})

describe('so many hours for each person', () => {
  const HEAD = ['姓名', '干啥的', '春季班', '秋季班', '网课', '合计', '说明']
  const KEPT = ['卓凡', '疾控', 8, 8, 0, 16, '']
  const asked = rule('每人每年不少于16学时，其中上半年不少于8学时；年中新到岗的按月折算。')
  const of = (year: number, ...rows: readonly Row[]) =>
    judged(`应急人员培训学时${year}年`, [HEAD, ...rows, KEPT, KEPT], asked)

  test('are enough where they are just as many, and too few with one less', () => {
    expect(of(2021, ['阚丽娟', '监督员', 8, 8, 0, 16, ''])).toEqual(['met'])
    expect(of(2021, ['阚丽娟', '监督员', 8, 4, 3, 15, ''])).toEqual(['gap F2 本/办法.docx'])
  })

  test('of a year that runs are held against the half of it alone', () => {
    expect(of(2022, ['阚丽娟', '监督员', 8, '', 0, 8, ''])).toEqual(['met'])
    expect(of(2022, ['阚丽娟', '监督员', 4, '', 3, 7, ''])).toEqual(['gap F2 本/办法.docx'])
  })

  test('may have been made up, or be fewer for who came late', () => {
    expect(of(2021, ['桂云', '监督员', 0, 0, 0, '0+16', '产假，12月补训16学时'])).toEqual(['met'])
    expect(of(2021, ['孟川', '应急办', 0, 4, 2, 6, '9月新到岗，按四个月折算'])).toEqual(['met'])
  })

  test('with a remark that nobody understands are asked', () => {
    expect(of(2021, ['桂云', '监督员', 0, 0, 2, 2, '另见附页说明'])).toEqual(['unclear F2 本/办法.docx'])
  })

  test('are no demand of the years before the rule', () => {
    expect(of(2019, ['阚丽娟', '监督员', 0, 0, 3, 3, ''])).toEqual(['met'])
  })
})

describe('so often in each month or quarter', () => {
  const HEAD = ['编号', '地点', '汛期巡查次数5月', '汛期巡查次数6月', '监测员']
  const NOTE = ['注：汛期（5—9月）每点每月巡查不少于2次。ZH08号6月20日新发现，当月从发现日起算。']
  const points = (...rows: readonly Row[]) =>
    judged('隐患点巡查登记 2022年', [HEAD, ...rows, ['ZH01', '向阳村滑坡', 2, 2, '闵国成'], NOTE])

  test('is held against a column for each month, by the table’s own note', () => {
    expect(points(['ZH04', '龙王沟泥石流', 4, 2, '董成林'])).toEqual(['met'])
    expect(points(['ZH04', '龙王沟泥石流', 4, 1, '董成林'])).toEqual(['gap D2 A4'])
  })

  test('but not against a row that the note names, nor one in which no figure stands', () => {
    expect(points(['ZH08', '白果湾滑坡', '—', 1, '汤代兴'])).toEqual(['met'])
  })

  const BOOK = ['序号', '哪天', '案例', '讲给谁']
  const days = (...all: readonly string[]) =>
    judged(
      '以案释法登记',
      [BOOK, ...all.map((day, at) => [`${at + 1}`, day, '某案', '市民'])],
      rule('以案释法每季度至少1次。'),
    )

  test('leaves a hole between two entries, told at the next', () => {
    expect(days('2021-02-25', '2021-06-22', '2021-09-30', '2021-12-03')).toEqual(['met'])
    expect(days('2021-02-25', '2021-06-04', '2021-06-22', '2021-12-03')).toEqual(['gap B5 本/办法.docx'])
  })

  test('says nothing of the time before the first entry, after the last one, or of another matter', () => {
    expect(days('2021-02-25', '2021-06-04', '2021-09-22')).toEqual(['met'])
    const other = rule('行政执法监督每季度至少1次。')
    expect(
      judged(
        '以案释法登记',
        [BOOK, ...['2021-02-25', '2021-06-04', '2021-12-22'].map((day) => ['1', day, '某案', '市民'])],
        other,
      ),
    ).toEqual(['met'])
  })
})

describe('a mark', () => {
  const HEAD = ['班', '姓名', '宪法与法律', '公共科目', '补考', '培训评定']
  const NOTE = ['注：宪法与法律60分合格，不合格补考一次。']
  const exam = (...row: Row) =>
    judged('初任培训考试成绩', [
      HEAD,
      row,
      ['2020班', '敖子轩', 82, 78, '', '合格'],
      ['2020班', '封雨桐', 77, 81, '', '合格'],
      NOTE,
    ])

  test('is reached by as many, and one less is not passed', () => {
    expect(exam('2021班', '乐佳琪', 60, 74, '', '合格')).toEqual(['met'])
    expect(exam('2021班', '鲜俊逸', 59, 79, '', '合格')).toEqual(['gap C2 A5'])
  })

  test('may be reached the second time; who failed was not passed', () => {
    expect(exam('2021班', '冀望', 58, 83, '71（12月3日）', '合格')).toEqual(['met'])
    expect(exam('2021班', '冀望', 58, 83, '59（12月3日）', '合格')).toEqual(['gap C2 A5'])
    expect(exam('2021班', '冉启航', 51, 80, '', '不合格，延长试用期')).toEqual(['met'])
  })

  test('under which something else is due, has it in its column', () => {
    const head = ['单位', '得分', '约谈', '整改']
    const talk = rule('得分低于80分的单位，由区委依法治区办约谈主要负责人。')
    const marks = (...row: Row) =>
      judged('考评得分', [head, row, ['区财政局', 93, '', ''], ['元坝镇', 92.5, '', '']], talk)
    expect(marks('区林业局', 80, '', '')).toEqual(['met'])
    expect(marks('区水利局', 79.5, '2021-03-11', '已整改')).toEqual(['met'])
    expect(marks('区商务局', 79.5, '', '')).toEqual(['gap C2 本/办法.docx'])
  })
})
