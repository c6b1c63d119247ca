import { expect, test } from 'vitest'
import { condition } from '../../../src/judging/rows/conditions.ts'
import { ledger, scopeOf } from '../../helpers/scope.ts'

/** Whether one counts whose roster has no column 是否在岗, by what its remark says. */
function counts(remark: string): string {
  const [row] = ledger('名册', { 姓名: 'text' }, [{ 姓名: '唐远' }]).rows
  const away = { column: '是否在岗', tests: [{ test: 'not' as const, values: ['否', '离职'] }] }
  return condition([away], scopeOf()).of({ ...row!, remark })
}

test.each(['2022年3月调区司法局，空缺待补', '4月考取公务员', '5月退休', '调走后一直没补上', '去年离职'])(
  'who has left is not counted: %s',
  (remark) => expect(counts(remark)).toBe('no'),
)

test.each(['', '主任', '2021年6月接替调走的邓禾', '退休干部返聘', '由红岩镇调入'])(
  'who is there is counted: %s',
  (remark) => expect(counts(remark)).toBe('yes'),
)
