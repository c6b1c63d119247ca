import type { Entry, ZipFile } from 'yauzl'
import type { Note } from '../core/evidence.ts'
import { decode } from './decode.ts'
import { isLitter } from './names.ts'
import { note, Unreadable } from './reader.ts'

const MB = 1024 * 1024

/** What all archives within one archive may hold together, however deep they are nested. */
export type Budget = { entries: number; bytes: number }

export const ARCHIVE_LIMITS = {
  depth: 3,
  entries: 10_000,
  total: 2048 * MB,
  member: 200 * MB,
  ratio: 200,
  small: 10 * MB,
}

export const newBudget = (): Budget => ({ entries: ARCHIVE_LIMITS.entries, bytes: ARCHIVE_LIMITS.total })

/** A file in an archive, by its path inside. `told`: it is not opened, and why. Litter is `litter`. */
export type Member = { readonly path: string } & ({ readonly told: Note } | { read(): Promise<Uint8Array> })

/** The members of a zip, sorted. Nothing is inflated before it is asked for. Throws `Unreadable`. */
export async function membersOf(bytes: Uint8Array, budget: Budget = newBudget()): Promise<Member[]> {
  const { fromBufferPromise } = await import('yauzl')
  const members = new Map<string, Member>()
  try {
    // Names are decoded here: yauzl reads GBK names as CP437, and refuses a whole archive for one odd name.
    const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      decodeStrings: false,
    })
    if (file.entryCount > budget.entries) throw tooMany()
    for await (const entry of file.eachEntry()) {
      const path = pathOf(entry)
      if (path.endsWith('/') || path === '') continue
      const member = memberAt(path, entry, file, budget)
      if (!members.has(member.path)) members.set(member.path, member)
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged(error)
  }
  const found = [...members.values()]
  const locked = found.filter((member) => 'told' in member && member.told === ENCRYPTED).length
  // One message, not one for each file.
  if (locked > 0 && locked === found.length) throw new Unreadable('encrypted', ENCRYPTED.message)
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** Whatever the archive claims of their encoding, the bytes tell GBK from UTF-8. */
function pathOf(entry: Entry): string {
  const { text } = decode(entry.fileNameRaw)
  return text.replaceAll('\\', '/').normalize('NFC')
}

function memberAt(path: string, entry: Entry, file: ZipFile, budget: Budget): Member {
  budget.entries--
  if (/^(\/|[A-Za-z]:)|(^|\/)\.\.(\/|$)/.test(path)) return { path: plainPath(path), told: ESCAPES }
  if (path.split('/').some(isLitter)) return { path, told: LITTER }
  if (isLink(entry)) return { path, told: LINK }
  if ((entry.generalPurposeBitFlag & 1) !== 0) return { path, told: ENCRYPTED }
  const { uncompressedSize: size, compressedSize: packed } = entry
  const absurd = size > ARCHIVE_LIMITS.small && size > ARCHIVE_LIMITS.ratio * packed
  if (size > ARCHIVE_LIMITS.member || absurd || size > budget.bytes) return { path, told: TOO_LARGE }
  budget.bytes -= size
  return { path, read: () => inflated(file, entry) }
}

/** A name that leads out of the archive is shown as if it did not. */
const plainPath = (path: string): string =>
  path
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .join('/') || '未命名'

/** Unix keeps the kind of a file in the upper half of its attributes. */
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000

/** yauzl ends the stream as soon as it grows past the declared size, so a lying header gains nothing. */
async function inflated(file: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk)
  } catch (error) {
    throw damaged(error)
  }
  return Buffer.concat(chunks)
}

const damaged = (cause: unknown) =>
  new Unreadable('damaged', '压缩包已损坏或不完整，无法解开：请从原处重新复制，或解压后把里面的文件直接放入', { cause })

const tooMany = () =>
  new Unreadable('too-large', `压缩包里的文件超过${ARCHIVE_LIMITS.entries}个，没有打开：请解压，把佐证材料直接放入`)

const ESCAPES = note('odd-name', '压缩包内的文件名指向压缩包以外的位置，没有读取：请核实文件来源，解压后放入')
const LITTER = note('litter', '系统或办公软件自动生成的文件，不是佐证材料，未读取：请删除后再报送')
const LINK = note('link', '这是一个链接，不是文件本身，未跟随读取：请把它指向的文件放入')
const ENCRYPTED = note('encrypted', '压缩包加了密码，里面的文件无法读取：请去掉密码，或解压后把文件直接放入')
const TOO_LARGE = note('too-large', '解开后过大，为安全起见没有读取：请核实文件来源，解压后把佐证材料直接放入')

export const TOO_DEEP = note('not-read', '压缩包套了太多层，没有打开：请解压，把里面的文件直接放入')
