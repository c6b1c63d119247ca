import { visible } from '../core/visible.ts'
import type { Io } from './io.ts'

type Progress = { readonly show: (done: number, total: number, path: string) => void; readonly clear: () => void }

/** One line on a terminal's stderr, drawn over itself; nothing when piped. */
export function progress({ stderr, err }: Io, quiet: boolean): Progress {
  if (quiet || !stderr.isTTY) return { show: () => {}, clear: () => {} }
  const room = Math.max(20, (stderr.columns || 80) - 24)
  return {
    // A Han sign takes two columns: half the room in signs can never wrap.
    show: (done, total, path) =>
      err(`\r\x1b[2K正在读取 ${done}/${total} ${visible(path).slice(-Math.floor(room / 2))}`),
    clear: () => err('\r\x1b[2K'),
  }
}
