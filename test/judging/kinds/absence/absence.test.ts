import { describe, expect, test } from 'vitest'
import { absence } from '../../../../src/judging/kinds/absence/absence.ts'
import { isDenied } from '../../../../src/language/negation.ts'
import { judges } from '../../../helpers/judges.ts'
import { ledger, material, paper, scopeOf, where } from '../../../helpers/scope.ts'

const materials = [
  material('zero', { name: '情况说明', nature: 'statement' }),
  material('extra', { name: '承诺书', nature: 'statement', need: 'supporting' }),
]
const TEXT = '创建周期内没有发生因政府信息公开被行政复议撤销、确认违法的情形。'
type Given = Parameters<typeof paper>[0]

const statement = (more: Partial<Given> = {}): Given => ({
  path: '77/说明.docx',
  title: '情况说明',
  issued: '2022-07-20',
  text: ['我单位没有被确认违法的情形，也未被撤销。'],
  ...more,
})
const scope = (own: Partial<Given>, others: readonly Given[] = [], more: object = {}) =>
  scopeOf({
    name: '没有被纠错',
    text: TEXT,
    materials,
    documents: [statement(own), ...others].map(paper),
    serves: { zero: ['77/说明.docx'] },
    ...more,
  })
const beside = (...text: string[]) => scope({}, [{ path: '77/总结.docx', title: '工作总结', text }])
const none = (more: object = {}) => scopeOf({ name: '没有被纠错', text: TEXT, materials, ...more })

const CASES = { 案号: 'text', 是否败诉: 'flag' } as const
const suits = (...lost: string[]) => [
  ledger(
    '行政诉讼台账',
    CASES,
    lost.map((value, index) => ({ 案号: `${index + 1}号`, 是否败诉: value })),
  ),
]
const checked = { checks: [{ ledger: '行政诉讼台账', where: where({ 是否败诉: '是' }), says: '败诉' }] }
const cells = (text: string) => ({
  tables: [
    {
      name: '台账',
      kind: 'sheet' as const,
      merges: [],
      rows: [['败诉案件'], ['案号'], ['1'], [text]].map((values, index) => ({ index, values })),
    },
  ],
})

const params = { statement: ['zero'], words: ['确认违法', '撤销', '败诉'] }

