import type { Format, Note } from '../core/evidence.ts'
import { note } from './reader.ts'

const as = (kind: string, next: string): Note => note('unsupported', `暂不能读取${kind}：${next}`)
const unpack = '请解压，把里面的文件直接放入'
const toDocx = '请用 Word 或 WPS 另存为 docx 或 PDF 后放入'
const toXlsx = '请用 Excel 或 WPS 另存为 xlsx 后放入'
const toPdf = '请另存为 PDF 后放入'

/** What to tell about a file whose format no reader takes, with the next step. */
const ADVICE: Partial<Record<Format, Note>> = {
  encrypted: note('encrypted', '文件加了密码，无法读取：请去掉打开密码后重新放入'),
  empty: note('empty', '文件是空的（0 字节）：请从原处重新复制'),
  unknown: note('unknown', '无法识别的文件格式，可能已损坏：请用原来的软件打开核对，另存为 PDF、docx 或 xlsx 后放入'),
  doc: as('旧版 Word 文件', toDocx),
  wps: as(' WPS 文字文件', toDocx),
  odt: as(' ODT 文件', toDocx),
  rtf: as(' RTF 文件', toDocx),
  xls: as('旧版或二进制 Excel 文件', toXlsx),
  et: as(' WPS 表格文件', toXlsx),
  ods: as(' ODS 文件', toXlsx),
  ppt: as('幻灯片', toPdf),
  pptx: as('幻灯片', toPdf),
  odp: as('幻灯片', toPdf),
  ofd: as(' OFD 版式文件', '请转换为 PDF 后与原件一并放入'),
  html: as('网页文件', '请打印或另存为 PDF 后放入'),
  mht: as('网页存档或邮件', '请打印或另存为 PDF 后放入'),
  zip: as('压缩包', unpack),
  rar: as('压缩包', unpack),
  '7z': as('压缩包', unpack),
  audio: note('not-read', '录音只作登记，内容没有读取：请附文字说明，并由人工核对'),
  video: note('not-read', '录像只作登记，内容没有读取：请附文字说明，并由人工核对'),
  executable: as('程序文件', '程序不是佐证材料，请移出材料文件夹'),
  shortcut: as('快捷方式', '请把它指向的文件复制到这里'),
}

export const adviceOn = (format: Format): Note =>
  ADVICE[format] ?? ADVICE.unknown ?? note('unknown', '无法识别的文件格式')
