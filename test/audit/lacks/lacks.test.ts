import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../src/core/report.ts'
import { audited, orderFor, paper, workbook } from '../../helpers/package.ts'

type Files = Parameters<typeof orderFor>[1]

const found = async (unit: string, only: string, ...files: Files): Promise<readonly Finding[]> =>
  (await audited(orderFor(unit, files, { only: [only] }))).findings

const open = (findings: readonly Finding[]) =>
  findings
    .filter(({ outcome }) => outcome === 'gap' || outcome === 'unclear')
    .map(({ id, outcome, message }) => [id, outcome, message])

const nothing = paper('说明.docx', '无')

describe('nothing at all for an indicator that names the unit', () => {
  test('is one gap, and says what usually proves it', async () => {
    const findings = await found('射箭镇', '12', nothing)
    expect(open(findings)).toEqual([
      [
        '12.town-materials',
        'gap',
        '没有任何佐证材料；通常用《公平竞争审查制度》、《公平竞争审查表或审查台账》、《妨碍统一市场和公平竞争规定的清理结果》证明',
      ],
    ])
    const others = findings.filter(({ id, outcome }) => id !== '12.town-materials' && outcome !== 'exempt')
    expect(new Set(others.map(({ outcome, waitsFor }) => `${outcome} ${waitsFor}`))).toEqual(
      new Set(['noted 12.town-materials']),
    )
  })

  test('is must-be-mended, whatever weight the rule has that says it', async () => {
    const [first] = await found('射箭镇', '12', nothing)
    expect(first).toMatchObject({ severity: 'required', key: 'none' })
  })

  test('is no gap where the unit says that it does not apply', async () => {
    const declares = {
      indicator: '12',
      declares: '不适用',
      reason: '无',
      by: '甲',
      on: null,
      at: { file: 'audit.yaml' },
    }
    const unitFile = { unit: null, files: [], declarations: [declares], answers: [], parameters: [] } as const
    const { findings } = await audited(orderFor('射箭镇', [nothing], { only: ['12'], unitFile: unitFile as never }))
    expect(open(findings)).toEqual([])
  })

  test('asks nobody for a bonus, and raises no veto', async () => {
    for (const id of ['J1', 'J2', 'F1', 'F2']) expect(open(await found('射箭镇', id, nothing))).toEqual([])
  })
})

describe('an indicator that does not name the unit', () => {
  test('has no finding at all where nothing lies in the package', async () => {
    expect(await found('区农业农村局', '46', nothing)).toEqual([])
  })

  test('is only noted to lack what is demanded, though it lies in a folder of its own', async () => {
    const own = paper('9-双随机/关于建立监管信息互通机制的通知.docx', '关于建立监管信息互通机制的通知')
    expect(open(await found('区农业农村局', '9', own))).toEqual([])
  })

  test('lacks a year of what the unit itself does in the others', async () => {
    const of = (year: number) =>
      paper(`97-年度报告/${year}.docx`, `关于${year}年度法治政府建设情况的报告`, '区农业农村局', `${year + 1}年1月20日`)
    const findings = await found('区农业农村局', '97', of(2020))
    expect(open(findings).map(([id]) => id)).toContain('97.yearly@report 2021')
  })
})

describe('beside papers that the office calls in its own words', () => {
  const homely = paper(
    '农贸市场这件事问了哪些人.docx',
    '农贸市场这件事问了哪些人',
    '一、专家论证',
    '请了三名专家开专家论证会，专家论证意见认为可行。',
  )

  test('nothing of the same 二级指标 is certainly missing', async () => {
    const lacks = await found('射箭镇', '40', homely)
    expect(open(lacks)).toEqual([])
    expect(lacks.filter(({ key }) => key === 'none-seen').map(({ cites }) => cites)).toEqual([
      [{ file: '农贸市场这件事问了哪些人.docx' }],
    ])
  })

  test('but of another one it is', async () => {
    expect(open(await found('射箭镇', '12', homely)).map(([id, outcome]) => [id, outcome])).toEqual([
      ['12.town-materials', 'gap'],
    ])
  })
})

