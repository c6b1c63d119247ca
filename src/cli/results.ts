import { UserError } from '../core/problem.ts'
import type { Report } from '../core/report.ts'
import type { Since } from '../core/since.ts'
import { RENDERERS } from '../reports/index.ts'
import { type Io, takesColour, widthOf } from './io.ts'
import { write } from './output.ts'

/** What the command line says of how results are shown. */
type Shown = { readonly color?: boolean; readonly all?: boolean; readonly quiet?: boolean }

export async function rendered(
  report: Report,
  format: string,
  options: Shown,
  io: Io,
  since: Since | undefined,
): Promise<string | Uint8Array> {
  const renderer = await RENDERERS[format]!()
  return renderer.render(report, {
    width: widthOf(io),
    colour: takesColour(io, options.color),
    all: options.all ?? false,
    ...(since && { since }),
  })
}

export type Output = { readonly path: string; readonly format: string }

/** One file that cannot be written does not keep the others from being written. */
export async function save(
  report: Report,
  outputs: readonly Output[],
  options: Shown,
  io: Io,
  since: Since | undefined,
  listOf: ListOf,
) {
  let failure: UserError | undefined
  for (const { path, format } of outputs) {
    const look = { width: 100, colour: false, all: true, ...(since && { since }) }
    try {
      const data = await (listOf(format, path) ?? (await RENDERERS[format]!()).render(report, look))
      write(path, data)
      if (!options.quiet) io.err(`已写入 ${path}\n`)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      failure = error
    }
  }
  return { failure }
}

export type ListOf = (format: string, path: string) => Promise<Uint8Array> | undefined
