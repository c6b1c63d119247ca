import { kind } from '../../../core/kind.ts'
import { exempt, unclear } from '../../../core/verdict.ts'
import { ABSENT_MESSAGES } from '../../papers/absent.ts'
import { ROW_MESSAGES } from '../../rows/rows.ts'
import { dueDaysOf } from './days.ts'
import { papersJudged } from './papers.ts'
import { rowsJudged } from './rows.ts'

const messages = {
  ...ROW_MESSAGES,
  ...ABSENT_MESSAGES,
  'on-time': { says: '{about}{name}：{files}成文于{day}，未超过{by}', fix: '无需处理' },
  'late-for-advised': {
    says: '{about}{name}：{files}成文于{day}，晚于{advised}，未晚于{by}',
    fix: '文件对时限有两处不同规定，请与牵头单位核对适用哪一处；今后请在{advised}以前完成',
  },
  late: {
    says: '{about}{name}：{files}成文于{day}，晚于{by}（{days}日）',
    fix: '请核实落款日期和报送凭证；确已逾期的，请书面说明情况',
  },
  'perhaps-late': {
    says: '{about}{name}：{files}的日期识别为{day}，晚于{by}，但{doubt}',
    fix: '请对照原件核实落款日期；有按期形成的文件的，请指明或补充',
  },
  undated: {
    says: '{about}{name}：{files}不能确认成文日期、所属年度或是否定稿，无法核对是否在{by}以前',
    fix: '请核对原件；请报送有落款日期的正式文本',
  },
  'told-on-time': { says: '{about}{name}：{files}写明是{day}的事，未超过{by}', fix: '无需处理' },
  'listed-on-time': { says: '{about}{name}：{files}在公开页面上的日期为{day}，未超过{by}', fix: '无需处理' },
  'listed-late': {
    says: '{about}{name}：{files}在公开页面上的日期为{day}，晚于{by}（{days}日）',
    fix: '请核对页面上的日期；更早公开过的，附当时的页面；确实晚了的，如实写明情况',
  },
  'not-due': { says: '{about}{name}应在{by}以前，尚未到期', fix: '请按期完成' },
  'nothing-due': { says: '创建周期内没有到期的{name}', fix: '无需处理' },
  'rows-on-time': { says: '{about}{name}：核对{count}件，均在{by}以前', fix: '无需处理' },
  'rows-advised': {
    says: '{about}{name}：{count}件晚于{advised}、未晚于{by}（{rows}）',
    fix: '文件对时限有两处不同规定，请与牵头单位核对适用哪一处；今后请在{advised}以前完成',
  },
  'rows-late': {
    says: '{about}{name}：{count}件晚于{by}（{rows}）{also}',
    fix: '请核实这{count}件的日期：误登的更正台账；确已逾期的，请书面说明情况',
  },
  'no-year': {
    says: '{about}{name}无从核对：《{ledger}》中没有{of}记录',
    fix: '请核对台账是否报全，补登{of}记录',
  },
  unset: { says: '{name}没有写明核对的材料或台账、期限，无法核对', fix: '请指标资料组完善该规则的参数' },
} as const

export const deadline = kind({
  name: 'deadline',
  summary: '文件或台账登记的日期不晚于规定的日期；规定有先后两个日期的，介于其间的存疑。',
  decides: 'machine',
  params: {
    materials: { type: 'materials', description: '核对哪些材料的成文日期', default: null },
    ledger: { type: 'ledger', description: '或者核对哪本台账', default: null },
    column: { type: 'column', description: '台账中的日期列', default: null },
    year: { type: 'column', description: '台账中的所属年度列', default: null },
    by: { type: 'day', description: '不晚于这一天', default: null },
    'by-each-year': { type: 'month-day', description: '每年不晚于这一天，如 03-01', default: null },
    'advised-by': { type: 'month-day', description: '较早的一个期限；晚于它而未晚于上一期限的存疑', default: null },
    'years-after': { type: 'integer', description: '某年的事项在几年后的期限以前完成', default: 0 },
    where: { type: 'where', description: '核对台账的哪些记录', default: [] },
  },
  messages,

  judge(params, scope) {
    const { materials, ledger, column, year, where } = params
    const [yearly, after] = [params['by-each-year'], params['years-after']]
    const { name } = scope.rule
    if (!(params.by || yearly) || !(materials || (ledger && column)))
      return [unclear('unset', { name }, { expected: '期限', actual: '未写明' })]

    const dues = params.by
      ? [{ year: null, by: params.by, advised: null }]
      : dueDaysOf(scope, yearly ?? '', params['advised-by'], after)
    if (dues.length === 0) return [exempt('nothing-due', { name })]
    if (materials) return papersJudged(scope, materials, dues, after)
    return ledger && column ? rowsJudged(scope, { ledger, column, year, where, after }, dues) : []
  },
})
