import type { Day } from '../core/day.ts'

/** All that a command may know of the process. Tests hand in their own. */
export type Io = {
  readonly out: (data: string | Uint8Array) => void
  readonly err: (text: string) => void
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly today: Day
  readonly stdout: { readonly isTTY: boolean; readonly columns: number }
  readonly stderr: { readonly isTTY: boolean; readonly columns: number }
  /** Calls the listener on the first Ctrl-C, until the returned function is called. */
  readonly onInterrupt?: (listener: () => void) => () => void
}

/** 130: ended by Ctrl-C, as shells have it. */
export type ExitCode = 0 | 1 | 2 | 130

/** `--color`/`--no-color` wins over NO_COLOR, that over FORCE_COLOR, that over whether stdout is a terminal. */
export function takesColour({ env, stdout }: Io, asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return stdout.isTTY && env.TERM !== 'dumb'
}

const [NARROWEST, WIDEST, USUAL] = [40, 120, 80]

export const widthOf = ({ stdout }: Io): number =>
  stdout.isTTY ? Math.min(WIDEST, Math.max(NARROWEST, stdout.columns || USUAL)) : WIDEST
