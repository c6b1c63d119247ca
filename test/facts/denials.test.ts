import { expect, test } from 'vitest'
import { recognise } from '../../src/facts/recognise.ts'
import { sheet, workbook } from '../helpers/documents.ts'

const heard = (note: string) =>
  recognise(
    workbook(
      '约谈登记.xlsx',
      sheet('登记', [['序号', '对象', '方式'], ['1', '甲公司', '约谈'], ['2', '乙公司', '劝导'], [note]]),
    ).evidence,
  ).denials.length > 0

test.each([
  ['注：2020年以来我局未采取行政强制措施。', true],
  ['注：除上述2件外，我局未采取行政强制措施。', true],
  ['注：以上事项均以非强制方式办结，未采取行政强制措施。', false],
  ['注：表中各件均未采取行政强制措施。', false],
])('%s: of the unit, or of the rows above', (note, isTheUnits) => expect(heard(note)).toBe(isTheUnits))