describe('the only file of an indicator’s folder', () => {
  const demanded = paper('97-年度报告/扫描件.docx', '各项工作有序推进，成效明显。')

  test.each([
    ['a document', demanded],
    ['a table', workbook('97-年度报告/扫描件.docx', ['甲', '乙'], [1, 2])],
    ['a picture', { ...paper('97-年度报告/扫描件.docx'), format: 'jpg' as const }],
  ])('%s is asked about where it says neither title, number nor day', async (_, file) => {
    const findings = await found('区司法局', '97', file)
    const asked = findings.filter(({ outcome }) => outcome === 'gap' || outcome === 'unclear')
    expect(asked[0]).toMatchObject({ key: 'nameless', outcome: 'unclear' })
    // A picture may be the page that shows the report, and is asked for its day as well: never for another file.
    expect(asked.filter(({ outcome }) => outcome === 'gap')).toEqual([])
    expect(new Set(asked.flatMap(({ cites }) => cites.map((place) => place.file)))).toEqual(
      new Set(['97-年度报告/扫描件.docx']),
    )
    expect(asked[0]?.message).toContain('“扫描件.docx”没有写题名、文号和日期，可能就是')
    expect(asked.map(({ message }) => message).join()).not.toContain('未见')
  })

  test.each([
    ['a title', [paper('97-年度报告/扫描件.docx', '关于食堂管理的通知', '各项工作有序推进。')]],
    ['a number', [paper('97-年度报告/扫描件.docx', '昭司发〔2021〕3号', '各项工作有序推进，成效明显。')]],
    ['a day', [paper('97-年度报告/扫描件.docx', '各项工作有序推进，成效明显。', '区司法局', '2021年3月1日')]],
    ['company', [demanded, paper('97-年度报告/另一件.docx', '各项工作有序推进，成效很好。')]],
  ])('is none of what is missing where it has %s', async (_, files) => {
    const findings = await found('区司法局', '97', ...files)
    expect(open(findings).filter(([, outcome]) => outcome === 'gap')).toHaveLength(1)
    expect(findings.filter(({ key }) => key === 'nameless')).toEqual([])
  })
})

describe('what the plan demands', () => {
  const advised = paper('98/合同.docx', '柏树村法律顾问聘请合同', '2021年3月1日')

  test('is a gap where it is not there, in the plan’s own words', async () => {
    const findings = await found('射箭镇', '98', advised)
    expect(open(findings).map(([id, outcome]) => [id, outcome])).toEqual([['98.office@office', 'gap']])
    const office = findings.find(({ id }) => id.startsWith('98.office'))
    expect(office?.demanded).toBe('党委法治建设议事协调机构的办事机构认真履行推进法治政府建设职责,确保专门工作力量')
    expect(office?.basis).toContain('确保专门工作力量')
  })

  test('all that is missing is one gap, and the years of a series stand together', async () => {
    const office = paper('52/公示.docx', '行政执法流程图')
    const findings = await found('区市场监管局', '52', office)
    expect(open(findings)).toEqual([['52.materials@random', 'gap', '未见《随机抽查事项清单》、《行政裁量权基准》']])
    const yearly = await found('区司法局', '97', paper('97/说明.docx', '法治政府建设年度报告公开页面'))
    expect(open(yearly).map(([, , message]) => message)).toContain('未见《法治政府建设年度报告》（2020年、2021年）')
  })

  test('what nobody demands is noted beside it', async () => {
    const findings = await found('射箭镇', '98', advised)
    expect(findings.find(({ id }) => id === '98.attended@attended')).toMatchObject({ outcome: 'noted' })
  })
})

test('a ledger that a rule would compute from is noted, not asked for', async () => {
  const findings = await found('区市场监管局', '53', paper('53/案卷.docx', '行政处罚案卷', '2021年3月1日'))
  expect(findings.find(({ id }) => id === '53.two-penalty')).toMatchObject({
    outcome: 'noted',
    lacks: { ledger: '行政处罚案件台账' },
  })
  expect(open(findings)).toEqual([])
})

test('a column that a table does not have is asked once an indicator', async () => {
  const ledger = workbook(
    '53/行政处罚案件台账.xlsx',
    ['决定书文号', '当事人', '案由', '立案日期', '处罚决定日期'],
    ['昭示罚〔2021〕3号', '某食品店', '超范围经营', '2021-08-04', '2021-09-10'],
  )
  const findings = await found('区市场监管局', '63', ledger)
  const asked = findings.filter(({ lacks }) => lacks?.columns)
  expect(asked.filter(({ outcome }) => outcome === 'unclear').length).toBeLessThanOrEqual(1)
})

