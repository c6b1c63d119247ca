import { describe, expect, test } from 'vitest'
import type { Finding, Report } from '../../src/core/report.ts'
import { widthOf } from '../../src/reports/lines.ts'
import { PLAIN } from '../../src/reports/renderer.ts'
import { text } from '../../src/reports/text.ts'
import { basis } from '../explain/world.ts'
import { finding, reportOf, SAMPLE } from '../helpers/sample-report.ts'

const shown = async (report: Report, look = PLAIN) => String(await text.render(report, look))

test('verdict first, gaps by gravity, then what to look at', async () => {
  expect(await shown(SAMPLE)).toMatchInlineSnapshot(`
    "区司法局 · 昭化区法治政府建设示范指标体系 1.0.0 · 截至 2022-07-31
    ✗ 暂不能报送：材料自身有错 2 处，方案要求而没有 0 项，请核实 1 处；0 个文件全部
      读取

    材料自身有错  2 处（先改这些）
      28  合法性审核率 91.7%（11/12），应达 100%：《区级旧楼加装电梯办法》没有审核意
          见日期  28-合法性审核/规范性文件台账.xlsx 2022!G9
          → 补齐该件的合法性审核意见书，或更正台账
      97  2021年度报告成文日期为2022-02-10，晚于1月31日
          28-合法性审核/规范性文件台账.xlsx 2022!G9　→ 以后年度请提前

    请核实  1 处（打开看一看；答复写在清单的“存疑待核”表）
      F1、41 [涉及否决项，请核实] 未见本单位关于没有严重违法行政行为的情况说明
          28-合法性审核/规范性文件台账.xlsx 2022!G9
          → 补齐该件的合法性审核意见书，或更正台账

    未列入审核的指标
      未认领（没有点名本单位，也没有材料；归本单位的，放入材料即按本单位审核） 1
      项：24

    未能读取  1 个文件
          加密：1个文件  41/会议纪要.pdf
          → 文件加了密码，无法读取：请去掉打开密码后重新放入

    其他提示
      系统临时文件 1 个未读（如 Thumbs.db），报送前请删除

    加 --all 看全部，用 -o 清单.xlsx 导出
    "
  `)
})

describe('the first lines say', () => {
  test.each([
    ['gaps', [finding({})], '✗ 暂不能报送：材料自身有错 1 处，方案要求而没有 0 项，请核实 0 处；0 个文件全部读取'],
    [
      'only advice',
      [finding({ severity: 'advised' })],
      '△ 没有必须改的，建议改后报送：材料自身有错 1 处，方案要求而没有 0 项，请核实 0 处；0 个文件全部读取',
    ],
    [
      'only doubts',
      [finding({ outcome: 'unclear' })],
      '? 核实后可以报送：材料自身有错 0 处，方案要求而没有 0 项，请核实 1 处；0 个文件全部读取',
    ],
    ['nothing to mend', [finding({ outcome: 'met' })], '✓ 可以报送：没有发现要改的，也没有要核实的；0 个文件全部读取'],
  ])('%s', async (_, findings, line) => {
    expect((await shown(reportOf(findings), { ...PLAIN, width: 120 })).split('\n')[1]).toBe(line)
  })
})

test('a hostile file name cannot move the cursor or break a line', async () => {
  const hostile = finding({ cites: [{ file: '28/\x1b[2J\n=cmd|x\u202e.pdf' }], message: '缺\x07' })
  const output = await shown(reportOf([hostile]))
  expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
  expect(output).toContain('␛[2J␊=cmd|x\\u202e.pdf')
})

test('no escape code without colour, some with it, the same words in both', async () => {
  const [grey, bright] = [await shown(SAMPLE), await shown(SAMPLE, { ...PLAIN, colour: true })]
  expect(grey).not.toContain('\x1b')
  expect(bright).toContain('\x1b[31m')
  expect(bright.replace(/\x1b\[\d+m/g, '')).toBe(grey)
})

test.each([40, 60, 80, 120])('fits a terminal of %i columns', async (width) => {
  for (const line of (await shown(SAMPLE, { ...PLAIN, width })).split('\n'))
    expect(widthOf(line.replace(/[，。：；）”…]+$/u, ''))).toBeLessThanOrEqual(width)
})

test('sixty questions show twenty-five and say how many there are', async () => {
  const doubts = Array.from({ length: 60 }, (_, index) =>
    finding({
      id: `28.a@${index}`,
      outcome: 'unclear',
      message: '送审日期无法识别',
      cites: [{ file: `${index}.docx` }],
    }),
  )
  const output = await shown(reportOf(doubts))
  expect(output.match(/送审日期无法识别/g)).toHaveLength(25)
  expect(output).toContain('请核实  60 处')
  expect(output).toContain('另有 35 处')
  expect((await shown(reportOf(doubts), { ...PLAIN, all: true })).match(/送审日期无法识别/g)).toHaveLength(60)
})

test('what is done alike is said once, after the first', async () => {
  const doubts = ['甲', '乙'].map((name) =>
    finding({ id: `28.${name}`, outcome: 'unclear', message: name, cites: [{ file: `${name}.docx` }] }),
  )
  expect((await shown(reportOf(doubts))).match(/→ /g)).toHaveLength(1)
})

const advisedFor = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    finding({
      id: `${index}.advised`,
      indicator: String(index),
      outcome: 'noted',
      lacks: { ledger: `台账${index}` },
      ...(index === count - 1 && { demanded: '建立台账' }),
    }),
  )

