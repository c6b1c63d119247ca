import { COLUMN_TYPES, type ColumnSpec, type LedgerSpec, MARK_MEANINGS } from '../../core/ledger.ts'
import type { RawLedgers } from '../raw.ts'
import { choice, file, flag, list, listOrNone, mapping, type Schema, text, words } from './shape.ts'

const column = mapping<ColumnSpec>({
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
})

const ledger = mapping<LedgerSpec>({
  id: text('编号，如 L01', { pattern: '^[A-Za-z][A-Za-z0-9-]*$', examples: ['L01'] }),
  name: text('台账名称'),
  titles: listOrNone(text('表名'), '别的表名'),
  key: list(text('列名'), '用来区分各行的列', { minItems: 1, uniqueItems: true }),
  columns: list(column, '列', { minItems: 1 }),
  note: words('说明'),
})

export const ledgersSchema = (): Schema =>
  file('Ledgers', mapping<RawLedgers>({ ledgers: list(ledger, '台账', { minItems: 1 }) }))
