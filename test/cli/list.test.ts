import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { run } from '../helpers/run.ts'
import { compoundOf } from '../reading/make.ts'

let place: string
const at = (name: string) => join(place, name)

/** A unit whose ledger has one row without a review; `mended` has none. */
function ledger(mended: boolean): void {
  const rows = Array.from(
    { length: 11 },
    (_, n) => `办法${n},昭府规〔2021〕${n + 1}号,区政府,2021-03-01,2021-03-15,2021-04-0${(n % 9) + 1}`,
  )
  const head = '文件名称,文号,制定机关,送审日期,合法性审核意见日期,公布日期'
  const last = `漏审办法,昭府规〔2021〕99号,区政府,2021-03-01,${mended ? '2021-03-15' : ''},2021-04-01`
  writeFileSync(at('区司法局/28-合法性审核/规范性文件台账.csv'), [head, ...rows, last].join('\n'))
}

const audit = (day: string, ...more: string[]) =>
  run(['区司法局', '--only', '28', '--as-of', day, '--fail-on', 'never', '--ocr', 'off', '--no-cache', ...more], {
    cwd: place,
  })

async function opened(name: string) {
  const book = new excel.Workbook()
  await book.xlsx.readFile(at(name))
  const sheet = book.getWorksheet('问题整改清单')!
  const heads = sheet.getRow(4).values as string[]
  const row = Array.from({ length: sheet.rowCount }, (_, n) => sheet.getRow(n + 1)).find((one) =>
    String(one.getCell(heads.indexOf('问题')).value).includes('合法性审核率'),
  )
  return { book, cell: (header: string) => row?.getCell(heads.indexOf(header)) }
}

/** Somebody fills in the row of 合法性审核率. */
async function filled(from: string, to: string, words: Record<string, string>): Promise<void> {
  const { book, cell } = await opened(from)
  for (const [header, text] of Object.entries(words)) cell(header)!.value = text
  await book.xlsx.writeFile(at(to))
}

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'audit-list-'))
  mkdirSync(at('区司法局/28-合法性审核'), { recursive: true })
  ledger(false)
  await audit('2022-07-10', '-o', '清单.xlsx')
  await filled('清单.xlsx', '返回.xlsx', {
    责任人: '王一',
    整改时限: '2022-07-15',
    完成情况: '已补',
    状态: '已整改待复核',
  })
}, 120_000)

const FORMS = ['整改通知单.docx', '销号申请单.docx']

test('a list goes out, comes back, is sent back, comes back and is closed', async () => {
  const first = await audit('2022-07-12', '--list', '返回.xlsx', '-o', '二.xlsx')
  expect(first.err).toContain('清单（返回.xlsx）：填写 3，状态变化 1，退回 1')
  expect(first.code).toBe(0)
  expect((await opened('二.xlsx')).cell('状态')?.value).toBe('退回')

  ledger(true)
  const second = await audit(
    '2022-07-14',
    '--list',
    '二.xlsx',
    ...['二.xlsx', ...FORMS].flatMap((file) => ['-o', file]),
  )
  ledger(false)
  expect(second.err).toContain('销号 1')
  expect(second.code).toBe(0)
  expect((await opened('二.xlsx')).cell('状态')).toBeUndefined()
  expect(readFileSync(at('二.历史.jsonl'), 'utf8')).toContain('"type":"closed"')
  for (const form of FORMS) expect((await run(['read', form, '--all'], { cwd: place })).out).toContain('负责人（签字）')
  expect((await run(['read', FORMS[1]!, '--all'], { cwd: place })).out).toContain('已销号（2022-07-14）')
}, 120_000)

