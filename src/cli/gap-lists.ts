import { basename } from 'node:path'
import { isDay } from '../core/day.ts'
import type { Answer } from '../core/package.ts'
import type { Report } from '../core/report.ts'
import { formsIn } from '../gaps/back/open.ts'
import { answersOf } from '../gaps/back/settled.ts'
import { LISTS } from '../gaps/index.ts'
import { linesOf } from '../gaps/model/history.ts'
import { after, firstList, type Next, taken } from '../gaps/next.ts'
import { changesIn } from '../gaps/tally.ts'
import { visible } from '../language/visible.ts'
import type { Io } from './io.ts'
import { historiesBeside, historyBeside, insistOnNew, returnedLists, wayTo } from './list-files.ts'
import { write } from './output.ts'

type Output = { readonly path: string; readonly format: string }

export type GapLists = {
  /** What persons answered on the returned lists, for the audit. */
  readonly answers: readonly Answer[]
  readonly next: (report: Report) => NextLists
  readonly tell: (next: NextLists, quiet: boolean) => void
}

export type NextLists = {
  readonly next: Next
  /** Whether all that was written into the returned lists was taken over. */
  readonly isSound: boolean
  /** The bytes of an output; undefined where it is none of a list's. Its history is laid beside it first. */
  readonly written: (format: string, path: string, folder: string) => Promise<Uint8Array> | undefined
}

/** Whatever can be wrong with the lists is told before the minutes that an audit may take. */
export async function gapLists(
  given: readonly string[],
  outputs: readonly Output[],
  asOf: string | undefined,
  io: Io,
): Promise<GapLists> {
  const on = asOf !== undefined && isDay(asOf) ? asOf : io.today
  const books = outputs.filter(({ format }) => format === 'xlsx').map(({ path }) => path)
  if (given.length === 0) for (const path of books) await insistOnNew(path)
  const copies = await returnedLists(given, io)
  const beside = given.length > 0 ? await historiesBeside(given, books, io) : []
  for (const { name, tables } of copies) formsIn(name, tables)
  const written = given.length > 0 ? taken(copies, beside, on) : undefined
  let before = 0

  const next = (report: Report): NextLists => {
    const found = written ? after(written, report, on) : firstList(report, on)
    before = found.before
    const outputOf: NextLists['written'] = (format, path, folder) => {
      const list = LISTS[format]
      if (!list) return undefined
      const made = list({ report, history: found.history, on, href: wayTo(folder, path) })
      if (format === 'xlsx' && given.length > 0)
        return made.then((bytes) => {
          // The history first: whatever happens then, no word of it is lost.
          write(historyBeside(path), `${linesOf(found.history).join('\n')}\n`)
          return bytes
        })
      return made
    }
    return { next: found, isSound: found.told.every(({ mild }) => mild), written: outputOf }
  }

  const tell = ({ next: { history, told } }: NextLists, quiet: boolean) => {
    if (given.length === 0) return
    for (const { from, at, why } of told) io.err(`${visible(`${from}: ${at}: ${why}`)}\n`)
    if (!quiet)
      io.err(`清单（${given.map((file) => basename(file)).join('、')}）：${changesIn(history.slice(before))}\n`)
  }
  return { answers: written ? answersOf(written.history, on) : [], next, tell }
}
