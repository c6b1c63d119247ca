import { expect, test } from 'vitest'
import type { DocumentFacts, Fact } from '../../../../src/core/fact.ts'
import type { Scope } from '../../../../src/core/kind.ts'
import type { Document } from '../../../../src/core/package.ts'
import type { Unit } from '../../../../src/core/system.ts'
import { soundness } from '../../../../src/judging/kinds/soundness/soundness.ts'
import { judge, judges } from '../../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../../helpers/scope.ts'

const unit = (name: string, kind: Unit['kind'], ...aliases: string[]): Unit => ({
  name,
  kind,
  aliases,
  sure: 'certain',
  note: '',
})

const ROSTER = [
  unit('区司法局', 'department', '广元市昭化区司法局'),
  unit('区市场监管局', 'department', '区市场监督管理局'),
  unit('卫子镇', 'town', '卫子镇人民政府'),
]

const FILE = '28/文件.docx'
const fact = <T>(value: T): Fact<T> => ({ value, at: { file: FILE, quote: String(value) }, certainty: 'certain' })

function one(title: string, facts: Partial<DocumentFacts> = {}, text: readonly string[] = ['正文。']): Document {
  const made = paper({ path: FILE, title, text })
  return { ...made, facts: { ...made.facts, ...facts } }
}

const wholly = (made: Scope): Scope => ({ ...made, indicator: { ...made.indicator, id: 'package' } })
const emptied = (made: Document): Document => ({
  ...made,
  evidence: { ...made.evidence, format: 'empty', extent: 'unread', passages: [] },
})

/** The paper serves the material of indicator 28 unless told otherwise. */
function scope(
  documents: readonly Document[],
  serves: 'sure' | 'perhaps' | 'nothing' = 'sure',
  rule = '28.rule',
): Scope {
  const made = scopeOf({
    documents,
    materials: [material('opinion', rule === '28.standing' ? { nature: 'institutional' } : {})],
    serves: serves === 'nothing' ? {} : { opinion: [serves === 'sure' ? FILE : `?${FILE}`] },
  })
  const whole = serves === 'nothing' ? { ...made.indicator, id: 'package' } : made.indicator
  return {
    ...made,
    package: { ...made.package, roster: ROSTER },
    indicator: whole,
    rule: { ...made.rule, id: rule },
  }
}

const SIGNED = { issuer: fact('广元市昭化区司法局'), issued: fact('2022-03-01' as const) }
const blank = (what: 'name' | 'day' | 'result', label: string) => ({ what, label, at: { file: FILE, quote: label } })
const OPEN = [blank('name', '乙方(盖章)'), blank('day', '日期')]
const term = (to: '2021-12-31' | '2022-07-31' | '2022-07-30', open = false) => ({
  from: '2020-01-01' as const,
  to,
  at: { file: FILE },
  certainty: 'certain' as const,
  open,
})
const beside = (path: string, title: string, facts: Partial<DocumentFacts> = {}): Document => {
  const made = paper({ path, title })
  return { ...made, facts: { ...made.facts, ...facts } }
}

const DRILL = [
  '防汛演练总结，报区防汛抗旱指挥部办公室。',
  '2020年6月12日上午9时，镇防汛指挥部在望江社区沿江低洼段组织防汛避险转移应急演练，参演112人，出动冲锋舟1艘、车辆6台。',
  '先期处置：社区网格员敲锣、上门通知。转移安置：17名老人由包户干部搀扶转移至镇小学，民兵装填沙袋封堵缺口。',
]

function unfilledTable(): Document {
  const made = one('2021年考核表')
  const rows = [
    ['序号', '姓名', '岗位', '等次'],
    [1, null, null, null],
  ].map((values, index) => ({ index, values }))
  const table = { name: 'Sheet1', kind: 'sheet', rows, merges: [] } as const
  return { ...made, evidence: { ...made.evidence, format: 'xlsx', passages: [], tables: [table] } }
}