test('two copies are merged, a wrong row is told with file, sheet and cell, and twice the same is the same', async () => {
  await filled('清单.xlsx', '甲.xlsx', { 责任人: '王一' })
  await filled('清单.xlsx', '乙.xlsx', { 整改措施: '补办', 状态: '办完' })
  await filled('清单.xlsx', '丙.xlsx', { 完成情况: '在办' })
  const lists = ['甲.xlsx', '乙.xlsx', '丙.xlsx'].flatMap((file) => ['--list', file])
  const { code, err } = await audit('2022-07-12', ...lists, '-o', '合.xlsx')
  expect(code).toBe(2)
  expect(err).toMatch(/^乙\.xlsx: 问题整改清单!M\d+: 没有“办完”这种状态：请从待整改、整改中、已整改待复核、退回中选$/m)
  const { cell } = await opened('合.xlsx')
  expect(['责任人', '整改措施', '完成情况'].map((header) => cell(header)?.value ?? '')).toEqual(['王一', '', '在办'])

  await audit('2022-07-12', '--list', '合.xlsx', '-o', '又.xlsx')
  expect(readFileSync(at('又.xlsx')).equals(readFileSync(at('合.xlsx')))).toBe(true)
}, 60_000)

describe('nothing that somebody typed is written over', () => {
  test.each([
    [
      'a list that was filled in',
      () => {},
      '“占.xlsx”里有人填过内容，重新生成会丢掉：请加 --list 占.xlsx 接着做，或换一个文件名\n',
    ],
    [
      'one with a history beside it',
      () => writeFileSync(at('占.历史.jsonl'), ''),
      '“占.xlsx”已有整改历史（占.历史.jsonl），重新生成会丢掉：请加 --list 占.xlsx 接着做，或换一个文件名\n',
    ],
  ])('%s', async (_, make, sentence) => {
    cpSync(at('返回.xlsx'), at('占.xlsx'))
    make()
    const { code, err } = await audit('2022-07-12', '-o', '占.xlsx')
    expect({ code, err }).toEqual({ code: 2, err: sentence })
    expect(readFileSync(at('占.xlsx')).equals(readFileSync(at('返回.xlsx')))).toBe(true)
  })
})

describe('what is no list ends with 2 and a sentence, and the old list stays', () => {
  const foreign = 'fixtures/units/区司法局/附件3-特色亮点及现场点位情况统计表.xlsx'
  const cases: [string, () => void, string][] = [
    ['no file', () => {}, '找不到返回的清单“坏.xlsx”'],
    ['a folder', () => mkdirSync(at('坏.xlsx')), '不是文件'],
    ['an empty file', () => writeFileSync(at('坏.xlsx'), ''), '返回的清单“坏.xlsx”不能用'],
    [
      'a damaged one',
      () => writeFileSync(at('坏.xlsx'), readFileSync(at('清单.xlsx')).subarray(0, 3000)),
      '返回的清单“坏.xlsx”不能用',
    ],
    [
      'one with a password',
      () => writeFileSync(at('坏.xlsx'), compoundOf('EncryptionInfo', 'EncryptedPackage')),
      '返回的清单“坏.xlsx”不能用：文件加了密码，无法读取：请去掉打开密码后重新放入\n',
    ],
    ['a text', () => writeFileSync(at('坏.xlsx'), '清单'), '“坏.xlsx”里找不到问题整改清单的表头'],
    ['another table', () => cpSync(foreign, at('坏.xlsx')), '“坏.xlsx”里找不到问题整改清单的表头'],
  ]
  test.each(cases)('%s', async (_, make, sentence) => {
    rmSync(at('坏.xlsx'), { recursive: true, force: true })
    const before = readFileSync(at('清单.xlsx'))
    make()
    const { code, err } = await audit('2022-07-12', '--list', '坏.xlsx', '-o', '清单.xlsx')
    expect(code).toBe(2)
    expect(err).toContain(sentence)
    expect(readFileSync(at('清单.xlsx')).equals(before)).toBe(true)
    expect(readdirSync(place).filter((name) => name === '清单.历史.jsonl' || name.endsWith('.tmp'))).toEqual([])
  })

  test('a list without a place for the next', async () => {
    const { code, err } = await audit('2022-07-12', '--list', '清单.xlsx')
    expect({ code, err }).toEqual({ code: 2, err: '有 --list 的，请用 -o 写明下一份清单存到哪里，如 -o 清单.xlsx\n' })
  })
})

