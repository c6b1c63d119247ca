import { expect, test } from 'vitest'
import type { Change, FieldChange } from '../../src/core/change.ts'
import { changeWords } from '../../src/explain/changes.ts'

const change = (more: Partial<Change>, ...fields: Omit<FieldChange, 'kind'>[]): Change => ({
  of: 'rule',
  id: '28.reviewed',
  name: '合法性审核率',
  indicator: '28',
  change: 'changed',
  why: '',
  fields: fields.map((field) => ({ ...field, kind: null })),
  ...more,
})
const param = (kind: string, key: string, from: unknown, to: unknown) =>
  changeWords(change({ fields: [{ kind, key, from, to }] }))

test.each<[title: string, told: string, words: string]>([
  ['a number', param('duration', 'at-least', 5, 7), '28.reviewed 合法性审核率：不少于（at-least） 5 → 7'],
  [
    'a percentage',
    param('rate', 'at-least', { part: 95, of: 100 }, null),
    '28.reviewed 合法性审核率：不低于（at-least） 95% → （无）',
  ],
  [
    'a day',
    param('deadline', 'by', null, '2024-12-31'),
    '28.reviewed 合法性审核率：不晚于这一天（by） （无） → 2024年12月31日',
  ],
  [
    'a choice',
    param('documents', 'every', 'once', 'year'),
    '28.reviewed 合法性审核率：周期内有即可，还是每年都要有（every） 周期内有即可 → 每年',
  ],
  [
    'a condition',
    param('rate', 'where', [], [{ column: '公布日期', tests: [{ test: 'present' }] }]),
    '28.reviewed 合法性审核率：哪些记录计入分母（where） 全部记录 → “公布日期”已填写',
  ],
  [
    'words',
    param('absence', 'words', ['撤销', '违法'], ['撤销', '责令']),
    '28.reviewed 合法性审核率：说明有相反情形的字样（words）增加“责令”，删去“违法”',
  ],
  [
    'words in another order',
    param('content', 'sections', [['问题', '不足'], ['成效']], [['成效'], ['问题', '不足']]),
    '28.reviewed 合法性审核率：应有的部分（小标题或段首句），每组为同义词（sections）次序有变',
  ],
  [
    'checks of a ledger',
    param(
      'absence',
      'checks',
      [],
      [{ ledger: '台账', where: [{ column: '结果', tests: [{ test: 'is', values: ['撤销'] }] }], says: '' }],
    ),
    '28.reviewed 合法性审核率：台账中属于相反情形的记录（checks） （无） → 《台账》中“结果”为“撤销”的记录',
  ],
  [
    'titles more and fewer',
    changeWords(
      change(
        { of: 'titles', id: '28', name: '' },
        { key: 'more', from: null, to: 12 },
        { key: 'fewer', from: null, to: 3 },
      ),
    ),
    '题名例：增加12条，减去3条',
  ],
  [
    'titles that prove nothing',
    changeWords(change({ of: 'titles', id: '', name: '', indicator: null }, { key: 'fewer', from: null, to: 1 })),
    '题名例（什么也不证明的）：减去1条',
  ],
])('%s', (_, told, words) => expect(told).toBe(words))

test.each<[title: string, told: Change, words: string]>([
  ['a rule more', change({ change: 'added' }), '28.reviewed 合法性审核率：新增'],
  ['a rule less', change({ change: 'removed' }), '28.reviewed 合法性审核率：删去'],
  ['a rule switched off', change({ change: 'removed', why: '未核实' }), '28.reviewed 合法性审核率：停用，理由：未核实'],
  [
    'weight and need are named as reports name them',
    change(
      {},
      { key: 'severity', from: 'required', to: 'advised' },
      { key: 'need', from: 'required', to: 'supporting' },
    ),
    '28.reviewed 合法性审核率：轻重 必须改 → 建议改；必备或补充 必备 → 补充',
  ],
  [
    'a column is named once',
    change({ of: 'column', id: 'L01.公布日期', name: '公布日期' }, { key: 'type', from: 'text', to: 'day' }),
    '台账栏目 L01.公布日期：填什么 文字 → 日期',
  ],
  [
    'a kind is named in words',
    change({}, { key: 'kind', from: 'rate', to: 'review' }),
    '28.reviewed 合法性审核率：判断方式 按台账核算比率 → 请人判断',
  ],
])('%s', (_, told, words) => expect(changeWords(told)).toBe(words))
