import type { Io } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'
import type { Day } from '../../src/core/day.ts'

export type Ran = { readonly code: number; readonly out: string; readonly err: string; readonly bytes: Uint8Array }

type Given = Partial<Pick<Io, 'cwd' | 'env' | 'stdout' | 'stderr'>> & { readonly today?: Day }

/** Runs the command line in this process, as a terminal-less program would. */
export async function run(argv: readonly string[], given: Given = {}): Promise<Ran> {
  const out: Uint8Array[] = []
  let err = ''
  const code = await main(argv, {
    out: (data) => void out.push(typeof data === 'string' ? new TextEncoder().encode(data) : data),
    err: (text) => {
      err += text
    },
    cwd: process.cwd(),
    env: {},
    today: '2022-07-31',
    stdout: { isTTY: false, columns: 0 },
    stderr: { isTTY: false, columns: 0 },
    ...given,
  })
  const bytes = Buffer.concat(out)
  return { code, out: bytes.toString('utf8'), err, bytes }
}
