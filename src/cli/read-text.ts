import type { SeenFile, SeenPaper } from '../audit/seen/seen.ts'
import type { Evidence, Extent, Format } from '../core/evidence.ts'
import { PROBLEM_CODES, type Problem } from '../core/problem.ts'
import { partsOf } from '../facts/parts.ts'
import { recognise } from '../facts/recognise.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import type { Gathered } from '../reading/gather.ts'
import { rowLines, tableHead, textLines } from './read-content.ts'
import { factLines } from './read-facts.ts'
import { paperLines, tableLines } from './seen-text.ts'

/** Everything, for programs. */
export function seenAsJson({ evidence, problems }: Gathered, seen: readonly SeenFile[]): string {
  const files = evidence.map((one, at) => ({
    ...one,
    facts: recognise(one),
    ...withParts(one),
    seen: seen[at],
    problems: problems.filter(({ file }) => file === one.path),
  }))
  return `${JSON.stringify({ format: 1, files }, null, 2)}\n`
}

/** The gist, for people; `all` leaves nothing out. */
export function seenIn({ evidence, problems }: Gathered, seen: readonly SeenFile[], all: boolean): string {
  const parts = evidence.map((one, at) =>
    fileText(
      one,
      seen[at],
      problems.filter(({ file }) => file === one.path),
      all,
    ),
  )
  return `${parts.join('\n\n')}\n`
}

const EXTENTS: Readonly<Record<Extent, string>> = { whole: '全部读取', partly: '部分读取', unread: '没有读取' }

const SHEETS: readonly Format[] = ['xlsx', 'xls', 'et', 'ods']

const FORMAT_NAMES: Partial<Record<Format, string>> = {
  zip: 'zip 压缩包',
  rar: 'rar 压缩包',
  '7z': '7z 压缩包',
  audio: '录音',
  video: '录像',
  executable: '程序文件',
  shortcut: '快捷方式',
  encrypted: '加密文件',
  empty: '空文件',
  unknown: '格式不明',
}

/** Of what holds no words, that none was recognised says nothing. */
const holdsWords = ({ passages, tables, seals }: Evidence): boolean =>
  passages.length > 0 || tables.length > 0 || (seals?.length ?? 0) > 0

function fileText(evidence: Evidence, seen: SeenFile | undefined, problems: readonly Problem[], all: boolean): string {
  const { path, format, bytes, pages, pagesRead, extent } = evidence
  const unit = SHEETS.includes(format) ? '张工作表' : '页'
  const counted = pages > 1 || pagesRead < pages ? `，${pages} ${unit}，读出 ${pagesRead} ${unit}` : ''
  return [
    visible(path),
    `  ${FORMAT_NAMES[format] ?? format}，${sizeOf(bytes)}${counted}，${EXTENTS[extent]}`,
    ...problems.map(({ code, message }) => `  ！${PROBLEM_CODES[code]}：${visible(message)}`),
    ...section('识别结果', holdsWords(evidence) ? factLines(recognise(evidence), evidence.signatures ?? []) : []),
    ...section('认作', seen && holdsWords(evidence) ? paperLines(seen) : []),
    ...section(
      '同一文件中的其他材料',
      partsOf(evidence).flatMap((part, at) => partLines(part, at, seen?.parts[at])),
    ),
    ...section('文件属性', propertyLines(evidence)),
    ...section('文字', textLines(evidence.passages, all)),
    ...evidence.tables.flatMap((table, at) => {
      const own = seen?.tables[at]
      return section(tableHead(table), [...(own ? tableLines(own) : []), ...rowLines(table, all)])
    }),
  ].join('\n')
}

/** Where several documents are bound into one file, what the later ones say of themselves; `page` is their first. */
function withParts(evidence: Evidence) {
  const parts = partsOf(evidence).map((part) => ({
    page: part.passages[0]?.at.page,
    pages: part.pages,
    facts: recognise(part),
  }))
  return parts.length > 0 ? { parts } : {}
}

function partLines(part: Evidence, index: number, seen: SeenPaper | undefined): string[] {
  const { title, number, issued } = recognise(part)
  const said = [title && `《${title.value}》`, number?.value, issued?.value].filter((one) => typeof one === 'string')
  const page = part.passages[0]?.at.page
  const where = page === undefined ? `第${index + 2}份` : `第${page}页起（${part.pages}页）`
  return [
    `${where}　${visible(clipped(said.join('　'), 150))}`,
    ...(seen ? paperLines(seen) : []).map((one) => `  ${one}`),
  ]
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : []

const sizeOf = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} 字节`
    : bytes < 1024 * 1024
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`

const PROPERTIES: Readonly<Record<string, string>> = {
  title: '标题',
  author: '作者',
  'modified-by': '最后修改人',
  created: '创建时间',
  modified: '修改时间',
  taken: '拍摄时间',
  producer: '生成软件',
  creator: '制作软件',
  application: '制作软件',
  company: '单位',
  encoding: '文字编码',
  width: '宽（像素）',
  height: '高（像素）',
  sharpness: '清晰度（1为最清晰）',
  pictures: '图片数',
  comments: '批注数',
  'tracked-changes': '修订数',
  'hidden-columns': '隐藏列',
  files: '文件数',
  duration: '时长（秒）',
  watermark: '水印',
  ocr: '文字识别',
}

const propertyLines = ({ properties }: Evidence): string[] =>
  Object.entries(properties).map(([name, value]) => {
    const known = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined
    return `${known ?? visible(name)}：${visible(clipped(String(value), 200))}`
  })
