import { describe, expect, test } from 'vitest'
import { NO_UNIT_FILE } from '../../src/core/unit-file.ts'
import { audited, orderFor, outcomesOf, paper } from '../helpers/package.ts'

const SYSTEM = [
  '昭市监发〔2020〕16号',
  '关于印发《重大执法决定法制审核制度》的通知',
  '机关各股室：',
  '重大执法决定未经法制审核不得作出。',
  '广元市昭化区市场监督管理局',
  '2020年4月10日',
]
const OPINION = ['法制审核意见书', '经审核，事实清楚、程序合法，同意。', '区市场监督管理局法规股', '2021年8月17日']
const NIL = ['关于重大执法决定法制审核零报告的说明', '本单位没有重大执法决定。', '区市场监督管理局', '2022年6月1日']

/** Several papers bound into one PDF, a page each. */
function bound(path: string, ...papers: readonly (readonly string[])[]) {
  const pages = papers.flatMap((lines, at) => lines.map((text) => ({ text, at: { page: at + 1 } })))
  return { ...paper(path), format: 'pdf' as const, pages: papers.length, pagesRead: papers.length, passages: pages }
}

const report = (...evidence: Parameters<typeof orderFor>[1]) =>
  audited(orderFor('区市场监管局', evidence, { only: ['59'] }))

describe('papers that are bound into one file', () => {
  const apart = () => report(paper('59-法制审核/1.docx', ...SYSTEM), paper('59-法制审核/2.docx', ...OPINION))

  test('serve as they do apart', async () => {
    const one = await report(bound('59-法制审核/佐证材料.pdf', SYSTEM, OPINION))
    expect(outcomesOf(one)).toEqual(outcomesOf(await apart()))
    expect(outcomesOf(one)['59.opinion@opinion']).toBe('met')
  })

  test('serve in any order', async () => {
    const one = await report(bound('59-法制审核/佐证材料.pdf', OPINION, SYSTEM))
    expect(outcomesOf(one)).toEqual(outcomesOf(await apart()))
  })

  test('are cited by the file and the page, and the file is listed once with all that it serves', async () => {
    const { findings, files } = await report(bound('59-法制审核/佐证材料.pdf', SYSTEM, OPINION))
    const cites = findings.find(({ id }) => id === '59.opinion@opinion')?.cites
    expect(cites).toEqual([expect.objectContaining({ file: '59-法制审核/佐证材料.pdf', page: 2 })])
    expect(files.map(({ path, matches }) => [path, matches.map(({ material }) => material)])).toEqual([
      ['59-法制审核/佐证材料.pdf', ['重大执法决定法制审核制度', '法制审核意见书']],
    ])
  })

  test('declare what a statement among them declares', async () => {
    const { findings } = await report(bound('59-法制审核/佐证材料.pdf', SYSTEM, NIL))
    expect(findings.find(({ id }) => id === '59.reviewed')).toMatchObject({ outcome: 'exempt' })
  })

  test('serve by their own titles beside what the unit says the file is', async () => {
    const files = [{ pattern: '佐证材料.pdf', indicators: ['59'], material: 'system', line: 1 }]
    const report = await audited(
      orderFor('区市场监管局', [bound('佐证材料.pdf', SYSTEM, OPINION)], {
        only: ['59'],
        unitFile: { ...NO_UNIT_FILE, files },
      }),
    )
    expect(outcomesOf(report)).toEqual(outcomesOf(await apart()))
  })
})