describe('whether the unit is one of a group that nobody has listed', () => {
  const answering = (answer: '符合' | '不符合') => ({
    unit: null,
    files: [],
    declarations: [],
    parameters: [],
    answers: [
      {
        rule: 'package.enforcement',
        answer,
        reason: '已核对',
        by: '办公室',
        on: '2022-07-20',
        until: null,
        at: { file: 'audit.yaml' },
      } as const,
    ],
  })

  test('is one question, and until it is answered nothing is held against it', async () => {
    const { findings, indicators } = await audited(orderFor('区发改局', [nothing], { only: ['package', '13', '60'] }))
    expect(open(findings).map(([id]) => id)).toContain('package.enforcement')
    expect(indicators.map(({ id, outcome }) => [id, outcome]).slice(1)).toEqual([
      ['13', 'exempt'],
      ['60', 'exempt'],
    ])
  })

  test('is not asked where the list is sure, nor of who is not on it', async () => {
    for (const unit of ['区市场监管局', '区委党校', '射箭镇'])
      expect(open(await found(unit, 'package', nothing)).map(([id]) => id)).not.toContain('package.enforcement')
  })

  test('answered no, its indicators are not asked for, and say why', async () => {
    const { indicators } = await audited(
      orderFor('区发改局', [nothing], { only: ['60'], unitFile: answering('不符合') }),
    )
    expect(indicators).toEqual([
      expect.objectContaining({ id: '60', outcome: 'exempt', note: expect.stringMatching(/答复/) }),
    ])
  })

  test('answered yes, they are its own', async () => {
    const { findings } = await audited(orderFor('区发改局', [nothing], { only: ['60'], unitFile: answering('符合') }))
    expect(open(findings).map(([, outcome]) => outcome)).toEqual(['gap'])
  })
})

describe('what a paper writes of in passing', () => {
  // A page is as wide as its widest line.
  const rest =
    '四、意见办理，每季度研究一次，办公室把各方面提出的意见逐条登记，分送有关站所办理，办完的告诉提意见的人。'
  const account = (...lines: string[]) => paper('第五类/接受各方面监督情况.docx', '接受各方面监督情况', ...lines, rest)

  test('is no proof, but nobody is told that there is nothing at all', async () => {
    const summary = account(
      '一、行政诉讼',
      '2021年以本镇为被告的行政诉讼只有1件，镇长到庭应诉，原告撤诉。',
      '二、其他',
      '每季度研究一次监督工作。',
    )
    const findings = await found('射箭镇', '71', summary)
    expect(open(findings)).toEqual([])
    expect(findings.find(({ key }) => key === 'told')).toMatchObject({
      outcome: 'noted',
      message: expect.stringContaining('写有“2021年以本镇为被告的行政诉讼只有1件'),
      cites: [{ file: '第五类/接受各方面监督情况.docx' }],
    })
  })

  test('a sentence that denies it speaks for a statement', async () => {
    const summary = account('二、新闻媒体监督', '2021年没有报纸、电视曝光过我镇违法行政的问题。')
    expect(open(await found('射箭镇', '73', summary))).toEqual([])
  })

  test('what is only promised is a lack', async () => {
    const summary = account('三、行政诉讼', '下一步将建立行政诉讼台账。')
    expect(open(await found('射箭镇', '71', summary)).map(([id, outcome]) => [id, outcome])).toEqual([
      ['71.materials@ledger', 'gap'],
    ])
  })

  test('a self-report on everything speaks for nothing', async () => {
    const report = paper('自查报告.docx', '法治政府建设自查报告', '一、行政诉讼', '2021年行政诉讼1件，镇长到庭应诉。')
    expect(open(await found('射箭镇', '71', report)).map(([id]) => id)).toEqual(['71.materials@ledger'])
  })

  test('but what it owns up to proves the lack, with the place', async () => {
    const report = paper(
      '自查报告.docx',
      '法治政府建设自查报告',
      '二、存在问题',
      '执法音像资料分散存放，“一户式”集中储存尚未起步，数字化归档管理制度还没有出台。',
    )
    const [finding] = await found('区市场监管局', '58', report)
    expect(finding).toMatchObject({
      outcome: 'gap',
      key: 'admitted',
      message: expect.stringContaining('自己写明““一户式”集中储存尚未起步'),
      cites: [{ file: '自查报告.docx' }],
    })
  })

  test('and what the office’s own list of papers has none of is a lack, whatever lies near', async () => {
    const places = ['1-11', '21-33', '34、36-45', '47-60', '69-77', '86-90'].map((ids) => [ids, '见文件夹', ''])
    const list = workbook('资料目录.xlsx', ['指标', '材料放在哪里', '说明'], ...places, ['12', '——', '没有材料'])
    expect(open(await found('射箭镇', '12', list))).toEqual([
      ['12.town-materials', 'gap', '没有任何佐证材料：“资料目录.xlsx”自己写明“没有材料”'],
    ])
    expect(open(await found('区农业农村局', '46', list))).toEqual([])
    const own = workbook('资料目录.xlsx', ['指标', '材料放在哪里', '说明'], ...places, ['46', '——', '没有材料'])
    expect(open(await found('区农业农村局', '46', own)).map(([, outcome]) => outcome)).toEqual(['gap'])
  })

  test('a paper of the indicator that speaks of the other thing that is asked forbids to call it missing', async () => {
    const published = (note: string) =>
      paper('执法公示.docx', '行政执法事前公示清单', '执法主体、权限、依据、程序、救济渠道见下。', note)
    const missing = async (note: string) =>
      open(await found('区市场监管局', '52', published(note))).map(([, , says]) => says)
    expect((await missing('裁量基准同栏目公开。')).join()).not.toContain('裁量权基准')
    expect((await missing('其他事项另见。')).join()).toContain('裁量权基准')
    expect((await missing('裁量基准尚未制定。')).join()).toContain('裁量权基准')
  })

  test('nor does the paper of another unit', async () => {
    const foreign = paper(
      '接受监督情况.docx',
      '关于接受各方面监督情况的报告',
      '一、行政诉讼',
      '2021年行政诉讼1件，镇长到庭应诉。',
      '广元市昭化区卫子镇人民政府',
      '2021年12月1日',
    )
    expect(open(await found('射箭镇', '71', foreign)).map(([id]) => id)).toEqual(['71.materials@ledger'])
  })
})

