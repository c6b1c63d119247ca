import type { Format, Note } from '../../core/evidence.ts'
import { note } from '../reader.ts'

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

/** Files that clerks do send and nothing here reads, by their first bytes; some are known by their ending alone. */
const FOREIGN: readonly (readonly [Note, readonly string[], readonly string[]])[] = [
  [
    as('这种压缩包', unpack),
    ['tar', 'gz', 'tgz', 'bz2', 'xz', 'cab', 'iso', 'z'],
    ['1f8b', '425a68', 'fd377a58', '4d534346'],
  ],
  [
    as('书生、方正等公文阅读器的版式文件', '请用原来的阅读器打开，打印或另存为 PDF 后放入'),
    ['ceb', 'cebx', 'sep', 'gd', 'gw', 's2', 's72', 'caj', 'kdh', 'nh'],
    [],
  ],
  [as('图纸', '请用原来的软件打开，打印成 PDF 后放入'), ['dwg', 'dxf', 'vsd', 'vsdx'], ['41433130']],
  [
    as('这种图片', '请另存为 jpg 或 png 后放入'),
    ['psd', 'jp2', 'j2k', 'jxr', 'emf', 'wmf', 'ico', 'cdr', 'ai', 'eps'],
    ['38425053', '0000000c6a502020'],
  ],
  [as('这种邮件', '请用邮件软件打开，另存为 eml 或 PDF，附件另存后放入'), ['msg', 'pst', 'dbx'], []],
  [
    as('很早的 Word 文件', '请用 Word 或 WPS 打开，另存为 docx 后放入'),
    [],
    // Word 1 and 2 for Windows, and Word for DOS.
    ['9ba52100', 'dba52d00', '31be0000'],
  ],
  [
    as('数据库文件', '请导出为 xlsx 后放入'),
    ['mdb', 'accdb', 'db', 'dbf', 'sqlite', 'mdf'],
    ['53514c69746520666f726d6174'],
  ],
  [
    note('damaged', '下载没有完成，文件不完整：请重新下载完整后放入'),
    ['crdownload', 'part', 'td', 'xltd', 'baiduyun'],
    [],
  ],
  [
    as('分成几卷的压缩包', '请把各卷放在一起解压，再把里面的文件直接放入'),
    ['z01', 'z02', 'z03', '001', '002', '003'],
    [],
  ],
]

/** What is told of a file that nothing knows, with whatever its bytes or its ending give away. */
export function adviceOnUnknown(head: Uint8Array, extension: string): Note {
  const bytes = Buffer.from(head.subarray(0, 16)).toString('hex')
  const found =
    FOREIGN.find(([, , beginnings]) => beginnings.some((one) => bytes.startsWith(one))) ??
    FOREIGN.find(([, endings]) => endings.includes(extension))
  return found?.[0] ?? adviceOn('unknown')
}

export const adviceOn = (format: Format): Note =>
  ADVICE[format] ?? ADVICE.unknown ?? note('unknown', '无法识别的文件格式')
