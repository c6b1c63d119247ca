import { expect, test } from 'vitest'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { vocabulary } from '../../src/records/vocabulary.ts'
import { merge, sheet, workbook } from '../helpers/documents.ts'
import { shipped } from '../helpers/shipped.ts'

const { ledgers: specs } = await shipped()

type Rows = readonly (readonly (string | number | null)[])[]
const read = (file: string, ...rows: Rows) =>
  recogniseLedgers([workbook(`${file}.xlsx`, sheet('Sheet1', rows))], specs).ledgers[0]

const headsOf = (ledger: ReturnType<typeof read>) =>
  Object.fromEntries(ledger?.assigned.map(({ column, head }) => [column, head]) ?? [])

test('a table of cases that asks what it wants to know is the ledger of cases', () => {
  const ledger = read(
    '采砂案子一本账',
    ['哪天立的案', '罚的谁', '第几号决定书', '哪天下的决定书', '谁办的', '哪天挂网', '罚了多少'],
    ['2021-03-01', '清水砂石厂', '昭水罚〔2021〕1号', '2021-05-20', '陈远、李静', '2021-05-25', 3000],
    ['2021-04-02', '红岩砂场', '昭水罚〔2021〕2号', '2021-08-30', '陈远、李静', '2021-09-03', 5000],
  )
  expect(ledger?.spec.id).toBe('L05')
  expect(headsOf(ledger)).toMatchObject({
    立案日期: '哪天立的案',
    当事人: '罚的谁',
    决定书文号: '第几号决定书',
    处罚决定日期: '哪天下的决定书',
    执法人员1姓名: '谁办的',
    执法人员2姓名: '谁办的',
    公示日期: '哪天挂网',
    罚没金额: '罚了多少',
  })
  expect(ledger?.rows[0]?.field('执法人员2姓名')).toMatchObject({ text: '李静' })
})

test('the head of a column’s own event goes before another name for it, and its very name before what is merely alike', () => {
  const book = (...heads: string[]) =>
    headsOf(
      read(
        '规范性文件一览',
        ['文件名称', '文号', '送法规股审核日期', '合法性审核意见日期', ...heads],
        ['物业办法', '昭住建规〔2020〕1号', '2020-05-12', '2020-05-19', '2020-05-25', '2020-05-26'].slice(
          0,
          4 + heads.length,
        ),
      ),
    )
  expect(book('印发日期', '门户网站公布')).toMatchObject({
    送审日期: '送法规股审核日期',
    合法性审核意见日期: '合法性审核意见日期',
    公布日期: '门户网站公布',
  })
  expect(Object.values(book('印发日期', '门户网站公布'))).not.toContain('印发日期')
  expect(book('印发日期')).toMatchObject({ 公布日期: '印发日期' })
})

test('the cells decide what 几号 asks for', () => {
  const head = ['立案是几号', '决定书是几号', '处罚了谁', '什么时候下的决定', '谁办的']
  const ledger = read(
    '处罚案子',
    head,
    ['2021-03-01', '昭水罚〔2021〕1号', '清水砂石厂', '2021-05-20', '陈远、李静'],
    ['2021-04-02', '昭水罚〔2021〕2号', '红岩砂场', '2021-08-30', '陈远、李静'],
  )
  expect(headsOf(ledger)).toMatchObject({ 立案日期: '立案是几号', 决定书文号: '决定书是几号' })
})

test('what any office keeps is no ledger, however much its heads are like those of one', () => {
  const rows = (title: string) => [
    [title],
    ['活动时间', '活动名称', '地点', '参加人数', '主讲人'],
    ['2021-03-01', '学习材料', '会议室', 30, '陈远'],
    ['2021-04-01', '学习材料', '会议室', 31, '李静'],
  ]
  expect(read('1', ...rows('主题党日活动登记'))).toBeUndefined()
  expect(read('1', ...rows('志愿服务活动登记'))).toBeUndefined()
  expect(
    read(
      '1',
      ['收文登记簿'],
      ['收文时间', '来文单位', '文号', '文件标题', '办结日期'],
      ['2021-03-01', '区司法局', '昭司发〔2021〕1号', '关于报送材料的通知', '2021-03-05'],
    ),
  ).toBeUndefined()
})

test('a clerk who keeps few of the columns that rules ask for still keeps the ledger', () => {
  const ledger = read(
    '1',
    ['2022年行政复议逐件记'],
    ['案号是多少', '谁申请的', '哪天收到的', '哪天受理', '维持还是撤销'],
    ['昭府复〔2022〕1号', '赵丽华', '2022-06-15', '2022-06-20', '维持'],
    ['昭府复〔2022〕2号', '蒲明', '2022-09-11', '2022-09-16', '撤销'],
    ['昭府复〔2022〕3号', '蒲远', '2022-09-12', '2022-09-17', '维持'],
  )
  expect(ledger?.spec.id).toBe('L12')
})

test('of a book of what the town decided, what was laid open and what was sent for review are told by their groups', () => {
  const [book] = recogniseLedgers(
    [
      workbook(
        '镇上定大事的经过.xlsx',
        sheet(
          '2021',
          [
            ['定的什么事', '问大家意见', '', '司法所看', '', '开会定', '公布'],
            ['', '问意见哪天挂出去', '问意见哪天收回来', '哪天交到', '哪天出的意见', '', ''],
            ['白鹤桥重建', '2021-03-01', '2021-04-02', '2021-04-06', '2021-04-16', '2021-04-20', '2021-04-25'],
            ['农贸市场搬迁', '2021-06-01', '2021-07-05', '2021-07-06', '2021-07-09', '2021-07-12', '2021-07-15'],
          ],
          { merges: [merge('B1:C1'), merge('D1:E1')] },
        ),
      ),
    ],
    specs,
  ).ledgers
  expect(book?.spec.name).toBe('重大行政决策事项台账')
  expect(headsOf(book)).toMatchObject({
    征求意见开始日期: '问大家意见问意见哪天挂出去',
    征求意见截止日期: '问大家意见问意见哪天收回来',
    送审日期: '司法所看哪天交到',
    合法性审查意见日期: '司法所看哪天出的意见',
  })
})

