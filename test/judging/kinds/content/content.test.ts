import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { content } from '../../../../src/judging/kinds/content/content.ts'
import { charactersIn, paragraphsOf } from '../../../../src/language/paragraphs.ts'
import { judges } from '../../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../../helpers/scope.ts'

type Given = Partial<Parameters<typeof paper>[0]>
const materials = [material('self', { name: '自查报告' }), material('extra', { name: '简报', need: 'supporting' })]
const one = (text: readonly string[], more: Given = {}, given: object = {}) =>
  scopeOf({
    materials,
    documents: [paper({ path: '自查报告.docx', title: '自查报告', text, ...more })],
    serves: { self: ['自查报告.docx'] },
    ...given,
  })

const sections = { sections: [['亮点举措'], ['问题', '不足'], ['下一步打算', '下一步工作']] }
const whole = ['一、亮点举措', '推行三项制度。', '二、存在的问题', '人员不足。', '下一步工作，加强培训。']
const mentions = { mentions: [['第一责任人', '主要负责人']] }
const forbidden = { forbidden: ['罚没指标'] }
const linked = {
  linked: [
    ['罚没', '罚款'],
    ['金额', '总额'],
    ['计分', '奖励'],
  ],
}
const columns = { columns: ['点位名称', '联系电话'] }
const rows = (...given: string[][]) => ({
  tables: [{ name: '表1', kind: 'grid' as const, rows: given.map((values, index) => ({ index, values })), merges: [] }],
})
const grid = (...head: string[]) => ({
  tables: [{ name: '表1', kind: 'grid' as const, rows: [{ index: 0, values: head }], merges: [] }],
})
const chars = { 'at-most-chars': 2000 }
const signs = (count: number) => ['字'.repeat(count)]
const mechanisms = { mentions: [['预警'], ['信息报告']], which: 'together' }
const two = (a: Given, b: Given) =>
  scopeOf({
    materials,
    documents: [paper({ path: 'a', title: '预警制度', ...a }), paper({ path: 'b', title: '值班制度', ...b })],
    serves: { self: ['a', 'b'] },
  })
const short = { 'at-least-chars': 10 }

/** A list that an office issued, of an indicator that is perhaps not its own. */
const own = (text: readonly string[], issued = true) => {
  const made = one(text, issued ? { issued: '2022-03-02' } : {}, { certain: false })
  const [only] = made.package.documents
  const issuer = { value: '区示例局', at: { file: '自查报告.docx' }, certainty: 'certain' } as const
  const documents = [{ ...only!, facts: { ...only!.facts, issuer: issued ? issuer : null } }]
  return { ...made, package: { ...made.package, documents } }
}
const classes = { mentions: [['公共利益'], ['社会影响'], ['听证']], made: true }

