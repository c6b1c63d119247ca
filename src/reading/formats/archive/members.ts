import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import type { Note } from '../../../core/evidence.ts'
import { isLitter } from '../../folder/names.ts'
import { needed } from '../../own/packages.ts'
import { Unreadable } from '../../reader.ts'
import { nameOf, upToItsEnd } from '../containers/zip-end.ts'
import {
  damaged,
  ENCRYPTED,
  ESCAPES,
  LINK,
  LITTER,
  TOO_LARGE,
  TOO_LONG,
  TWIN,
  tooMany,
  UNKNOWN_PACKING,
} from './notes.ts'

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
export type Member = { readonly path: string } & ({ readonly told: Note } | { chunks(): AsyncIterable<Uint8Array> })

/** The members of a zip, sorted. Nothing is inflated before it is asked for. Throws `Unreadable`. */
export async function membersOf(bytes: Uint8Array, budget: Budget = newBudget()): Promise<Member[]> {
  const { fromBufferPromise } = await needed('yauzl', () => import('yauzl'))
  const found: Member[] = []
  try {
    // Names are decoded here: yauzl reads GBK names as CP437, and refuses a whole archive for one odd name.
    const file = await fromBufferPromise(upToItsEnd(bytes), {
      lazyEntries: true,
      decodeStrings: false,
    })
    if (file.entryCount > budget.entries) throw tooMany(ARCHIVE_LIMITS.entries)
    const places: Place[] = []
    for await (const entry of file.eachEntry()) {
      budget.entries--
      places.push({ from: entry.relativeOffsetOfLocalHeader, bytes: HEADER + entry.compressedSize })
      const path = pathOf(entry)
      if (!path.endsWith('/')) found.push(memberAt(path, entry, file, budget))
    }
    if (overlaps(places)) throw damaged(new Error('members overlap'))
    if (goesOn(bytes, Reflect.get(file, 'readEntryCursor'))) throw damaged(new Error('members are not counted'))
  } catch (error) {
    if (error instanceof Error && /encryption/i.test(error.message))
      throw new Unreadable('encrypted', ENCRYPTED.message, { cause: error })
    throw error instanceof Unreadable ? error : damaged(error)
  }
  const locked = found.filter((member) => 'told' in member && member.told === ENCRYPTED).length
  // One message, not one for each file.
  if (locked > 0 && locked === found.length) throw new Unreadable('encrypted', ENCRYPTED.message)
  return eachOnce(found)
}

type Place = { readonly from: number; readonly bytes: number }

const HEADER = 30

/** In bombs, thousands of members are the same few bytes; what a programme packs lies side by side. */
function overlaps(places: readonly Place[]): boolean {
  const sorted = places.toSorted((a, b) => a.from - b.from)
  return sorted.some(({ from }, at) => at > 0 && from < sorted[at - 1]!.from + sorted[at - 1]!.bytes)
}

/** More members than the archive counts: what other programmes unpack would go unread here. */
const goesOn = (bytes: Uint8Array, end: unknown): boolean =>
  typeof end === 'number' && [0x50, 0x4b, 1, 2].every((byte, at) => bytes[end + at] === byte)

/** Sorted. Of two that would unpack to the same place, only what stands there under its own name is opened. */
function eachOnce(found: readonly Member[]): Member[] {
  const members = new Map<string, Member>()
  for (const member of [...found.filter(isOpen), ...found.filter((one) => !isOpen(one))]) {
    let path = member.path
    for (let again = 2; members.has(path); again++) path = `${member.path}（同名${again}）`
    members.set(path, path === member.path ? member : { path, told: toldOf(member) })
  }
  return [...members.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

const isOpen = (member: Member): boolean => 'chunks' in member

const toldOf = (member: Member): Note => ('told' in member ? member.told : TWIN)

/** What divides nested paths is ours. */
function pathOf(entry: Entry): string {
  return nameOf(entry).replaceAll('\\', '/').replaceAll('!/', '！/').normalize('NFC') || NAMELESS
}

const NAMELESS = '未命名'

/** No system keeps longer paths; hostile ones nest tens of thousands of folders. */
const LONGEST = 1000

function memberAt(path: string, entry: Entry, file: ZipFile, budget: Budget): Member {
  if (path.length > LONGEST) return { path: `${path.slice(0, 100).replaceAll('/', '_')}…`, told: TOO_LONG }
  if (/^(\/|[A-Za-z]:)|(^|\/)\.\.(\/|$)/.test(path)) return { path: plainPath(path), told: ESCAPES }
  if (path.split('/').some(isLitter)) return { path, told: LITTER }
  if (isLink(entry)) return { path, told: LINK }
  if ((entry.generalPurposeBitFlag & 1) !== 0) return { path, told: ENCRYPTED }
  if (!PACKINGS.includes(entry.compressionMethod)) return { path, told: UNKNOWN_PACKING }
  const { uncompressedSize: size, compressedSize: packed } = entry
  const absurd = size > ARCHIVE_LIMITS.small && size > ARCHIVE_LIMITS.ratio * packed
  if (size > ARCHIVE_LIMITS.member || absurd || size > budget.bytes) return { path, told: TOO_LARGE }
  budget.bytes -= size
  return { path, chunks: () => inflated(file, entry) }
}

/** Stored, and deflated. Some programmes use others, which nothing here inflates. */
const PACKINGS = [0, 8]

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

/** A name that leads out of the archive is shown as if it did not. */
const plainPath = (path: string): string =>
  path
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .join('/') || NAMELESS

/** Unix keeps the kind of a file in the upper half of its attributes. */
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000

/** yauzl ends the stream as soon as it grows past the declared size, so a lying header gains nothing. */
async function* inflated(file: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let sum = 0
  try {
    for await (const chunk of await file.openReadStreamPromise(entry)) {
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    throw damaged(error)
  }
  if (sum !== entry.crc32) throw damaged(new Error('wrong checksum'))
}