test('a chronicle of great events is no book of decisions', () => {
  const ledger = read(
    '白鹤镇大事记',
    ['哪天', '什么事', '谁主持'],
    ['2021-03-01', '大桥通车', '陈远'],
    ['2021-05-01', '赶场', '李静'],
  )
  expect(ledger).toBeUndefined()
})

test('groups that say little, and a few days that are no words: what was sent, given and reported', () => {
  const ledger = read(
    '规范性文件',
    ['行政规范性文件制定全流程登记表'],
    ['文件', '文号', '公开征求意见', null, '合法性审核', null, '印发公布', '备案'],
    [null, null, '开始', '截止', '送司法所', '出具意见', null, '报区政府备案'],
    ['甲办法', '石府规〔2021〕1号', '2021-04-06', '2021-05-06', '2021-05-17', '2021-05-24', '2021-06-08', '2021-06-28'],
    ['乙办法', '石府规〔2021〕2号', '2021-08-23', '2021-09-06', '2021-09-17', '2021-09-26', '2021-10-12', '2021-10-20'],
  )
  expect(headsOf(ledger)).toMatchObject({
    送审日期: expect.stringContaining('送司法所'),
    合法性审核意见日期: expect.stringContaining('出具意见'),
    报备日期: expect.stringContaining('报区政府备案'),
  })
  expect(ledger?.columns).not.toContain('合法性审核结论')
})

test('公众意见 is what was asked for, and 限办日 the day by which it was due', () => {
  const decided = read(
    '重大决策',
    ['重大行政决策事项程序履行情况总表'],
    ['年度', '决策事项', '社会公众意见', null, '专家论证日', '集体讨论'],
    [null, null, '公告日', '截止日', null, '日期'],
    [2021, '农贸市场迁建', '2021-06-15', '2021-07-15', '2021-07-21', '2021-08-18'],
    [2022, '集中供水工程', '2022-04-25', '2022-05-25', '2022-05-30', '2022-06-21'],
  )
  expect(headsOf(decided)).toMatchObject({
    征求意见开始日期: expect.stringContaining('公告日'),
    征求意见截止日期: expect.stringContaining('截止日'),
  })
  const heard = read(
    '热线',
    ['12345及信箱诉求办理登记'],
    ['来件日', '渠道', '诉求内容', '承办', '限办日', '办结日'],
    ['2020-02-11', '来访', '反映饮水浑浊', '便民中心', '2020-02-20', '2020-02-17'],
    ['2020-02-13', '热线', '咨询医保缴费', '规建办', '2020-02-24', '2020-02-18'],
  )
  expect(headsOf(heard)).toMatchObject({ 应办结时间: '限办日', 办结时间: '办结日' })
})

test('what was used is neither the legal limit nor the promised one', () => {
  const limit = (...stack: string[]) => vocabulary().parts(stack).turns.时限
  expect(limit('时限(工作日)', '法定')).toBe('法定')
  expect(limit('时限(工作日)', '对外承诺')).toBe('承诺')
  expect(limit('时限(工作日)', '实际用时')).toBe('用去')
  expect(limit('时限(工作日)')).toBeUndefined()
})

test('a group that only lists what stands below it adds nothing, and what is accepted by 立案 is known in every year', () => {
  const heads: Rows = [
    ['序号', '申请人', '被申请人', '来件与立案', null, '经手人', '办结', null],
    [null, null, null, '来件', '立案', null, '办结日', '怎么结的'],
    [1, '冉光明', '红岩镇人民政府', '2021-01-18', '2021-01-21', '李建明、王立群', '2021-03-12', '维持'],
    [2, '汪德全', '昭化镇人民政府', '2021-03-04', '2021-03-09', '王立群', '2021-05-08', '维持'],
  ]
  const merges = [merge('D1:E1'), merge('G1:H1')]
  const [ledger] = recogniseLedgers(
    [workbook('行政复议案件流水登记.xlsx', sheet('2021年', heads, { merges }))],
    specs,
  ).ledgers
  expect(ledger?.spec.name).toBe('行政复议案件台账')
  expect(headsOf(ledger)).toMatchObject({ 受理日期: '立案', 承办人1: '经手人', 承办人2: '经手人' })
})

test('the day on which all was handed in for review is the day it was sent there', () => {
  const ledger = read(
    '提请区政府决策事项法律审查办理簿',
    ['序号', '年度', '事项', '送审单位', '收齐材料', '出具意见', '审查意见', '上会'],
    [1, 2021, '昭化古城保护更新实施方案', '区文旅体局', '2021年4月23日', '2021年5月6日', '合法', '2021年5月14日'],
    [2, 2021, '城区集中供水价格调整', '区发改局', '2021年9月8日', '2021年9月23日', '合法', '待上会'],
  )
  expect(headsOf(ledger)).toMatchObject({ 送审日期: '收齐材料', 合法性审查意见日期: '出具意见' })
})
