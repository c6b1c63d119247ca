import { describe, expect, test } from 'vitest'
import { audit } from '../../src/audit/audit.ts'
import { kind } from '../../src/core/kind.ts'
import { gap, met } from '../../src/core/verdict.ts'
import { KINDS } from '../../src/judging/kinds/index.ts'
import { audited, orderFor, outcomesOf, paper, workbook } from '../helpers/package.ts'
import { shipped } from '../helpers/shipped.ts'

const HEAD = ['文件名称', '文号', '制定机关', '送审日期', '合法性审核意见日期', '公布日期']
const FILLED = ['停车管理办法', '昭府规〔2021〕1号', '区政府', '2021-03-01', '2021-03-15', '2021-04-01']
const UNREVIEWED = ['养犬管理办法', '昭府规〔2021〕2号', '区政府', '2021-03-01', null, '2021-04-02']
const ledger = (path: string, ...rows: (string | null)[][]) => workbook(path, HEAD, ...rows)
const NAME = '行政规范性文件台账.xlsx'

describe('whose indicator it is', () => {
  test('a candidate owes nothing until its own data show relevance', async () => {
    const report = await audited(orderFor('区财政局', [paper('情况.docx', '无')], { only: ['24'] }))
    expect(report.findings).toEqual([])
    expect(report.indicators).toEqual([
      expect.objectContaining({
        id: '24',
        part: 'candidate',
        outcome: 'exempt',
        note: expect.stringContaining('待认领'),
      }),
    ])
  })

  test('a ledger with rows opens it, but what is missing then is unclear', async () => {
    const { '24.materials': missing, ...others } = outcomesOf(
      await audited(orderFor('区财政局', [ledger(NAME, FILLED)], { only: ['24'] })),
    )
    expect(Object.keys(others).length + (missing ? 1 : 0)).toBeGreaterThan(0)
    expect(Object.values({ ...others, missing })).not.toContain('gap')
  })

  const REPORT = paper('关于2021年度法治政府建设情况的报告.docx', '关于2021年度法治政府建设情况的报告', '2022年3月2日')

  test('a paper that serves nothing else opens it: it is held to its day, and nothing else is asked for', async () => {
    const found = outcomesOf(await audited(orderFor('区财政局', [REPORT], { only: ['97'] })))
    expect(Object.entries(found).filter(([, outcome]) => outcome === 'gap')).toEqual([['97.on-time@2021', 'gap']])
  })

  test('a paper that lies under another indicator does not', async () => {
    const placed = { ...REPORT, path: `92-经费保障/${REPORT.path}` }
    expect(outcomesOf(await audited(orderFor('区财政局', [placed], { only: ['97'] })))).toEqual({})
  })

  test('a paper that serves what the unit owes anyway does not', async () => {
    const survey = paper('满意度调查报告.docx', '2021年满意度调查报告', '2022年3月2日')
    const { indicators } = await audited(orderFor('区市场监管局', [survey], { only: ['48', '78'] }))
    expect(indicators.map(({ id, part, outcome }) => [id, part, outcome === 'exempt'])).toEqual([
      ['48', 'named', false],
      ['78', 'candidate', true],
    ])
  })

  test('whose own ledger shows that it acts is surely of those that do', async () => {
    const CASES = ['决定书文号', '当事人', '案由', '立案日期', '处罚决定日期', '公示日期']
    const cases = workbook('行政处罚案件台账.xlsx', CASES, [
      '昭住建罚〔2021〕1号',
      '甲公司',
      '未按图施工',
      '2021-03-01',
      '2021-04-01',
      '2021-04-06',
    ])
    const of = async (unit: string, ...files: Parameters<typeof orderFor>[1]) =>
      (await audited(orderFor(unit, files, { only: ['58'] }))).findings.map(({ outcome }) => outcome)
    expect(await of('区住建局', cases)).toContain('gap')
    expect(await of('区住建局', paper('情况.docx', '情况说明'))).not.toContain('gap')
    // The plan does not even say that there is one.
    expect(await of('区农业农村局', cases)).not.toContain('gap')
  })

  test('what it put under it itself is judged, and what it did not is only noted', async () => {
    const report = await audited(
      orderFor('区财政局', [ledger(`28-合法性审核/${NAME}`, FILLED, UNREVIEWED)], { only: ['28'] }),
    )
    expect(outcomesOf(report)).toMatchObject({ '28.reviewed': 'gap', '28.materials@opinion': 'noted' })
  })

  test('nothing is asked of a town where the system says so, and the reason stands there', async () => {
    const report = await audited(orderFor('清水镇', [ledger(`17/${NAME}`, FILLED)], { only: ['17'] }))
    expect(report.indicators).toEqual([
      expect.objectContaining({ id: '17', outcome: 'exempt', note: expect.stringMatching(/.{6,}/) }),
    ])
    expect(report.findings).toEqual([])
  })

  test('an indicator of others is not in the report at all', async () => {
    const report = await audited(orderFor('清水镇', [paper('a.docx', '无')], { only: ['5'] }))
    expect([report.indicators, report.findings]).toEqual([[], []])
  })
})

