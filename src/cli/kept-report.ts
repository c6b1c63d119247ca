import { resolve } from 'node:path'
import { versions } from 'node:process'
import type { Order } from '../audit/order.ts'
import type { Report } from '../core/report.ts'
import type { Gathered } from '../reading/gather.ts'
import type { OcrMode } from '../reading/reader.ts'
import { lastOf } from '../reading/store/last.ts'
import { stampOf } from '../reading/store/stamp.ts'

/** Raised when it is written otherwise. */
const LAYOUT = 1

/** The last report on a folder, as long as nothing that it hangs on is other than it was. */
export type KeptReport = { read(): Promise<Report | undefined>; write(report: Report): Promise<void> }

export type Hangs = Omit<Order, 'evidence' | 'digestOf' | 'kinds' | 'calendar'> & {
  readonly gathered: Gathered
  readonly ocr: OcrMode
  /** Names the code that audits. */
  readonly code: string
}

/** `cache` is the cache's folder, `evidence` the folder of evidence. */
export function keptReport(cache: string, evidence: string, hangs: Hangs): KeptReport {
  const last = lastOf(cache, resolve(evidence), plainly(hangs))
  return {
    read: async () => {
      const kept = parsed((await last.read()) ?? 'null')
      return isReport(kept) ? kept : undefined
    },
    write: (report) => last.write(JSON.stringify(report)),
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Files by their bytes and by what read them: what they say follows from that. */
function plainly({ gathered: { evidence, problems }, code, system, ocr, ...order }: Hangs): unknown {
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
  return [LAYOUT, code, versions.unicode, system.sha256, ocr, order, problems, files]
}

const isReport = (value: unknown): value is Report =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 2 && 'blocks' in value
