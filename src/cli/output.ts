import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { UserError } from '../core/problem.ts'

/** Refuses an output that would change the evidence, and one that cannot be a file. Call it before the long work. */
export function checkedOutput(file: string, cwd: string, evidence: string): string {
  const path = resolve(cwd, file)
  if (existsSync(path) && statSync(path).isDirectory())
    throw new UserError(`输出位置“${file}”是文件夹：请在后面加上文件名，如 ${join(file, '整改清单.xlsx')}`)
  refuseOdd(path)
  if (lies(path, evidence))
    throw new UserError(
      `输出位置“${file}”在材料文件夹里面：审核绝不改动材料文件夹，请换到别处，如 -o ${join('..', basename(file))}`,
    )
  return path
}

/** Renaming would put a file in the place of a device, a pipe or a link. */
function refuseOdd(path: string): void {
  const [own, target] = [statOf(path, lstatSync), statOf(path)]
  if (own && !target) throw new UserError(`输出位置“${path}”是链接，没有指向文件：请删去它，或者换一个位置`)
  if (target && !target.isFile())
    throw new UserError(`输出位置“${path}”不是普通文件（管道或设备）：请写一个文件名，如 整改清单.xlsx`)
}

/** Links followed; undefined where there is nothing, or the way leads in a circle. */
function statOf(path: string, look: (path: string) => Stats = statSync): Stats | undefined {
  try {
    return look(path)
  } catch {
    return undefined
  }
}

/**
 * Written beside its place first and then renamed: a failed write leaves no half a file and keeps the old one. A link
 * stays and its file is written; who may read the old one may read the new one, and nobody else.
 */
export function write(given: string, data: string | Uint8Array): void {
  refuseOdd(given)
  const path = existsSync(given) ? realpathSync(given) : given
  const mode = statOf(path)?.mode
  const temporary = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    // On the disk before it takes the old one's place, should the power fail.
    writeFileSync(temporary, data, { flush: true, ...(mode !== undefined && { mode: mode & 0o777 }) })
    if (mode !== undefined) chmodSync(temporary, mode & 0o777)
    renameSync(temporary, path)
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary)
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const next = ADVICE[code] ?? '请检查磁盘空间和权限后重试'
    throw new UserError(`无法写入“${path}”（${code || String(error)}）：${next}`, [], { cause: error })
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: '没有写入权限，请换一个位置',
  EPERM: '没有写入权限，或文件正在 WPS/Excel 中打开，请关闭后重试',
  EBUSY: '文件正在 WPS/Excel 中打开，请关闭后重试',
  ENOSPC: '磁盘已满，请清理后重试',
  ENOTDIR: '上级路径中有一段不是文件夹，请换一个位置',
  EEXIST: '上级路径中有一段不是文件夹，请换一个位置',
  EROFS: '该磁盘只读，请换一个位置',
  ENAMETOOLONG: '文件名过长，请改短',
}

/** Whether a path, links followed, is a folder or lies in it. */
export const lies = (path: string, folder: string): boolean => isInside(real(path), real(folder))

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

/** Follows links as far as the path exists, so that a link into the evidence is seen through. */
function real(path: string): string {
  return existsSync(path)
    ? realpathSync(path)
    : join(dirname(path) === path ? path : real(dirname(path)), basename(path))
}
