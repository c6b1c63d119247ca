import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { versions } from 'node:process'
import type { Evidence } from '../core/evidence.ts'
import type { Digester } from '../reading/store/memory.ts'
import { root } from './about.ts'

/** Put in by the build: names the code that makes digests, which is what the bundler takes in for `audit/digest.ts`. */
declare const RECOGNISERS: string | undefined
/** The same of `audit/audit.ts`. */
declare const AUDITOR: string | undefined

/** Makes of a file's reading what an audit asks of every text. Any change of code makes it anew; a change of rules does not. */
export async function digester(): Promise<Digester> {
  const code = typeof RECOGNISERS === 'string' ? RECOGNISERS : await codeHash()
  // Which signs are letters is the runtime's to say.
  return { stamp: `${code} unicode ${versions.unicode}`, of }
}

/** What it is made by is loaded only where a file is new. */
async function of(evidence: Evidence): Promise<unknown> {
  const { digestOf } = await import('../audit/digest.ts')
  return digestOf(evidence)
}

/** Names the code that audits. */
export const auditor = async (): Promise<string> => (typeof AUDITOR === 'string' ? AUDITOR : codeHash())

/** From the sources there is no bundler to ask: all of them, and the words that they go by. */
async function codeHash(): Promise<string> {
  const { hashOf } = await import('../system/files.ts')
  const files = [...filesIn('src', '.ts'), ...filesIn('words', '.yaml')]
  return hashOf(new Map(files.map((name) => [name, readFileSync(join(root(), name))])), '')
}

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root(), folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
