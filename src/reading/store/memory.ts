import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { createGzip, gunzip } from 'node:zlib'
import { type Evidence, FORMATS, type Format } from '../../core/evidence.ts'
import { type Key, written } from './cache.ts'
import type { Outline } from './lazy.ts'
import { stampOf } from './stamp.ts'

/** What is made of a file's reading once and for all. `stamp` names the code that makes it: another makes another. */
export type Digester = { readonly stamp: string; of(evidence: Evidence): Promise<unknown> }

/** A file as it was seen before, without its text. */
export type Seen = {
  readonly format: Format
  readonly macro: boolean
  readonly outline: Outline
  /** A short text that is read on the spot: the cache has no entry of it. */
  readonly here?: true
  /** As JSON, to be parsed when it is asked for: thousands of them lie in memory. */
  readonly digest: Uint8Array
}

/** What is known of the files of one folder, in one file of the cache. Losing it costs time and nothing else. */
export type Memory = {
  readonly digest: (evidence: Evidence) => Promise<Uint8Array>
  recall(key: Key): Seen | undefined
  learn(key: Key, seen: Seen): void
  /** A text that is to be had no more, though it was learnt: whatever was made without it is void. */
  lose(): void
  isLost(): boolean
  /** Writes down what was recalled or learnt, if it is other than before, and forgets it. */
  save(): Promise<void>
  trouble(): { readonly damaged: number; readonly unwritable: boolean }
}

/** Raised when it is written otherwise. */
const LAYOUT = 1
/** A file from elsewhere could be a bomb. */
const LONGEST = 1_000_000_000

/** `folder` is the cache's, `evidence` the folder of evidence by its whole path. */
export async function openMemory(folder: string, evidence: string, { stamp, of }: Digester): Promise<Memory> {
  const file = fileOf(evidence)
  const head = `${JSON.stringify([LAYOUT, stamp])}\n`
  const { lines, damaged } = await linesIn(join(folder, file), head)
  const used = new Map<string, readonly Uint8Array[]>()
  let learnt = 0
  let [unwritable, lost] = [false, false]
  return {
    digest: async (evidence) => Buffer.from(JSON.stringify(await of(evidence)) ?? 'null'),
    trouble: () => ({ damaged: Number(damaged), unwritable }),
    lose: () => {
      lost = true
    },
    isLost: () => lost,
    recall: (key) => {
      const name = nameOf(key)
      const line = lines.get(name)
      const seen = line && seenIn(line)
      if (!seen) return undefined
      used.set(name, [line])
      return seen
    },
    learn: (key, { format, digest, ...seen }) => {
      learnt++
      const name = nameOf(key)
      const about = JSON.stringify({ format, stamp: sealOf(format), ...seen })
      used.set(name, [Buffer.from(`${name}\t${about}\t`), digest, LINE_END])
    },
    save: async () => {
      const isOther = learnt > 0 || lines.size > used.size * 2
      const parts = [Buffer.from(head), ...[...used.values()].flat()]
      used.clear()
      lines.clear()
      if (!isOther) return
      try {
        await written(folder, file, await packed(parts))
      } catch {
        unwritable = true
      }
    },
  }
}

const LINE_END = Buffer.from('\n')

const PIECE = 4_000_000

/** In pieces: all of them in one would be in memory twice, and each by itself takes long. */
async function packed(parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of Readable.from(pieces(parts)).pipe(createGzip({ level: 1 }))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function* pieces(parts: readonly Uint8Array[]): Generator<Buffer> {
  let piece: Uint8Array[] = []
  let length = 0
  for (const part of parts) {
    piece.push(part)
    length += part.length
    if (length < PIECE) continue
    yield Buffer.concat(piece)
    piece = []
    length = 0
  }
  yield Buffer.concat(piece)
}

const seals = new Map<Format, string>()

/** The reader's stamp, short: it stands on every line. */
function sealOf(format: Format): string {
  const seal = seals.get(format) ?? createHash('sha256').update(stampOf(format)).digest('hex').slice(0, 16)
  seals.set(format, seal)
  return seal
}

function fileOf(folder: string): string {
  const name = createHash('sha256').update(`folder ${folder}`).digest('hex')
  return join(name.slice(0, 2), `${name}.known.gz`)
}

const nameOf = ({ sha256, ocr, extension }: Key): string => `${sha256} ${ocr} ${JSON.stringify(extension)}`

type Lines = { readonly lines: Map<string, Buffer>; readonly damaged: boolean }

/** Gzip's own check tells damage. What another version wrote is no damage: it is written anew. */
async function linesIn(path: string, head: string): Promise<Lines> {
  const lines = new Map<string, Buffer>()
  const packed = await readFile(path).catch(() => undefined)
  if (!packed) return { lines, damaged: false }
  try {
    const bytes = await promisify(gunzip)(packed, { maxOutputLength: LONGEST })
    const first = bytes.indexOf('\n') + 1
    if (bytes.toString('utf8', 0, first) !== head) return { lines, damaged: !isHead(bytes.toString('utf8', 0, first)) }
    for (let at = first; at < bytes.length; ) {
      const end = bytes.indexOf(10, at) + 1
      const tab = bytes.indexOf(9, at)
      if (tab < 0 || end === 0 || tab > end) return { lines: new Map(), damaged: true }
      lines.set(bytes.toString('utf8', at, tab), bytes.subarray(at, end))
      at = end
    }
    return { lines, damaged: false }
  } catch {
    return { lines: new Map(), damaged: true }
  }
}

function isHead(line: string): boolean {
  const head: unknown = JSON.parse(line)
  return Array.isArray(head) && head.length === 2
}

/** Undefined for what another reader wrote, or for no record at all. */
function seenIn(line: Buffer): Seen | undefined {
  const from = line.indexOf(9) + 1
  const to = line.indexOf(9, from)
  try {
    const seen: unknown = JSON.parse(line.toString('utf8', from, to))
    if (!isSeen(seen) || seen.stamp !== sealOf(seen.format)) return undefined
    return { ...seen, digest: line.subarray(to + 1, line.length - 1) }
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function isSeen(value: unknown): value is Omit<Seen, 'digest'> & { readonly stamp: string } {
  if (!isObject(value) || !('format' in value) || !('outline' in value)) return false
  const { format, outline } = value
  return FORMATS.some((one) => one === format) && isObject(outline) && 'extent' in outline && 'tables' in outline
}