describe('a declaration', () => {
  const declares = {
    indicator: '28',
    declares: '不适用',
    reason: '不制发规范性文件',
    by: '王守正',
    on: '2022-07-20',
    at: { file: 'audit.yaml', cell: '第3行' },
  } as const
  const unitFile = { unit: null, files: [], declarations: [declares], answers: [], parameters: [] }

  test('of 不适用 exempts the indicator and is cited', async () => {
    const report = await audited(orderFor('清水镇', [paper('a.docx', '无')], { unitFile, only: ['28'] }))
    expect(new Set(Object.values(outcomesOf(report)))).toEqual(new Set(['exempt']))
    expect(report.findings[0]?.cites).toEqual([declares.at])
  })

  test('that was added while gaps were being closed counts as of the submission day', async () => {
    const later = { ...unitFile, declarations: [{ ...declares, on: '2022-08-05' } as const] }
    const report = await audited(orderFor('清水镇', [paper('a.docx', '无')], { unitFile: later, only: ['28'] }))
    expect(new Set(Object.values(outcomesOf(report)))).toEqual(new Set(['exempt']))
  })

  test('that the unit’s own ledger contradicts is unclear, never exempt', async () => {
    const report = await audited(
      orderFor('清水镇', [ledger(`28/${NAME}`, FILLED)], { unitFile, only: ['28.reviewed'] }),
    )
    expect(report.findings[0]).toMatchObject({ outcome: 'unclear', message: expect.stringContaining('两处不一致') })
  })

  test('waives no veto', async () => {
    const waiver = { ...unitFile, declarations: [{ ...declares, indicator: 'F1' }] }
    const report = await audited(orderFor('清水镇', [paper('a.docx', '无')], { unitFile: waiver, only: ['F1'] }))
    expect(Object.values(outcomesOf(report))).not.toContain('exempt')
    expect(Object.values(outcomesOf(report))).not.toContain('met')
  })
})

describe('a veto', () => {
  test('is raised by no silence, and not met by it either: a statement that is not there is noted', async () => {
    const report = await audited(orderFor('区司法局', [paper('a.docx', '无')], { only: ['F1', 'F2.doubts'] }))
    expect(new Set(Object.values(outcomesOf(report)))).toEqual(new Set(['noted']))
  })
})

describe('trouble of ours is no gap', () => {
  const order = () => orderFor('区司法局', [ledger(`28/${NAME}`, FILLED, UNREVIEWED)], { only: ['28'] })

  test('a rule that crashes is unclear and a problem, and the others are judged', async () => {
    const rate = {
      ...KINDS.rate!,
      judge: () => {
        throw new Error('division by zero')
      },
    } // prettier-ignore
    const report = audit({ ...(await order()), kinds: { ...KINDS, rate } })
    expect(outcomesOf(report)).toMatchObject({ '28.reviewed': 'unclear', '28.materials@opinion': 'noted' })
    expect(report.problems).toContainEqual(
      expect.objectContaining({ code: 'rule-crashed', message: expect.stringContaining('28.reviewed') }),
    )
  })

  test('a kind that nobody knows is unclear', async () => {
    const { rate: _, ...others } = KINDS
    expect(outcomesOf(audit({ ...(await order()), kinds: others }))['28.reviewed']).toBe('unclear')
  })

  test('an indicator without rules is shown as such, never as met', async () => {
    const system = await shipped()
    const bare = { ...system, indicators: system.indicators.map((one) => ({ ...one, rules: [] })) }
    const report = audit({ ...(await order()), system: bare })
    expect(report.indicators).toEqual([
      expect.objectContaining({ id: '28', outcome: 'unclear', note: expect.stringContaining('尚未编写审核规则') }),
    ])
  })
})

test('two verdicts of one subject keep two identities', async () => {
  const twice = kind({
    name: 'rate',
    summary: '',
    decides: 'machine',
    params: {},
    messages: { a: { says: '甲', fix: '' } },
    judge: () => [gap('a'), met('a')],
  })
  const order = await orderFor('区司法局', [ledger(`28/${NAME}`, FILLED)], { only: ['28.reviewed'] })
  expect(audit({ ...order, kinds: { ...KINDS, rate: twice } }).findings.map(({ id }) => id)).toEqual([
    '28.reviewed',
    '28.reviewed#2',
  ])
})

