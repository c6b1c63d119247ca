import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { written } from './cache.ts'

/** A file from elsewhere could be a bomb. */
const LONGEST = 400_000_000

/** The last text that was made of a folder, as long as nothing that it hangs on is other than it was. Losing it costs time only. */
export type Last = { read(): Promise<string | undefined>; write(text: string): Promise<void> }

/** `cache` is the cache's folder, `evidence` the folder of evidence by its whole path; `hangs` is plain data. */
export function lastOf(cache: string, evidence: string, hangs: unknown): Last {
  const name = hashOf(`report ${evidence}`)
  const file = join(name.slice(0, 2), `${name}.report.gz`)
  const head = `${hashOf(JSON.stringify(hangs))}\n`
  return {
    read: async () => {
      try {
        const bytes = await promisify(gunzip)(await readFile(join(cache, file)), { maxOutputLength: LONGEST })
        const end = bytes.indexOf('\n') + 1
        return bytes.toString('utf8', 0, end) === head ? bytes.toString('utf8', end) : undefined
      } catch {
        return undefined
      }
    },
    write: async (text) => {
      const bytes = await promisify(gzip)(`${head}${text}`, { level: 1 })
      // That nothing can be written is told of the readings.
      await written(cache, file, bytes).catch(() => {})
    },
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