test('what is advised stands line by line where a screen of 120 lines has room, and else by its numbers', async () => {
  const few = await shown(reportOf([finding({}), ...advisedFor(30)]))
  expect(few.match(/《台账\d+》/g)).toHaveLength(30)
  expect(few).not.toContain('其余')
  const many = await shown(reportOf([finding({}), ...advisedFor(300)]))
  expect(many.trimEnd().split('\n').length).toBeLessThanOrEqual(120)
  expect(many).toContain('其余（加 --all 看是什么）：')
  // What the plan asks for in its own words comes before the rest.
  expect(many).toContain('《台账299》')
  expect(await shown(reportOf([finding({}), ...advisedFor(300)]), { ...PLAIN, all: true })).not.toContain('其余')
})

test('a sheet is named once before its cells, and not beside them', async () => {
  const at = (cell?: string) => ({ file: '台账.xls', sheet: '2021', ...(cell && { cell }) })
  const output = await shown(reportOf([finding({ cites: [at(), at('I6'), at('I9')] })]))
  expect(output).toContain('台账.xls 2021!I6、I9')
})

test('a unit that says there was none of it has handed in a paper', async () => {
  const said = finding({ id: '36.none', indicator: '36', outcome: 'exempt', cites: [{ file: '说明.doc' }] })
  const silent = finding({ id: '37.none', indicator: '37', outcome: 'exempt', cites: [] })
  const indicators = ['36', '37'].map((id) => ({
    ...{ id, level1: '', text: '', part: 'candidate' as const, outcome: 'exempt' as const },
    note: '责任单位栏未点名本单位',
  }))
  const output = await shown(reportOf([finding({}), said, silent], { indicators }), { ...PLAIN, width: 100 })
  expect(output).toContain('未认领（没有点名本单位，也没有材料；归本单位的，放入材料即按本单位审核） 1 项：37')
  expect(output).toContain('本单位已说明没有此类事项 1 项：36')
})

test('--all tells where each basis was read, once', async () => {
  const law = basis('《甲法》第一条', { for: '先审核', source: '公布文本', checked: '2022-06-01', verified: true })
  const report = reportOf([finding({})], {
    sources: [
      { rule: '28.reviewed', ...law },
      { rule: '28.filed', ...law },
      { rule: '28.filed', ...basis('乙办法') },
    ],
  })
  expect(await shown(report)).not.toContain('公布文本')
  expect(await shown(report, { ...PLAIN, all: true })).toContain(
    '依据的出处\n  《甲法》第一条（先审核）\n    公布文本，2022-06-01 核对\n  乙办法（未核实）\n    未核实\n',
  )
})

test('one problem of two thousand files is one entry', async () => {
  const problems = Array.from(
    { length: 2000 },
    (_, index) => ({ code: 'unsupported', file: `${index}.doc`, message: '旧版文档暂不能读' }) as const,
  )
  const output = await shown(reportOf([finding({})], { problems }))
  expect(output.match(/旧版文档暂不能读/g)).toHaveLength(1)
  expect(output).toContain('2000个文件')
})

test('what was not read is told once, and not among the hints as well', async () => {
  const picture = (file: string, size: string) =>
    ({ code: 'not-read', file, message: `图片只作登记（${size}），图里的文字没有读取：请由人工核对` }) as const
  const problems = [picture('甲.jpg', '640×480像素'), picture('乙.jpg', '480×640像素')]
  const output = await shown(reportOf([finding({})], { problems }))
  expect(output.match(/图里的文字没有读取/g)).toHaveLength(1)
  expect(output).not.toContain('其他提示')
})

test('a suspicion of secrets stands above everything else', async () => {
  const secret = { code: 'secret', file: '函.docx', message: '有涉密嫌疑：切勿通过互联网邮箱报送' } as const
  const output = await shown(reportOf([finding({})], { problems: [secret] }))
  expect(output.indexOf('涉密警示')).toBeLessThan(output.indexOf('材料自身有错  1 处'))
})

test('where all files lie in one folder it is left out of every place, and named where something belongs right into it', async () => {
  const file = (path: string) => ({
    ...{ path, sha256: '', bytes: 1, format: 'pdf' as const, read: 'whole' as const },
    ...{ pages: 1, pagesRead: 1, matches: [], facts: {} },
  })
  const none = (indicator: string, folder: string) =>
    finding({
      id: `${indicator}.none`,
      indicator,
      key: 'none',
      data: { usual: '《制度》' },
      cites: [],
      lacks: {},
      folder,
    })
  const report = (...findings: Finding[]) => reportOf(findings, { files: [file('示例镇/1党建/纪要.pdf')] })
  const table = await shown(report(none('12', '示例镇'), none('47', '示例镇/3执法')))
  expect(table).toContain('47　放进“3执法”：')
  expect(table).toContain('12　放进“示例镇”：')
  expect(await shown(report(none('12', '示例镇')))).toContain('放在最外层')
  expect(await shown(report(none('12', '示例镇/3执法')))).toContain('放进 3执法/')
})

test('what an examiner judges names each indicator once', async () => {
  const asked = ['a', 'b', 'c'].map((name) =>
    finding({
      id: `40.${name}`,
      rule: `40.${name}`,
      ...{ indicator: name === 'c' ? '41' : '40', kind: 'review', outcome: 'unclear', severity: 'advised' },
      ...{ message: `请人工判断：${name}？`, cites: [{ file: `${name}.docx` }] },
    }),
  )
  expect(await shown(reportOf(asked))).toContain('另有 3 问由审核人判断（40、41）')
})