test('two statements of one indicator that texts speak against are two questions', async () => {
  const system = await shipped()
  const indicators = system.indicators.flatMap((one) => {
    const rule = one.rules.find(({ id }) => id === '29.none-corrected')
    return rule ? [{ ...one, rules: [rule, { ...rule, id: '29.none-annulled' }] }] : []
  })
  const report = await audited(
    orderFor('区司法局', [paper('29/情况.docx', '行政规范性文件《养犬管理办法》被撤销。')], {
      system: { ...system, indicators },
      only: ['29'],
    }),
  )
  const asked = report.findings.filter(({ message }) => message.includes('文字与之不一致'))
  expect(asked.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['29.none-corrected@words', 'unclear'],
    ['29.none-annulled@words', 'unclear'],
  ])
})

test('one place is cited once, however often a verdict names it', async () => {
  const [cell, sheet] = [
    { file: 'a.xlsx', sheet: '1', cell: 'B2' },
    { file: 'a.xlsx', sheet: '1' },
  ]
  const stutters = kind({
    name: 'rate',
    summary: '',
    decides: 'machine',
    params: {},
    messages: { a: { says: '甲', fix: '' } },
    judge: () => [gap('a', {}, { cites: [cell, sheet, { ...cell }, cell, { ...sheet, quote: '甲' }] })],
  })
  const order = await orderFor('区司法局', [ledger(`28/${NAME}`, FILLED)], { only: ['28.reviewed'] })
  const [finding] = audit({ ...order, kinds: { ...KINDS, rate: stutters } }).findings
  expect(finding?.cites).toEqual([cell, sheet, { ...sheet, quote: '甲' }])
})

test('secrets are told before anything is mailed', async () => {
  const report = await audited(orderFor('区司法局', [paper('函.docx', '秘密★1年', '关于有关情况的函')]))
  expect(report.problems).toContainEqual(expect.objectContaining({ code: 'secret', file: '函.docx' }))
})

describe('a ledger that was recognised from a picture', () => {
  const scanned = (path: string, ...rows: (string | null)[][]) => {
    const one = ledger(path, ...rows)
    const [table] = one.tables
    const seen = table!.rows.map((row) => ({ ...row, certainties: row.values.map(() => 0.99) }))
    return { ...one, format: 'png' as const, tables: [{ ...table!, kind: 'grid' as const, page: 1, rows: seen }] }
  }
  const outcome = async (...evidence: Parameters<typeof orderFor>[1]) => {
    const { findings } = await audited(orderFor('区司法局', evidence, { only: ['28.reviewed'] }))
    return findings.map(({ outcome, message, remedy }) => [outcome, message, remedy])
  }

  test('is held to nothing, but asked about', async () => {
    const [[found, message, remedy] = []] = await outcome(scanned(`28/${NAME}`, FILLED, UNREVIEWED))
    expect(found).toBe('unclear')
    expect(message).toMatch(/50%（1\/2）.*；所据表格由图片识别而来，可能认错$/)
    expect(remedy).toMatch(/^请先对照原件核实。/)
  })

  test('is held to nothing either where a typed text claims more than it tells', async () => {
    const claim = paper('28/自评报告.docx', '2021年，全区合法性审核率达100%。')
    const [[found, message] = []] = await outcome(claim, scanned(`28/${NAME}`, FILLED, UNREVIEWED))
    expect(found).toBe('unclear')
    expect(message).toMatch(/却称100%；所据表格由图片识别而来，可能认错$/)
  })

  test('meets what it meets', async () => {
    expect((await outcome(scanned(`28/${NAME}`, FILLED)))[0]?.[0]).toBe('met')
  })

  test('contradicts a statement only as a question', async () => {
    const body = ['养犬管理办法', '昭府规〔2021〕2号', '养犬整治指挥部', '2021-03-01', '2021-03-15', '2021-04-02']
    const against = async (made: typeof ledger) => {
      const { findings } = await audited(orderFor('区司法局', [made(`29/${NAME}`, body)], { only: ['29'] }))
      return findings.filter(({ id }) => id.includes('制定机关是临时机构')).map(({ outcome }) => outcome)
    }
    expect(await against(ledger)).toEqual(['gap'])
    expect(await against(scanned)).toEqual(['unclear'])
  })

  test('takes nothing from what a typed ledger says', async () => {
    const found = await outcome(ledger('28/另一份行政规范性文件台账.xlsx', UNREVIEWED), scanned(`28/${NAME}`, FILLED))
    expect(found[0]?.[0]).toBe('gap')
  })
})
