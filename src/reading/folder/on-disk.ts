import { isUtf8 } from 'node:buffer'
import { join, sep } from 'node:path'

/** How a file is opened: by its name, or by its very bytes where they are no name in this system's encoding. */
export type DiskName = string | Buffer

/** A name as it is shown, in its composed form. `foreign`: its bytes are no UTF-8. */
export function nameIn(bytes: Buffer): { readonly shown: string; readonly foreign: boolean } {
  const foreign = !isUtf8(bytes)
  return { shown: (foreign ? foreignName(bytes) : bytes.toString('utf8')).normalize('NFC'), foreign }
}

/** Discs and archives from Windows bring names in the encoding of Chinese Windows. */
function foreignName(bytes: Buffer): string {
  try {
    const name = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return name.includes('/') || name.includes('\0') ? bytes.toString('utf8') : name
  } catch {
    return bytes.toString('utf8')
  }
}

export const below = (folder: DiskName, name: Buffer): DiskName =>
  typeof folder === 'string' && isUtf8(name)
    ? join(folder, name.toString('utf8'))
    : Buffer.concat([Buffer.from(folder), Buffer.from(sep), name])

/**
 * Different names on disk may be shown alike: composed and decomposed, or undecodable. Each is told by itself, the first
 * by its bytes under the name that it shows.
 */
export function onlyOnce<T extends { readonly path: string; readonly onDisk: DiskName }>(items: readonly T[]): T[] {
  const taken = new Set<string>()
  return items.toSorted(byPathAndBytes).map((item) => {
    let path = item.path
    for (let again = 2; taken.has(path); again++) path = numbered(item.path, again)
    taken.add(path)
    return path === item.path ? item : { ...item, path }
  })
}

/** Before the ending, which still says what the file is. */
function numbered(path: string, again: number): string {
  const at = /\.[^./]{1,10}$/u.exec(path)?.index ?? path.length
  return `${path.slice(0, at)}（同名${again}）${path.slice(at)}`
}

const byPathAndBytes = (
  a: { readonly path: string; readonly onDisk: DiskName },
  b: { readonly path: string; readonly onDisk: DiskName },
): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : Buffer.compare(Buffer.from(a.onDisk), Buffer.from(b.onDisk)))
