import { describe, expect, test } from 'vitest'
import type { Table } from '../../../src/core/evidence.ts'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../helpers/scope.ts'

const sheet = (title: string, ...lines: string[]): Table => ({
  name: 'Sheet1',
  kind: 'sheet',
  merges: [],
  rows: [[title], ...lines.map((line) => line.split('|'))].map((values, index) => ({ index, values })),
})

const outcomes = (params: Readonly<Record<string, unknown>>, ...files: (readonly Table[])[]) =>
  judge(
    tables,
    params,
    scopeOf({
      documents: files.map((own, at) => paper({ path: `${at}`, tables: [...own], format: 'xlsx', text: [] })),
      materials: [material('ledger')],
      serves: { ledger: files.map((_, at) => `${at}`) },
    }),
  ).map(({ outcome }) => outcome)

describe('a register that lies under an indicator alone is looked at, whatever it calls itself', () => {
  const register = sheet('示例表', '姓名|收到日期|答复日期', '甲某|2021-05-06|2021-05-03', '乙某|2021-05-06|2021-05-09')
  const asked = { about: [['应诉']], first: ['收到'], then: ['答复'], late: 'gap' }
  test('where its file holds nothing else', () => expect(outcomes(asked, [register])).toEqual(['gap']))
  test('a rule of one thing asks for its tables by name', () =>
    expect(outcomes({ ...asked, late: 'ignore' }, [register])).toEqual(['exempt']))
  test('one of two sheets is not known for what the file is', () =>
    expect(outcomes(asked, [register, register])).toEqual(['exempt']))
  test('what is named for another affair is not', () =>
    expect(outcomes({ ...asked, except: ['示例'] }, [register])).toEqual(['exempt']))
})

describe('two papers of a register under one number', () => {
  const letters = (...numbers: string[]) =>
    outcomes({ about: [['建议']], late: 'gap' }, [
      sheet(
        '建议办理台账',
        '编号|提出人|案由|答复文号|答复时间|意见反馈',
        ...numbers.map((number, at) => `${at + 1}号|代表${'甲乙丙丁'[at]}|第${at}件|${number}|2021-06-0${at + 1}|满意`),
      ),
    ])
  test('with the next one skipped are a gap', () =>
    expect(letters('示函〔2021〕3号', '示函〔2021〕3号', '示函〔2021〕5号')).toEqual(['gap']))
  test('each of its own are right', () =>
    expect(letters('示函〔2021〕3号', '示函〔2021〕4号', '示函〔2021〕5号')).toEqual(['met']))
  test('numbers of penalties have a rule of their own', () =>
    expect(letters('示罚〔2021〕3号', '示罚〔2021〕3号', '示罚〔2021〕5号')).toEqual(['met']))
})
