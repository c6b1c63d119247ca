/** An OLE2 compound file (doc, xls, ppt, encrypted OOXML): a file system of streams in 512-byte sectors. */
export type Compound = {
  /** All streams and storages, those of embedded objects included. */
  readonly names: Names
  /** The streams that belong to the file itself. */
  readonly own: Names
  /** One of its own streams. Undefined where there is none. Throws a `RangeError` where the file is cut off. */
  read(name: string): Uint8Array | undefined
}

/** The names in such a file know no case: some programmes write WORDDOCUMENT. */
export type Names = { has(name: string): boolean }

const fold = (name: string): string => name.toLowerCase()

function folded(names: Iterable<string>): Names {
  const all = new Set(Array.from(names, fold))
  return { has: (name) => all.has(fold(name)) }
}

/** Undefined where the directory is broken. */
export function openCompound(bytes: Uint8Array): Compound | undefined {
  try {
    return compound(bytes)
  } catch (error) {
    // A `DataView` read past the end: the file was cut off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const END = 0xfffffffa
const NONE = 0xffffffff
const MINI_SECTOR = 64

function compound(bytes: Uint8Array): Compound {
  const sectors = sectorsOf(bytes)
  const { view } = sectors
  const directory = entriesOf(sectors.read(view.getUint32(48, true), bytes.length))
  const own = ownStreams(directory)
  const cutoff = view.getUint32(56, true)
  const root = directory[0]

  const mini = (start: number, size: number): Uint8Array => {
    const container = root ? sectors.read(root.start, root.size) : new Uint8Array()
    const table = sectors.read(view.getUint32(60, true), view.getUint32(64, true) * sectors.size)
    const links = new DataView(table.buffer, table.byteOffset, table.length)
    return gathered(start, size, MINI_SECTOR, (sector) => ({
      part: slice(container, sector * MINI_SECTOR, MINI_SECTOR),
      next: links.getUint32(sector * 4, true),
    }))
  }
  return {
    names: folded(directory.flatMap(({ name }) => name || [])),
    own: folded(own.keys()),
    read: (name) => {
      const entry = own.get(fold(name))
      if (!entry) return undefined
      return entry.size < cutoff ? mini(entry.start, entry.size) : sectors.read(entry.start, entry.size)
    },
  }
}

function sectorsOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = 1 << Math.min(view.getUint16(30, true), 16)
  const offset = (sector: number) => (sector + 1) * size
  const next = (sector: number) => {
    const table = tableSector(view, Math.floor(sector / (size / 4)), size)
    return view.getUint32(offset(table) + (sector % (size / 4)) * 4, true)
  }
  const read = (start: number, length: number) =>
    gathered(start, Math.min(length, bytes.length), size, (sector) => ({
      part: slice(bytes, offset(sector), size),
      next: next(sector),
    }))
  return { view, size, read }
}

/** Where the allocation table's `index`-th sector lies: 109 entries stand in the header, the rest in a chain of sectors. */
function tableSector(view: DataView, index: number, size: number): number {
  if (index < 109) return view.getUint32(76 + index * 4, true)
  const each = size / 4 - 1
  let sector = view.getUint32(68, true)
  for (let hops = Math.floor((index - 109) / each); hops > 0; hops--)
    sector = view.getUint32((sector + 1) * size + each * 4, true)
  return view.getUint32((sector + 1) * size + ((index - 109) % each) * 4, true)
}

/** A chain that runs in a circle ends at the first sector it visits twice. */
function gathered(
  start: number,
  length: number,
  size: number,
  at: (sector: number) => { readonly part: Uint8Array; readonly next: number },
): Uint8Array {
  const parts: Uint8Array[] = []
  const seen = new Set<number>()
  let found = 0
  for (let sector = start; found < length && sector < END && !seen.has(sector); ) {
    seen.add(sector)
    const { part, next } = at(sector)
    parts.push(part)
    found += size
    sector = next
  }
  return Buffer.concat(parts).subarray(0, length)
}

/** The last sector of a file may be short; one that begins behind the end is missing. */
function slice(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at >= bytes.length) throw new RangeError('sector beyond the end of the file')
  return bytes.subarray(at, at + length)
}

type Entry = {
  readonly name: string
  readonly kind: number
  readonly links: readonly number[]
  readonly child: number
  readonly start: number
  readonly size: number
}

const STREAM = 2

function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = view.getUint16(at + 64, true)
    const named = length >= 2 && length <= 64
    entries.push({
      name: named ? Buffer.from(bytes.subarray(at, at + length - 2)).toString('utf16le') : '',
      kind: named ? view.getUint8(at + 66) : 0,
      links: [view.getUint32(at + 68, true), view.getUint32(at + 72, true)],
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return entries.map((entry) => (entry.kind === 0 ? { ...entry, name: '' } : entry))
}

/** The streams right under the root, by their names in small letters. Where the tree leads nowhere, every stream is taken for one of them. */
function ownStreams(entries: readonly Entry[]): Map<string, Entry> {
  const found = new Map<string, Entry>()
  const seen = new Set<number>([0, NONE])
  const open = [entries[0]?.child ?? NONE]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const entry = entries[id]
    if (seen.has(id) || !entry) continue
    seen.add(id)
    open.push(...entry.links)
    if (entry.kind === STREAM) found.set(fold(entry.name), entry)
  }
  if (found.size > 0) return found
  for (const entry of entries)
    if (entry.kind === STREAM && !found.has(fold(entry.name))) found.set(fold(entry.name), entry)
  return found
}