judges(
  content,
  { materials: ['self'] },
  {
    met: [
      {
        when: 'each part has its heading or its opening words',
        params: sections,
        scope: one(whole),
        says: 'sections-there',
      },
      {
        when: 'one word of a class is mentioned',
        params: mentions,
        scope: one(['主要负责人带头述法。']),
        says: 'mentioned',
        subjects: ['mentions'],
      },
      { when: 'the word is not there', params: forbidden, scope: one(['依法办案。']), says: 'clean' },
      {
        when: 'what may not be tied together stands in two sentences',
        params: linked,
        scope: one(['罚款总额逐月上报。', '案件质量按卷计分。']),
        says: 'unlinked',
      },
      {
        when: 'the tie is denied',
        params: linked,
        scope: one(['罚没金额不得作为计分、奖励的依据。']),
        says: 'unlinked',
      },
      { when: 'the word is denied', params: forbidden, scope: one(['没有下达罚没指标。']), says: 'clean' },
      {
        when: 'the table has the columns',
        params: columns,
        scope: one(['附件3'], grid('点位名称', '联系人', '联系电话')),
        says: 'columns-there',
      },
      {
        when: 'a column goes by another of its names',
        params: { columns: ['点位名称', '联系电话/电话'] },
        scope: one(['附件3'], grid('点位名称', '联系人及电话')),
        says: 'columns-there',
      },
      { when: '2000 signs', params: chars, scope: one(signs(2000)), says: 'within-length' },
      {
        when: 'one of two files will do',
        params: chars,
        scope: scopeOf({
          materials,
          documents: [paper({ path: 'a', text: signs(2001) }), paper({ path: 'b', text: signs(3) })],
          serves: { self: ['a', 'b'] },
        }),
        says: 'within-length',
      },
      {
        when: 'two files together say it all',
        params: mechanisms,
        scope: two({ text: ['及时预警。'] }, { text: ['按时报送信息报告。'] }),
        says: 'mentioned',
        text: '《预警制度》、《值班制度》写明了“预警”、“信息报告”',
      },
    ],
    gap: [
      {
        when: 'a list of its own has most classes and lacks one, whoever has the duty',
        params: classes,
        scope: own(['涉及公共利益的；', '造成社会影响的。']),
        says: 'not-mentioned',
      },
      {
        when: 'one sentence ties them together',
        params: linked,
        scope: one(['按本人罚款总额排名计分。']),
        says: 'linked',
        text: '《自查报告》把“罚款”、“总额”、“计分”连在一起：“按本人罚款总额排名计分”',
      },
      {
        when: 'one row of a table ties them together',
        params: linked,
        scope: one(['考核内容如下：'], rows(['项目', '分值', '标准'], ['罚没款入库', '10', '按金额计分'])),
        says: 'linked',
      },
      {
        when: 'a part is wanting, and its words are nowhere',
        params: sections,
        scope: one(whole.slice(0, 4)),
        says: 'sections-missing',
        text: '《自查报告》缺少“下一步打算”部分',
      },
      { when: 'nothing of a class is mentioned', params: mentions, scope: one(['依法办案。']), says: 'not-mentioned' },
      {
        when: 'the table lacks a column',
        params: columns,
        scope: one(['附件3'], grid('点位名称', '联系人')),
        says: 'columns-missing',
      },
      {
        when: 'a title holds as many of the words as the head, which is judged nevertheless',
        params: { columns: ['特色亮点', '点位', '地点', '联系人', '讲解人'] },
        scope: one(['附件3'], rows(['特色亮点及点位情况统计表'], ['序号', '地点', '联系人'])),
        says: 'columns-missing',
        text: '《自查报告》的表格缺少“讲解人”列',
      },
      {
        when: 'a column is missing under all of its names',
        params: { columns: ['点位名称', '联系电话/电话'] },
        scope: one(['附件3'], grid('点位名称', '联系人')),
        says: 'columns-missing',
        text: '《自查报告》的表格缺少“联系电话”列',
      },
      {
        when: '2001 signs',
        params: chars,
        scope: one(signs(2001)),
        says: 'too-long',
        text: '《自查报告》共2001字（汉字、标点各计1字，连续数字或字母计1字，不计空格），应不超过2000字，超出1字',
      },
      { when: '9 signs where 10 are the least', params: short, scope: one(signs(9)), says: 'too-short' },
      {
        when: 'each of two files must do',
        params: { ...chars, which: 'every' },
        scope: scopeOf({
          materials,
          documents: [paper({ path: 'a', text: signs(2001) }), paper({ path: 'b', text: signs(3) })],
          serves: { self: ['a', 'b'] },
        }),
        says: 'too-long',
      },
      {
        when: 'two files together do not say it all',
        params: mechanisms,
        scope: two({ text: ['及时预警。'] }, { text: ['二十四小时值班。'] }),
        says: 'not-mentioned',
      },
      { when: 'there is no such file', params: chars, scope: scopeOf({ materials }), says: 'missing' },
    ],
    unclear: [
      {
        when: 'a list of its own that is built otherwise',
        params: classes,
        scope: own(['涉及公共利益的；', '罚款五万元以上的。']),
        says: 'not-seen',
      },
      {
        when: 'a list that nobody issued',
        params: classes,
        scope: own(['涉及公共利益的；', '造成社会影响的。'], false),
        says: 'not-seen',
      },
      {
        when: 'the table lacks a column that is only presumed',
        params: { ...columns, presumed: true },
        scope: one(['附件3'], grid('点位名称', '联系人')),
        says: 'columns-unsure',
      },
      {
        when: 'one file does not say it, and another went unread',
        params: mentions,
        scope: two({ text: ['依法办案。'] }, { text: [], extent: 'unread' }),
        says: 'not-seen',
      },
      {
        when: 'one of two files that belong together went unread',
        params: mechanisms,
        scope: two({ text: ['及时预警。'] }, { text: [], extent: 'unread' }),
        says: 'not-seen',
      },
      {
        when: 'the words stand somewhere, but open no part',
        params: sections,
        scope: one([...whole.slice(0, 4), '我们将按照下一步打算推进。']),
        says: 'sections-unsure',
      },
      {
        when: 'only part of the text was read',
        params: mentions,
        scope: one(['依法办案。'], { extent: 'partly' }),
        says: 'not-seen',
      },
      {
        when: 'the paper is only an excerpt',
        params: mentions,
        scope: one(['依法办案。'], { title: '办案管理办法(节选)' }),
        says: 'left-out',
      },
      {
        when: 'the text was recognised from an image',
        params: mentions,
        scope: one(['依法办案。'], { certainty: 0.8 }),
        says: 'not-seen',
      },
      {
        when: 'tied together by what was recognised from an image',
        params: linked,
        scope: one(['按罚款总额计分。'], { certainty: 0.8 }),
        says: 'perhaps-linked',
      },
      {
        when: 'the word is there',
        params: forbidden,
        scope: one(['各科室罚没指标完成情况如下。']),
        says: 'forbidden',
        text: '《自查报告》出现“罚没指标”字样：“各科室罚没指标完成情况如下”',
      },
      {
        when: 'too long by what was recognised from an image',
        params: chars,
        scope: one(signs(2001), { certainty: 0.8 }),
        says: 'length-unsure',
      },
      { when: 'the file went unread', params: chars, scope: one([], { extent: 'unread' }), says: 'length-unsure' },
      {
        when: 'too long, but perhaps another file is meant',
        params: chars,
        scope: scopeOf({ materials, documents: [paper({ path: 'a', text: signs(2001) })], serves: { self: ['?a'] } }),
        says: 'length-unsure',
      },
      {
        when: 'no file, but one went unread',
        params: chars,
        scope: scopeOf({ materials, documents: [paper({ path: 'x.pdf', extent: 'unread' })] }),
        says: 'unread',
      },
      {
        when: 'no file, but one comes near',
        params: chars,
        scope: scopeOf({ materials, near: { self: '题名是“工作总结”' } }),
        says: 'near-miss',
      },
      {
        when: 'no file, and the duty is not certain',
        params: chars,
        scope: scopeOf({ materials, certain: false }),
        says: 'unsure-duty',
      },
    ],
    exempt: [
      {
        when: 'the unit has no such duty',
        params: chars,
        scope: scopeOf({ materials, declares: { declares: '不适用' } }),
        says: 'declared',
      },
      {
        when: 'the missing file is only supporting',
        params: { ...chars, materials: ['extra'] },
        scope: scopeOf({ materials }),
        says: 'not-demanded',
      },
    ],
  },
)

describe('a count of signs', () => {
  test.each([
    ['依法行政', 4],
    ['依法 行政 ', 4],
    ['达100%。', 4],
    ['达 91.7 %', 3],
    ['2022年7月31日', 6],
    ['使用OFD格式', 5],
    ['“三项制度”……', 8],
    ['１２３号', 2],
    ['', 0],
  ])('of %s is %i', (text, count) => expect(charactersIn(text)).toBe(count))

  test('does not depend on where pages break their lines', () => {
    const sign = fc.constantFrom(...'依法行政建设示范区司局务公开')
    fc.assert(
      fc.property(
        fc.array(sign, { minLength: 100, maxLength: 300 }),
        fc.integer({ min: 20, max: 40 }),
        (signs, width) => {
          const text = signs.join('')
          const lines = Array.from({ length: Math.ceil(text.length / width) }, (_, index) =>
            text.slice(index * width, (index + 1) * width),
          )
          const page = paper({
            path: 'a.pdf',
            pages: [lines.slice(0, 3).concat('— 1 —'), lines.slice(3).concat('— 2 —')],
          })
          expect(paragraphsOf(page.evidence).map(({ text: own }) => own)).toEqual([text])
        },
      ),
    )
  })
})
