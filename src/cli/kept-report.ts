import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { versions } from 'node:process'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Order } from '../audit/order.ts'
import type { Report } from '../core/report.ts'
import type { Gathered } from '../reading/gather.ts'
import type { OcrMode } from '../reading/reader.ts'
import { written } from '../reading/store/cache.ts'
import { stampOf } from '../reading/store/stamp.ts'

/** Raised when it is written otherwise. */
const LAYOUT = 1
/** A file from elsewhere could be a bomb. */
const LONGEST = 400_000_000

/** The last report on a folder, as long as nothing that it hangs on is other than it was. Losing it costs time only. */
export type KeptReport = { read(): Promise<Report | undefined>; write(report: Report): Promise<void> }

export type Hangs = Omit<Order, 'evidence' | 'digestOf' | 'kinds' | 'calendar'> & {
  readonly gathered: Gathered
  readonly ocr: OcrMode
  /** Names the code that audits. */
  readonly code: string
}

/** `cache` is the cache's folder, `evidence` the folder of evidence by its whole path. */
export function keptReport(cache: string, evidence: string, hangs: Hangs): KeptReport {
  const name = createHash('sha256')
    .update(`report ${resolve(evidence)}`)
    .digest('hex')
  const file = join(name.slice(0, 2), `${name}.report.gz`)
  const head = `${keyOf(hangs)}\n`
  return {
    read: async () => {
      try {
        const text = await promisify(gunzip)(await readFile(join(cache, file)), { maxOutputLength: LONGEST })
        const end = text.indexOf('\n') + 1
        if (text.toString('utf8', 0, end) !== head) return undefined
        const kept: unknown = JSON.parse(text.toString('utf8', end))
        return isReport(kept) ? kept : undefined
      } catch {
        return undefined
      }
    },
    write: async (report) => {
      const bytes = await promisify(gzip)(`${head}${JSON.stringify(report)}`, { level: 1 })
      // What cannot be written is told of the readings.
      await written(cache, file, bytes).catch(() => {})
    },
  }
}

function keyOf({ gathered: { evidence, problems }, code, system, ocr, ...order }: Hangs): string {
  const files = evidence.map(({ path, sha256, bytes, format, extent, pages, pagesRead, notes }) => [
    path,
    sha256,
    bytes,
    stampOf(format),
    extent,
    pages,
    pagesRead,
    notes,
  ])
  const hangs = [LAYOUT, code, versions.unicode, system.sha256, ocr, order, problems, files]
  return createHash('sha256').update(JSON.stringify(hangs)).digest('hex')
}

const isReport = (value: unknown): value is Report =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 2 && 'blocks' in value
