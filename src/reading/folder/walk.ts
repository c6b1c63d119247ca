import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs'
import { basename, join } from 'node:path'
import type { Entry } from 'fast-glob'
import type { Format, Note } from '../../core/evidence.ts'
import { type Problem, UserError } from '../../core/problem.ts'
import { clipped } from '../../language/text.ts'
import { note } from '../reader.ts'
import { isLitter, oddity } from './names.ts'

/** A file to be read. `path` is what reports show; `onDisk` opens it – macOS and Linux may hold another normal form. */
export type Found = { readonly path: string; readonly onDisk: string }

/** What stands in the folder and was not opened: what is absent may lie behind it, so it counts as unread evidence. */
export type Unopened = { readonly path: string; readonly format: Format; readonly note: Note }

export type Walk = {
  readonly files: readonly Found[]
  readonly unopened: readonly Unopened[]
  readonly problems: readonly Problem[]
}

/** Every file below the folder, sorted. Links are never followed; what is not walked is told. */
export async function walk(folder: string): Promise<Walk> {
  await insistOnFolder(folder)

  const files: Found[] = []
  const unopened: Unopened[] = []
  const problems: Problem[] = []
  for (const { path, kind } of await entries(folder, '')) {
    const file = path.normalize('NFC')
    const name = basename(file)
    if (isLitter(name)) {
      problems.push({
        code: 'litter',
        file,
        message: '系统或办公软件自动生成的文件，不是佐证材料，未读取：请删除后再报送',
      })
      continue
    }
    const odd = oddity(name)
    if (odd) problems.push({ code: 'odd-name', file, message: odd })
    if (kind === 'file' && file !== 'audit.yaml') files.push({ path: file, onDisk: join(folder, path) })
    else if (TOLD[kind]) unopened.push({ path: file, ...TOLD[kind] })
  }

  if (files.length === 0) throw new UserError(nothingIn(folder, problems.length + unopened.length))
  problems.push(...unopened.map(({ path, note }) => ({ ...note, file: path })))
  return { files: files.sort(byPath), unopened, problems }
}

type Kind = 'file' | 'folder' | 'closed' | 'link' | 'special'
type Item = { readonly path: string; readonly kind: Kind }

const TOLD: Partial<Record<Kind, Omit<Unopened, 'path'>>> = {
  closed: {
    format: 'unknown',
    note: note('no-permission', '没有权限打开这个文件夹，里面的文件都没有读取：请开放读取权限后重新运行'),
  },
  link: {
    format: 'shortcut',
    note: note('link', '这是一个链接，不是文件本身，未跟随读取：请把它指向的文件复制到这里'),
  },
  special: { format: 'unknown', note: note('unsupported', '这不是普通文件（管道或设备），未读取：请移出材料文件夹') },
}

/** Throws `UserError` where there is no folder to walk. */
export async function insistOnFolder(folder: string): Promise<void> {
  const shown = clipped(folder, 200)
  const found = await new Promise<'folder' | 'file' | string>((answer) =>
    stat(folder, (error, stats) => answer(error ? (error.code ?? '') : stats.isDirectory() ? 'folder' : 'file')),
  )
  if (found === 'folder') return
  if (found === 'file') throw new UserError(`“${shown}”是一个文件，不是文件夹：请给出责任单位的材料文件夹`)
  if (found === 'EACCES' || found === 'EPERM')
    throw new UserError(`没有权限打开文件夹“${shown}”：请开放读取权限后重新运行`)
  throw new UserError(`找不到文件夹“${shown}”：请核对路径后重新运行`)
}

function nothingIn(folder: string, aside: number): string {
  const told = aside > 0 ? `（另有${aside}项是链接、系统临时文件或打不开的文件夹）` : ''
  return `文件夹“${clipped(folder, 200)}”里没有可以审核的文件${told}：请把佐证材料放入后重新运行`
}

/** `below` is relative to the folder and ends with `/`, or is empty. */
async function entries(folder: string, below: string): Promise<Item[]> {
  const { default: glob } = await import('fast-glob')
  const closed = new Set<string>()
  const cwd = join(folder, below)
  const found = await glob('**/*', {
    cwd,
    dot: true,
    onlyFiles: false,
    objectMode: true,
    followSymbolicLinks: false,
    fs: { readdir: tolerant(closed) },
  })

  const items: Item[] = []
  if (below === '' && closed.has(cwd))
    throw new UserError(`没有权限打开文件夹“${clipped(folder, 200)}”：请开放读取权限后重新运行`)
  for (const { path, dirent } of found) {
    const kind = kindOf(dirent)
    items.push({ path: below + path, kind: closed.has(join(cwd, path)) ? 'closed' : kind })
    // fast-glob does not descend into a folder whose name holds a line break; as `cwd` it does.
    if (kind === 'folder' && BREAK.test(path) && !isLitter(basename(path)))
      items.push(...(await entries(folder, `${below}${path}/`)))
  }
  return items
}

const BREAK = /[\n\r\u2028\u2029]/

function kindOf(dirent: Entry['dirent']): Kind {
  if (dirent.isFile()) return 'file'
  if (dirent.isDirectory()) return 'folder'
  return dirent.isSymbolicLink() ? 'link' : 'special'
}

/** Without this one closed folder would end the walk, and fast-glob's own `suppressErrors` would hide it. */
function tolerant(closed: Set<string>) {
  function list(path: string, done: Listed<string>): void
  function list(path: string, options: { withFileTypes: true }, done: Listed<Dirent>): void
  function list(
    path: string,
    options: { withFileTypes: true } | Listed<string>,
    done: Listed<Dirent> = () => {},
  ): void {
    if (typeof options === 'function') readdir(path, options)
    else if (isLitter(basename(path))) done(null, [])
    else
      readdir(path, options, (error, found) => {
        if (error) closed.add(join(path))
        done(null, error ? [] : found)
      })
  }
  return list
}

type Listed<T> = (error: NodeJS.ErrnoException | null, found: T[]) => void

const byPath = (a: Found, b: Found): number => order(a.path, b.path) || order(a.onDisk, b.onDisk)

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
