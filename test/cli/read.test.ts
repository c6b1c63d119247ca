import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../helpers/run.ts'
import { docxOf, folderOf, para, pdfOf, run as runs, scan, ucs2, xlsxOf } from '../reading/make.ts'

const lines = (...texts: readonly string[]) => docxOf(texts.map((text) => para(runs(text))).join(''))

const notice = lines(
  '昭化区司法局文件',
  '昭司发〔2021〕7号',
  '关于开展行政执法案卷评查的通知',
  '各镇人民政府：',
  '现将有关事项通知如下。',
  '昭化区司法局',
  '2021年5月6日',
)

test('one file as the auditor sees it: what it is, what it states and how sure that is, and its words', async () => {
  const folder = folderOf({ '通知.docx': notice })
  const { code, out, err } = await run(['read', '通知.docx', '--ocr', 'off'], { cwd: folder })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out.replace(/docx，[\d.]+ \S+，/, 'docx，大小，')).toMatchInlineSnapshot(`
    "通知.docx
      docx，大小，全部读取

    识别结果
      文号　　　昭司发〔2021〕7号（可靠）
      题名　　　关于开展行政执法案卷评查的通知（可靠）
      发文机关　昭化区司法局（可靠）
      成文日期　2021-05-06（可靠）
      印章　　　没有检查

    认作
      文种　　　通知
      讲什么　　案卷评查
      用作　　　指标56“案卷评查结果”（认定）　题名《关于开展行政执法案卷评查的通知》，讲“案卷评查”，文种属“通知”，即“案卷评查结果”
      用作　　　指标62“执法案卷评查（检查）通知或通报”（认定）　题名《关于开展行政执法案卷评查的通知》，讲“案卷评查”，文种属“通知”，即“执法案卷评查（检查）通知或通报”
      用作　　　指标64“案卷评查、执法绩效评估材料”（认定）　题名《关于开展行政执法案卷评查的通知》，讲“案卷评查”，文种属“通知”，即“案卷评查、执法绩效评估材料”

    文字
      昭化区司法局文件
      昭司发〔2021〕7号
      关于开展行政执法案卷评查的通知
      各镇人民政府：
      现将有关事项通知如下。
      昭化区司法局
      2021年5月6日
    "
  `)
})

test('for programs: the whole reading, its facts and its problems', async () => {
  const folder = folderOf({ '假表.xlsx': notice })
  const { code, out } = await run(['read', '假表.xlsx', '--format', 'json'], { cwd: folder })
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    format: 1,
    files: [
      {
        path: '假表.xlsx',
        format: 'docx',
        extent: 'whole',
        facts: { number: { value: '昭司发〔2021〕7号', certainty: 'certain' }, issued: { value: '2021-05-06' } },
        problems: [{ code: 'mismatch' }],
      },
    ],
  })
})

test('an option behind the command is the command’s own: --ocr off leaves a scan unread, and that ends with 1', async () => {
  const folder = folderOf({ '扫描.pdf': pdfOf(scan) })
  const { code, out } = await run(['read', '扫描.pdf', '--ocr', 'off'], { cwd: folder })
  expect(code).toBe(1)
  expect(out).toContain('没有读取')
  expect(out).toContain('！没有文字层')
})

test('long texts are cut, and say so; --all shows them whole', async () => {
  const folder = folderOf({
    '长.pdf': pdfOf(Array.from({ length: 12 }, (_, n) => ucs2(`第${n}行文字`, 700 - n * 30)).join('\n')),
  })
  const short = await run(['read', '长.pdf', '--ocr', 'off'], { cwd: folder })
  expect(short.out).toContain('第7行文字\n  ……（本页另有4行，用 --all 全部显示）')
  expect(short.out).not.toContain('第8行文字')
  expect((await run(['read', '长.pdf', '--ocr', 'off', '--all'], { cwd: folder })).out).toContain('第11行文字')
})

test('control characters in a file do not reach the terminal', async () => {
  const folder = folderOf({ 'a.txt': '甲\x1b[2J乙' })
  expect((await run(['read', 'a.txt'], { cwd: folder })).out).toContain('甲␛[2J乙')
})

test.each([
  [['read', '没有.docx'], '找不到文件“没有.docx”'],
  [['read', '.'], '是文件夹'],
  [['read'], '缺少参数“file”'],
  [['read', 'a.txt', '--format', 'xlsx'], '选项“--format <format>”不能取“xlsx”'],
  [['read', 'a.txt', '--ocr', 'yes'], '不能取“yes”'],
  [['read', 'a.txt', '--jobs', '0'], '请写 1 到 99 的整数'],
])('a slip is a usage error with the next step: %j', async (argv, said) => {
  const { code, out, err } = await run(argv, { cwd: folderOf({ 'a.txt': '1' }) })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(said)
})

