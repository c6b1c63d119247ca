import type { Dirent } from 'node:fs'
import { stat } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Format, Note } from '../../core/evidence.ts'
import { type Problem, UserError } from '../../core/problem.ts'
import { clipped } from '../../language/text.ts'
import { ownTrouble, refusedUs } from '../own/trouble.ts'
import { note } from '../reader.ts'
import { each } from './each.ts'
import { FOREIGN_NAME, isLitter, isUndecoded, oddity, UNDECODED } from './names.ts'
import { below, type DiskName, nameIn, onlyOnce } from './on-disk.ts'

/** A file to be read. `path` is what reports show; `onDisk` opens it – the disk may hold another normal form or encoding. */
export type Found = { readonly path: string; readonly onDisk: DiskName }

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
  const items = onlyOnce(await itemsBelow(folder))
  let aside = 0
  for (const { path: file, onDisk, kind, foreign } of items) {
    const name = basename(file)
    if (isLitter(name)) {
      problems.push({
        code: 'litter',
        file,
        message: '系统或办公软件自动生成的文件，不是佐证材料，未读取：请删除后再报送',
      })
      continue
    }
    const odd = foreign ? FOREIGN_NAME : oddity(name)
    if (odd) problems.push({ code: 'odd-name', file, message: odd })
    if (kind === 'folder' || file === 'audit.yaml') aside++
    else if (kind === 'file') files.push({ path: file, onDisk })
    else unopened.push({ path: file, ...(TOLD[kind] ?? CLOSED) })
  }
  const litter = problems.filter(({ code }) => code === 'litter').length
  if (files.length + unopened.length + litter + aside !== items.length) throw ownTrouble('有文件在清点时漏掉了')

  if (files.length === 0) throw new UserError(nothingIn(folder, problems.length + unopened.length))
  problems.push(...unopened.map(({ path, note }) => ({ ...note, file: path })))
  return { files: files.sort(byPath), unopened, problems }
}

type Kind = 'file' | 'folder' | 'closed' | 'shut' | 'link' | 'special'
type Item = { readonly path: string; readonly onDisk: DiskName; readonly kind: Kind; readonly foreign: boolean }

const CLOSED: Omit<Unopened, 'path'> = {
  format: 'unknown',
  note: note('no-permission', '没有权限打开这个文件夹，里面的文件都没有读取：请开放读取权限后重新运行'),
}

const TOLD: Partial<Record<Kind, Omit<Unopened, 'path'>>> = {
  closed: CLOSED,
  shut: {
    format: 'unknown',
    note: note(
      'no-permission',
      '这个文件夹打不开（可能层数过多、已被移走，或存放它的磁盘有问题），里面的文件都没有读取：请复制到本机较浅的位置后重新运行',
    ),
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
  if (found === 'EACCES' || found === 'EPERM') throw notPermitted(folder)
  if (isUndecoded(folder)) throw new UserError(`文件夹“${shown}”的${UNDECODED}`)
  throw new UserError(`找不到文件夹“${shown}”：请核对路径后重新运行`)
}

const notPermitted = (folder: string) =>
  new UserError(`没有权限打开文件夹“${clipped(folder, 200)}”：请开放读取权限后重新运行`)

function nothingIn(folder: string, aside: number): string {
  const told = aside > 0 ? `（另有${aside}项是链接、系统临时文件或打不开的文件夹）` : ''
  return `文件夹“${clipped(folder, 200)}”里没有可以审核的文件${told}：请把佐证材料放入后重新运行`
}

// More would wait for the same disk.
const WIDTH = 8

/** Everything below a folder, level by level. */
async function itemsBelow(folder: string): Promise<Item[]> {
  const found: Item[] = []
  const root: Item = { path: '', onDisk: folder, kind: 'folder', foreign: false }
  let level = [root]
  while (level.length > 0) {
    const lists = await each(level, WIDTH, async (item) => ({ item, list: await listed(item) }))
    level = []
    for (const { item, list } of lists) {
      if (Array.isArray(list)) {
        if (item !== root) found.push(item)
        level.push(...list.filter(isOpen))
        found.push(...list.filter((one) => !isOpen(one)))
      } else if (item === root) throw notPermitted(folder)
      else found.push({ ...item, kind: list })
    }
  }
  return found
}

const isOpen = ({ kind, path }: Item): boolean => kind === 'folder' && !isLitter(basename(path))

async function listed({ path, onDisk }: Item): Promise<Item[] | 'closed' | 'shut'> {
  try {
    const entries = await readdir(onDisk, { withFileTypes: true, encoding: 'buffer' })
    return entries.map((entry) => {
      const { shown, foreign } = nameIn(entry.name)
      return {
        path: path === '' ? shown : `${path}/${shown}`,
        onDisk: below(onDisk, entry.name),
        kind: kindOf(entry),
        foreign,
      }
    })
  } catch (error) {
    const ours = refusedUs(error)
    if (ours) throw ours
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'EACCES' || code === 'EPERM' ? 'closed' : 'shut'
  }
}

function kindOf(entry: Dirent<Buffer>): Kind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'special'
}

const byPath = (a: Found, b: Found): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
