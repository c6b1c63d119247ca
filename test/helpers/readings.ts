import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import glob from 'fast-glob'
import { type Gathered, type GatherOptions, gather } from '../../src/reading/gather.ts'
import { type Cache, openCache } from '../../src/reading/store/cache.ts'
import { alone } from './alone.ts'

let cache: Cache | undefined

/** Everything that a reading hangs on besides the file and the packages, which the cache itself asks for. */
function codeOfReading(): string {
  const hash = createHash('sha256')
  for (const file of glob.sync('src/{reading,language,core}/**/*.ts').sort())
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/**
 * What a folder of the fixtures reads as. Recognising its scans takes longer than all tests that look at what was read, so
 * readings are kept from run to run for as long as nothing in the code of reading changes.
 */
export function gathered(folder: string, options: GatherOptions = {}): Promise<Gathered> {
  cache ??= openCache(join('.cache', 'readings', codeOfReading()))
  return alone(folder, () => gather(folder, { cache, ...options }))
}
