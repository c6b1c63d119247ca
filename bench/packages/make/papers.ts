import { inWords } from '../../../fixtures/make/kit/days.ts'
import type { Official } from '../../../fixtures/make/kit/official.ts'
import { people } from '../../../fixtures/make/kit/people.ts'
import { asDocx, asPdf } from '../../../fixtures/make/kit/tree.ts'
import type { File, Matter, Office } from './office.ts'

const saved = ({ dice }: Office, name: string, paper: Official): Pick<File, 'name' | 'make'> =>
  dice.from(0, 1) === 0 ? { name: `${name}.docx`, make: asDocx(paper) } : { name: `${name}.pdf`, make: asPdf(paper) }

/** What did not happen, in one paper, in the office's own words. */
export const nothing: Matter = (office) => {
  const { dice, full, unit } = office
  const us = office.isTown ? '我镇' : '我局'
  const lines = dice.one([
    [
      `一、${us}没有对企业和群众采取过查封、扣押等行政强制措施。`,
      '二、没有要求哪个行业、哪个片区的商户普遍停产停业。',
      '三、新闻媒体没有曝光过违法行政问题。',
      '四、没有因政府信息公开在复议、诉讼中被撤销或者确认违法。',
      '五、没有收到法院司法建议和检察建议，不存在不履行生效裁判的情况。',
      '六、没有发生特别重大、重大突发事件。',
    ],
    [
      '(一)未实施行政强制。',
      '(二)未采取使市场主体普遍停业、停产的措施。',
      `(三)未发生${us}违法行政被媒体曝光的情形。`,
      '(四)政府信息公开方面，未被责令履行、确认违法。',
      '(五)司法建议、检察建议0件，无未履行的判决。',
      '(六)未发生重大突发事件和政务舆情。',
    ],
  ])
  const paper: Official = {
    title: dice.one(['关于有关事项的情况说明', '关于部分指标没有发生相关情形的说明', '零报告']),
    to: '区创建指挥部办公室',
    body: [`2020年1月1日至2022年7月20日，${us}：`, ...lines, '特此说明。'],
    by: full,
    on: '2022年7月21日',
  }
  const ids = ['13', '49', '73', '77', '72', '91']
  return {
    ids,
    words: dice.one(['零报告', '说明', '情况说明']),
    files: [
      {
        ...saved(office, dice.one(['情况说明', `${unit}说明`, '没有发生的事项']), paper),
        serves: ids,
        mustNot: ['65', '70'],
      },
    ],
    faults: [],
    clean: ids,
  }
}

/** 年度报告: three years, each before the end of January; the fault is one of March. */
export const yearly: Matter = (office) => {
  const { dice, full, code } = office
  const isFaulty = office.planted('97')
  const files = [2019, 2020, 2021].map((year): File => {
    const on = isFaulty && year === 2020 ? `${year + 1}年3月19日` : `${year + 1}年1月${10 + (year % 10)}日`
    const paper: Official = {
      mark: `${full}文件`,
      number: `${code}〔${year + 1}〕${dice.from(2, 9)}号`,
      title: dice.one([`关于${year}年度法治政府建设情况的报告`, `关于${year}年依法行政工作情况的报告`]),
      to: '区委、区政府',
      body: [
        `${year}年，本单位深入学习贯彻习近平法治思想，现将法治政府建设情况报告如下。`,
        '一、主要做法和成效',
        '依法履行职责，落实重大行政决策程序，推进行政执法公示、全过程记录和法制审核。',
        '二、存在的问题',
        '执法力量仍然不足，普法形式不够丰富。',
        '三、下一年工作安排',
        '继续完善制度，加强培训。',
      ],
      by: full,
      on,
    }
    return { ...saved(office, `${year}年度报告`, paper), serves: ['97'], mustNot: ['96', '99'] }
  })
  return {
    ids: ['97'],
    words: dice.one(['年度报告', '法治政府建设报告']),
    files,
    faults: isFaulty ? [{ id: '97', what: '2020年度报告3月19日才报', file: '2020年度报告', row: null }] : [],
    clean: [],
  }
}