describe('a year that no paper is of, and a report tells of', () => {
  const report = (words: string) =>
    paper('督察述法综述.docx', '法治督察、述法评议情况综述', '一、述法', words, '区委依法治区办', '2022年4月12日')
  const years = async (words: string) =>
    (await found('区司法局', '99', report(words)))
      .filter(({ rule, key }) => rule === '99.account' && key === 'told')
      .map(({ data }) => String(data.period))

  test('is told where it speaks of that year, or of all since an earlier one', async () => {
    expect((await years('2020年起，党政主要负责人年终述法，书面述法全覆盖。')).join()).toMatch(/2020.*2021/u)
    expect((await years('2021年，党政主要负责人年终述法，书面述法全覆盖。')).join()).toMatch(/^[^0]*2021/u)
  })

  test('and is none where it speaks of a later one', async () => {
    expect((await years('2022年起，党政主要负责人年终述法，书面述法全覆盖。')).join()).not.toMatch(/2020|2021/u)
  })
})

describe('what a table under the indicator tells of a paper that is missing', () => {
  const register = (...below: string[]) =>
    workbook(
      '78-矛盾纠纷多元化解/台账.xlsx',
      ['2021年矛盾纠纷排查化解台账'],
      ['序号', '排查日期', '事由', '化解日期', '结果'],
      [1, '2021-01-11', '邻里排水', '2021-02-01', '化解'],
      [2, '2021-01-22', '合伙', '2021-02-03', '化解'],
      ...below.map((line) => [line]),
    )
  const missing = async (...below: string[]) =>
    (await found('磨滩镇', '78', register(...below)))
      .filter(({ rule }) => rule === '78.materials')
      .map(({ outcome, key }) => `${outcome} ${key}`)

  test('how it is to be done, is an advice to hand in the paper', async () => {
    expect(await missing('注:化解渠道按信访、调解、诉讼分流,归口平安办登记。')).toContain('noted told')
  })
  test('something else, leaves it missing', async () => {
    expect(await missing('注:2021年共排查2件。')).toContain('gap missing')
    expect(await missing()).toContain('gap missing')
  })

  const list = (what: string) =>
    workbook(
      '52-执法公示/清单.xlsx',
      ['行政执法信息主动公示清单'],
      ['序号', '类别', '公示内容', '公示渠道'],
      [1, '主体', '机关名称', '门户网站'],
      [2, '抽查', what, '门户网站'],
    )
  test('its whole name, is one too', async () => {
    const told = async (what: string) =>
      (await found('区应急管理局', '52', list(what))).some(
        ({ key, message }) => key === 'told' && message.includes('随机抽查事项清单'),
      )
    expect(await told('随机抽查事项清单3项')).toBe(true)
    expect(await told('抽查结果')).toBe(false)
  })
})
