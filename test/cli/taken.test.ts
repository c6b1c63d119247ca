import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Installed, install, type Ran, stated } from '../helpers/installed.ts'
import { docxOf, para, pdfOf, pngOf, run, scan, ucs2, xlsxOf, zipOf } from '../reading/make.ts'

// The installed programme with one of its packages taken away: the same answer, or none. Never another one.

let installed: Installed
let sound: Ran

const AUDIT = ['区司法局', '--as-of', '2022-07-31', '--format', 'json', '--fail-on', 'never']

beforeAll(async () => {
  installed = install()
  const folder = join(installed.place, '区司法局/28-合法性审核')
  mkdirSync(folder, { recursive: true })
  const files = {
    '函.pdf': pdfOf(ucs2('关于印发年度工作要点的函'), scan),
    '说明.docx': docxOf(para(run('情况说明'))),
    '台账.xlsx': await xlsxOf((book) => book.addWorksheet('2022').addRow(['文件名称', '公布日期'])),
    '照片.png': pngOf(8, 8),
    '包.zip': zipOf({ 'a.txt': '一' }),
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  sound = installed.audit(...AUDIT, '--no-cache')
})

afterAll(() => installed.remove())

test('with all of them there is an answer', () => {
  expect({ status: sound.status, stderr: sound.stderr }).toEqual({ status: 0, stderr: '' })
})

describe.each([...stated('dependencies'), ...stated('optionalDependencies')])('without %s', (name) => {
  test('the answer is the same, or there is none; and nothing of it is kept', () => {
    const cache = join(installed.place, `缓存-${name.replaceAll('/', '-')}`)
    const { status, stdout, stderr } = installed.without(name, () => installed.audit(...AUDIT, '--cache-dir', cache))
    if (status === 2) {
      expect({ stdout, lines: stderr.trim().split('\n').length }).toEqual({ stdout: '', lines: expect.any(Number) })
      expect(stderr).toContain('audit doctor')
      expect(stderr).not.toMatch(/^ +at /m)
      expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
    } else expect({ status, stdout, stderr }).toEqual(sound)
    expect(installed.audit(...AUDIT, '--cache-dir', cache)).toEqual(sound)
  })
})

test('a reader that is not there is the programme’s own trouble', () => {
  const { status, stdout, stderr } = withoutReader()
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^读取文件的程序无法启动（.*不是材料的问题，本次没有作出任何结论：请运行 audit doctor/)
})

function withoutReader(): Ran {
  const dist = join(installed.place, 'audit/dist')
  expect(readdirSync(dist)).toContain('worker.js')
  writeFileSync(join(dist, 'worker.js'), 'import "./gone.js"')
  return installed.audit(...AUDIT, '--no-cache')
}
