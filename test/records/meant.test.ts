import { expect, test } from 'vitest'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { sheet, workbook } from '../helpers/documents.ts'
import { shipped } from '../helpers/shipped.ts'

const { ledgers: specs } = await shipped()

const read = (...rows: readonly (readonly (string | number | null)[])[]) =>
  recogniseLedgers([workbook('台账.xlsx', sheet('2021', rows))], specs).ledgers[0]

const headOf = (ledger: ReturnType<typeof read>, column: string) =>
  ledger?.assigned.find((one) => one.column === column)?.head

test('one head that names the matter tells ledgers apart', () => {
  const ledger = read(
    ['决定书文号', '当事人', '立案日期', '处罚决定日期', '承办人'],
    ['昭司罚〔2021〕1号', '甲店', '2021-03-01', '2021-03-20', '张三、李四'],
    ['昭司罚〔2021〕2号', '乙店', '2021-04-01', '2021-04-20', '王五、赵六'],
  )
  expect(ledger?.spec.id).toBe('L05')
})

test('是否延长答复期限 asks whether it was extended; it is no limit', () => {
  const ledger = read(
    ['2021年依申请公开登记表'],
    ['申请编号', '申请内容', '收到申请日期', '是否延长答复期限', '答复日期'],
    ['1', '某批复', '2021-03-01', '是', '2021-04-20'],
    ['2', '某方案', '2021-04-01', '否', '2021-04-20'],
  )
  expect(headOf(ledger, '是否延期')).toBe('是否延长答复期限')
  expect(ledger?.rows.map((row) => row.field('是否延期'))).toMatchObject([{ flag: true }, { flag: false }])
})

test('a head that only comes near is asked where any text may stand under it', () => {
  const ledger = read(
    ['行政许可办件台账'],
    ['办件编号', '事项名称', '申请人', '受理时间', '办结时间', '办件类型'],
    ['1', '取水许可', '甲公司', '2021-03-01', '2021-03-05', '承诺件'],
    ['2', '取水许可', '乙公司', '2021-04-01', '2021-04-05', '即办件'],
  )
  expect(headOf(ledger, '申请方式')).toBeUndefined()
  expect(ledger?.unsure.map(({ column, head }) => `${head} ${column}`)).toContain('办件类型 申请方式')
})

test('the number of a certificate is a 证号, whatever it is called', () => {
  const ledger = read(
    ['行政处罚案件登记表'],
    ['决定书文号', '当事人', '主办人', '主办人执法证件号码', '协办人', '协办人执法证件号码', '处罚决定日期'],
    ['昭罚〔2021〕1号', '甲店', '张三', '23080001', '李四', '23080002', '2021-03-20'],
    ['昭罚〔2021〕2号', '乙店', '王五', '23080003', '赵六', '23080004', '2021-04-20'],
  )
  expect(headOf(ledger, '执法人员2证号')).toBe('协办人执法证件号码')
})

test('在岗状态 asks who is on duty where its cells say so', () => {
  const ledger = read(
    ['行政执法人员名册'],
    ['姓名', '职务', '执法证号', '证件有效期至', '在岗状态'],
    ['张三', '队长', 'H06110221', '2023年1月10日', '在岗'],
    ['李四', '队员', 'H06110228', '2023年1月10日', '在岗'],
    ['王五', '队员', 'H06110235', '2023年1月10日', '调离'],
  )
  expect(ledger?.rows.map((row) => row.field('是否在岗'))).toMatchObject([
    { flag: true },
    { flag: true },
    { flag: false },
  ])
})
