import { genres } from '../../language/genres.ts'
import { bare } from '../../language/text.ts'
import type { FileSeen } from './event.ts'

/**
 * What stands in the place of a file that is gone: one of the same name in the same folder, but for 送审稿, （正式）or the
 * ending. A draft gives way to the final paper, and a scan to its original; figures tell two papers apart.
 */
export function successorOf(gone: string, files: ReadonlyMap<string, FileSeen>): FileSeen | undefined {
  const key = keyOf(gone)
  if (key.endsWith('/')) return undefined
  return [...files.values()].find(({ path, read }) => read === 'whole' && path !== gone && keyOf(path) === key)
}

const BRACKETED = /[(（[【][^()（）[\]【】\d]*[)）\]】]$/u

function keyOf(path: string): string {
  const at = path.lastIndexOf('/') + 1
  let name = path
    .slice(at)
    .replace(/\.[^.]+$/u, '')
    .trim()
  for (;;) {
    const draft = genres().drafts.find((word) => name.endsWith(word))
    const shorter = (draft ? name.slice(0, -draft.length) : name.replace(BRACKETED, '')).trim()
    if (shorter === name) return `${path.slice(0, at)}/${bare(name)}`
    name = shorter
  }
}