describe('an answer on the list is handed to the audit, as one in audit.yaml is', () => {
  const asks = (day: string, ...more: string[]) =>
    run(
      [
        '区司法局',
        '--only',
        'package.enforcement,package.delivery',
        '--as-of',
        day,
        '--ocr',
        'off',
        '--no-cache',
        '-q',
        ...more,
      ],
      { cwd: place },
    )

  // Whether a package was handed in whole is asked where its report lies in it.
  beforeAll(() => {
    const lines = [
      '昭化区司法局关于创建省级法治政府建设示范区的自查报告',
      '',
      '现将自查情况报告如下。',
      '昭化区司法局',
      '2022年7月1日',
    ]
    writeFileSync(at('区司法局/自查报告.txt'), lines.join('\n'))
  })

  /** The rows of 存疑待核, by a word of their question. */
  async function answered(from: string, to: string, answers: Record<string, string>): Promise<void> {
    const book = new excel.Workbook()
    await book.xlsx.readFile(at(from))
    const sheet = book.getWorksheet('存疑待核')!
    const heads = (sheet.getRow(3).values as string[]).includes('核实结论') ? 3 : 4
    const column = (header: string) => (sheet.getRow(heads).values as string[]).indexOf(header)
    sheet.eachRow((row, number) => {
      const answer = Object.entries(answers).find(([word]) => String(row.getCell(column('问题')).value).includes(word))
      if (number <= heads || !answer) return
      const words = {
        核实结论: answer[1],
        理由: '看过三定方案',
        核实人: '赵三',
        核实日期: '2022-07-10',
        有效期至: '2022-07-20',
      }
      for (const [header, text] of Object.entries(words)) row.getCell(column(header)).value = text
    })
    await book.xlsx.writeFile(at(to))
  }

  const questionsIn = (name: string) =>
    JSON.parse(readFileSync(at(name), 'utf8')).findings.filter((one: { outcome: string }) => one.outcome === 'unclear')

  test('what is answered is asked no more until its last day, by either answer where that settles it', async () => {
    await asks('2022-07-10', '-o', '问.xlsx', '-o', '问.json')
    expect(questionsIn('问.json')).toHaveLength(2)
    await answered('问.xlsx', '答.xlsx', { 行政执法权: '不符合', 纸质档: '符合' })

    const { code, err } = await asks('2022-07-12', '--list', '答.xlsx', '-o', '问.xlsx', '-o', '问.json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(questionsIn('问.json')).toEqual([])
    const told = JSON.parse(readFileSync(at('问.json'), 'utf8')).findings.map((one: { key: string }) => one.key)
    expect(told).toEqual(expect.arrayContaining(['not-ours', 'approved']))
    expect((await opened('问.xlsx')).book.getWorksheet('已办结')?.getSheetValues().flat()).toContain('已核实')

    await asks('2022-07-21', '--list', '问.xlsx', '-o', '问.xlsx', '-o', '问.json')
    expect(questionsIn('问.json')).toHaveLength(2)
  }, 60_000)

  test('an answer without a name counts for neither', async () => {
    rmSync(at('问.历史.jsonl'), { force: true })
    rmSync(at('问.xlsx'), { force: true })
    await asks('2022-07-10', '-o', '问.xlsx')
    await answered('问.xlsx', '答.xlsx', { 纸质档: '符合' })
    const { book } = await opened('答.xlsx')
    book.getWorksheet('存疑待核')!.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value === '赵三') cell.value = null
      }),
    )
    await book.xlsx.writeFile(at('答.xlsx'))
    const { code, err } = await asks('2022-07-12', '--list', '答.xlsx', '-o', '问二.xlsx', '-o', '问.json')
    expect(code).toBe(2)
    expect(err).toMatch(/答\.xlsx: 存疑待核!\w+: 没有写核实人，核实结论未采用：请补写/)
    expect(questionsIn('问.json')).toHaveLength(2)
  }, 60_000)
})