judges(
  soundness,
  {},
  {
    exempt: [{ when: 'nothing was handed in', scope: scope([]), says: 'nothing' }],
    met: [
      {
        when: 'a rule that another bureau made for all, and this unit keeps',
        scope: scope([
          one('责任追究办法', { issuer: fact('广元市昭化区市场监督管理局') }, [
            '第二条 本办法适用于全区行政执法机关。',
          ]),
        ]),
        says: 'sound',
      },
      {
        when: 'a body whose name was not read for certain, in a paper that names us: a scanned commendation',
        scope: scope([
          one('通报', { issuer: { ...fact('元市发市发展和改革委员会'), certainty: 'likely' } }, [
            '决定对区司法局等5个先进集体予以通报表扬。',
          ]),
        ]),
        says: 'sound',
      },
      { when: 'a signed paper of its own', scope: scope([one('示例制度', SIGNED)]), says: 'sound' },
      {
        when: 'a draft beside its final',
        scope: scope([
          one('区司法局示例工作办法(征求意见稿)', { drafts: [fact('征求意见稿')] }),
          beside('28/定稿.pdf', '关于印发《区司法局示例工作办法》的通知', SIGNED),
        ]),
        says: 'sound',
      },
      {
        when: 'from above, and of two of which one is ours',
        scope: scope([
          one('关于表扬先进的决定', { issuer: fact('广元市司法局'), issued: fact('2022-03-01' as const) }),
          beside('28/联合.pdf', '公告', { issuer: fact('广元市昭化区司法局、广元市昭化区市场监督管理局') }),
        ]),
        says: 'sound',
      },
      {
        when: 'another bureau wrote it to us',
        scope: scope([
          one('关于预算的批复', {
            issuer: fact('广元市昭化区市场监督管理局'),
            addressee: fact('区司法局'),
            issued: fact('2022-03-01' as const),
          }),
        ]),
        says: 'sound',
      },
      {
        when: 'a contract that runs to the last day',
        scope: scope([one('顾问合同', { term: term('2022-07-31') })]),
        says: 'sound',
      },
      {
        when: 'a contract that another one goes on from',
        scope: scope([
          one('常年法律顾问聘请合同', { term: term('2021-12-31') }),
          beside('28/新.pdf', '常年法律顾问聘用合同', { issued: fact('2021-12-20' as const) }),
        ]),
        says: 'sound',
      },
      {
        when: 'a blank form that is handed in as a sample',
        scope: scope([one('申请表(样表)', { blanks: OPEN })]),
        says: 'sound',
      },
      {
        when: 'a label is open on a paper that is signed and dated',
        scope: scope([one('示例合同', { ...SIGNED, blanks: [blank('name', '法定代表人')] })]),
        says: 'sound',
      },
    ],
    unclear: [
      {
        when: 'a file called by another year than its title, told of the package',
        scope: wholly(
          scope(
            [
              {
                ...one('2020年普法工作计划', {
                  issuer: fact('广元市昭化区司法局'),
                  issued: fact('2020-03-12' as const),
                }),
                evidence: paper({ path: '28/2022年普法计划.docx', text: ['正文。'] }).evidence,
              },
            ],
            'nothing',
          ),
        ),
        says: 'other-year',
        text: '《2020年普法工作计划》的年份对不上：文件名写2022年，题名是2020年',
      },
      {
        when: 'a table of heads alone',
        scope: wholly(scope([unfilledTable()], 'nothing')),
        says: 'unfilled',
        text: '《2021年考核表》是空白表：只有表头，没有填写',
      },
      {
        when: 'what the machine called a copy',
        scope: wholly(
          scope(
            [
              {
                ...one('示例办法', SIGNED),
                evidence: paper({ path: '28/示例办法 - 副本.docx', text: ['正文。'] }).evidence,
              },
              beside('29/示例办法.docx', '示例办法', SIGNED),
            ].map((document) => ({
              ...document,
              evidence: { ...document.evidence, passages: [{ text: '正文。', at: {} }] },
            })),
            'nothing',
          ),
        ),
        says: 'duplicate',
        text: '《示例办法》重复报送：与《示例办法》（29/示例办法.docx）完全相同',
      },
      {
        when: 'a draft that nothing asks for',
        scope: scope([one('示例方案(讨论稿)', { drafts: [fact('讨论稿')] })], 'nothing', 'package.soundness'),
        says: 'draft',
      },
      {
        when: 'a paper that perhaps serves here',
        scope: scope([one('示例协议', { blanks: OPEN })], 'perhaps'),
        says: 'unsigned',
      },
      {
        when: 'another county’s paper that names us',
        scope: scope([one('通报', { issuer: fact('广元市利州区司法局') }, ['与区司法局共同开展。'])]),
        says: 'foreign',
        text: '《通报》可能不是本单位的材料：发文机关为广元市利州区司法局',
      },
      {
        when: 'a scan on which each party has sealed',
        scope: scope([
          one('示例协议', {
            blanks: OPEN,
            seals: [
              { at: { file: FILE }, certainty: 'likely' },
              { at: { file: FILE }, certainty: 'likely' },
            ],
          }),
        ]),
        says: 'unsigned',
      },
      {
        when: 'a statement of which no day was read',
        scope: scope([one('情况说明', { closing: fact('特此说明'), issuer: fact('广元市昭化区司法局') })]),
        says: 'undated',
      },
      {
        when: 'a day that is in no calendar is told of the package, whatever the paper serves',
        scope: wholly(
          scope([one('情况说明', { ...SIGNED, slips: [{ ...fact('2022年2月30日'), why: '没有这一天' }] })]),
        ),
        says: 'slip',
        text: '《情况说明》里有笔误：“2022年2月30日”没有这一天',
      },
      {
        when: 'a file of no bytes',
        scope: scope([emptied(one('取缔现场照片'))], 'nothing'),
        says: 'empty',
      },
      {
        when: 'numbered and signed, and without a day',
        scope: scope([
          one('关于禁钓区的请示', {
            closing: fact('请批示'),
            issuer: fact('广元市昭化区司法局'),
            number: fact('昭司〔2021〕19号'),
          }),
        ]),
        says: 'unsigned',
      },
      {
        when: 'older than what it cites',
        scope: scope([one('示例制度', { ...SIGNED, cited: [fact('国办发〔2023〕5号')] })]),
        says: 'older',
      },
      {
        when: 'run out, but says that it goes on',
        scope: scope([one('顾问合同', { term: term('2021-12-31', true) })]),
        says: 'expired',
      },
      {
        when: 'one number on two papers, told here only beside what else is wrong with one of them',
        scope: scope([
          one('关于明确审核人员的通知', {
            ...SIGNED,
            number: fact('昭司〔2022〕8号'),
            cited: [fact('国办发〔2023〕5号')],
          }),
          beside('60/要点.docx', '2022年工作要点', { ...SIGNED, number: fact('昭司〔2022〕8号') }),
        ]),
        says: 'same-number',
      },
    ],
    gap: [
      {
        when: 'the account of 2021 tells word for word what was done in 2020',
        scope: scope([
          one('2021年防汛演练总结', SIGNED, DRILL),
          {
            ...beside('28/旧.docx', '2020年防汛演练总结'),
            evidence: paper({ path: '28/旧.docx', text: DRILL }).evidence,
          },
        ]),
        says: 'copied',
        text: '《2021年防汛演练总结》写的不是题名那一年的事：题名是2021年，写的是2020年的事，与《2020年防汛演练总结》逐字相同',
      },
      {
        when: 'a rule that ran out by its own last article',
        scope: scope([one('执法全过程记录办法', { ...SIGNED, term: term('2021-12-31') })], 'sure', '28.standing'),
        says: 'lapsed',
        text: '《执法全过程记录办法》已经过了有效期：自己写明的有效期至2021年12月31日，未见修订或者延续的文件',
      },
      {
        when: 'months without any adviser',
        scope: scope([
          one('常年法律顾问合同', { term: { ...term('2021-12-31'), to: '2021-02-28' } }),
          beside('28/新.pdf', '常年法律顾问合同', { term: { ...term('2022-07-31'), from: '2022-01-01' } }),
        ]),
        says: 'interrupted',
        text: '《常年法律顾问合同》与下一份之间断了：期限至2021年2月28日，下一份自2022年1月1日起，中间没有',
      },
      {
        when: 'a report that evaluates what was abolished',
        scope: scope([
          one('《养护考核办法》后评估报告', SIGNED),
          {
            ...beside('28/公告.docx', '关于文件清理结果的公告', { issued: fact('2020-11-30' as const) }),
            evidence: paper({ path: '28/公告.docx', title: '公告', text: ['废止《养护考核办法》。'] }).evidence,
          },
        ]),
        says: 'abolished',
        text: '《〈养护考核办法〉后评估报告》评估的不是现行有效的文件：所评估的“养护考核办法”已于2020年11月30日废止',
      },
      {
        when: 'a draft alone',
        scope: scope([one('示例方案', { drafts: [fact('征求意见稿')] })]),
        says: 'draft',
        text: '《示例方案》不是定稿：有“征求意见稿”字样',
        cites: [{ file: FILE, quote: '征求意见稿' }],
        subjects: ['draft 示例方案'],
      },
      {
        when: 'one party has not signed',
        scope: scope([one('示例协议', { blanks: OPEN })]),
        says: 'unsigned',
        text: '《示例协议》没有签署完毕：“乙方(盖章)”空白，日期未填',
      },
      {
        when: 'a statement that ends without anybody’s name',
        scope: scope([one('情况说明', { closing: fact('特此说明') })]),
        says: 'unsigned',
        text: '《情况说明》没有签署完毕：没有落款单位，也没有日期',
      },
      {
        when: 'a statement whose day is left open',
        scope: scope([
          one('情况说明', {
            closing: fact('特此说明'),
            issuer: fact('广元市昭化区司法局'),
            blanks: [blank('day', '年 月 日')],
          }),
        ]),
        says: 'undated',
      },
      {
        when: 'another county’s, another town’s, another bureau’s own paper',
        scope: scope([one('通报', { issuer: fact('广元市利州区司法局') })]),
        says: 'foreign',
      },
      {
        when: 'to all of its own: another bureau’s paper to its own offices',
        scope: scope([
          one('通报', { issuer: fact('广元市昭化区市场监督管理局'), addressee: fact('局属各单位、机关各股室') }),
        ]),
        says: 'foreign',
        text: '《通报》不是本单位的材料：发文机关为广元市昭化区市场监督管理局，主送“局属各单位、机关各股室”',
      },
      {
        when: 'a list that another bureau keeps, by its title alone',
        scope: scope([one('广元市昭化区市场监督管理局2021年度普法责任清单')]),
        says: 'foreign',
      },
      {
        when: 'a rule that another bureau made for itself',
        scope: scope([
          one('责任追究办法', { issuer: fact('广元市昭化区市场监督管理局') }, [
            '第二条 本办法适用于区市场监督管理局机关和直属单位的执法人员。',
          ]),
        ]),
        says: 'foreign',
      },
      {
        when: 'another bureau’s paper to its own offices',
        scope: scope([
          one('通报', { issuer: fact('广元市昭化区市场监督管理局'), addressee: fact('局机关各股室、各市场监管所') }),
        ]),
        says: 'foreign',
        text: '《通报》不是本单位的材料：发文机关为广元市昭化区市场监督管理局，主送“局机关各股室、各市场监管所”',
      },
      {
        when: 'a contract that ended a day before the cycle',
        scope: scope([one('顾问合同', { term: term('2022-07-30') })]),
        says: 'expired',
      },
      {
        when: 'a contract that ran out, beside a register of what the adviser did since',
        scope: scope([
          one('法律顾问合同', { term: term('2022-07-30') }),
          beside('42/登记.xlsx', '法律顾问坐班和出意见登记', SIGNED),
        ]),
        says: 'expired',
      },
      {
        when: 'one number on two papers, for the package',
        scope: scope(
          [
            one('关于明确审核人员的通知', { ...SIGNED, number: fact('昭司〔2022〕8号') }),
            beside('60/要点.docx', '2022年工作要点', { ...SIGNED, number: fact('昭司〔2022〕8号') }),
          ],
          'nothing',
          'package.soundness',
        ),
        says: 'one-number',
        text: '文号“昭司〔2022〕8号”用在2份题名不同的文件上：《关于明确审核人员的通知》、《2022年工作要点》',
      },
    ],
  },
)

test('another unit’s paper is told where it is demanded, and not where it is only beside', () => {
  const made = scope([one('通报', { issuer: fact('广元市利州区司法局') })])
  const [match] = made.package.matches
  if (!match) throw new Error('it serves nothing')
  const beside = { ...made.indicator, materials: [material('marks', { need: 'supporting' })] }
  const main = { ...made.indicator, id: '62', materials: [material('review')] }
  const matches = [
    { ...match, material: null, was: 'marks' },
    { ...match, indicator: '62', material: null, was: 'review' },
  ]
  const under = (indicator: typeof main): boolean =>
    judge(
      soundness,
      {},
      {
        ...made,
        package: { ...made.package, matches },
        indicator,
        indicators: [beside, main],
      },
    ).some(({ outcome }) => outcome === 'gap' || outcome === 'unclear')
  expect([under(beside), under(main)]).toEqual([false, true])
})
