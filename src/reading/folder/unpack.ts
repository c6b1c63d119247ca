import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Note } from '../../core/evidence.ts'
import type { Problem } from '../../core/problem.ts'
import { ARCHIVE_LIMITS, type Budget, bytesOf, type Member, membersOf, newBudget } from '../formats/archive/members.ts'
import { TOO_DEEP } from '../formats/archive/notes.ts'
import type { Got } from '../got.ts'
import type { Means } from '../means.ts'
import { refusedUs } from '../own/trouble.ts'
import { unread } from '../process/answer.ts'
import { note, Unreadable } from '../reader.ts'
import { readingsOf } from '../readings.ts'
import { oddity } from './names.ts'
import { HEAD } from './route.ts'
import type { Look, Source } from './source.ts'

/** All that was read, the members of archives included. */
export type Unpacked = { readonly got: readonly Got[]; readonly problems: readonly Problem[] }

/**
 * Opens the archives among what was read: their members are evidence of their own, `包.zip!/28/台账.xlsx`. One archive
 * after the other, so that no more than one lies in memory. `onFound` hears of files nobody could count before.
 */
export async function unpacked(
  files: readonly Got[],
  means: Means,
  onFound: (count: number) => void,
): Promise<Unpacked> {
  const got: Got[] = []
  const problems: Problem[] = []
  for (const file of files)
    got.push(...(isArchive(file) ? await opened(file, 1, { means, onFound, problems, budget: newBudget() }) : [file]))
  return { got, problems }
}

const isArchive = ({ format, reading }: Got): boolean => format === 'zip' && reading.extent === 'whole'

type Round = {
  readonly means: Means
  readonly onFound: (count: number) => void
  readonly problems: Problem[]
  readonly budget: Budget
}

/** The archive itself, which counts as unread where it cannot be opened, and all that is in it. */
async function opened(archive: Got, depth: number, round: Round): Promise<Got[]> {
  const members = depth > ARCHIVE_LIMITS.depth ? TOO_DEEP : await membersIn(archive, round.budget)
  if ('code' in members) return [{ ...archive, reading: unread(members) }]

  const at = (path: string) => `${archive.source.path}!/${path}`
  const sources = members.flatMap((member) =>
    'chunks' in member ? [memberSource(at(member.path), member.chunks)] : [],
  )
  const shut = members.flatMap((member) => ('told' in member ? [{ path: at(member.path), told: member.told }] : []))
  round.problems.push(...oddNames(members, at))
  round.problems.push(...shut.filter(isLitter).map(({ path, told }) => ({ ...told, file: path })))
  round.onFound(sources.length)

  const got: Got[] = [archive, ...shut.filter((member) => !isLitter(member)).map(refused)]
  for (const file of await readingsOf(sources, round.means))
    got.push(...(isArchive(file) ? await opened(file, depth + 1, round) : [file]))
  return got
}

async function membersIn({ source }: Got, budget: Budget): Promise<readonly Member[] | Note> {
  try {
    return await membersOf(await source.bytes(), budget)
  } catch (error) {
    const ours = refusedUs(error)
    if (ours) throw ours
    return error instanceof Unreadable ? note(error.code, error.message) : CHANGED
  }
}

const CHANGED = note('not-read', '压缩包在读取期间被改动或移走，里面的文件没有读取：请重新运行')

type Shut = { readonly path: string; readonly told: Note }

/** Litter is told, and is no evidence. */
const isLitter = ({ told }: Shut): boolean => told.code === 'litter'

const refused = ({ path, told }: Shut): Got => ({
  source: memberSource(path, async function* () {}),
  bytes: 0,
  sha256: '',
  format: 'unknown',
  macro: false,
  reading: unread(told),
  refused: told,
})

/** Only the beginning is held: eight are looked at in the same breath. */
const HELD = 1024 * 1024

async function glanceAt(chunks: AsyncIterable<Uint8Array>): Promise<Look> {
  const hash = createHash('sha256')
  const held: Uint8Array[] = []
  let [size, kept] = [0, 0]
  for await (const chunk of chunks) {
    hash.update(chunk)
    size += chunk.length
    if (kept >= HELD) continue
    held.push(chunk)
    kept += chunk.length
  }
  const bytes = Buffer.concat(held)
  return { size, sha256: hash.digest('hex'), head: bytes.subarray(0, HEAD), ...(kept === size && { bytes }) }
}

/** Of files, and once each of the folders they lie in. */
function oddNames(members: readonly Member[], at: (path: string) => string): Problem[] {
  const paths = new Set<string>()
  for (const { path } of members)
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) paths.add(path.slice(0, end))
  return [...paths].flatMap((path) => {
    const odd = oddity(basename(path))
    return odd ? [{ code: 'odd-name', message: odd, file: at(path) } as const] : []
  })
}

/** Inflated for a glance, and again if it has to be read: holding them all would cost what a bomb costs. */
function memberSource(path: string, chunks: () => AsyncIterable<Uint8Array>): Source {
  return {
    path,
    bytes: () => bytesOf(chunks()),
    look: async () => {
      try {
        return await glanceAt(chunks())
      } catch (error) {
        const ours = refusedUs(error)
        if (ours) throw ours
        return { size: 0, refused: error instanceof Unreadable ? note(error.code, error.message) : CHANGED }
      }
    },
  }
}
