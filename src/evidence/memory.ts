import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { type Evidence, FORMATS, type Format } from '../core/evidence.ts'
import { type Key, written } from './cache.ts'
import type { Outline } from './lazy.ts'
import { stampOf } from './stamp.ts'

/** What is made of a file's reading once and for all. `stamp` names the code that makes it: another makes another. */
export type Digester = { readonly stamp: string; of(evidence: Evidence): unknown }

/** A file as it was seen before, without its text. */
export type Seen = {
  readonly format: Format
  readonly macro: boolean
  readonly outline: Outline
  /** A short text that is read on the spot: the cache has no entry of it. */
  readonly here?: true
  readonly digest: unknown
}

/** What is known of the files of one folder, in one file of the cache. Losing it costs time and nothing else. */
export type Memory = {
  readonly digest: Digester['of']
  recall(key: Key): Seen | undefined
  learn(key: Key, seen: Seen): void
  /** A text that is to be had no more, though it was learnt: whatever was made without it is void. */
  lose(): void
  isLost(): boolean
  /** Writes down what was recalled or learnt, if it is other than before. */
  save(): Promise<void>
  trouble(): { readonly damaged: number; readonly unwritable: boolean }
}

/** Raised when it is written otherwise. */
const LAYOUT = 1
/** A file from elsewhere could be a bomb. */
const LONGEST = 1_000_000_000

/** `folder` is the cache's, `of` the folder of evidence, by its whole path. */
export async function openMemory(folder: string, of: string, { stamp, of: digest }: Digester): Promise<Memory> {
  const path = join(folder, fileOf(of))
  const head = `${JSON.stringify([LAYOUT, stamp])}\n`
  const { lines, damaged } = await linesIn(path, head)
  const used = new Map<string, Uint8Array>()
  let learnt = 0
  let [unwritable, lost] = [false, false]
  return {
    digest,
    trouble: () => ({ damaged: Number(damaged), unwritable }),
    isLost: () => lost,
    lose: () => {
      lost = true
    },
    recall: (key) => {
      const name = nameOf(key)
      const line = lines.get(name)
      const seen = line && seenIn(line)
      if (!seen) return undefined
      used.set(name, line)
      return seen
    },
    learn: (key, { format, ...seen }) => {
      learnt++
      const name = nameOf(key)
      used.set(name, Buffer.from(`${name}\t${JSON.stringify({ format, stamp: sealOf(format), ...seen })}\n`))
    },
    save: async () => {
      if (learnt === 0 && lines.size <= used.size * 2) return
      try {
        const bytes = Buffer.concat([Buffer.from(head), ...used.values()])
        await written(folder, fileOf(of), await promisify(gzip)(bytes, { level: 1 }))
      } catch {
        unwritable = true
      }
    },
  }
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

type Lines = { readonly lines: ReadonlyMap<string, Buffer>; readonly damaged: boolean }

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
      const [tab, end] = [bytes.indexOf('\t', at), bytes.indexOf('\n', at) + 1]
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
  try {
    const seen: unknown = JSON.parse(line.toString('utf8', line.indexOf('\t') + 1))
    return isSeen(seen) && seen.stamp === sealOf(seen.format) ? seen : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function isSeen(value: unknown): value is Seen & { readonly stamp: string } {
  if (!isObject(value) || !('format' in value) || !('outline' in value) || !('digest' in value)) return false
  const { format, outline } = value
  return FORMATS.some((one) => one === format) && isObject(outline) && 'extent' in outline && 'tables' in outline
}
