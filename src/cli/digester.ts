import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { versions } from 'node:process'
import type { Digester } from '../evidence/memory.ts'
import { root } from './about.ts'

/** Put in by the build: names the code that makes digests. */
declare const RECOGNISERS: string | undefined

/** The folders whose code makes a digest of a reading. */
const FOLDERS = ['core', 'facts', 'match', 'kinds', 'audit']

/** Makes of a file's reading what an audit asks of every text. Any change of code makes it anew; a change of rules does not. */
export async function digester(): Promise<Digester> {
  const { digestOf } = await import('../audit/digest.ts')
  const code = typeof RECOGNISERS === 'string' ? RECOGNISERS : await codeHash()
  // Which signs are letters is the runtime's to say.
  return { stamp: `${code} unicode ${versions.unicode}`, of: digestOf }
}

/** From the sources there is no build that could have done it. */
export async function codeHash(): Promise<string> {
  const { hashOf } = await import('../system/files.ts')
  const files = FOLDERS.flatMap((folder) => {
    const path = join(root(), 'src', folder)
    return readdirSync(path).map((name) => [`${folder}/${name}`, readFileSync(join(path, name))] as const)
  })
  return hashOf(new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1))), '')
}
