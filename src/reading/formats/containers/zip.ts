import type { Entry, ZipFile } from 'yauzl'
import { needed } from '../../own/packages.ts'
import { Unreadable } from '../../reader.ts'
import { xmlText } from '../text/declared.ts'
import { nameOf, upToItsEnd } from './zip-end.ts'

const MB = 1024 * 1024
const LIMITS = { entries: 10_000, member: 200 * MB, total: 2048 * MB, ratio: 200, small: 10 * MB }

/** The members of a zip container, by name. Nothing is inflated before it is asked for, and never beyond the limits. */
export type Zip = {
  readonly names: readonly string[]
  /** The name that a member has, where it was asked for in another case or with other slashes. */
  find(name: string): string | undefined
  /** Undefined where there is no such member. Throws `Unreadable`. */
  read(name: string): Promise<Uint8Array | undefined>
  /** An XML part as text; empty where there is no such member. Throws `Unreadable`. */
  text(name: string): Promise<string>
}

/** Reads only the table of contents. Throws `Unreadable` where that is broken or absurd. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const { fromBufferPromise } = await needed('yauzl', () => import('yauzl'))
  const members = new Map<string, Entry>()
  const file = await broken(async () => {
    // Names are decoded here: yauzl refuses a whole container for one odd name, and reads GBK names as CP437.
    const opened = await fromBufferPromise(upToItsEnd(bytes), {
      lazyEntries: true,
      decodeStrings: false,
    })
    if (opened.entryCount > LIMITS.entries) throw tooLarge()
    let total = 0
    for await (const entry of opened.eachEntry()) {
      const name = nameOf(entry).replaceAll('\\', '/').replace(/^\/+/, '')
      if (!name.endsWith('/') && !members.has(name)) members.set(name, entry)
      total += entry.uncompressedSize
    }
    if (total > LIMITS.total) throw tooLarge()
    return opened
  })

  // Windows knows no case, and whoever wrote the file on it may have named a part otherwise than it points at it.
  const folded = new Map([...members.keys()].toReversed().map((name) => [fold(name), name]))
  const find = (name: string) => (members.has(name) ? name : folded.get(fold(name)))
  const read = async (name: string) => {
    const entry = members.get(find(name) ?? '')
    return entry && broken(() => inflated(file, entry))
  }
  return {
    names: [...members.keys()],
    find,
    read,
    text: async (name) => xmlText((await read(name)) ?? new Uint8Array()),
  }
}

const fold = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

async function inflated(file: ZipFile, entry: Entry): Promise<Uint8Array> {
  const { uncompressedSize: size, compressedSize: packed } = entry
  if (size > LIMITS.member || (size > LIMITS.small && size > LIMITS.ratio * packed)) throw tooLarge()
  // yauzl ends the stream with an error as soon as it grows past the declared size, so a lying header gains nothing.
  const chunks: Buffer[] = []
  for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const tooLarge = () =>
  new Unreadable(
    'too-large',
    '文件解开后过大，不像正常的办公文件，为安全起见没有读取：请核实文件来源，另存为新文件后重新放入',
  )

async function broken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('damaged', '文件已损坏或不完整，无法打开：请重新导出或从原处复制后放入', { cause: error })
  }
}
