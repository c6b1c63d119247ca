import { expect, test } from 'vitest'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { cells, sheet, workbook } from '../helpers/documents.ts'
import { shipped } from '../helpers/shipped.ts'

const { ledgers: SPECS } = await shipped()
const in_ = (path: string, rows: Parameters<typeof sheet>[1]) =>
  recogniseLedgers([workbook(path, sheet('Sheet1', rows))], SPECS).ledgers

test('courses without who attended are no hours of persons', () => {
  const course = ['2021-04-14', '动物防疫法', '李玉书', 4, '合格']
  const rows = [['执法培训登记'], ['日期', '培训名称', '讲课人', '学时', '考核'], course, course]
  expect(in_('培训登记.xlsx', rows)).toEqual([])
  const named = [['执法培训登记'], ['日期', '姓名', '培训名称', '学时'], ['2021-04-14', '陈志远', '动物防疫法', 4]]
  expect(in_('培训登记.xlsx', named).map(({ spec }) => spec.name)).toEqual(['执法培训学时台账'])
})

test('a line that says there is none of it is no record; one that lacks its ground is', () => {
  const rows = [
    ['行政事业性收费目录清单'],
    ['项目', '收费标准', '文件依据', '资金管理方式', '执收单位', '执行情况'],
    ['拖拉机号牌费', '15元/副', '川价函〔2005〕1号', '缴入国库', '农机站', '照收'],
    ['政府性基金', '—', '—', '—', '—', '本局没有基金项目'],
    ['协会会费', '0', '—', '—', '—', '2021年脱钩，不收会费'],
    ['检验费', '10元/次', '—', '缴入国库', '农技站', '照收'],
    ['场地费', '—', '—', '—', '—', '照收'],
  ]
  const [ledger] = in_('收费.xlsx', rows)
  expect(ledger?.rows.map((row) => cells(row, '收费项目', '收费依据'))).toEqual([
    ['拖拉机号牌费', '川价函〔2005〕1号'],
    ['检验费', 'none'],
    ['场地费', 'none'],
  ])
})

test('无 under the first head, beside what kind there is none of, is no record; beside a serial and a price it is one', () => {
  const rows = [
    ['收费张贴单'],
    ['序号', '收费', '依据', '标准', '收款单位', '说明'],
    ['1', '敬老院代养', '镇政府定价', '900元/月', '敬老院', '经营服务性'],
    ['政府性基金', '无', null, null, null, '政府性基金清单以区财政局公布为准'],
    ['2', '摊位费', '无', '5元', '财政所', null],
  ]
  const [ledger] = in_('收费.xlsx', rows)
  expect(ledger?.rows.map((row) => cells(row, '收费项目'))).toEqual([['敬老院代养'], ['摊位费']])
})

test('what representatives said of the reply is how content they were', () => {
  const rows = [
    ['人大代表建议办理情况登记表'],
    ['编号', '建议标题', '交办日期', '答复日期', '代表意见（满意/基本满意/不满意）'],
    ['2021-01', '关于硬化道路的建议', '2021-04-20', '2021-07-10', '不满意'],
  ]
  expect(in_('建议.xlsx', rows)[0]?.rows.map((row) => cells(row, '满意度'))).toEqual([['不满意']])
})

test('a year beside 无 has none of it, whatever the heads ask; a score and 无 is a record', () => {
  const heads = [['媒体曝光登记'], ['年度', '媒体名', '曝光问题', '核查情况', '处理结果', '反馈日期']]
  const none = [
    ['2020', '无'],
    ['2021', '无', '', '—'],
    ['2022（1—7月）', '无'],
    [4, '无'],
  ]
  expect(in_('曝光.xlsx', [...heads, ...none])[0]?.rows).toEqual([])
  const some = ['2022', '广元晚报', '占道经营无人管', '属实', '已取缔', '2022-03-09']
  expect(in_('曝光.xlsx', [...heads, ...none, some])[0]?.rows).toHaveLength(1)
  const scored = [['年度考核'], ['年度', '姓名', '学时', '备注'], ['2021', '陈志远', 60, '无']]
  expect(in_('学时.xlsx', scored)[0]?.rows).toHaveLength(1)
})

test('a cell that lists the mediators is a record for each; the head over them says of what kind they are', () => {
  const rows = [
    ['人民调解组织和人员经费一览表'],
    ['序号', '调委会', '主任', '专职人民调解员', '兼职（人）'],
    [1, '石桥镇人民调解委员会', '冯某元', '冉某斌、辜某珍', 3],
    [2, '石桥镇槐树村人民调解委员会', '冯某开', '', 4],
  ]
  const [ledger] = in_('调解.xlsx', rows)
  expect(ledger?.rows.map((row) => cells(row, '层级', '调解员姓名', '专职或兼职', '其他成员'))).toEqual([
    ['镇', '冉某斌', '专职', '冯某元'],
    ['镇', '辜某珍', '专职', '冯某元'],
    ['村', 'blank', 'none', '冯某开'],
  ])
  const plain = rows.map((row, at) =>
    at === 1 ? row.map((head) => (head === '专职人民调解员' ? '人民调解员' : head)) : row,
  )
  expect(in_('调解.xlsx', plain)[0]?.rows.map((row) => cells(row, '专职或兼职'))).toEqual([
    ['absent'],
    ['absent'],
    ['absent'],
  ])
})
