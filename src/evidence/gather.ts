import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { Evidence, Format, Note, Reading } from '../core/evidence.ts'
import type { Problem } from '../core/problem.ts'
import { contradicts, extensionOf } from './extensions.ts'
import { type Identity, identify } from './identify.ts'
import { read } from './read.ts'
import { NOTHING, note } from './reader.ts'
import { type Found, walk } from './walk.ts'

export type Gathered = { readonly evidence: readonly Evidence[]; readonly problems: readonly Problem[] }

export type GatherOptions = { readonly onFile?: (done: number, total: number, path: string) => void }

/** Reads every file of a unit's folder and changes none. What could not be read, or not wholly, is told. */
export async function gather(folder: string, { onFile }: GatherOptions = {}): Promise<Gathered> {
  const { files, unopened, problems: walked } = await walk(folder)
  const evidence = unopened.map(({ path, format, note }) => unread(path, 0, format, note))
  const problems: Problem[] = [...walked]
  const readings = new Map<string, Promise<Reading>>()

  for (const [done, found] of files.entries()) {
    onFile?.(done, files.length, found.path)
    const { file, told } = await one(found, readings)
    evidence.push(file)
    problems.push(...told.map(({ code, message }) => ({ code, message, file: found.path })))
  }
  onFile?.(files.length, files.length, '')
  return { evidence: evidence.sort(byPath), problems: problems.sort(byFile) }
}

const unread = (path: string, bytes: number, format: Format, told: Note): Evidence => ({
  path,
  sha256: '',
  bytes,
  format,
  ...NOTHING,
  notes: [told],
})

type One = { readonly file: Evidence; readonly told: readonly Problem[] }

async function one({ path, onDisk }: Found, readings: Map<string, Promise<Reading>>): Promise<One> {
  const opened = await open(onDisk)
  if ('told' in opened) {
    return { file: unread(path, opened.size, 'unknown', opened.told), told: [opened.told] }
  }

  const { bytes } = opened
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const extension = extensionOf(path)
  const identity = await identify(bytes, extension)
  const reading = await once(readings, `${sha256} ${identity.format}`, () => read(bytes, identity.format))
  const file = { path, sha256, bytes: bytes.length, format: identity.format, ...reading }
  return { file, told: [...remarks(identity, extension), ...reading.notes] }
}

/** The same bytes at two paths are read once. */
function once<T>(made: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = made.get(key) ?? make()
  made.set(key, value)
  return value
}

const LARGEST = 512 * 1024 * 1024

type Opened = { readonly bytes: Uint8Array } | { readonly told: Problem; readonly size: number }

async function open(path: string): Promise<Opened> {
  let size = 0
  try {
    size = (await stat(path)).size
    if (size > LARGEST)
      return { size, told: note('too-large', '文件超过 512 MB，没有读取：请压缩图片或拆分后重新放入') }
    return { bytes: await readFile(path) }
  } catch (error) {
    return { size, told: refusal(error) }
  }
}

function refusal(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM')
    return note('no-permission', '没有权限读取这个文件：请开放读取权限后重新运行')
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return note('no-permission', '文件打不开（可能已被移走，或文件名编码不规范）：请重新命名后放入')
  return note('no-permission', '文件打不开，存放文件的磁盘或网络位置可能有问题：请复制到本机后重新运行')
}

function remarks({ format, macro }: Identity, extension: string): Problem[] {
  const told: Problem[] = []
  if (contradicts(extension, format))
    told.push(note('mismatch', `扩展名是 ${extension}，内容却是${nameOf(format)}，已按内容处理：请改正扩展名`))
  if (macro) told.push(note('macro', '文件含宏，宏没有运行：请另存为不含宏的 docx 或 xlsx 后重新放入'))
  return told
}

const NAMES: Partial<Record<Format, string>> = {
  txt: '纯文本',
  html: '网页',
  audio: '录音',
  video: '录像',
  executable: '程序',
  shortcut: '快捷方式',
  zip: '压缩包',
  doc: '旧版 Word 文件',
  xls: '旧版 Excel 文件',
}

const nameOf = (format: Format): string => NAMES[format] ?? ` ${format}`

const byPath = (a: Evidence, b: Evidence): number => order(a.path, b.path)

const byFile = (a: Problem, b: Problem): number => order(a.file ?? '', b.file ?? '') || order(a.code, b.code)

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
