import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from '../core/problem.ts'
import { visible } from '../language/visible.ts'

const MAX_BYTES = 2_000_000
const MAX_FILES = 500
const FIXED = ['system.yaml', 'units.yaml', 'ledgers.yaml']
/** Labelled titles: how offices call the papers of each indicator. */
export const TITLES = 'titles.tsv'
const OPTIONAL = ['denials.yaml', 'laws.yaml', TITLES]
const NUMBERED = /^\d{2,}-.+\.ya?ml$/

/** The YAML files of a system's folder and its labelled titles, sorted by name. */
export type Files = {
  /** All that there are, readable or not. */
  readonly names: readonly string[]
  readonly files: ReadonlyMap<string, Buffer>
  readonly faults: readonly Fault[]
}

export async function filesIn(folder: string): Promise<Files> {
  const names = await namesIn(folder, /\.(?:ya?ml|tsv)$/i)
  if (!names)
    return {
      names: [],
      files: new Map(),
      faults: [{ file: 'system.yaml', message: `找不到或无法打开指标体系文件夹“${visible(folder)}”，请检查路径` }],
    }
  if (names.length > MAX_FILES)
    return {
      names: [],
      files: new Map(),
      faults: [{ file: 'system.yaml', message: `YAML 文件有${names.length}个，超过${MAX_FILES}个，请检查文件夹` }],
    }
  const files = new Map<string, Buffer>()
  const faults: Fault[] = []
  for (const name of names) {
    if (isTable(name) && name !== TITLES) continue
    const bytes = await bytesOf(join(folder, name))
    if (typeof bytes !== 'string') files.set(name, bytes)
    else faults.push({ file: name, message: bytes })
  }
  for (const name of names)
    if (!FIXED.includes(name) && !OPTIONAL.includes(name) && !NUMBERED.test(name))
      faults.push({ file: name, message: `不知道这是什么文件：${isTable(name) ? TSV : YAML}` })
  return { names, files, faults }
}

const isTable = (name: string): boolean => /\.tsv$/i.test(name)
const YAML = '指标文件名要以两位序号加“-”开头，如“01-政府职能.yaml”'
const TSV = `题名例的文件名是 ${TITLES}`

/** What a system that stands alone lacks; one that extends another needs only its system.yaml. */
export function missingIn(names: readonly string[], stands: boolean): Fault[] {
  const needed = stands ? FIXED : FIXED.slice(0, 1)
  const faults = needed.flatMap((name) => (names.includes(name) ? [] : [{ file: name, message: `缺少 ${name}` }]))
  if (stands && !names.some((name) => NUMBERED.test(name)))
    faults.push({ file: 'system.yaml', message: '没有指标文件（如“01-政府职能.yaml”）' })
  return faults
}

export const isIndicators = (name: string): boolean => NUMBERED.test(name)

/** The bytes, or why there are none. A pipe would be waited for and a device read without end, so neither is opened. */
export async function bytesOf(path: string): Promise<Buffer | string> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return '不是普通文件（文件夹、管道或设备），请换成手写的清单'
    return found.size > MAX_BYTES ? '文件超过2MB，不像是手写的清单，请检查' : await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ENOENT' || code === 'ELOOP'
      ? '这个链接没有指向文件，请删去或改正'
      : '无法读取这个文件，请检查读取权限'
  }
}

/** The files of a kind, YAML if nothing else is said, right in a folder; undefined where there is none. */
export async function namesIn(folder: string, kind = /\.ya?ml$/i): Promise<string[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.flatMap((found) => (!found.isDirectory() && kind.test(found.name) ? [found.name] : [])).sort()
  } catch {
    return undefined
  }
}

/** Of names and bytes: any edit, added file or renamed file changes it. */
export function hashOf(files: ReadonlyMap<string, Buffer>, salt: string): string {
  const hash = createHash('sha256').update(`${salt.length}:${salt}`)
  for (const [name, bytes] of files) hash.update(`\n${Buffer.byteLength(name)}:${name}:${bytes.length}:`).update(bytes)
  return hash.digest('hex')
}