/** 法律顾问: a contract that covers the cycle; the fault is one that ran out, or that the other side never signed. */
export const counsel: Matter = (office) => {
  const { dice, full, planted } = office
  const fault = planted('42') ? dice.one(['expired', 'unsigned'] as const) : null
  const [adviser = ''] = people(1, dice.from(0, 9))
  const term = fault === 'expired' ? '自2020年1月1日起至2021年12月31日止' : '自2020年1月1日起至2022年12月31日止'
  const signed = fault === 'unsigned'
  const paper: Official = {
    title: dice.one(['法律顾问聘请合同', '常年法律服务协议', '聘请法律顾问协议书']),
    body: [
      `甲方：${full}`,
      '乙方：四川某川律师事务所',
      `一、甲方聘请乙方指派的${adviser}律师担任法律顾问，为重大行政决策、合同提供法律意见。`,
      `二、聘期${term}。`,
      '三、顾问费按年支付。',
      signed
        ? `甲方（盖章）：${full}　　代表签字：${people(1)[0]}　　2019年12月25日`
        : `甲方（盖章）：${full}　　代表签字：${people(1)[0]}`,
      signed
        ? '乙方（盖章）：　　　　代表签字：　　　　　　年　月　日'
        : `乙方（盖章）：四川某川律师事务所　　代表签字：${adviser}`,
    ],
    ...(!signed && { on: '2019年12月25日' }),
  }
  const file = saved(office, dice.one(['顾问合同', '法律服务协议', '法律顾问']), paper)
  return {
    ids: ['42'],
    words: '法律顾问',
    files: [{ ...file, serves: ['42'], mustNot: ['98'], ...(fault && { flaw: fault }) }],
    faults: fault
      ? [
          {
            id: '42',
            what: fault === 'expired' ? '合同2021年底到期' : '乙方没有签署',
            file: file.name.replace(/\..*$/u, ''),
            row: null,
          },
        ]
      : [],
    clean: [],
  }
}

/** 应急预案 and 演练: a plan in force; the fault is a draft. */
export const emergency: Matter = (office) => {
  const { dice, full, code, planted } = office
  const isDraft = planted('86')
  const kind = dice.one(['防汛抗旱', '地质灾害', '森林火灾', '安全生产事故'])
  const body = [
    '一、总则',
    '分级分类处置，统一指挥。',
    '二、监测预警和信息报告',
    '值班室接报后30分钟内上报。',
    '三、应急响应和调查评估',
    isDraft ? '联系人XX，电话待补充。' : '响应分四级，处置后及时评估。',
  ]
  const plan: Official = isDraft
    ? { title: `${kind}应急预案（征求意见稿）`, body, by: full, on: '2021年X月X日' }
    : {
        mark: `${full}文件`,
        number: `${code}发〔2021〕${dice.from(10, 30)}号`,
        title: `关于印发${kind}应急预案的通知`,
        body,
        by: full,
        on: '2021年4月12日',
      }
  const drill: Official = {
    title: `2021年${kind}应急演练总结`,
    body: [`2021年5月20日，组织${kind}应急演练，参加68人，转移群众23户，先期处置和信息报告到位。`],
    by: full,
    on: '2021年5月25日',
  }
  const file = saved(office, `${kind}预案`, plan)
  return {
    ids: ['86', '89'],
    words: '应急管理',
    files: [
      { ...file, serves: ['86'], mustNot: ['96'], ...(isDraft && { flaw: 'draft' }) },
      { ...saved(office, '演练总结', drill), serves: ['89'] },
    ],
    faults: isDraft
      ? [{ id: '86', what: '预案是征求意见稿，日期空白', file: file.name.replace(/\..*$/u, ''), row: null }]
      : [],
    clean: [],
  }
}

/** 案卷评查: the unit's own; the fault is another unit's. */
export const reviews: Matter = (office) => {
  const { dice, full, code, planted } = office
  const isForeign = planted('62')
  const files = [2020, 2021, 2022].map((year): File => {
    const foreign = isForeign && year === 2021
    const by = foreign ? '广元市利州区应急管理局' : full
    const paper: Official = {
      mark: `${by}文件`,
      number: `${foreign ? '利应急' : code}〔${year}〕${dice.from(31, 60)}号`,
      title: dice.one([`关于${year}年行政执法案卷评查情况的通报`, `关于${year}年度执法案卷抽查结果的通报`]),
      to: '各股室、大队',
      body: [`${year}年6月，评查案卷20卷，合格20卷，平均92分。发现个别卷宗文书填写不全，已限期整改到位。`],
      by,
      on: inWords(`${year}-06-2${dice.from(0, 8)}`),
    }
    return {
      ...saved(office, `${year}评查通报`, paper),
      serves: foreign ? [] : ['62'],
      mustNot: foreign ? ['62'] : [],
      ...(foreign && { flaw: 'foreign-issuer' }),
    }
  })
  return {
    ids: ['62'],
    words: '案卷评查',
    files,
    faults: isForeign ? [{ id: '62', what: '2021年通报是利州区的', file: '2021评查通报', row: null }] : [],
    clean: [],
  }
}