test('progress as JSON is a line a step, on stderr, and ends with the end', async () => {
  const { err } = await run(['read', 'a.docx', '--progress', 'json', '--ocr', 'off'], {
    cwd: folderOf({ 'a.docx': notice }),
  })
  const told = err
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(told.at(-1)).toMatchObject({ event: 'reading', done: 1, total: 1, inHand: [] })
})

test('a terminal is shown where reading is, and its line is wiped at the end; --progress none shows nothing', async () => {
  const given = { cwd: folderOf({ 'a.docx': notice }), stderr: { isTTY: true, columns: 60 } }
  const { err } = await run(['read', 'a.docx', '--ocr', 'off'], given)
  expect(err).toMatch(/正在读取 \d\/1/)
  expect(err.endsWith('\r\x1b[2K')).toBe(true)
  expect((await run(['read', 'a.docx', '--ocr', 'off', '--progress', 'none'], given)).err).toBe('')
})

test('readings are kept where asked; an unwritable place and a place in the evidence are told', async () => {
  const folder = folderOf({ 'a.docx': notice })
  const place = mkdtempSync(join(tmpdir(), 'cache-'))
  const read = (...more: string[]) => run(['read', 'a.docx', '--ocr', 'off', ...more], { cwd: folder })
  const cold = await read('--no-cache')
  expect(await read('--cache-dir', place)).toEqual(cold)
  expect(await read('--cache-dir', place)).toEqual(cold)
  expect((await run(['cache', 'info', '--cache-dir', place])).out).toContain('1 个文件的读取结果')

  writeFileSync(join(place, '文件'), '')
  const refused = await read('--cache-dir', join(place, '文件'))
  expect(refused.out).toBe(cold.out)
  expect(refused.err).toContain('无法写入')
  expect(refused.err.trim().split('\n')).toHaveLength(1)
  expect(readFileSync(join(place, '文件'), 'utf8')).toBe('')

  const inside = await run([folder, '--unit', '区司法局', '--cache-dir', join(folder, '缓存')])
  expect(inside).toMatchObject({ code: 2, err: expect.stringContaining('审核绝不改动材料文件夹') })
})

test('of what holds no words nothing is said to be missing, and its kind is told in Chinese', async () => {
  const folder = folderOf({ '空.docx': '' })
  const { code, out } = await run(['read', '空.docx'], { cwd: folder })
  expect({ code, out }).toEqual({
    code: 1,
    out: '空.docx\n  空文件，0 字节，没有读取\n  ！空文件：文件是空的（0 字节）：请从原处重新复制\n',
  })
})

test('a sheet that holds several ledgers is shown as each of them', async () => {
  const register = await xlsxOf((book) => {
    const sheet = book.addWorksheet('公示')
    sheet.addRow(['序号', '类别', '决定书文号', '当事人', '立案日期', '决定日期', '公示日期'])
    sheet.addRow([1, '行政许可', '昭许〔2021〕1号', '甲店', '2021-03-01', '2021-03-04', '2021-03-05'])
    sheet.addRow([2, '行政处罚', '昭罚〔2021〕1号', '乙店', '2021-03-02', '2021-03-20', '2021-03-22'])
  })
  const { out } = await run(['read', '公示.xlsx'], { cwd: folderOf({ '公示.xlsx': register }) })
  expect(out.match(/事项　+\S+（L\d+），\d条记录/g)).toEqual([
    '事项　　　行政许可办件台账（L06），1条记录',
    '事项　　　行政处罚案件台账（L05），1条记录',
  ])
})

test('rows that the sheet hides are marked', async () => {
  const bytes = await xlsxOf((book) => {
    const sheet = book.addWorksheet('表')
    sheet.addRow(['案号'])
    sheet.addRow(['1']).hidden = true
  })
  const { out } = await run(['read', '台账.xlsx'], { cwd: folderOf({ '台账.xlsx': bytes }) })
  expect(out.split('\n').slice(-3)).toEqual(['  1  案号', '  2（隐藏）  1', ''])
})

test('what a system leaves behind is no evidence', async () => {
  const { code, err } = await run(['read', '~$台账.xlsx'], { cwd: folderOf({ '~$台账.xlsx': 'x' }) })
  expect({ code, err }).toEqual({
    code: 2,
    err: '“~$台账.xlsx”是系统或办公软件自动生成的文件，不是佐证材料，审核时不读取：请删除后再报送\n',
  })
})

test('a folder of no unit is told before a file is read', async () => {
  const { code, err } = await run([folderOf({ '通知.docx': notice }), '--progress', 'json'])
  expect(code).toBe(2)
  expect(err).toMatch(/^文件夹名“.+”不在责任单位名单中/)
})

test('an electronic seal is told as what the file states, and not as a seal that nobody looked for', async () => {
  const { out } = await run(['read', 'fixtures/files/notice.ofd', '--ocr', 'off'])
  expect(out).toContain(
    '  电子印章　昭化区司法局，2022-03-18 18:15签（证书真伪没有核验）  第2页\n  纸面印章　没有检查\n',
  )
})
