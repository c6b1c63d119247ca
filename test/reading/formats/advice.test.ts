import { expect, test } from 'vitest'
import { adviceOnUnknown } from '../../../src/reading/formats/advice.ts'
import { gather } from '../../../src/reading/gather.ts'
import { compoundOf, folderOf } from '../make.ts'

const noise = Uint8Array.from({ length: 600 }, (_, i) => (i * 73 + 11) % 251)

test.each([
  ['tar.gz', [0x1f, 0x8b, 8], 'tar.gz', '暂不能读取这种压缩包：请解压，把里面的文件直接放入'],
  ['a gz under any name', [0x1f, 0x8b, 8], 'docx', '暂不能读取这种压缩包：请解压，把里面的文件直接放入'],
  ['tar', [], 'tar', '暂不能读取这种压缩包：请解压，把里面的文件直接放入'],
  ['CEB', [], 'ceb', '暂不能读取书生、方正等公文阅读器的版式文件：请用原来的阅读器打开，打印或另存为 PDF 后放入'],
  ['a drawing', [0x41, 0x43, 0x31, 0x30], '', '暂不能读取图纸：请用原来的软件打开，打印成 PDF 后放入'],
  ['Word 2', [0xdb, 0xa5, 0x2d, 0], 'doc', '暂不能读取很早的 Word 文件：请用 Word 或 WPS 打开，另存为 docx 后放入'],
  ['a download', [], 'crdownload', '下载没有完成，文件不完整：请重新下载完整后放入'],
  ['noise', [], 'xlsx', '无法识别的文件格式，可能已损坏：请用原来的软件打开核对，另存为 PDF、docx 或 xlsx 后放入'],
])('of %s is told what to do with it', (_, head, name, message) => {
  expect(adviceOnUnknown(Uint8Array.from([...head, ...noise]), name.split('.').at(-1) ?? '').message).toBe(message)
})

test('a folder tells it, of what is read here and of what a process reads', async () => {
  const { problems } = await gather(folderOf({ '函.ceb': noise, '信.msg': compoundOf('__properties_version1.0') }), {
    ocr: 'off',
  })
  expect(problems.map(({ file, code, message }) => `${file} ${code} ${message}`)).toEqual([
    '信.msg unsupported 暂不能读取这种邮件：请用邮件软件打开，另存为 eml 或 PDF，附件另存后放入',
    '函.ceb unsupported 暂不能读取书生、方正等公文阅读器的版式文件：请用原来的阅读器打开，打印或另存为 PDF 后放入',
  ])
})
