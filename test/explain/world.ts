import type { Basis } from '../../src/core/basis.ts'
import type { Indicator, IndicatorSystem, Rule } from '../../src/core/system.ts'

/** A rule as loading leaves it, with only what a test is about. */
export const rule = (kind: string, params: Rule['params'], more: Partial<Rule> = {}): Rule => ({
  id: '28.it',
  name: '合法性审核率',
  kind,
  params,
  severity: 'required',
  demanded: null,
  basis: [],
  erratum: null,
  for: ['department', 'town'],
  from: null,
  until: null,
  remedy: null,
  note: '',
  ...more,
})

export const basis = (text: string, more: Partial<Basis> = {}): Basis => ({
  text,
  for: '',
  says: '',
  law: '',
  edition: null,
  article: '',
  source: '',
  checked: null,
  verified: false,
  ...more,
})

export const INDICATOR: Indicator = {
  id: '28',
  level1: '二、制度',
  level2: '1.文件',
  text: '合法性审核率达100%。',
  units: {
    printed: '区司法局、有行政执法权的区级部门；各镇',
    cell: 'explicit',
    as: '区司法局、有行政执法权的区级部门；各镇',
    why: '',
  },
  materials: [
    {
      id: 'opinion',
      name: '合法性审核意见书',
      need: 'required',
      nature: 'process',
      topic: [],
      genre: [],
      titles: ['合法性审核意见'],
      except: ['送审函'],
      shows: [],
      ledger: null,
      issuers: ['区司法局'],
      formats: ['pdf'],
      note: '应盖章',
    },
    {
      id: 'files',
      name: '规范性文件台账',
      need: 'supporting',
      nature: 'ledger',
      topic: [],
      genre: [],
      titles: ['规范性文件台账'],
      except: [],
      shows: [],
      ledger: '规范性文件台账',
      issuers: [],
      formats: [],
      note: '',
    },
  ],
  rules: [],
  kin: [],
  exempts: [{ kind: 'town', why: '镇不制定规范性文件' }],
}

export const SYSTEM: IndicatorSystem = {
  id: 'qingshan-2022',
  version: '1.0.0',
  name: '青山区指标体系',
  source: '青法组〔2022〕1号',
  cycle: { from: '2020-01-01', to: '2022-07-31', note: '' },
  milestones: [],
  denials: [],
  parameters: [
    { id: 'city-rate', name: '全市平均败诉率', value: null, source: '待提供', verified: false, checked: null },
  ],
  errata: [{ id: 'e28', indicators: ['28'], printed: '最长5日', applied: '最长15日', why: '与下限重合' }],
  roster: {
    units: [
      { name: '区司法局', kind: 'department', aliases: [], sure: 'certain', note: '' },
      { name: '区公安分局', kind: 'department', aliases: [], sure: 'certain', note: '' },
      { name: '柳树镇', kind: 'town', aliases: [], sure: 'certain', note: '' },
    ],
    groups: [
      { name: '区级各部门', aliases: ['区级部门'], holds: 'departments', members: [], 'shown-by': [], note: '' },
      { name: '各镇', aliases: [], holds: 'towns', members: [], 'shown-by': [], note: '' },
      {
        name: '有行政执法权的区级部门',
        aliases: [],
        holds: 'listed',
        members: [
          { unit: '区司法局', sure: 'likely', why: '' },
          { unit: '区公安分局', sure: 'certain', why: '' },
        ],
        'shown-by': [],
        note: '名录未公布',
      },
    ],
  },
  ledgers: [
    {
      id: 'L01',
      name: '规范性文件台账',
      titles: ['文件登记表'],
      key: ['文件名称'],
      columns: [
        { name: '文件名称', type: 'text', needed: true, also: ['标题'], marks: {} },
        { name: '公布日期', type: 'day', needed: false, also: ['发布日期', '印发日期'], marks: { 未公布: 'none' } },
        { name: '是否备案', type: 'flag', needed: false, also: [], marks: { '': 'no' } },
        { name: '条数', type: 'number', needed: false, also: [], marks: {} },
      ],
      note: '一件一行。',
    },
  ],
  package: { ...INDICATOR, id: 'package', level1: '整体要求', level2: '', materials: [], exempts: [], kin: [] },
  indicators: [INDICATOR],
  sha256: '',
}
