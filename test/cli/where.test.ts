import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../helpers/run.ts'
import { docxOf, folderOf, para, run as runs } from '../reading/make.ts'

const lines = (...texts: readonly string[]) => docxOf(texts.map((text) => para(runs(text))).join(''))

const files = {
  '区司法局/28/合法性审核意见书.docx': lines(
    '关于《某某管理办法》的合法性审核意见书',
    '经审核，未发现违法情形。',
    '昭化区司法局',
    '2021年5月6日',
  ),
  '区司法局/57/音像记录制度.docx': lines('音像记录管理制度（征求意见稿）', '第一条 为规范音像记录，制定本制度。'),
  '区司法局/28/花名册.docx': lines(
    '关于组织全局干部职工春季健步走活动的通知',
    '各科室：',
    '定于周五开展。',
    '昭化区司法局',
    '2021年4月6日',
  ),
}

const where = (cwd: string, file: string, ...more: readonly string[]) =>
  run(['where', file, '--ocr', 'off', '--no-cache', ...more], { cwd })

test('what a file serves, and why; the package is the folder above that is called as a unit is', async () => {
  const { code, out, err } = await where(folderOf(files), '区司法局/28/合法性审核意见书.docx')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('28/合法性审核意见书.docx（区司法局）')
  expect(out).toMatch(/用作　　　指标28“合法性审核意见书”　.*题名《关于《某某管理办法》的合法性审核意见书》/u)
  expect(out).toContain('"28/合法性审核意见书.docx": [28')
})

test('a draft: nothing is certain, and the next step is told', async () => {
  const { code, out } = await where(folderOf(files), '区司法局/57/音像记录制度.docx')
  expect(code).toBe(1)
  expect(out).toContain('用作　　　没有认定为任何指标的材料')
  expect(out).toContain('待核对　　指标57“执法音像记录管理制度”')
  expect(out).toContain('要认定：换成定稿（现在题名里有“征求意见稿”）')
})

test('what lies under an indicator and is none of its materials: what is asked for there', async () => {
  const { code, out } = await where(folderOf(files), '区司法局/28/花名册.docx')
  expect(code).toBe(1)
  expect(out).toContain('放在　　　指标28（不是所列材料）')
  expect(out).toMatch(/指标28所列的材料：.*合法性审核意见书/u)
})

test('for programs: the needs are keys and data', async () => {
  const { out } = await where(folderOf(files), '区司法局/57/音像记录制度.docx', '--format', 'json')
  expect(JSON.parse(out)).toMatchObject({
    format: 1,
    unit: '区司法局',
    files: [
      {
        file: '57/音像记录制度.docx',
        draft: '征求意见稿',
        serves: [{ indicator: '57', sure: false, needs: [{ kind: 'final', word: '征求意见稿' }] }],
      },
    ],
  })
})

test('a folder that does not hold the file, or none at all, is a usage error with the next step', async () => {
  const folder = folderOf({ ...files, '别处/a.txt': '甲' })
  const none = await where(folder, '别处/a.txt')
  expect(none).toMatchObject({ code: 2, out: '' })
  expect(none.err).toContain('请写明，如 audit where 别处/a.txt ./区司法局')
  const other = await where(folder, '别处/a.txt', join(folder, '区司法局'))
  expect(other).toMatchObject({ code: 2, err: expect.stringContaining('不在材料文件夹') })
})