judges(absence, params, {
  met: [
    {
      when: 'a dated statement, and nothing speaks against it',
      scope: scope({}),
      says: 'unopposed',
      text: '《情况说明》于2022年7月20日说明没有被纠错；查对1个文件，未发现相反材料（不等于没有）',
      cites: [{ file: '77/说明.docx', page: 1, quote: '2022-07-20' }],
    },
    {
      when: 'the ledger knows no such case',
      params: checked,
      scope: scope({}, [], { ledgers: suits('否', '否') }),
      says: 'unopposed',
      text: '《情况说明》于2022年7月20日说明没有被纠错；查对1个文件、《行政诉讼台账》，未发现相反材料（不等于没有）',
    },
    { when: 'a zero report is a statement', scope: none({ declares: {} }), says: 'unopposed' },
    { when: 'another file counts it as none', scope: beside('败诉0件。确认违法：无。'), says: 'unopposed' },
    {
      when: 'another file denies it too',
      scope: beside('全年未发生行政行为被撤销、确认违法等情形。'),
      says: 'unopposed',
    },
    { when: 'another file quotes the demand', scope: beside(TEXT), says: 'unopposed' },
    {
      when: 'a word stands in the head of a table that the file gives as a line of text as well',
      scope: scope({}, [{ path: '情况.docx', ...cells('0'), text: ['败诉案件'] }]),
      says: 'unopposed',
    },
    { when: 'a word stands in a title only', scope: beside('学习《关于撤销有关机构的决定》。'), says: 'unopposed' },
    {
      when: 'a regulation names the case',
      scope: scope({}, [{ path: '制度.docx', title: '责任追究办法', text: ['对被确认违法的行为予以追究。'] }]),
      says: 'unopposed',
    },
    {
      when: 'a phrase makes it harmless',
      params: { except: ['撤销机构'] },
      scope: beside('按机构改革要求撤销机构2个。'),
      says: 'unopposed',
    },
    {
      when: 'it is said of something else',
      params: { near: ['信息公开'] },
      scope: beside('该许可被撤销。'),
      says: 'unopposed',
    },
    {
      when: 'a header only names the count',
      scope: scope({}, [{ path: '台账.xlsx', ...cells('无') }]),
      says: 'unopposed',
    },
    {
      when: 'a file went unread, and that is told',
      scope: scope({}, [{ path: 'x.pdf', extent: 'unread' }]),
      says: 'unopposed',
      text: '《情况说明》于2022年7月20日说明没有被纠错；查对1个文件，未发现相反材料（不等于没有）；另有1个文件未能读取，未作查对',
    },
  ],
  gap: [
    {
      when: "the unit's own ledger records a case",
      params: checked,
      scope: scope({}, [], { ledgers: suits('否', '是') }),
      says: 'recorded',
      text: '没有被纠错：《行政诉讼台账》登记有1件相反情形——败诉（2号）',
      cites: [{ file: '行政诉讼台账.xlsx', sheet: '2022', cell: 'B3' }],
    },
    { when: 'there is no statement', scope: none(), says: 'missing' },
  ],
  unclear: [
    {
      when: 'a sentence says the contrary',
      scope: beside('该处罚决定经复议被确认违法。'),
      says: 'contradicted',
      cites: [{ file: '77/总结.docx', quote: '该处罚决定经复议被确认违法' }],
    },
    {
      when: 'a cell says the contrary',
      scope: scope({}, [{ path: '台账.xlsx', ...cells('一审败诉') }]),
      says: 'contradicted',
      cites: [{ file: '台账.xlsx', sheet: '台账', cell: 'A4', quote: '一审败诉' }],
    },
    {
      when: 'a few of the words of the demand tell of an event',
      scope: beside('信息公开被行政复议撤销'),
      says: 'contradicted',
    },
    {
      when: 'the ledger does not say',
      params: checked,
      scope: scope({}, [], { ledgers: suits('') }),
      says: 'perhaps-recorded',
    },
    {
      when: 'the ledger records a case, but the duty is not certain',
      params: checked,
      scope: scope({}, [], { ledgers: suits('是'), certain: false }),
      says: 'recorded',
    },
    {
      when: 'the statement has no date',
      scope: scopeOf({
        materials,
        documents: [paper({ path: '77/说明.docx', title: '情况说明' })],
        serves: { zero: ['77/说明.docx'] },
      }),
      says: 'undated',
      text: '《情况说明》没有看得清的成文日期，不能作为依据',
    },
    {
      when: 'nobody can tell whether it is this indicator’s statement',
      scope: scopeOf({
        materials,
        documents: [paper({ path: '77/说明.docx', title: '情况说明', issued: '2022-07-01' })],
        serves: { zero: ['?77/说明.docx'] },
      }),
      says: 'undated',
      text: '《情况说明》是不是本指标的说明不能确定，不能作为依据',
    },
    {
      when: 'the statement is only a draft',
      scope: scope({ draft: '征求意见稿' }),
      says: 'undated',
      text: '《情况说明》尚未定稿，不能作为依据',
    },
    { when: 'the statement is a day more than a year old', scope: scope({ issued: '2021-07-30' }), says: 'stale' },
    {
      when: 'no statement, but a file went unread',
      scope: none({ documents: [paper({ path: 'x.pdf', extent: 'unread' })] }),
      says: 'unread',
    },
    {
      when: 'no statement, but something comes near',
      scope: none({ near: { zero: '题名是“工作总结”' } }),
      says: 'near-miss',
    },
    { when: 'no statement, and the duty is not certain', scope: none({ certain: false }), says: 'unsure-duty' },
  ],
  exempt: [
    { when: 'the unit has no such duty', scope: none({ declares: { declares: '不适用' } }), says: 'declared' },
    { when: 'the statement is only supporting', params: { statement: ['extra'] }, scope: none(), says: 'not-demanded' },
  ],
})

describe('a word in a sentence', () => {
  test.each([
    '我单位没有行政行为被撤销',
    '未被撤销',
    '未发生被责令改正、撤销等情形',
    '撤销0件',
    '撤销案件为零',
    '不得擅自撤销',
    '被撤销的,应当通报',
    '是否撤销',
    '无撤销情形',
  ])('is denied: %s', (sentence) => expect(isDenied(sentence, '撤销')).toBe(true))

  test.each([
    '该决定被撤销',
    '未经审核即发布,后被撤销',
    '没有按规定备案被撤销',
    '撤销10件',
    '无证据支持,被撤销',
    '全年未发生事故,但有1件被撤销',
  ])('is not denied: %s', (sentence) => expect(isDenied(sentence, '撤销')).toBe(false))

  test.each(['全年罚没收入达到80万元的,得10分', '罚没收入每增加10万元的,另加0.5分', '罚没收入完成的,按3%返还'])(
    'that earns something is a target: %s',
    (sentence) => expect(isDenied(sentence, '罚没收入')).toBe(false),
  )

  test.each(['截留罚没收入的,依法追究责任', '截留罚没收入的,计入不良记录', '截留罚没收入的,扣2分'])(
    'that costs something is none: %s',
    (sentence) => expect(isDenied(sentence, '罚没收入')).toBe(true),
  )
})
