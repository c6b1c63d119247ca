import { existsSync } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Fault } from '../core/problem.ts'
import { visible } from '../language/visible.ts'
import { filesIn, missingIn } from './files.ts'
import { faultAt, type Origins } from './origins.ts'
import { isObject, textOf } from './values.ts'
import { hint, quoted } from './words.ts'

/** A folder of a system; its files' names stand behind the label, which tells them from those of the folders above it. */
export type Layer = { readonly label: string; readonly files: ReadonlyMap<string, Buffer> }
export type Layers = {
  readonly layers: readonly Layer[]
  readonly faults: readonly Fault[]
  /** What it extends is not there: without it an extension is nothing but gaps. */
  readonly broken: boolean
}

/** Editions of editions of editions; more than that nobody can follow. */
const MAX_LAYERS = 8

/** The folder itself, the one that it extends, and so on. */
export async function layersIn(folder: string, shipped: string = shippedFolder()): Promise<Layers> {
  const layers: Layer[] = []
  const faults: Fault[] = []
  const seen = new Set<string>()
  let [at, label] = [resolve(folder), '']
  for (;;) {
    seen.add(await trueName(at))
    const found = await filesIn(at)
    faults.push(...found.faults.map((fault) => labelled(label, fault)))
    const files = new Map([...found.files].map(([name, bytes]) => [`${label}${name}`, bytes]))
    layers.push({ label, files })
    // Where the folder itself cannot be read, that is said once.
    if (found.files.size === 0) return { layers, faults, broken: layers.length > 1 }
    const above = await extendedBy(found.files.get('system.yaml'), `${label}system.yaml`)
    faults.push(...missingIn(found.names, above === null).map((fault) => labelled(label, fault)))
    if (!above) return { layers, faults, broken: false }
    const next = await folderOf(above.written, at, shipped)
    const wrong =
      'message' in next
        ? next.message
        : seen.has(await trueName(next.folder))
          ? `${quoted(above.written)}又沿用了本体系，成了循环`
          : layers.length >= MAX_LAYERS
            ? `沿用的层数超过${MAX_LAYERS}层`
            : null
    if (wrong !== null || 'message' in next)
      return { layers, faults: [...faults, above.fault(wrong ?? '')], broken: true }
    label = `${above.written.replace(/\/+$/, '')}/`
    at = next.folder
  }
}

const labelled = (label: string, fault: Fault): Fault => ({ ...fault, file: `${label}${fault.file}` })

type Above = { readonly written: string; fault(message: string): Fault }

/** What system.yaml says it extends. Most extend nothing, and then it is not parsed twice. */
async function extendedBy(bytes: Buffer | undefined, file: string): Promise<Above | null> {
  const source = bytes?.toString('utf8') ?? ''
  if (!source.includes('extends')) return null
  const { parse } = await import('./parse.ts')
  const origins: Origins = new Map()
  const { value } = await parse(file, source, origins)
  const written = textOf(value, 'extends')?.trim()
  if (!isObject(value) || !written) return null
  return { written, fault: (message) => faultAt(origins, value, 'extends', message) }
}

/** An id is a system that comes with the tool; anything with a slash or a dot before it is a path from the folder. */
async function folderOf(
  written: string,
  from: string,
  shipped: string,
): Promise<{ readonly folder: string } | { readonly message: string }> {
  if (isAbsolute(written) || /^[A-Za-z]:/.test(written))
    return { message: `请写相对路径（如 ../zhaohua-2022），换一台电脑才找得到；现为${quoted(written)}` }
  const isPath = written.startsWith('.') || /[/\\]/.test(written)
  const folder = isPath ? resolve(from, written) : join(shipped, written)
  if (existsSync(join(folder, 'system.yaml'))) return { folder }
  if (isPath) return { message: `“${visible(written)}”不是指标体系文件夹（没有 system.yaml），请检查路径` }
  const near = hint(written, await shippedIds(shipped))
  return {
    message: `没有随程序发布的指标体系${quoted(written)}${near}${near.endsWith('？') ? '' : '；'}沿用别处的，写相对路径，如 ../zhaohua-2022`,
  }
}

async function shippedIds(shipped: string): Promise<string[]> {
  const entries = await readdir(shipped, { withFileTypes: true }).catch(() => [])
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted()
}

async function trueName(folder: string): Promise<string> {
  return realpath(folder).catch(() => folder)
}

/** `indicators` beside package.json: the same from the sources and from the bundle. */
function shippedFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, 'indicators')
}
