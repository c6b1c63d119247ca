import { review } from '../../../../src/judging/kinds/review/review.ts'
import { judges } from '../../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../../helpers/scope.ts'

const documents = [paper({ path: '44/纪要.docx', title: '局务会议纪要' })]
const found = { materials: [material('minutes')], documents, serves: { minutes: ['44/纪要.docx'] } }
const params = { question: '主要负责人是否最后发言？' }

judges(review, params, {
  met: [
    {
      when: 'reviewers have said so after the submission day, as they do',
      scope: scopeOf({ ...found, answers: [{ on: '2022-08-01' }] }),
      says: 'approved',
    },
    {
      when: 'a person has said so',
      scope: scopeOf({ ...found, answers: [{}] }),
      says: 'approved',
      text: '指标资料组于2022年7月25日答复符合：已核对原件',
      cites: [{ file: 'audit.yaml' }, { file: '44/纪要.docx', page: 1, quote: '局务会议纪要' }],
    },
    {
      when: 'the answer holds on its last day',
      scope: scopeOf({ ...found, answers: [{ until: '2022-07-31' }] }),
      says: 'approved',
    },
    {
      when: 'a later answer replaces an earlier one',
      scope: scopeOf({ ...found, answers: [{ answer: '不符合', on: '2022-07-01' }, {}] }),
      says: 'approved',
    },
  ],
  gap: [
    {
      when: 'a person has denied it',
      scope: scopeOf({ ...found, answers: [{ answer: '不符合', reason: '记录未载明' }] }),
      says: 'rejected',
    },
    {
      when: 'two answers of one day differ',
      scope: scopeOf({ ...found, answers: [{}, { answer: '不符合' }] }),
      says: 'rejected',
    },
  ],
  exempt: [
    {
      when: 'the unit says that it is none of the group',
      params: { ...params, group: '有行政执法权的区级部门' },
      scope: scopeOf({ answers: [{ answer: '不符合', reason: '职权已划转' }] }),
      says: 'not-ours',
      text: '指标资料组于2022年7月25日答复不属于“有行政执法权的区级部门”：职权已划转',
    },
    {
      when: 'the unit has declared that there was nothing to look at',
      scope: scopeOf({ materials: [material('minutes')], declares: {} }),
      says: 'nothing',
      text: '本单位已就本指标作零报告（未制发规范性文件），没有可供判断的事项',
    },
  ],
  unclear: [
    {
      when: 'nobody has said yet whether the unit is one of the group',
      params: { ...params, group: '有行政执法权的区级部门' },
      scope: scopeOf(found),
      says: 'duty',
      text: '主要负责人是否最后发言？',
    },
    {
      when: 'the unit has declared so, yet there are papers',
      scope: scopeOf({ ...found, declares: {} }),
      says: 'ask',
    },
    {
      when: 'nobody has answered',
      params: { materials: ['minutes'] },
      scope: scopeOf(found),
      says: 'ask',
      text: '请人工判断：主要负责人是否最后发言？可查看《局务会议纪要》',
    },
    {
      when: 'the answer is about another rule',
      scope: scopeOf({ ...found, answers: [{ rule: '44.other' }] }),
      says: 'ask',
    },
    { when: 'there is nothing to look at', scope: scopeOf(), says: 'ask-without' },
    {
      when: 'the answer expired yesterday',
      scope: scopeOf({ ...found, answers: [{ until: '2022-07-30' }] }),
      says: 'expired',
    },
  ],
})
