import { COLUMN_TYPES, type ColumnSpec, type LedgerSpec, MARK_MEANINGS, type Spoken } from '../../core/ledger.ts'
import type { RawLedgers } from '../raw.ts'
import { choice, file, flag, list, listOrNone, mapping, type Schema, text, words } from './shape.ts'

const roles = {
  stretch: text('一段时间的名称，如征求意见：一格里写了起止的，两端各归一列'),
  end: choice(['from', 'to'], '是起还是止'),
  of: text('一格里可能写几个人的，是哪些人，如执法人员'),
  person: { type: 'integer', minimum: 1, maximum: 9, description: '是其中第几个人' },
  holds: choice(['name', 'number'], '装的是姓名还是证号'),
  exception: flag('少有的情形：表里没有这一列的，看备注'),
  said: list(text('词'), '备注里说到它的词'),
  from: text('表里没有这一列的，从哪一列的字样看出来，如层级从调委会名称看出'),
  tells: {
    type: 'object',
    additionalProperties: list(text('字样'), '字样'),
    description: '值和看出它的字样：从上到下，先出现的算',
  },
  heads: {
    type: 'object',
    additionalProperties: list(text('字样'), '字样'),
    description: '同上，但从那一列的表头看出，如“专职人民调解员”一栏里的都是专职',
  },
  names: {
    type: 'object',
    additionalProperties: list(text('字样'), '字样'),
    description: '表里没有这一列的，从表名看出各行都是哪一种，如“旁听庭审登记”',
  },
  each: flag('一格里写了几个人的，一人算一条'),
  runs: text('应当办完的日子：格里写期限（两个月内）的，从哪一列的日子起算'),
  until: flag('到哪一天为止：只写到月的算到月底，写了起止的算到止'),
}

const DEPENDS: Schema = {
  dependencies: {
    stretch: ['end'],
    end: ['stretch'],
    of: ['person', 'holds'],
    person: ['of'],
    holds: ['of'],
    tells: ['from'],
    heads: ['from'],
  },
}

const column = mapping<ColumnSpec>(
  {
    ...roles,
    name: text('列名'),
    type: choice(COLUMN_TYPES, '文字、日期、时刻、年度、数字、百分比、是否', { default: 'text' }),
    needed: flag('判断时必需', { default: false }),
    also: listOrNone(text('列名'), '同义的列名'),
    marks: {
      type: 'object',
      additionalProperties: choice(MARK_MEANINGS, ''),
      description: '单元格中的记号在本列的特别含义，如空白即为否',
      default: {},
    },
  },
  DEPENDS,
  [...Object.keys(roles)] as (keyof typeof roles)[],
)

const spoken = mapping<Spoken>(
  {
    indicator: text('数字不符的在哪项指标下指出'),
    things: list(text('叫法'), '文字材料里怎么称呼所登记的事项，如矛盾纠纷', { minItems: 1 }),
    acts: listOrNone(text('动词'), '登记的每一件都做过的事，如调处、受理；只做了一部分的（办结）不写。不写即单说件数'),
    units: listOrNone(text('量词'), '件、起、次、人等；不写的不对照件数，只对照比率'),
  },
  {},
  ['indicator'],
)

const ledger = mapping<LedgerSpec>(
  {
    id: text('编号，如 L01', { pattern: '^[A-Za-z][A-Za-z0-9-]*$', examples: ['L01'] }),
    name: text('台账名称'),
    titles: listOrNone(text('表名'), '别的表名'),
    key: list(text('列名'), '用来区分各行的列', { minItems: 1, uniqueItems: true }),
    columns: list(column, '列', { minItems: 1 }),
    spoken,
    note: words('说明'),
  },
  {},
  ['spoken'],
)

export const ledgersSchema = (): Schema =>
  file('Ledgers', mapping<RawLedgers>({ ledgers: list(ledger, '台账', { minItems: 1 }) }))
