import { describe, expect, test } from 'vitest'
import { basisLine } from '../../src/core/basis.ts'
import { shipped } from '../helpers/shipped.ts'

const system = await shipped()
const rules = [system.package, ...system.indicators].flatMap((indicator) => indicator.rules)
const quoted = (id: string) => rules.find((rule) => rule.id === id)?.basis.map(basisLine)

const PENALTY = '《行政处罚法》（2021年修订，2021年7月15日起施行）'

/** What was compared with the texts and mended, rule by rule. */
const MENDED: Readonly<Record<string, readonly string[]>> = {
  '4.none-beyond': ['《优化营商环境条例》第四十四条（第三款，清单之外不得索要证明）'],
  '4.materials': [
    '国办发〔2020〕42号（2020年10月27日印发）（推行告知承诺制）',
    '《优化营商环境条例》第四十四条（清单列明设定依据、索要单位、开具单位、办理指南）',
  ],
  '5.open-time': [
    '《优化营商环境条例》第十九条（在国家规定的企业开办时限内公开具体办理时间）',
    '国办发〔2018〕32号（据报道国家为8.5个工作日，本指标更严）',
  ],
  '11.repaired': [
    '《优化营商环境条例》第五十三条（只规定创新和完善信用监管）',
    '国办发〔2019〕35号（信用修复，未核实）',
  ],
  '13.term': ['《行政强制法》第二十五条（查封、扣押不超过30日，可延长30日，检测鉴定时间不计入）'],
  '13.term-frozen': ['《行政强制法》第三十二条（冻结之日起30日内处理或解除，可延长30日）'],
  '16.none-meddling': [
    '《优化营商环境条例》第十一条、第十七条（自主经营，自主入会退会，不得强制评比达标）',
    '《优化营商环境条例》第二十五条、第二十九条（涉企收费、协会商会收费）',
  ],
  '25.answered': ['《代表法》（2015年修正）第四十二条（代表建议3个月、复杂的6个月内答复）'],
  '25.answered-proposals': ['政协提案的办理期限（提案工作条例的期限未读到，暂按6个月提示，未核实）'],
  '26.steps': [
    '国办发〔2018〕37号（三）（六）（七）（评估论证、合法性审核、集体审议）',
    '《地方组织法》（2022年3月11日起施行）第七十五条（制定规范性文件的程序）',
  ],
  '28.review-time': ['国办发〔2018〕115号（五）（不少于5个工作日，突发事件、上级紧急命令除外）'],
  '28.review-limit': ['国办发〔2018〕115号（五）（最长不超过15个工作日）'],
  '29.bodies': [
    '国办发〔2018〕115号（三）（编制规范性文件制定主体清单）',
    '国办发〔2018〕37号（一）（严禁以部门内设机构名义制发）',
  ],
  '29.none-corrected': ['国办发〔2018〕37号（一）（内设机构，临时机构、议事协调机构、派出机构为方案原文）'],
  '56.elements': [
    `${PENALTY}第六十一条、第八十五条（处罚决定书7个工作日内送达）`,
    '行政执法案卷评查标准（目录、编号、备考表等，本省标准未见，未核实）',
  ],
  '57.recorded': [
    '国办发〔2018〕118号（八）（查封扣押、强制拆除等推行全程音像记录）',
    '《行政强制法》第十八条、第二十四条（现场笔录、决定书和清单）',
  ],
  '59.reviewed': [
    `${PENALTY}第五十八条（处罚决定未经法制审核或者审核未通过的，不得作出）`,
    '国办发〔2018〕118号第四部分（重大执法决定都在内）',
  ],
  '60.reviewers': ['国办发〔2018〕118号（十一）（不少于执法人员总数的5%，“不少于1人”为方案原文）'],
  '61.classes': ['国办发〔2018〕118号（十二）（重大执法决定的五类事项）', `${PENALTY}第五十八条（处罚决定的三类事项）`],
  '70.in-time': ['《代表法》（2015年修正）第四十二条（代表建议3个月内答复，复杂的6个月）'],
  '71.attended': [
    '《行政诉讼法》第三条（被诉行政机关负责人应当出庭应诉）',
    '《行政机关负责人出庭应诉规定》（2020年7月1日起施行）第二条、第三条、第四条、第七条（四类案件见第四条，一审级一次）',
  ],
  '72.two-months': [
    '《检察公益诉讼司法解释》（2020年修正，2021年1月1日起施行）第二十一条（行政公益诉讼检察建议2个月内回复）',
    '司法建议、社会治理检察建议的回复期限（未读到条文，只作提示，未核实）',
  ],
  '78.satisfied': [],
  '79.covered': [
    '《人民调解法》第八条（村（居）委员会设立人民调解委员会）',
    '《人民调解法》第三十四条（乡镇可以参照设立，全覆盖为方案要求）',
  ],
  '84.published': [],
  '97.on-time': ['《法治政府建设与责任落实督察工作规定》年度报告的时限（3月1日前报告，据省级工作指引转引）'],
  '97.published': ['《法治政府建设与责任落实督察工作规定》第二十四条（4月1日前向社会公开）'],
  '97.published-town': ['《法治政府建设与责任落实督察工作规定》第二十四条（地方各级政府4月1日前向社会公开）'],
}

describe('each mended basis says what its text says', () => {
  test.each(Object.entries(MENDED))('%s', (id, lines) => expect(quoted(id)).toEqual(lines))
})

test('of the law that changed, the edition in force when what is judged happened', () => {
  expect(quoted('82.sixty-days')).toEqual([
    '《行政复议法》（2017年修正）第三十一条（受理之日起60日内决定，可延长30日）',
  ])
  expect(quoted('82.sixty-days-2024')).toEqual(['《行政复议法》（2023年修订）第六十二条（普通程序60日，可延长30日）'])
  expect(quoted('48.undecided')).toEqual([
    '《行政处罚法》（2021年修订，2021年7月15日起施行）第六十条（立案之日起90日内决定，另有规定的从其规定）',
  ])
})

test('what nobody has read stays 未核实', () => {
  const open = rules.filter(({ basis }) => basis.some(({ verified }) => !verified)).map(({ id }) => id)
  expect(open).toEqual([
    '11.repaired',
    '11.objected',
    '19.rectified',
    '19.rectified-in-time',
    '25.answered-proposals',
    '31.filed-in-time-new',
    '56.elements',
    '65.hours',
    '65.sums',
    '72.two-months',
    '72.urgent',
    '79.town-mediators',
    '79.full-time',
  ])
  expect(system.parameters.filter(({ verified }) => !verified).map(({ id }) => id)).toEqual([
    'national-loss-rate',
    'filing-days',
  ])
})

test('every basis is one short line', () => {
  const lines = rules.flatMap(({ basis }) => basis.map(basisLine))
  expect(lines.filter((line) => line.length > 80 || line.includes('；'))).toEqual([])
})

test('the slip of 28 is certain: both texts as they are', () => {
  const slip = system.errata.find(({ id }) => id === 'e28')
  expect(slip?.why).toBe(
    '国办发〔2018〕115号（五）为“合法性审核时间一般不少于5个工作日，最长不超过15个工作日”，印发文本的上限误作5',
  )
  expect(JSON.stringify(slip)).not.toMatch(/疑为|未核实/)
})
