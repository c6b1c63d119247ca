import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import type { Problem } from '../../core/problem.ts'
import { refusedUs } from '../own/trouble.ts'
import { note } from '../reader.ts'
import type { DiskName } from './on-disk.ts'
import { glance } from './quick-file.ts'
import { HEAD } from './route.ts'

/** Something that holds bytes: a file of the folder, or a member of an archive. */
export type Source = {
  readonly path: string
  look(): Promise<Look>
  bytes(): Promise<Uint8Array>
  /** The same at once, where that can be: of a file on disk. */
  now?(): Uint8Array
}

/** What a glance tells: enough to know the file again. `bytes` only where they were at hand anyway. */
export type Look =
  | { readonly size: number; readonly sha256: string; readonly head: Uint8Array; readonly bytes?: Uint8Array }
  | { readonly size: number; readonly refused: Problem }

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A larger file is hashed as it is read, and read again only if it has to be. */
const [SMALL, MIDDLING] = [1024 * 1024, 64 * 1024 * 1024]

export function fileSource(path: string, onDisk: DiskName, largest: number): Source {
  return {
    path,
    bytes: () => readFile(onDisk),
    now: () => readFileSync(onDisk),
    look: () => twice(look),
  }

  async function look(): Promise<Look> {
    let size = 0
    try {
      const seen = await glance(onDisk, SMALL)
      size = seen.size
      if (size > largest) return { size, refused: tooLarge(largest) }
      if (size > MIDDLING) return { size, sha256: await streamed(onDisk), head: await headOf(onDisk) }
      const bytes = seen.bytes ?? (await readFile(onDisk))
      return { size: bytes.length, sha256: sha256(bytes), head: bytes.subarray(0, HEAD), bytes }
    } catch (error) {
      const ours = refusedUs(error)
      if (ours) throw ours
      return { size, refused: refusal(error) }
    }
  }
}

const WHILE = 200

/** What this machine refuses now, for so many files that are open, it may grant in a moment. */
async function twice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    await new Promise((done) => setTimeout(done, WHILE))
    return work()
  }
}

const tooLarge = (largest: number): Problem =>
  note('too-large', `文件超过 ${Math.round(largest / 1048576)} MB，没有读取：请压缩图片或拆分后重新放入`)

async function streamed(path: DiskName): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk)
  return hash.digest('hex')
}

async function headOf(path: DiskName): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
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
