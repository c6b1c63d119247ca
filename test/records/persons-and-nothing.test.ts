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

test('what representatives said of the reply is how content they were', () => {
  const rows = [
    ['人大代表建议办理情况登记表'],
    ['编号', '建议标题', '交办日期', '答复日期', '代表意见（满意/基本满意/不满意）'],
    ['2021-01', '关于硬化道路的建议', '2021-04-20', '2021-07-10', '不满意'],
  ]
  expect(in_('建议.xlsx', rows)[0]?.rows.map((row) => cells(row, '满意度'))).toEqual([['不满意']])
})
