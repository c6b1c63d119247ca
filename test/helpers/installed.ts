import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** A copy of the built programme as npm would install it, with links to its packages. */
export type Installed = {
  readonly place: string
  audit(...args: readonly string[]): Ran
  /** Does something while a package is not there. */
  without<T>(name: string, work: () => T): T
  remove(): void
}

export function install(names: readonly string[] = packages()): Installed {
  const place = mkdtempSync(join(tmpdir(), 'installed-'))
  const root = join(place, 'audit')
  for (const part of ['bin', 'dist', 'indicators', 'schemas', 'words', 'package.json'])
    if (existsSync(part)) cpSync(part, join(root, part), { recursive: true })
  for (const name of names) {
    mkdirSync(join(root, 'node_modules', name, '..'), { recursive: true })
    symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name))
  }
  return {
    place,
    audit(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/audit.js'), ...args], {
        encoding: 'utf8',
        cwd: place,
        maxBuffer: 1 << 28,
      })
      return { status, stdout, stderr }
    },
    without(name, work) {
      const [here, away] = [join(root, 'node_modules', name), join(place, 'away')]
      renameSync(here, away)
      try {
        return work()
      } finally {
        renameSync(away, here)
      }
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}

export const packages = (): string[] =>
  readdirSync('node_modules').flatMap((name) =>
    name.startsWith('@') ? readdirSync(join('node_modules', name)).map((own) => `${name}/${own}`) : [name],
  )

/** What package.json states under a name of its own. */
export function stated(under: 'dependencies' | 'optionalDependencies'): string[] {
  const found: unknown = JSON.parse(readFileSync('package.json', 'utf8'))
  return Object.keys(Object(Reflect.get(Object(found), under)))
}
