import type { Format, Note } from '../core/evidence.ts'
import { note } from './reader.ts'

const as = (kind: string, next: string): Note => note('unsupported', `暂不能读取${kind}：${next}`)
const unpack = '请解压，把里面的文件直接放入'

/** What to tell about a file whose format no reader takes, with the next step. */
const ADVICE: Partial<Record<Format, Note>> = {
  encrypted: note('encrypted', '文件加了密码，无法读取：请去掉打开密码后重新放入'),
  empty: note('empty', '文件是空的（0 字节）：请从原处重新复制'),
  unknown: note('unknown', '无法识别的文件格式，可能已损坏：请用原来的软件打开核对，另存为 PDF、docx 或 xlsx 后放入'),
  heic: note('not-read', '苹果等手机的 HEIC 照片只作登记，内容没有读取：请用手机相册或看图软件另存为 jpg 后放入'),
  rar: as('压缩包', unpack),
  '7z': as('压缩包', unpack),
  audio: note('not-read', '录音只作登记，内容没有读取：请附文字说明，并由人工核对'),
  video: note('not-read', '录像只作登记，内容没有读取：请附文字说明，并由人工核对'),
  executable: as('程序文件', '程序不是佐证材料，请移出材料文件夹'),
  shortcut: as('快捷方式', '请把它指向的文件复制到这里'),
}

export const adviceOn = (format: Format): Note =>
  ADVICE[format] ?? ADVICE.unknown ?? note('unknown', '无法识别的文件格式')
